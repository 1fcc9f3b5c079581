import type { ContentBuilder } from './content.ts';
import type { Attributes } from '../xml/feed.ts';

/**
 * An inline element of XLIFF 2 opens in the segment `segment`. `sc` and `ec` become pairs where they nest, `cp` its
 * character, annotations only their text. Gives whether to read what is within.
 */
export function openInline2(
  content: ContentBuilder,
  name: string,
  attributes: Attributes,
  segment: string,
): boolean {
  switch (name) {
    case 'pc':
      content.start(numberOf(attributes['id'], segment), null);
      return true;
    case 'mrk':
      return true;
    case 'ph':
      content.single(numberOf(attributes['id'], segment));
      return false;
    case 'sc':
      content.start(numberOf(attributes['id'], segment), attributes['id'] ?? '');
      return false;
    case 'ec':
      endCode(content, attributes['startRef'] ?? attributes['id'] ?? '', segment);
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

function endCode(content: ContentBuilder, start: string, segment: string): void {
  content.end(start, numberOf(start, segment));
}

// `s4k7qz2m1-3` is code 3 of its own segment; elsewhere it is a code that this segment does not have.
function numberOf(id: string | undefined, segment: string): string | undefined {
  return id?.startsWith(`${segment}-`) ? id.slice(segment.length + 1) : id;
}

function addCodePoint(content: ContentBuilder, hex: string | undefined): void {
  const code = hex !== undefined && /^[0-9A-Fa-f]{2,8}$/.test(hex) ? Number.parseInt(hex, 16) : -1;
  if (code >= 0 && code <= 0x10ffff) content.text(String.fromCodePoint(code));
  else content.fail('character');
}
