import { expect, test } from 'vitest';
import type { Pair, PairRule } from '../../src/check/rule.ts';
import { RULES } from '../../src/check/rules.ts';
import { createText, type Text } from '../../src/check/text.ts';
import { FIGURE_ALIASES, FIGURE_LANGUAGES } from '../../src/languages/figure-languages.ts';
import { figureKey, figureLexiconOf } from '../../src/languages/figure-lexicon.ts';
import { OTHER_FIGURES, SAME_FIGURES } from '../support/figure-pairs.ts';
import { findIn } from '../support/rule-page.ts';

const IDS = ['numbers', 'number-format', 'dates', 'times', 'percent', 'currency', 'units'];
const rules = RULES.filter((rule): rule is PairRule => rule.scope === 'pair');

const textOf = (locale: string, text: string): Text => createText(locale, [{ kind: 'text', text }]);

/** What the rules find, those of figures alone. */
function found(source: Text, target: Text, ids: readonly string[] = IDS): string[] {
  const pair = { id: 's1', source, target } as unknown as Pair;
  return rules
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, check }) =>
      check(pair, {} as never).map(
        ({ severity, values }) => `${id} ${severity ?? ''} ${JSON.stringify(values)}`,
      ),
    );
}

test.each(SAME_FIGURES)('%s “%s” is %s “%s”, both ways', (source, text, target, translation) => {
  expect(found(textOf(source, text), textOf(target, translation))).toEqual([]);
  expect(found(textOf(target, translation), textOf(source, text))).toEqual([]);
});

test.each(OTHER_FIGURES)('%s: %s “%s” is not %s “%s”', (rule, source, text, target, translation) => {
  expect(found(textOf(source, text), textOf(target, translation), [rule]).length).toBeGreaterThan(0);
});

test('a finding says which number it is, and where', () => {
  const pair = [textOf('en', 'It killed 37 of 40.'), textOf('ru', 'Погибли 38 из 40.')] as const;
  expect(found(...pair)).toEqual(['numbers  {"kind":"changed","number":"37","target":"38"}']);
  const rule = rules.find(({ id }) => id === 'numbers');
  const [first] = rule?.check({ source: pair[0], target: pair[1] } as unknown as Pair, {} as never) ?? [];
  expect(first?.at).toEqual({ start: 8, end: 10 });
});

test('places are in the text with its direction marks', () => {
  const target = textOf('ar', 'في \u200f٥\u200f/٣\u200f/٢٠٢٤ قتل ٣٨');
  const rule = rules.find(({ id }) => id === 'numbers');
  const pair = { source: textOf('en', 'On 5 March 2024, 37 died.'), target } as unknown as Pair;
  const [first] = rule?.check(pair, {} as never) ?? [];
  expect(target.plain.slice(first?.at?.start, first?.at?.end)).toBe('٣٨');
});

test('small numbers are only a remark where their words are not known', () => {
  const [small] = found(textOf('en', 'There were 7 of them.'), textOf('sw', 'Walikuwa saba.'), ['numbers']);
  expect(small).toContain('numbers info');
  const [great] = found(textOf('en', 'There were 713 of them.'), textOf('sw', 'Walikuwa wengi.'), [
    'numbers',
  ]);
  expect(great).toContain('numbers  ');
});

test('a percent sign gets the space of its language', () => {
  const rule = rules.find(({ id }) => id === 'percent');
  const target = textOf('de', 'Es waren 50% mehr.');
  const pair = { source: textOf('en', 'It was 50% more.'), target } as unknown as Pair;
  expect(rule?.check(pair, {} as never)).toMatchObject([
    { severity: 'info', values: { kind: 'format' }, fix: [{ start: 11, end: 11, text: '\u00a0' }] },
  ]);
});

test('the matrix names the language that disagrees, or the source', () => {
  const matrix = (targets: Record<string, string | null>): unknown[] =>
    findIn('figures-matrix', {
      segments: [{ en: 'The flood reached 37 villages.', ...targets }],
      ...{ source: 'en', settings: {}, context: {}, finds: null },
    }).map(({ locale, values }) => [locale, values]);
  const de = 'Die Flut erreichte 37 Dörfer.';
  const fr = 'La crue a atteint 37 villages.';
  const ru = 'Паводок дошёл до 37 сёл.';
  expect(matrix({ de, fr, ru })).toEqual([]);
  expect(matrix({ de, fr, ru: 'Паводок дошёл до 73 сёл.' })).toEqual([
    ['ru', { kind: 'changed', source: '37', here: '73', others: '37', locales: 'de, fr' }],
  ]);
  expect(matrix({ de, fr, ru: 'Паводок дошёл до сёл.' })).toMatchObject([['ru', { kind: 'missing' }]]);
  // Two against one are no majority of three.
  expect(matrix({ de: de.replace('37', '73'), ru: ru.replace('37', '73') })).toEqual([]);
  expect(
    matrix({ de: de.replace('37', '73'), fr: fr.replace('37', '73'), ru: ru.replace('37', '73') }),
  ).toEqual([[null, { kind: 'source', source: '37', here: '37', others: '73', locales: 'de, fr, ru' }]]);
});

test.each(Object.keys(FIGURE_LANGUAGES))(
  'the words of %s are in the form in which they are looked up',
  (language) => {
    const data = FIGURE_LANGUAGES[language] ?? {};
    const lists = [
      ...Object.values(data.numbers ?? {}),
      ...Object.values(data.scales ?? {}),
      ...(data.months ?? []),
      ...[data.labels, data.dateWords, data.minus, data.and],
    ];
    const words = lists.flatMap((list) => (list ?? '').split(' ')).filter((word) => word !== '');
    expect(words.filter((word) => figureKey(word, language) !== word)).toEqual([]);
    expect(lists.filter((list) => new Set(list?.split(' ')).size < (list?.split(' ').length ?? 0))).toEqual(
      [],
    );
  },
);

test('aliases stand for languages that have data', () => {
  for (const [alias, language] of Object.entries(FIGURE_ALIASES)) {
    expect(figureLexiconOf(alias).data).toBe(FIGURE_LANGUAGES[language]);
  }
});

test.each([
  '1'.repeat(5000),
  '1,'.repeat(2500),
  '1 '.repeat(2500),
  '12.'.repeat(1750),
  '1/2 '.repeat(1250),
  '5.3.2024 '.repeat(625),
  '5 März '.repeat(750),
  '14:30 '.repeat(875),
  'five '.repeat(1000),
  'XIV '.repeat(1250),
  '一'.repeat(5000),
  '5年'.repeat(2500),
  '$5% '.repeat(1250),
  '5 million '.repeat(500),
])('hostile text is read in linear time: %#', (text) => {
  const started = performance.now();
  for (const locale of ['en', 'de', 'zh'])
    found(textOf(locale, text), textOf(locale, `${text} 7`), [...IDS, 'spelled-number']);
  expect(performance.now() - started).toBeLessThan(1500);
});
