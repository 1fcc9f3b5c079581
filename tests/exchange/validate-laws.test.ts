import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { XLIFF_FORMATS, type XliffFormat } from '../../src/model/transfer.ts';
import { arbitraryTransfers } from '../support/arbitrary-transfer.ts';
import { PLAIN, runs } from './support.ts';
import { validate } from './validate-support.ts';

const written = (format: XliffFormat): fc.Arbitrary<string> =>
  fc
    .tuple(arbitraryTransfers(true), fc.constantFrom('plain' as const, 'omegat' as const))
    .map(([transfers, profile]) => writeXliff(transfers, { ...PLAIN, format, profile }));

const texts = fc.constantFrom(...XLIFF_FORMATS).chain(written);

/** A way to break a file; null where the file has nothing that it could break. */
type Break = readonly [what: string, change: (text: string, pick: number) => string | null];

function oneOf(text: string, pattern: RegExp, pick: number): RegExpExecArray | null {
  const all = [...text.matchAll(pattern)];
  return (all[pick % all.length] as RegExpExecArray | undefined) ?? null;
}

function replaced(
  text: string,
  found: RegExpExecArray | null,
  by: (match: RegExpExecArray) => string,
): string | null {
  if (found === null) return null;
  return text.slice(0, found.index) + by(found) + text.slice(found.index + found[0].length);
}

const UNIT = /<unit .*?<\/unit>\n/gs;

const BREAKS: readonly Break[] = [
  [
    'a required id is gone',
    (text, pick) =>
      replaced(
        text,
        oneOf(text, /<(file|unit|pc|ph|sc)( [^>]*?)? id="[^"]*"/g, pick),
        ([, name, before = '']) => `<${name}${before}`,
      ),
  ],
  ['a unit is there twice', (text, pick) => replaced(text, oneOf(text, UNIT, pick), ([all]) => all + all)],
  [
    'a segment is there twice',
    (text, pick) => replaced(text, oneOf(text, /<segment id=.*?<\/segment>\n/gs, pick), ([all]) => all + all),
  ],
  [
    'a source is gone',
    (text, pick) => replaced(text, oneOf(text, /<source[^>]*>.*?<\/source>/gs, pick), () => ''),
  ],
  [
    'a source follows its target',
    (text, pick) =>
      replaced(
        text,
        oneOf(text, /(<source[^>]*>.*?<\/source>)(\s*)(<target[^>]*>.*?<\/target>)/gs, pick),
        ([, source, gap, target]) => `${target}${gap}${source}`,
      ),
  ],
  [
    'a unit has no segment',
    (text, pick) =>
      replaced(text, oneOf(text, UNIT, pick), ([all]) => all.replaceAll(/<segment .*?<\/segment>\n/gs, '')),
  ],
  [
    'the notes follow the segments',
    (text, pick) =>
      replaced(
        text,
        oneOf(text, /(<unit [^>]*>\n)(\s*<notes>.*?<\/notes>\n)(.*?)(\s*<\/unit>)/gs, pick),
        ([, open, notes, rest, close]) => `${open}${rest}${notes}${close}`,
      ),
  ],
  [
    'a state is unknown',
    (text, pick) => replaced(text, oneOf(text, / state="\w+"/g, pick), () => ' state="done"'),
  ],
  [
    'a state lacks its target',
    (text, pick) =>
      replaced(
        text,
        oneOf(
          text,
          /( state="(?:translated|reviewed|final)"(?:(?!<\/segment>).)*?)<target[^>]*>.*?<\/target>/gs,
          pick,
        ),
        ([, before]) => before ?? '',
      ),
  ],
  [
    'the target language is gone',
    (text) =>
      /<(?:segment|ignorable)(?:(?!<\/unit>).)*<target/s.test(text)
        ? text.replace(/ trgLang="[^"]*"/, '')
        : null,
  ],
  [
    'an attribute is unknown',
    (text, pick) =>
      replaced(
        text,
        oneOf(text, /<(unit|segment|source|target|pc|ph|note)(?=[ >])/g, pick),
        ([all]) => `${all} wrong="1"`,
      ),
  ],
  [
    'an element is unknown',
    (text, pick) =>
      replaced(text, oneOf(text, /<(?:source|target|pc|notes)\b[^>/]*>/g, pick), ([all]) => `${all}<wrong/>`),
  ],
  [
    'a foreign element is in a segment',
    (text, pick) => replaced(text, oneOf(text, /<\/segment>/g, pick), ([all]) => `<x xmlns="urn:x"/>${all}`),
  ],
  [
    'there is text between units',
    (text, pick) => replaced(text, oneOf(text, /<\/unit>/g, pick), ([all]) => `${all}text`),
  ],
  ['a language is none', (text) => text.replace(/ srcLang="[^"]*"/, ' srcLang="e n"')],
  [
    'a marker has no end',
    (text, pick) =>
      replaced(text, oneOf(text, /<\/source>/g, pick), ([all]) => `<sm id="lone" translate="no"/>${all}`),
  ],
  [
    'data is not there',
    (text, pick) =>
      replaced(text, oneOf(text, /<\/source>/g, pick), ([all]) => `<ph id="lone" dataRef="nothing"/>${all}`),
  ],
];

describe.each(XLIFF_FORMATS)('%s', (format) => {
  it('everything that is written is valid', () => {
    fc.assert(
      fc.property(written(format), (text) => {
        const { version, problems } = validate(text);
        expect(version).toBe(format.slice('xliff-'.length));
        // A translation without a code that it has to have is told of as it is.
        expect(problems.filter(({ code }) => code !== 'code-removed')).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

describe('a file of XLIFF 2', () => {
  const files = fc.constantFrom(...XLIFF_FORMATS.filter((format) => format !== 'xliff-1.2')).chain(written);
  it.each(BREAKS)('%s: that is reported', (_, change) => {
    let broken = 0;
    fc.assert(
      fc.property(files, fc.nat(), (text, pick) => {
        const changed = change(text, pick);
        if (changed === null || changed === text) return;
        broken += 1;
        expect(validate(changed).total).toBeGreaterThan(0);
      }),
      { numRuns: Math.min(runs, 1000) },
    );
    expect(broken).toBeGreaterThan(0);
  });
});

it('pieces of any size give the same problems', () => {
  fc.assert(
    fc.property(
      texts,
      fc.nat(),
      fc.constantFrom(...BREAKS),
      fc.integer({ min: 1, max: 400 }),
      (text, pick, [, change], size) => {
        const changed = change(text, pick) ?? text;
        expect(validate(changed, size)).toEqual(validate(changed));
      },
    ),
    { numRuns: runs },
  );
});

it('a damaged file gives a result or one clear error', () => {
  const edit = fc.record({
    at: fc.nat(),
    to: fc.constantFrom('<', '>', '/', '"', '&', ' ', '=', 'a', ':', 'xmlns', '\0'),
  });
  fc.assert(
    fc.property(
      texts,
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat()),
      (text, edits, cut) => {
        let damaged = text;
        for (const { at, to } of edits) {
          const place = at % damaged.length;
          damaged = damaged.slice(0, place) + to + damaged.slice(place + 1);
        }
        if (cut !== null) damaged = damaged.slice(0, cut % damaged.length);
        try {
          expect(validate(damaged).total).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(error).toBeInstanceOf(HexaplaError);
        }
      },
    ),
    { numRuns: runs * 2 },
  );
});

it('prefixes are names only', () => {
  fc.assert(
    fc.property(written('xliff-2.1'), fc.nat(), fc.constantFrom(...BREAKS), (text, pick, [, change]) => {
      const changed = (change(text, pick) ?? text).replaceAll('<x xmlns="urn:x"/>', '<x:x xmlns:x="urn:x"/>');
      const prefixed = changed
        .replaceAll(/<(\/?)([\w]+)(?=[\s/>])/g, '<$1core:$2')
        .replace('<core:xliff xmlns=', '<core:xliff xmlns:core=');
      const told = (given: string): unknown =>
        validate(given).problems.map(({ line, code, clause }) => ({ line, code, clause }));
      expect(told(prefixed)).toEqual(told(changed));
    }),
    { numRuns: runs },
  );
});
