import type { Attributes } from '../xml/feed.ts';
import type { ContentBuilder } from './content.ts';

/** What the names of codes are read by. */
export interface CodeNames {
  /** The segment whose content is read. */
  readonly segment: string;
  /** For each code of the unit so far that is a copy, the name of what it is a copy of. */
  readonly copies: Map<string, string>;
}

/**
 * An inline element of XLIFF 2 opens. `sc` and `ec` become pairs where they nest, `cp` its character, a copy of a code
 * what it is a copy of, annotations only their text. Gives whether to read what is within.
 */
export function openInline2(
  content: ContentBuilder,
  name: string,
  attributes: Attributes,
  names: CodeNames,
): boolean {
  switch (name) {
    case 'pc':
      content.start(numberOf(attributes, names), null);
      return true;
    case 'mrk':
      return true;
    case 'ph':
      content.single(numberOf(attributes, names));
      return false;
    case 'sc':
      content.start(numberOf(attributes, names), attributes['id'] ?? '');
      return false;
    case 'ec':
      endCode(content, attributes['startRef'] ?? attributes['id'] ?? '', names);
      return false;
    case 'cp':
      addCodePoint(content, attributes['hex']);
      return false;
    case 'sm':
    case 'em':
      return false;
    default:
      content.fail('element');
      return false;
  }
}

/** An inline element of XLIFF 2 closes that was read within. */
export function closeInline2(content: ContentBuilder, name: string): void {
  if (name === 'pc') content.end(null);
}

function endCode(content: ContentBuilder, start: string, names: CodeNames): void {
  content.end(start, numberIn(names.copies.get(start) ?? start, names.segment));
}

// https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#copyOf
function numberOf({ id, copyOf }: Attributes, { segment, copies }: CodeNames): string | undefined {
  if (id === undefined || copyOf === undefined) return id && numberIn(copies.get(id) ?? id, segment);
  const original = copies.get(copyOf) ?? copyOf;
  copies.set(id, original);
  return numberIn(original, segment);
}

// `s4k7qz2m1-3` is code 3 of its own segment; elsewhere it is a code that this segment does not have.
function numberIn(id: string, segment: string): string {
  return id.startsWith(`${segment}-`) ? id.slice(segment.length + 1) : id;
}

function addCodePoint(content: ContentBuilder, hex: string | undefined): void {
  const code = hex !== undefined && /^[0-9A-Fa-f]{2,8}$/.test(hex) ? Number.parseInt(hex, 16) : -1;
  if (code >= 0 && code <= 0x10ffff) content.text(String.fromCodePoint(code));
  else content.fail('character');
}
