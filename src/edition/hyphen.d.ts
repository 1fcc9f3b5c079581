/** What is used of the library; it has no types of its own. */
declare module 'hyphen/*' {
  const language: {
    readonly hyphenateSync: (text: string, options?: { readonly hyphenChar?: string }) => string;
  };
  export = language;
}
