import type { ContentBuilder } from './content.ts';
import type { Attributes } from '../xml/feed.ts';

/**
 * An inline element of XLIFF 1.2 opens. Besides the `g` and `x` that Hexapla writes, the elements that tools put in
 * their place are taken by their ids, and their native code is left out. Marks (`mrk`, also those of segments) are
 * only their text. Gives whether to read what is within.
 */
export function openInline12(content: ContentBuilder, name: string, attributes: Attributes): boolean {
  const { id } = attributes;
  switch (name) {
    case 'g':
      content.start(id, null);
      return true;
    case 'mrk':
      if (attributes['mtype'] === 'x-sdl-deleted') content.fail('tracked-change');
      return true;
    case 'x':
    case 'ph':
      content.single(id);
      return false;
    case 'bx':
    case 'bpt':
      content.start(id, attributes['rid'] ?? id ?? '');
      return false;
    case 'ex':
    case 'ept':
      content.end(attributes['rid'] ?? id ?? '');
      return false;
    case 'it':
      if (attributes['pos'] === 'close') content.end(attributes['rid'] ?? id ?? '');
      else content.start(id, attributes['rid'] ?? id ?? '');
      return false;
    default:
      content.fail('element');
      return false;
  }
}

/** An inline element of XLIFF 1.2 closes that was read within. */
export function closeInline12(content: ContentBuilder, name: string): void {
  if (name === 'g') content.end(null);
}
