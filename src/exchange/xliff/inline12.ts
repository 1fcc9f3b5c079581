import type { Attributes } from '../xml/feed.ts';
import type { ContentBuilder } from './content.ts';
import { memoqCharacter } from './flavours.ts';

/**
 * An inline element of XLIFF 1.2 opens. Besides the `g` and `x` that Hexapla writes, the elements that tools put in
 * their place are taken by their ids, and their native code is left out. Marks (`mrk`, also those of segments) are
 * only their text. Gives whether to read what is within.
 */
export function openInline12(content: ContentBuilder, name: string, attributes: Attributes): boolean {
  switch (name) {
    case 'g':
      content.start(attributes['id'], null);
      return true;
    case 'mrk':
      if (attributes['mtype'] === 'x-sdl-deleted') content.fail('tracked-change');
      return true;
    case 'x':
    case 'ph':
      content.single(attributes['id']);
      return false;
    case 'bx':
    case 'bpt':
      startCode(content, attributes);
      return false;
    case 'ex':
    case 'ept':
      content.end(keyOf(attributes));
      return false;
    case 'it':
      if (/^(?:close|end)$/.test(attributes['pos'] ?? '')) content.end(keyOf(attributes));
      else startCode(content, attributes);
      return false;
    case 'mq:ch':
      addCharacter(content, attributes['val']);
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

function startCode(content: ContentBuilder, attributes: Attributes): void {
  content.start(attributes['id'] ?? attributes['rid'], keyOf(attributes));
}

// https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#rid
function keyOf(attributes: Attributes): string {
  return attributes['rid'] ?? attributes['id'] ?? '';
}

function addCharacter(content: ContentBuilder, val: string | undefined): void {
  const character = memoqCharacter(val);
  if (character === null) content.fail('element');
  else content.text(character);
}
