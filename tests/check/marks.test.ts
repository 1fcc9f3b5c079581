import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setTarget } from '../../src/catalogue/review.ts';
import type { CheckOrder } from '../../src/check/check.ts';
import { applyEdits } from '../../src/check/fix.ts';
import { className } from '../../src/check/marks/classes.ts';
import { endingOf } from '../../src/check/marks/end.ts';
import { frenchFaults } from '../../src/check/marks/french.ts';
import { readQuotes } from '../../src/check/marks/quotes.ts';
import { extraSpaces } from '../../src/check/marks/spaces.ts';
import type { Found } from '../../src/check/rule.ts';
import { dashStyle } from '../../src/check/rules/dash-style.ts';
import { doubleSpace } from '../../src/check/rules/double-space.ts';
import { ellipsisStyle } from '../../src/check/rules/ellipsis-style.ts';
import { quotesStyle } from '../../src/check/rules/quotes-style.ts';
import { createText, plainWithCodes, type Text } from '../../src/check/text.ts';
import { TYPOGRAPHIES } from '../../src/languages/typography/typographies.ts';
import { typographyOf } from '../../src/languages/typography.ts';
import type { TargetCatalogue } from '../../src/model/catalogue.ts';
import { openDocument } from '../../src/pipeline.ts';
import { checkDocument, checkSettings } from '../../src/pipeline-check.ts';
import { extract, liveIds, runs, settings } from '../support/settings.ts';

const checks = checkSettings(settings);
const textOf = (locale: string, plain: string): Text => createText(locale, [{ kind: 'text', text: plain }]);

/** A text with a finding's edits made. */
function mended(text: Text, found: readonly Pick<Found, 'fix'>[]): string {
  const content = applyEdits(
    text.content,
    found.flatMap(({ fix = [] }) => fix),
  );
  if (content === null) throw new Error(`edits clash in ${text.plain}`);
  return plainWithCodes(content);
}

describe('typographyOf', () => {
  test.each([
    ['de-CH', '«»'],
    ['de-AT', '„“'],
    ['fr-BE', '«»'],
    ['pt', '“”'],
    ['pt-PT', '«»'],
    ['es-419', '“”'],
    ['es-ES', '«»'],
    ['zh-TW', '「」'],
    ['zh-Hant-HK', '「」'],
    ['zh-Hans', '“”'],
    ['az-Cyrl', '“”'],
    ['xx', '“”'],
    ['not a tag', '“”'],
  ])('%s', (locale, quotes) => {
    expect(typographyOf(locale).quotes[0]).toBe(quotes);
  });

  test('goes by the script where there is no data', () => {
    expect(typographyOf('ps').question).toBe('؟');
    expect(typographyOf('shn').unspaced).toBe(true);
    expect(typographyOf('sw').question).toBeUndefined();
  });

  test.each(Object.entries(TYPOGRAPHIES))('the data of %s is in order', (_, data) => {
    expect(data.quotes.every((pair) => [...pair].length === 2)).toBe(true);
    expect(new Set(data.quotes).size).toBe(data.quotes.length);
    const own = [data.stop, data.question, data.exclamation].join('');
    for (const right of Object.values(data.foreign ?? {})) expect(own).toContain(right);
    expect(data.usual ?? '').toMatch(new RegExp(`^[${Object.keys(data.foreign ?? {}).join('')}]*$`, 'u'));
  });
});

describe('endingOf', () => {
  test.each([
    ['en', 'Open.', 'stop'],
    ['en', 'Open?”)', 'question'],
    ['en', 'Open (now)', 'none'],
    ['en', 'Open…', 'ellipsis'],
    ['en', 'Wait...', 'ellipsis'],
    ['en', 'Open.\u200f ', 'stop'],
    ['en', 'Open.[12]', 'stop'],
    ['en', 'Pens, etc.,', 'comma'],
    ['el', 'Ανοιχτό;', 'question'],
    ['el', 'Ανοιχτό\u037e', 'question'],
    ['ru', 'Открыто;', 'semicolon'],
    ['hy', 'Բա՞ց է։', 'question'],
    ['hy', 'Բաց է։', 'stop'],
    ['hy', 'Ո՞վ։ Բաց է։', 'stop'],
    ['am', 'ክፍት ነው።', 'stop'],
    ['ur', 'کھلا ہے۔', 'stop'],
    ['ja', '開いていますか。', 'question'],
    ['en', 'See: \uFFFC', 'none'],
    ['en', 'See.\uFFFC', 'stop'],
  ])('%s: %s', (locale, plain, expected) => {
    expect(className(endingOf(textOf(locale, plain)).mask)).toBe(expected);
  });
});

describe('readQuotes', () => {
  const marks = (plain: string): string[] =>
    readQuotes(plain).pairs.map(({ open, close }) => plain.slice(open.at, close.at + 1));

  test.each([
    ['a “b” c', ['“b”']],
    ['«a „b“ c»', ['„b“', '«a „b“ c»']],
    ['»a« und „b“', ['»a«', '„b“']],
    ['”a” och ”b”', ['”a”', '”b”']],
    ['say "a" and "b".', ['"a"', '"b"']],
    ['"a", said he', ['"a"']],
    ["don't and the dogs' house", []],
    ['a 6" pipe of 5\'10"', []],
    ['the "Route 66" sign', ['"Route 66"']],
    ['他说“好，”她说', ['“好，”']],
    ['و"تويتر" ول"بحر"', ['"تويتر"', '"بحر"']],
    ['צה"ל ב"הארץ" היום', ['"הארץ"']],
    ['„X“ის და "Y"ın', ['„X“', '"Y"']],
    ['« a » : « b »', ['« a »', '« b »']],
    ['rock ‘n’ roll', ['‘n’']],
  ])('%s', (plain, expected) => {
    expect(marks(plain)).toEqual(expected);
    expect(readQuotes(plain).single).toEqual([]);
  });

  test('tells which mark is alone', () => {
    expect(readQuotes('a “b c').single.map(({ char }) => char)).toEqual(['“']);
    expect(readQuotes('a b» c').single.map(({ char }) => char)).toEqual(['»']);
    expect(readQuotes('a "b" c"').single.map(({ char }) => char)).toEqual(['"']);
  });
});

describe('the habit of an edition', () => {
  const severities = (...targets: string[]): string[] => {
    const markdown = targets.map((_, at) => `Is hall number ${at + 1} open?`).join('\n\n');
    const { catalogue } = extract(markdown);
    const ids = liveIds(catalogue).map(([id]) => id);
    let target: TargetCatalogue = { document: 'doc.md', locale: 'fr', targets: {}, suggestions: {} };
    for (const [at, text] of targets.entries()) {
      target = setTarget(catalogue, target, ids[at] ?? '', { text, origin: 'human' });
    }
    const open = openDocument({
      document: 'doc.md',
      bytes: new TextEncoder().encode(markdown),
      catalogue,
      settings,
    });
    const order: CheckOrder = { choice: () => null, only: ['spacing-before-punct'] };
    return checkDocument({ open, targets: { fr: target }, settings, order }).map(({ severity }) => severity);
  };

  test('ordinary spaces before French marks are a remark where there are no others', () => {
    expect(severities('La salle 1 est ouverte ?', 'La salle 2 est ouverte ?')).toEqual(['info', 'info']);
  });

  test('they are a warning where most do not break', () => {
    expect(severities('La salle 1 est ouverte ?', 'La salle 2 est ouverte\u202f?')).toEqual(['warning']);
  });

  test('a missing space is a warning in any case', () => {
    expect(severities('La salle 1 est ouverte ?', 'La salle 2 est ouverte?')).toEqual(['info', 'warning']);
  });
});

describe('fixes', () => {
  test.each([
    ['fr', 'Un "mot" ici', 'Un «\u00a0mot\u00a0» ici'],
    ['fr', 'Un " mot " ici', 'Un «\u00a0mot\u00a0» ici'],
    ['de', 'Ein "Wort \'hier\' drin" so', 'Ein „Wort ‚hier‘ drin“ so'],
    ['de-CH', 'Ein "Wort" so', 'Ein «Wort» so'],
    ['ru', 'Слово "одно "два" три" тут', 'Слово «одно „два“ три» тут'],
    ['nl', 'Een "woord" hier', 'Een “woord” hier'],
    ['ja', 'これは"言葉"です', 'これは「言葉」です'],
    ['sv', 'Ett "ord" här', 'Ett ”ord” här'],
  ])('quotation marks, %s: %s', (locale, plain, expected) => {
    const text = textOf(locale, plain);
    expect(mended(text, quotesStyle.check(text, checks))).toBe(expected);
  });

  test.each([
    ['Mot! Mot ; mot: «mot» 50%', 'Mot\u202f! Mot\u202f; mot\u00a0: «\u00a0mot\u00a0» 50\u00a0%'],
    ['Mot  ! À 12:30 (?)', 'Mot\u202f! À 12:30 (?)'],
    ['Mot\u00a0! Mot\u202f!', 'Mot\u00a0! Mot\u202f!'],
  ])('French spaces: %s', (plain, expected) => {
    expect(mended(textOf('fr', plain), frenchFaults(plain, 'french'))).toBe(expected);
  });

  const pieces = fc.array(
    fc.constantFrom(
      'mot',
      'Été',
      ' ',
      '  ',
      '\u00a0',
      '!',
      ':',
      ';',
      '"',
      '«',
      '»',
      '“',
      '”',
      '(',
      ')',
      '...',
      '-',
      '5',
      '%',
      ',',
      '.',
    ),
    { maxLength: 12 },
  );
  test.each([
    ['fr', 'quotes-style'],
    ['de', 'quotes-style'],
    ['fr', 'double-space'],
    ['de', 'ellipsis-style'],
    ['pl', 'dash-style'],
  ] as const)('what is mended is not found again: %s %s', (locale, id) => {
    const rules = [quotesStyle, doubleSpace, ellipsisStyle, dashStyle];
    const rule = rules.find((one) => one.id === id) ?? quotesStyle;
    fc.assert(
      fc.property(pieces, (list) => {
        const text = textOf(locale, list.join(''));
        const found = rule.check(text, checks).filter(({ fix }) => fix);
        if (found.length === 0) return;
        const again = rule.check(textOf(locale, mended(text, found)), checks).filter(({ fix }) => fix);
        expect(again).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('what is mended before and after French marks is not found again', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const plain = list.join('');
        const once = mended(textOf('fr', plain), frenchFaults(plain, 'french'));
        expect(frenchFaults(once, 'french')).toEqual([]);
        const narrow = mended(textOf('de', plain), extraSpaces(plain, '', false));
        expect(extraSpaces(narrow, '', false)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
