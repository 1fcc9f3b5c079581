import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emailsOf,
  handlesOf,
  hashtagsOf,
  isWithEnding,
  urlKey,
  urlsOf,
} from '../../src/check/markup/addresses.ts';
import { literalsOf } from '../../src/check/markup/literal.ts';
import { sameButLocale } from '../../src/check/markup/locales.ts';
import { phonesOf } from '../../src/check/markup/phones.ts';
import { createText, type Text } from '../../src/check/text.ts';
import type { RuleId } from '../../src/model/rules.ts';
import { type Example, type ExampleTarget, findIn } from '../support/rule-page.ts';
import { runs } from '../support/settings.ts';

const text = (plain: string): Text => createText('en', [{ kind: 'text', text: plain }]);
const rawOf = (found: readonly { readonly raw: string }[]): string[] => found.map(({ raw }) => raw);

function found(
  rule: RuleId,
  source: string,
  targets: Readonly<Record<string, ExampleTarget>>,
  over: Partial<Example> = {},
) {
  const example: Example = {
    segments: [{ en: source, ...targets }],
    source: 'en',
    settings: {},
    context: {},
    finds: null,
    ...over,
  };
  return findIn(rule, example).map(({ locale, severity, values }) => [locale, severity, values['kind']]);
}

describe('addresses in a text', () => {
  it.each([
    ['See https://example.org/a_(b).', ['https://example.org/a_(b)']],
    ['(see https://example.org/a)', ['https://example.org/a']],
    ['Տե՛ս https://example.org/a։', ['https://example.org/a']],
    ['参见https://example.org/a。谢谢', ['https://example.org/a']],
    ['« https://example.org/a/ », www.example.org!', ['https://example.org/a/', 'www.example.org']],
    ['example.org, e.g. this', []],
  ])('are found without the marks of the sentence: %s', (plain, raw) => {
    expect(rawOf(urlsOf(text(plain)))).toEqual(raw);
  });

  it('are compared as browsers read them', () => {
    expect(urlKey('https://EXAMPLE.org/m%C3%BChle/')).toBe(urlKey('http://www.example.org/mühle'));
    expect(urlKey('https://xn--mhle-0ra.example/')).toBe(urlKey('https://mühle.example'));
    expect(urlKey('https://example.org/a')).not.toBe(urlKey('https://example.org/A'));
    expect(urlKey('http://[')).toBe('http://[');
  });

  it.each([
    ['example.org/en/a', 'example.org/fr/a', true],
    ['en.example.org/a', 'ru.example.org/a', true],
    ['example.org/a?lang=en', 'example.org/a?lang=fr', true],
    ['example.org/a', 'example.org/fr/a', true],
    ['example.org/report-en.pdf', 'example.org/report-fr.pdf', true],
    ['example.org/en/a', 'example.org/fr/b', false],
    ['example.org/it/a', 'example.org/at/a', false],
  ])('may differ in their locale: %s, %s', (one, other, same) => {
    expect(sameButLocale(one, other, ['en', 'fr', 'ru'])).toBe(same);
  });

  it('are mail addresses, handles, hashtags and telephone numbers', () => {
    const plain = text(
      'Write to a.b+c@example.org or @name_1, @name@social.example; #Tag1, #1, ＃タグ and C# or page#top.',
    );
    expect(rawOf(emailsOf(plain))).toEqual(['a.b+c@example.org']);
    expect(rawOf(handlesOf(plain))).toEqual(['@name_1', '@name@social.example']);
    expect(rawOf(hashtagsOf(plain))).toEqual(['#Tag1', '＃タグ']);
    const calls = text(
      '+41 22 730 5000, (010) 555-123, tel. 555 0123, on 2023-10-05 1 234 567 or +1 200 000',
    );
    expect(phonesOf(calls).map(({ key }) => key)).toEqual(['41227305000', '010555123', '5550123']);
  });

  it('may carry case endings', () => {
    for (const ending of ['-ը', '-un', "'un", '’nin', '', 'ում'])
      expect(isWithEnding(`un.org${ending}`, 'un.org')).toBe(true);
    for (const more of ['/fr', 'x', '.il', '-1']) expect(isWithEnding(`un.org${more}`, 'un.org')).toBe(false);
  });
});

const ADDRESSES = {
  urls: ['www\\.example.org/a', 'www\\.example.org/a?b=c', 'www\\.mühle.example/x%20y'],
  emails: ['press\\@example.org', 'a.b\\@sub.example.org'],
  phones: ['+41 22 730 5000', '+374 10 123 456', '(010) 555-123'],
  handles: ['\\@example_org', '\\@Name1'],
  hashtags: ['#CleanWater', '#Peace2025'],
} as const;
const CLEAN = (address: string): string => address.replaceAll('\\', '');
const SENTENCES = {
  hy: ['Գրեք ', ' հասցեով՝ այսօր։'],
  fr: ['Voyez ', ' dès aujourd’hui.'],
  ar: ['انظر ', ' اليوم.'],
  ja: ['本日は', ' をご覧ください。'],
  uk: ['Дивіться ', ' сьогодні.'],
} as const;

describe.each(Object.entries(ADDRESSES))('%s', (rule, addresses) => {
  const locales = Object.entries(SENTENCES);
  const address = fc.constantFrom(...addresses);
  const place = fc.constantFrom(...locales);

  it('are fine where they are the same, whatever stands around them', () => {
    fc.assert(
      fc.property(address, place, (one, [locale, [before, after]]) => {
        const targets = { [locale]: `${before}${CLEAN(one)}${after}` };
        expect(found(rule as RuleId, `See ${one} today.`, targets)).toEqual([]);
      }),
      { numRuns: Math.min(runs, 60) },
    );
  });

  it('are found where they are lost, or where a letter or digit is another one', () => {
    fc.assert(
      fc.property(address, place, fc.nat(), (one, [locale, [before, after]], at) => {
        const clean = CLEAN(one);
        const places = [...clean].flatMap((char, i) => (/[a-z0-9]/.test(char) && i > 4 ? [i] : []));
        const i = places[at % places.length] ?? 5;
        const other =
          clean.slice(0, i) +
          (/\d/.test(clean[i] ?? '') ? (clean[i] === '7' ? '8' : '7') : clean[i] === 'q' ? 'z' : 'q') +
          clean.slice(i + 1);
        for (const text of [`${before}${after}`, `${before}${other}${after}`]) {
          expect(found(rule as RuleId, `See ${one} today.`, { [locale]: text }).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: Math.min(runs, 60) },
    );
  });
});

describe('markup typed as characters', () => {
  it.each([
    ['**bold**', 'strong'],
    ['__bold__', 'strong'],
    ['an *italic* word', 'emphasis'],
    ['an _italic_ word', 'emphasis'],
    ['`code`', 'code'],
    ['[a](https://example.org)', 'link'],
    ['![a](b.png)', 'image'],
    ['a[^1]', 'footnote'],
    ['# Title', 'heading'],
    ['* item', 'item'],
    ['> quote', 'quote'],
    ['~~gone~~', 'strikethrough'],
    ['<br>', 'html'],
    ['</strong>', 'html'],
    ['<1>text</1>', 'tag'],
    ['| a | b |', 'table'],
  ])('%s is %s', (plain, kind) => {
    expect(literalsOf(text(plain)).map((one) => one.kind)).toContain(kind);
  });

  it.each([
    'Bürger*innen und Kolleg*innen',
    '5 * 3 * 2 = 30',
    '* See the note below',
    'snake_case_name and other_name',
    'l`homme et l`enfant',
    '[sic] and [a b]',
    '#1 in the list',
    '- Bonjour, dit-elle.',
    'a < b and c > d',
    'a~b~c',
    '[*] and [1]',
    'x | y',
  ])('%s is none', (plain) => {
    const kinds = literalsOf(text(plain)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => !(plain.startsWith('* ') && kind === 'item'))).toEqual([]);
  });

  it('costs no more than the length of a text', () => {
    const started = performance.now();
    for (const piece of [
      '[',
      '[a](',
      '*a ',
      '_a ',
      '`a',
      '<a ',
      '1 ',
      'a@b.',
      'http://(',
      '#_',
      '@a',
      '[^',
      '{:a',
    ]) {
      const long = text(piece.repeat(40_000));
      for (const find of [literalsOf, urlsOf, emailsOf, handlesOf, hashtagsOf, phonesOf]) find(long);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('inline codes', () => {
  const SOURCE = 'See [the report](https://example.org/r) of the **council** of *today*.';

  it('may stand anywhere', () => {
    const words = ['<1>a</1>', '<2>b</2>', '<3>c</3>'];
    const orders = fc.shuffledSubarray(words, { minLength: 3 });
    fc.assert(
      fc.property(orders, fc.constantFrom('hy', 'az', 'fr'), (order, locale) => {
        for (const rule of [
          'inline-codes',
          'links',
          'markdown',
          'space-around-codes',
          'structure',
        ] as const) {
          expect(found(rule, SOURCE, { [locale]: `${order.join(' ')}.` })).toEqual([]);
        }
      }),
      { numRuns: Math.min(runs, 40) },
    );
  });

  it('are found when lost, and a link by name', () => {
    expect(found('inline-codes', SOURCE, { fr: 'a <2>b</2> <3>c</3>' })).toEqual([['fr', 'error', 'set']]);
    expect(found('links', SOURCE, { fr: 'a <2>b</2> <3>c</3>' })).toEqual([['fr', 'error', 'lost']]);
    expect(found('markdown', SOURCE, { fr: 'a <2>b</2> <3>c</3>' })).toEqual([['fr', 'error', 'count']]);
  });

  it('of one kind that changed places are a remark, footnotes a warning', () => {
    const two = 'See [a](https://example.org/a) and [b](https://example.org/b).';
    expect(found('inline-codes', two, { fr: '<2>b</2> et <1>a</1>' })).toEqual([['fr', 'info', 'order']]);
    const same = 'See [a](https://example.org/a) and [b](https://example.org/a).';
    expect(found('inline-codes', same, { fr: '<2>b</2> et <1>a</1>' })).toEqual([]);
    const nested = 'See **the [report](https://example.org/a)**.';
    expect(found('inline-codes', nested, { fr: '<2><1>rapport</1></2>' })).toEqual([
      ['fr', 'warning', 'turned'],
    ]);
  });

  it('keep the spaces around them', () => {
    const source = 'The **report** is `public` now.';
    const fine = ['Le <1>rapport</1> est <2/> là.', '<2/>, le <1>rapport</1>!', '« <1>x</1> » — (<2/>)'];
    for (const fr of fine) expect([fr, found('space-around-codes', source, { fr })]).toEqual([fr, []]);
    const faults = [
      'Le<1>rapport</1> est <2/> là.',
      'Le <1>rapport</1>est <2/> là.',
      'Le <1> rapport</1> est <2/>.',
      'Le <1>rapport </1> est <2/>.',
      'Le <1>rapport</1> est<2/> là.',
      'Le <1>rapport</1> est <2/>là.',
    ];
    for (const fr of faults)
      expect([fr, found('space-around-codes', source, { fr }).length]).toEqual([fr, 1]);
    const endings = {
      hy: '<1>ԵԱՀԿ</1>ին <2/>-ով',
      ka: '<1>საბჭო</1>ს <2/>',
      tr: '<1>rapor</1>un <2/>',
      ja: 'この<1>報告</1>は<2/>です',
      ko: '<1>보고서</1>는 <2/>',
    };
    expect(found('space-around-codes', source, endings)).toEqual([]);
    expect(
      found('space-around-codes', source, { hy: '<1>ԵԱՀԿ</1>բաց <2/>', az: '<1>hesabat</1>açıqdır <2/>' })
        .length,
    ).toBe(2);
  });
});
