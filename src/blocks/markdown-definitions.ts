import {
  normalizeLabel,
  readAddress,
  readLabel,
  readTitle,
  skipSpace,
  type Title,
} from './markdown-links.ts';

/** A link reference definition within a paragraph's text; all offsets are UTF-16 units of that text. */
export interface DefinitionRead {
  readonly start: number;
  /** The end of its last line, before the line break. */
  readonly end: number;
  readonly label: string;
  readonly href: string;
  readonly title: Title | null;
}

/** The definitions at the beginning of a paragraph's text, and where the rest of the text begins. */
export interface Definitions {
  readonly found: readonly DefinitionRead[];
  readonly rest: number;
}

/** Takes the definitions off a paragraph's beginning. https://spec.commonmark.org/0.31.2/#link-reference-definition */
export function readDefinitions(text: string): Definitions {
  const found: DefinitionRead[] = [];
  let rest = 0;
  for (let read = readDefinition(text, rest); read; read = readDefinition(text, rest)) {
    found.push(read);
    rest = skipSpace(text, read.end);
  }
  return { found, rest };
}

function readDefinition(text: string, at: number): DefinitionRead | null {
  const start = skipSpace(text, at);
  if (text.charCodeAt(start) !== 91) return null;
  const label = readLabel(text, start);
  if (!label || text.charCodeAt(label.end) !== 58 || normalizeLabel(label.label) === '') return null;
  const address = readAddress(text, skipSpace(text, label.end + 1));
  if (!address) return null;
  const gap = skipSpace(text, address.end);
  const title = gap > address.end ? readTitle(text, gap) : null;
  const titled = title ? lineEnd(text, title.end) : null;
  const end = titled ?? lineEnd(text, address.end);
  if (end === null) return null;
  return { start, end, label: label.label, href: address.href, title: titled !== null ? title!.title : null };
}

/** The line's end if nothing but spaces and tabs follows on it, else null. */
function lineEnd(text: string, at: number): number | null {
  let end = at;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end++;
  return end >= text.length || text.charCodeAt(end) === 10 ? end : null;
}
