import { zipDeterministic } from '../exchange/archive.ts';
import { FORMATS, type FormatOptions, writeTransfers } from '../exchange/formats.ts';
import type { TransferFormat } from '../model/transfer.ts';
import type { Sendable } from './export-sendable.ts';

/** How the files of a package are to be written. */
export interface Packing {
  readonly format: TransferFormat;
  readonly options: FormatOptions;
  readonly instruction: string | null;
  /** The project's terms in this language as a TBX file, where there are any. */
  readonly terms: string | null;
}

/**
 * All that a translator needs, as one archive: a file for each document, the source documents, a page of each that shows
 * source and translation side by side, the terms, and what to do. The same input gives the same bytes.
 */
export async function packageBytes(group: readonly Sendable[], packing: Packing): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const add = (path: string, content: string | Uint8Array): void => {
    files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  };
  const { format, options, terms } = packing;
  const { extension } = FORMATS[format];
  const returns: string[] = [];
  for (const { document, locale, bytes, transfer, preview } of group) {
    const path = `${document.name}.${locale}.${extension}`;
    returns.push(path);
    add(path, await writeTransfers([transfer], format, options));
    add(`source/${document.name}${/\.[^./]+$/.exec(document.path)?.[0] ?? ''}`, bytes);
    for (const page of preview()) add(`preview/${page.path}`, page.bytes);
  }
  if (terms !== null) add('terms.tbx', terms);
  add('instructions.txt', instructions(group, returns, packing));
  return zipDeterministic(files);
}

function instructions(
  group: readonly Sendable[],
  returns: readonly string[],
  { options: { words }, instruction, terms }: Packing,
): string {
  const previews = group.map(({ document }) => `preview/parallel/${document.name}.html`);
  const lines = [
    words('note.package.title'),
    '',
    words('note.package.files', { count: returns.length }),
    ...returns.map((path) => `  ${path}`),
    '',
    words('note.package.steps'),
    '',
    words('note.package.preview', { count: previews.length }),
    ...previews.map((path) => `  ${path}`),
    ...(terms === null ? [] : ['', words('note.package.terms', { file: 'terms.tbx' })]),
    ...(instruction === null || instruction === '' ? [] : ['', instruction]),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
