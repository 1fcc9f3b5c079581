import { zipDeterministic } from '../exchange/archive.ts';

/**
 * The files of an EPUB publication as one: what kind of file it is comes first and as it is, so that it can be told from
 * the file's first bytes. https://www.w3.org/TR/epub-33/#sec-zip-container-mime
 */
export function zipBook(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const byPath = files.map(({ path, bytes }) => [path, bytes] as const);
  return zipDeterministic(new Map(byPath), new Set(['mimetype']));
}
