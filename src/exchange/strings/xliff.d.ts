/** What the library's two writers and two readers take and give; it has no types of its own. */
declare module 'xliff' {
  import type { XliffTree } from './package.ts';

  export function jsToXliff12(
    tree: XliffTree,
    options: { readonly indent: string },
    done: (error: unknown, xml?: string) => void,
  ): unknown;
  export function js2xliff(
    tree: XliffTree,
    options: { readonly indent: string; readonly targetXliffVersion: string },
    done: (error: unknown, xml?: string) => void,
  ): unknown;
  export function xliff12ToJs(
    xml: string,
    options: Readonly<Record<string, boolean>>,
    done: (error: unknown, tree?: XliffTree) => void,
  ): unknown;
  export function xliff2js(
    xml: string,
    options: Readonly<Record<string, boolean>>,
    done: (error: unknown, tree?: XliffTree) => void,
  ): unknown;
}
