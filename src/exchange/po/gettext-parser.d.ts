/** What the library's writer takes and gives, and its reader for the tests; it has no types of its own. */
declare module 'gettext-parser' {
  export interface PoBlock {
    readonly msgctxt?: string;
    readonly msgid: string;
    readonly msgstr: readonly string[];
    readonly comments: Readonly<
      Partial<Record<'translator' | 'extracted' | 'reference' | 'flag' | 'previous', string>>
    >;
  }

  export const po: {
    parse(text: string): {
      translations: Record<
        string,
        Record<string, Omit<PoBlock, 'comments'> & Partial<Pick<PoBlock, 'comments'>>>
      >;
    };
    compile(
      table: {
        charset: string;
        headers: Record<string, string>;
        translations: Record<string, Record<string, PoBlock>>;
      },
      options?: { foldLength?: number },
    ): { toString(encoding: 'utf-8'): string };
  };
}
