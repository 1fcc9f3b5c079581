import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAt, parseLocated } from '../../src/project/json.ts';
import { runs } from '../support/settings.ts';

/** Line and character of the mistake. */
function mistake(text: string): string {
  const read = parseLocated(text);
  return 'offset' in read
    ? `${lineAt(text, read.offset)}: ${text.slice(read.offset, read.offset + 1)}`
    : 'none';
}

describe('a mistake in JSON', () => {
  it.each([
    ['{\n "a": ["fr",],\n "b": 1\n}', '2: ]'],
    ['{\n "a": 1\n "b": 2\n}', '3: "'],
    ['{\n "a": 1,\n}', '3: }'],
    ['{"a" 1}', '1: 1'],
    ['{"a": [1, 2}', '1: }'],
    ['{"a": tru}', '1: t'],
    ['{"a": 01}', '1: 0'],
    ["{'a': 1}", "1: '"],
    ['{"a": 1} x', '1: x'],
    ['{"a": "line\nbreak"}', '1: "'],
    ['{\n "a": 1', '2: '],
    ['', '1: '],
  ])('%j is found', (text, place) => {
    expect(mistake(text)).toBe(place);
  });

  it('is none where JSON.parse finds none, and is within the text', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom('', ',', ']', '}', '"', ':', 'x'),
        (json, at, put) => {
          expect(mistake(json)).toBe('none');
          const text = json.slice(0, at % (json.length + 1)) + put + json.slice((at + 1) % (json.length + 1));
          const read = parseLocated(text);
          if ('offset' in read) expect(read.offset).toBeLessThanOrEqual(text.length);
          else expect(read.value).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: runs },
    );
  });
});
