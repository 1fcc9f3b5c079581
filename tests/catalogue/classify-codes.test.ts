import { describe, expect, test } from 'vitest';
import { classifyEdit, occurrencesIn } from '../../src/catalogue/classify.ts';
import { hashWording } from '../../src/catalogue/hash.ts';
import { createJudge } from '../../src/catalogue/progress.ts';
import { reclassify } from '../../src/catalogue/review.ts';
import type { EditClass, SourceCatalogue, Wording } from '../../src/model/catalogue.ts';
import type { Code } from '../../src/model/content.ts';
import { extract, liveIds } from '../support/settings.ts';

const none = occurrencesIn(() => []);
const classOf = (from: Wording, to: Wording, locale = 'en'): EditClass =>
  classifyEdit(from, to, locale, none);
const html = (open: string, close: string): Wording => ({
  text: 'See <1>this page</1> now.',
  codes: { '1': { type: 'html', parts: [open, close] } },
});
const codes = (text: string, ...list: readonly Code[]): Wording => ({
  text,
  codes: Object.fromEntries(list.map((code, i) => [String(i + 1), code])),
});
const link = (href: string): Code => ({ type: 'link', parts: ['[', `](${href})`], href });
const strong: Code = { type: 'strong', parts: ['**', '**'] };

describe('codes', () => {
  test.each<[EditClass, string, string]>([
    ['cosmetic', '<B>', '<b>'],
    ['cosmetic', '<b  CLASS="x">', '<b class="x">'],
    ['wording', '<b class="x">', '<b class="X">'],
    ['wording', '<b>', '<i>'],
    ['meaning', '<a href="/one">', '<a href="/two">'],
    ['meaning', "<a href='/one'>", "<a href='/One'>"],
    ['meaning', '<img src=a.png>', '<img src=b.png>'],
  ])('%s: %s → %s', (expected, from, to) => {
    expect(classOf(html(from, '</x>'), html(to, '</x>'))).toBe(expected);
  });

  test('two links that change their targets', () => {
    const text = 'Read <1>one</1> or <2>two</2>.';
    expect(classOf(codes(text, link('#a'), link('#b')), codes(text, link('#b'), link('#a')))).toBe('meaning');
  });

  test('a code that moves to other words is wording', () => {
    const [before, after] = ['Do <1>read</1> this.', 'Do read <1>this</1>.'];
    expect(classOf(codes(before, strong), codes(after, strong))).toBe('wording');
    expect(classOf(codes(before, link('#a')), codes(after, link('#a')))).toBe('wording');
  });

  test('white space and quotation marks beside a code', () => {
    expect(classOf(codes('Say  "<1>no</1>"  now.', strong), codes('Say “<1>no</1>” now.', strong))).toBe(
      'cosmetic',
    );
  });
});

test.each<[EditClass, string, string, string]>([
  ['meaning', 'ja', '会議は 200 人です。', '会議は 300 人です。'],
  ['wording', 'ja', '会議は良いです。', '会議は悪いです。'],
  ['cosmetic', 'es', 'Dijo "sí" ayer.', 'Dijo «sí» ayer.'],
  ['meaning', 'es', 'Viajó a Lima ayer.', 'Viajó a Quito ayer.'],
  ['wording', 'fa', 'نشست ۲۰۰ نفر داشت.', 'نشست 200 نفر داشت.'],
  ['meaning', 'fa', 'نشست ۲۰۰ نفر داشت.', 'نشست ۳۰۰ نفر داشت.'],
  ['wording', 'ru', 'Выросло на 1,5 процента.', 'Выросло на 1.5 процента.'],
  ['wording', 'ru', 'Пришло 1 000 человек.', 'Пришла 1000 человек.'],
  ['meaning', 'en', 'In 2020 100 people came.', 'In 2020100 people came.'],
  ['wording', 'de', 'Am 9. November 2020 begann es.', 'Am 9.11.2020 begann es.'],
  ['meaning', 'en', "The pipe is 5' long.", 'The pipe is 50 long.'],
  ['wording', 'en', "The pipe is 5' long.", 'The pipe is 5" long.'],
  ['wording', 'en', 'It is the mens room.', 'It is the men’s room.'],
  ['wording', 'en', 'They may be late.', 'They may be late indeed.'],
  ['wording', 'en', 'They re-sign it.', 'They resign it.'],
  ['meaning', 'az', 'Şura planı qəbul edib.', 'Şura planı qəbul etməyib.'],
  ['meaning', 'ka', 'ბრძანება სწორია.', 'ბრძანება არასწორია.'],
  ['meaning', 'hyw', 'Ան եկաւ։', 'Ան չեկաւ։'],
  ['wording', 'ro', 'Aceştia sunt aici.', 'Aceștia sunt aici.'],
])('general rules: %s in %s: %s → %s', (expected, locale, from, to) => {
  expect(classOf({ text: from, codes: {} }, { text: to, codes: {} }, locale)).toBe(expected);
});

describe('misspellings', () => {
  const mend = (wrong: string, right: string, ...elsewhere: string[]): EditClass => {
    const [from, to] = [`We ${wrong} here.`, `We ${right} here.`];
    return classifyEdit(
      { text: from, codes: {} },
      { text: to, codes: {} },
      'en',
      occurrencesIn(() => [to, ...elsewhere]),
    );
  };

  test.each([
    ['recieve', 'receive', 'cosmetic'],
    ['begining', 'beginning', 'cosmetic'],
    ['goverment', 'government', 'cosmetic'],
    ['attack', 'attacks', 'wording'],
    ['import', 'export', 'wording'],
    ['form', 'from', 'wording'],
    ['affect', 'effect', 'wording'],
    ['shuold', 'should', 'meaning'],
    ['nver', 'never', 'meaning'],
  ])('%s → %s: %s', (wrong, right, expected) => {
    expect(mend(wrong, right, `The word ${right} is here too.`)).toBe(expected);
    if (expected === 'cosmetic') expect(mend(wrong, right)).toBe('wording');
  });

  test('two mends of one word do not vouch for each other', () => {
    const [from, to] = ['They recieve and recieve it.', 'They receive and receive it.'];
    const within = occurrencesIn(() => [to]);
    expect(classifyEdit({ text: from, codes: {} }, { text: to, codes: {} }, 'en', within)).toBe('wording');
  });

  test('a word with a capital letter is mended only if it is known in lower case', () => {
    const [from, to] = ['Volunters came.', 'Volunteers came.'];
    const pair = [
      { text: from, codes: {} },
      { text: to, codes: {} },
    ] as const;
    const known = occurrencesIn(() => [to, 'The volunteers left.']);
    const unknown = occurrencesIn(() => [to, 'Volunteers left.']);
    const named = occurrencesIn(() => [to, 'The volunteers left.', 'The band Volunteers left.']);
    expect(classifyEdit(...pair, 'en', known)).toBe('cosmetic');
    expect(classifyEdit(...pair, 'en', named)).toBe('wording');
    expect(classifyEdit(...pair, 'en', unknown)).toBe('wording');
  });

  test('a name at the start of a sentence is known from elsewhere in the document', () => {
    const pair = [
      { text: 'Brown said so.', codes: {} },
      { text: 'Smith said so.', codes: {} },
    ] as const;
    expect(classifyEdit(...pair, 'en', none)).toBe('wording');
    expect(
      classifyEdit(
        ...pair,
        'en',
        occurrencesIn(() => ['We asked Smith about it.']),
      ),
    ).toBe('meaning');
  });
});

describe('judging a target over several edits', () => {
  const steps = (...texts: string[]): SourceCatalogue[] => {
    let last: SourceCatalogue | null = null;
    return texts.map((text) => {
      last = extract(`${text}\n\nOthers receive it at the beginning.\n`, last).catalogue;
      return last;
    });
  };
  const judge = (first: SourceCatalogue, now: SourceCatalogue) => {
    const [id = ''] = liveIds(first)[0] ?? [];
    const entryOf = (source: SourceCatalogue) => source.units[0]!.segments[id]!;
    return createJudge(now)(entryOf(now), hashWording(entryOf(first)));
  };
  const idOf = (source: SourceCatalogue): string => liveIds(source)[0]?.[0] ?? '';

  test('cosmetic edits stay cosmetic, also when what vouched for them has gone', () => {
    const [first, , last] = steps(
      'We recieve it at the begining.',
      'We receive it at the begining.',
      'We receive it at the beginning.',
    );
    expect(judge(first!, last!)).toBe(null);
    const later = extract('We receive it at the beginning.\n\nNothing else.\n', last!).catalogue;
    expect(judge(first!, later)).toBe(null);
  });

  test('every edit classed by a person: the gravest decides, whatever the rules say', () => {
    const [first, second] = steps('We met 20 of them.', 'We met 30 of them.');
    const decided = reclassify(second!, idOf(first!), 'cosmetic');
    expect(judge(first!, decided)).toBe(null);
    const third = extract('We met 40 of them.\n\nOthers receive it at the beginning.\n', decided).catalogue;
    expect(judge(first!, third)).toBe('meaning');
    expect(judge(first!, reclassify(third, idOf(first!), 'wording'))).toBe('wording');
  });

  test('one edit classed by rules and not by a person is judged by the wordings, not by what was stored', () => {
    const [first, second] = steps('We met 20 of them.', 'We met 30 of them.');
    const id = idOf(first!);
    const unit = second!.units[0]!;
    const entry = unit.segments[id]!;
    const was = entry.was!.map((past) => ({ ...past, edit: 'cosmetic' as const }));
    const edited = {
      ...second!,
      units: [{ ...unit, segments: { [id]: { ...entry, was } } }, ...second!.units.slice(1)],
    };
    expect(judge(first!, edited)).toBe('meaning');
  });
});

test('hostile text is judged in bounded time', () => {
  const long = [
    '111 '.repeat(7_000),
    'a.'.repeat(12_000),
    `https:${'!'.repeat(25_000)}a`,
    '-'.repeat(25_000),
    'Aa '.repeat(10_000),
    'x'.repeat(25_000),
    '"\' '.repeat(10_000),
    'twenty '.repeat(5_000),
  ];
  const start = process.cpuUsage();
  for (const text of long) {
    expect(classOf({ text, codes: {} }, { text: `${text} b`, codes: {} })).not.toBe('cosmetic');
  }
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(15);
});
