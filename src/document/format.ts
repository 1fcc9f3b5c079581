/** The document formats that Hexapla reads. */
export type DocumentFormat = 'markdown';

const FORMATS: ReadonlyMap<string, DocumentFormat> = new Map(
  ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mkdown', 'mdwn'].map((extension) => [extension, 'markdown']),
);

/** The format that a path's extension names (in any case), or null where it is none of ours. */
export function formatOf(path: string): DocumentFormat | null {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1];
  return FORMATS.get(extension?.toLowerCase() ?? '') ?? null;
}
