import { describe, expect, test } from 'vitest';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderParallel } from '../../src/edition/parallel.ts';
import { textsByLanguage } from '../support/language-walk.ts';
import { buildDocument } from '../support/page-build.ts';
import { pageInput, statementInput, structureInput } from '../support/page-fixtures.ts';
import { paragraph } from '../support/page-structure.ts';
import { NAMED_WORDS } from '../support/page-words.ts';

const NAMED = /⟨([\w-]+)⟩ ([\w.-]+)/g;
const words = (html: string): { readonly locale: string; readonly key: string }[] =>
  [...html.matchAll(NAMED)].map(([, locale = '', key = '']) => ({ locale, key }));
const radios = (html: string): string[] =>
  [...html.matchAll(/<input type="radio"[^>]* id="u-([\w-]+)"/g)].map(([, locale = '']) => locale);

describe('an edition', () => {
  test.each(['en', 'hy', 'ar', 'fr'])('in %s has no words but its own', (locale) => {
    const html = renderEdition(structureInput(NAMED_WORDS), locale);
    expect(words(html).length).toBeGreaterThan(5);
    expect(words(html).filter((one) => one.locale !== locale)).toEqual([]);
  });

  test('names the language of each word that is not its own', () => {
    const html = renderEdition(
      structureInput({ ...NAMED_WORDS, words: named('fr'), uiLocale: () => 'fr' }),
      'hy',
    );
    const texts = textsByLanguage(html).filter(({ text }) => text.includes('⟨fr⟩'));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter(({ lang }) => lang !== 'fr')).toEqual([]);
    expect(html).toContain('aria-label="⟨fr⟩ page.table" lang="fr" dir="ltr"><table lang="hy" dir="ltr">');
    expect(html).not.toMatch(/aria-label="[^"]*"(?! lang="fr")/);
  });
});

function named(locale: string): typeof NAMED_WORDS.words {
  return (_, key, values) => NAMED_WORDS.words(locale, key, values);
}

describe('the parallel edition', () => {
  const html = renderParallel(structureInput(NAMED_WORDS));

  test('has each of its words in each language that it offers, and says which one it is', () => {
    const texts = textsByLanguage(html).flatMap(({ lang, text }) =>
      words(text).map((one) => ({ lang, ...one })),
    );
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter(({ lang, locale }) => lang !== locale)).toEqual([]);
    const frame = html.replace(/<(td|th) [\s\S]*?<\/\1>/g, '');
    const keys = new Map<string, string[]>();
    for (const { key, locale } of words(frame)) keys.set(key, [...(keys.get(key) ?? []), locale]);
    // The title of the page can be in one language only.
    expect(keys.get('page.parallel.pageTitle')).toEqual(['en']);
    keys.delete('page.parallel.pageTitle');
    expect(keys.size).toBeGreaterThan(8);
    for (const [key, locales] of keys)
      expect([key, new Set(locales)]).toEqual([key, new Set(['en', 'ar', 'fr', 'hy'])]);
  });

  test('offers them by their own names, in the order of the page’s language', () => {
    expect(radios(html)).toEqual(['en', 'fr', 'hy', 'ar']);
    expect(html).toMatch(/<label lang="hy"><input type="radio" name="reader" id="u-hy"> հայերեն<\/label>/);
    expect(html).toMatch(/<label lang="ar" dir="rtl"><input [^>]*> العربية<\/label>/);
    expect(html.match(/<input type="radio" name="reader"[^>]* checked>/g)).toEqual([
      '<input type="radio" name="reader" id="u-en" checked>',
    ]);
  });

  test('begins in the language that it is asked for', () => {
    const armenian = renderParallel(structureInput({ ...NAMED_WORDS, reader: 'hy' }));
    expect(armenian).toContain('<html lang="hy" dir="ltr">');
    expect(armenian).toContain('<title>⟨hy⟩ page.parallel.pageTitle');
    expect(armenian).toContain('id="u-hy" checked>');
    expect(armenian).toMatch(/<h1 class="u"><i lang="hy">⟨hy⟩/);
  });

  test('offers no language that there are no words in', () => {
    const uiLocale = (locale: string): string => (locale === 'hy' || locale === 'fr' ? locale : 'en');
    const some = renderParallel(structureInput({ words: named('en'), uiLocale }));
    expect(radios(some)).toEqual(['en', 'fr', 'hy']);
    const none = renderParallel(structureInput({ words: named('fr'), uiLocale: () => 'fr' }));
    expect(radios(none)).toEqual([]);
    expect(none).not.toContain('class="u');
  });

  test('offers two regions with the same words once', () => {
    const target = 'O propoziție.';
    const tree = [paragraph({ id: 's6para001', text: 'One.', targets: { ro: target, 'ro-MD': target } })];
    const uiLocale = (locale: string): string => new Intl.Locale(locale).language;
    const built = buildDocument(['en', 'ro', 'ro-MD'], tree);
    expect(radios(renderParallel(pageInput(built, { ...NAMED_WORDS, uiLocale })))).toEqual(['en', 'ro']);
  });

  test('says once what is the same for all', () => {
    const same = renderParallel(structureInput({ ...NAMED_WORDS, words: named('en') }));
    expect(same).toContain('<h1>⟨en⟩ page.parallel.title');
    expect(
      words(same.replace(/<(td|th) [\s\S]*?<\/\1>/g, '')).filter(({ key }) => key === 'page.parallel.about'),
    ).toHaveLength(1);
  });

  test('says of each text of a machine’s that it is one, in the language of the cell', () => {
    const cells = (html: string): [string | undefined, ReturnType<typeof words>][] =>
      [...html.matchAll(/<td [^>]*lang="(\w+)"[\s\S]*?<\/td>/g)].map(([cell, locale]) => [
        locale,
        words(cell),
      ]);
    const input = statementInput(NAMED_WORDS);
    // Where all texts of a column are drafts, its head says so, and the style sheet beside each text.
    const uniform = renderParallel(input);
    for (const [locale, said] of cells(uniform)) expect([locale, said]).toEqual([locale, []]);
    for (const locale of input.parallel.locales.slice(1)) {
      const head = new RegExp(`<th [^>]*lang="${locale}"[\\s\\S]*?</th>`).exec(uniform)?.[0] ?? '';
      expect(words(head)).toContainEqual({ locale, key: 'page.mark.machine' });
      expect(head).toContain('data-all="machine"');
      expect(uniform).toContain(`tr>[lang=${locale}]{--label:`);
      expect(uniform).toContain(`◇ \\27e8 ${locale}\\27e9  page\\2e state\\2e machine"`);
    }
    // Where one text is a person's, each of the others says itself what it is.
    const [first, ...rest] = input.parallel.rows;
    const french = first?.cells['fr'];
    if (!first || !french) throw new Error('the fixture has a French title');
    const human = { ...first, cells: { ...first.cells, fr: { ...french, origin: 'human' as const } } };
    const mixed = renderParallel({ ...input, parallel: { ...input.parallel, rows: [human, ...rest] } });
    const said = cells(mixed).filter(([locale]) => locale === 'fr');
    expect(said.map(([, one]) => one)).toEqual([
      [],
      ...rest.map(() => [{ locale: 'fr', key: 'page.mark.machine' }]),
    ]);
  });

  test('names a language that looks like CSS and says nothing but it', () => {
    const names = (): string => '"} * { color: red } </style><b>\\';
    const style = /<style>([\s\S]*?)<\/style>/.exec(renderParallel(structureInput({ names })))?.[1] ?? '';
    expect(style).toContain(
      'tr>[lang=hy]{--label:"\\22 \\7d  \\2a  \\7b  color\\3a  red \\7d  \\3c \\2f style\\3e \\3c b\\3e \\5c "',
    );
  });
});
