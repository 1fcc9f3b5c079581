import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { createInterface } from '../../src/i18n/words.ts';
import { hexapla } from '../support/cli.ts';
import {
  isPlain,
  literalOf,
  placeholdersOf,
  readTexts,
  readTree,
  sampleValues,
  UI_LOCALES,
} from '../support/interface-texts.ts';
import { sameAsEnglish } from './same-as-english.ts';

const english = readTexts('en');
const strings = createInterface(Object.fromEntries(UI_LOCALES.map((locale) => [locale, readTree(locale)])));

/** The categories that whole numbers up to a thousand need in a language. */
function neededCategories(locale: string, type: 'cardinal' | 'ordinal'): Set<string> {
  const rules = new Intl.PluralRules(locale, { type });
  return new Set([...Array.from({ length: 1001 }, (_, n) => rules.select(n)), 'other']);
}

/** The names of a text's placeholders, each with what it chooses between; the categories of plurals aside. */
function shapeOf(text: string): string[] {
  const shapes = placeholdersOf(text).map(({ name, form, options }) => {
    if (form === 'select') return `${name}: ${[...options].sort().join(' ')}`;
    return form === 'plural' || form === 'ordinal'
      ? name
      : `${name} ${form === 'argument' ? '' : 'formatted'}`;
  });
  return [...new Set(shapes)].sort();
}

describe.each(UI_LOCALES.map((locale) => [locale]))('the interface in %s', (locale) => {
  const texts = readTexts(locale);
  const words = strings.words(locale);

  it('has every text, in the order of the English ones, and no other', () => {
    expect([...texts.keys()]).toEqual([...english.keys()]);
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('is translated', () => {
    if (locale === 'en') return;
    const said = ([key, text]: [string, string]) => (isPlain(key) ? text : literalOf(text));
    const same = [...texts].filter((one) => one[1] === english.get(one[0]) && /\p{L}{2}/u.test(said(one)));
    expect(same.map(([key]) => key).filter((key) => !sameAsEnglish(locale, key))).toEqual([]);
  });

  it('has the same placeholders, and chooses between the same cases', () => {
    const differ = [...texts].filter(
      ([key, text]) => !isPlain(key) && shapeOf(text).join() !== shapeOf(english.get(key) ?? '').join(),
    );
    expect(differ).toEqual([]);
    const named = (text: string) => (text.match(/\{[\w,]+\}/g) ?? []).sort();
    for (const [key, text] of texts)
      if (isPlain(key)) expect(named(text)).toEqual(named(english.get(key) ?? ''));
  });

  it('has the plural forms of its language', () => {
    const wrong = [...texts].flatMap(([key, text]) => {
      if (isPlain(key)) return [];
      return placeholdersOf(text).flatMap(({ form, options }) => {
        if (form !== 'plural' && form !== 'ordinal') return [];
        const type = form === 'plural' ? 'cardinal' : 'ordinal';
        const { pluralCategories } = new Intl.PluralRules(locale, { type }).resolvedOptions();
        const given = options.filter((option) => !option.startsWith('='));
        const absent = [...neededCategories(locale, type)].filter((one) => !given.includes(one));
        const unknown = given.filter((one) => !pluralCategories.includes(one as Intl.LDMLPluralRule));
        return absent.length + unknown.length === 0 ? [] : [{ key, absent, unknown }];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('can format every text with every kind of value', () => {
    let formatted = 0;
    const wrong: string[] = [];
    for (const [key, text] of texts) {
      if (isPlain(key)) continue;
      for (const values of sampleValues(text)) {
        formatted++;
        const said = words(key, values);
        const shown = Object.values(values).every((value) => typeof value !== 'string' || !/«/.test(value));
        const braces = /'\{/.test(text) ? '' : '[{}]|';
        const empty = said.trim() === '' && !text.includes('=0 {}');
        if (empty || new RegExp(`${braces}undefined|\\[object|NaN`).test(said)) wrong.push(`${key}: ${said}`);
        if (!shown && said === text) wrong.push(`${key}: not filled`);
      }
    }
    expect(wrong).toEqual([]);
    expect(formatted).toBeGreaterThan(texts.size);
  });

  it('keeps what users type: commands, options, file names', () => {
    const typed = (text: string) =>
      (text.match(/hexapla(?: [a-z][a-z-]*\b)?|(?<![\w-])--[a-z-]+|hexapla\.json|git config [^\n]*/g) ?? [])
        .filter((piece) => piece !== 'hexapla' || locale === 'en')
        .sort();
    const names = new Set(COMMANDS.map(({ name }) => `hexapla ${name.split(' ')[0]}`));
    const kept = (pieces: readonly string[]) =>
      [...new Set(pieces.filter((piece) => !piece.startsWith('hexapla ') || names.has(piece)))].join(' | ');
    const differ = [...texts].flatMap(([key, text]) => {
      const [own, wanted] = [kept(typed(text)), kept(typed(english.get(key) ?? ''))];
      return own === wanted ? [] : [{ key, own, wanted }];
    });
    expect(differ).toEqual([]);
  });

  it('says of itself that it is a machine draft', async () => {
    const meta = readTree(locale)['$meta'];
    if (locale === 'en') return expect(meta).toBeUndefined();
    expect(meta).toMatchObject({ origin: 'machine', reviewed: 'no' });
    const { out } = await hexapla('/', ['--version', '--ui-locale', locale]);
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? '';
    expect(out.split('\n')[0]).toMatch(/^\d+\.\d+\.\d+$/);
    expect(out).toContain(name);
    return undefined;
  });

  it('gives help', async () => {
    const { exit, out } = await hexapla('/', ['--help'], { env: { LC_ALL: `${locale}_XX.UTF-8` } });
    expect(exit).toBe(0);
    expect(out).toContain(texts.get('cli.about'));
    for (const { name } of COMMANDS)
      expect(out).toContain(texts.get(`cli.${name.replaceAll(' ', '.')}.summary`));
  });
});
