import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeXml, decodeXmlPieces, encodeXml } from '../../src/exchange/xml/bytes.ts';
import { XmlFeed } from '../../src/exchange/xml/feed.ts';
import { TextQueue } from '../../src/exchange/xml/queue.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { runs } from './support.ts';

const PIECES = [
  '<a>',
  '</a>',
  '<a b="c&amp;d">',
  '<a/>',
  "<b:c d='e\"f'/>",
  '</b:c>',
  'text',
  ' ',
  '\n',
  '\r\n',
  '\r',
  'é',
  '👩‍👩‍👧',
  '\u2028',
  '&lt;',
  '&#65;',
  '&#x1F600;',
  '<![CDATA[x<y&z]]>',
  '<!-- a & b < c -->',
  '<?p & < ?>',
  '&',
  '&bad;',
  '<',
  '>',
  ']]>',
  '\u0001',
  '\uD800',
  '\uDC00',
  '<a b=c>',
  '<!DOCTYPE a>',
  '<a b="',
  '"',
  '-->',
  '<a xmlns:x="y">',
  `${' '.repeat(70)};`,
  '&amp',
  ';',
];
const GOOD = PIECES.slice(0, 20);

const documents: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', '<?xml version="1.0"?>', '<?xml version="1.1"?>\r\n'),
    fc.oneof(
      { weight: 2, arbitrary: fc.array(fc.constantFrom(...GOOD), { maxLength: 12 }) },
      fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }),
    ),
  )
  .map(([head, parts]) => `${head}<r>${parts.join('')}</r>`);
const cuts = fc.array(fc.nat(), { maxLength: 12 });

function cut<Text extends { readonly length: number; slice(from: number, to: number): Text }>(
  text: Text,
  at: readonly number[],
): Text[] {
  const places = [0, ...at.map((place) => place % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  return places.slice(1).map((to, index) => text.slice(places[index] ?? 0, to));
}

/** All that is told of a text in pieces: events with their places, and the error. */
function told(pieces: readonly string[], whole = false): unknown[] {
  const events: unknown[] = [];
  const feed = new XmlFeed('f', {
    open: (name, attributes) => {
      events.push([
        'open',
        name,
        { ...attributes },
        feed.place,
        feed.tagStart,
        feed.tagEnd,
        feed.tag,
        feed.depth,
      ]);
      feed.listen(name !== 'b:c');
    },
    text: (text) => events.push(['text', text]),
    close: (name) => events.push(['close', name, feed.tagStart, feed.tagEnd, feed.placeOfTag()]),
  });
  try {
    if (whole) feed.all(pieces.join(''));
    else for (const piece of pieces) feed.write(piece);
    if (!whole) feed.end();
  } catch (error) {
    if (!(error instanceof HexaplaError)) throw error;
    events.push([error.code, error.values, error.place]);
  }
  return events;
}

describe('a text in pieces', () => {
  it('tells the same, and the same errors at the same places, however it is cut', () => {
    fc.assert(
      fc.property(documents, cuts, (text, at) => {
        const expected = told([text], true);
        expect(told(cut(text, at))).toEqual(expected);
        expect(told([...text].flatMap((character) => character.split('')))).toEqual(expected);
      }),
      { numRuns: runs * 10 },
    );
  });

  it('is cut within a text that is longer than what is held back', () => {
    const long = 'x&amp;👩'.repeat(400_000);
    const text = `<r>${long}<a/></r>`;
    const pieces = cut(
      text,
      Array.from({ length: 300 }, (_, index) => index * 10_007),
    );
    expect(told(pieces)).toEqual(told([text], true));
  });

  it.each([
    [
      'an & that begins nothing',
      '<r>\na & b</r>',
      { code: 'xml-syntax', values: { reason: 'syntax' }, place: { line: 2, column: 3 } },
    ],
    [
      'an & at the end',
      '<r>\na &',
      { code: 'xml-syntax', values: { reason: 'syntax' }, place: { line: 2, column: 3 } },
    ],
    [
      'an & in an attribute',
      '<r>\n<a b="c & d"/></r>',
      { code: 'xml-syntax', place: { line: 2, column: 9 } },
    ],
    ['an entity of its own', '<r>\n&b;</r>', { code: 'xml-entity', place: { line: 2 } }],
    [
      'a lone surrogate behind a mistake',
      '<r>\n<a></b>\uD800</r>',
      { values: { reason: 'unclosed' }, place: { line: 2, column: 1 } },
    ],
  ])('%s is named by its place', (_name, text, expected) => {
    const [code, values, place] = told([text], true).at(-1) as unknown[];
    expect({ code, values, place }).toMatchObject(expected);
  });

  it('an & in a comment, a section or an instruction is none', () => {
    expect(told(['<r><!-- & --><![CDATA[&]]><?p & ?></r>']).at(-1)).toContain('close');
  });
});

describe('bytes in pieces', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((inner) => `<?xml version="1.0"?>\n<r>${inner}</r>`);
  const encodings = fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const);

  it('are the same text however they are cut, and the same bytes again', () => {
    fc.assert(
      fc.property(
        text,
        encodings,
        fc.boolean(),
        fc.boolean(),
        cuts,
        (inner, encoding, marked, keepMark, at) => {
          const whole = marked ? `\uFEFF${inner}` : inner;
          const bytes = encodeXml(whole, encoding);
          const decoder = decodeXmlPieces('f', { keepMark });
          const decoded =
            cut(bytes, at)
              .map((piece) => decoder.write(piece))
              .join('') + decoder.end();
          expect(decoded).toBe(keepMark ? whole : inner);
          expect(decoder.encoding).toBe(encoding);
          expect(decodeXml(bytes, 'f')).toBe(inner);
          if (keepMark) expect(encodeXml(decoded, decoder.encoding)).toEqual(bytes);
        },
      ),
      { numRuns: runs * 5 },
    );
  });

  it.each([
    ['of UTF-8', Buffer.concat([Buffer.from('<r>\n\né\n'), Buffer.from([0xff]), Buffer.from('\n</r>')]), 4],
    ['of UTF-8, cut off', Buffer.from('<r>\n\u20AC').subarray(0, -1), 2],
    ['of UTF-16', Buffer.from('\uFEFF<r>\n\uD800\n', 'utf16le'), 2],
    ['of UTF-16, an odd number', Buffer.from('\uFEFF<r>\n\n', 'utf16le').subarray(0, -1), 2],
  ])('that are none %s are named by their line, however they are cut', (_name, bytes, line) => {
    for (const step of [1, 2, 3, 7, 1000]) {
      const decode = (): void => {
        const decoder = decodeXmlPieces('f');
        for (let at = 0; at < bytes.length; at += step) decoder.write(bytes.subarray(at, at + step));
        decoder.end();
      };
      expect(decode).toThrow(
        expect.objectContaining({ code: 'not-utf8', place: { file: 'f', line } }) as Error,
      );
    }
  });
});

describe('a queue of text', () => {
  it('gives every stretch of what has not been taken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (parts, takes) => {
          const queue = new TextQueue();
          let all = '';
          let out = '';
          for (const [index, part] of parts.entries()) {
            queue.push(part);
            all += part;
            const to = queue.taken + ((takes[index] ?? 0) % (all.length - queue.taken + 1));
            expect(queue.slice(to, all.length)).toBe(all.slice(to));
            out += queue.take(to);
            expect(out).toBe(all.slice(0, to));
          }
          expect(out + queue.rest()).toBe(all);
        },
      ),
      { numRuns: runs * 5 },
    );
  });
});
