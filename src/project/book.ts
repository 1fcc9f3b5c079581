import { type Zippable, zipSync } from 'fflate';

/**
 * A book's files as an EPUB archive, byte for byte the same for the same files: `mimetype`, which is the first, stands
 * uncompressed (https://www.w3.org/TR/epub-33/#sec-zip-container-mime).
 */
export function zipBook(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const tree: Zippable = Object.create(null);
  for (const { path, bytes } of files) tree[path] = path === 'mimetype' ? [bytes, { level: 0 }] : bytes;
  // Zip has no time zone: the local noon is the same bytes wherever this runs.
  return zipSync(tree, { level: 6, mtime: new Date(1980, 0, 1, 12) });
}
