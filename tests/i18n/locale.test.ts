import { describe, expect, it } from 'vitest';
import { environmentLocale, localeChain, posixLocale } from '../../src/i18n/locale.ts';
import { hexapla } from '../support/cli.ts';

describe('the language of the environment', () => {
  it.each([
    ['hy_AM.UTF-8', 'hy-AM'],
    ['fr', 'fr'],
    ['az_AZ@latin', 'az-Latn-AZ'],
    ['sr_RS.UTF-8@cyrillic', 'sr-Cyrl-RS'],
    ['de_DE@euro', 'de-DE'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['C', null],
    ['C.UTF-8', null],
    ['POSIX', null],
    ['../../etc', null],
    ['', null],
  ])('%s is %s', (name, locale) => {
    expect(posixLocale(name)).toBe(locale);
  });

  it('is named by LC_ALL, then LC_MESSAGES, then LANG; an empty one does not count', () => {
    expect(environmentLocale({ LANG: 'fr_FR', LC_MESSAGES: 'de_DE', LC_ALL: 'uk_UA' })).toBe('uk-UA');
    expect(environmentLocale({ LANG: 'fr_FR', LC_MESSAGES: 'de_DE', LC_ALL: '' })).toBe('de-DE');
    expect(environmentLocale({ LANG: 'fr_FR' })).toBe('fr-FR');
    expect(environmentLocale({ LANG: 'fr_FR', LC_ALL: 'C' })).toBeNull();
    expect(environmentLocale({})).toBeNull();
  });

  it('is sought with its script, then by its language alone', () => {
    expect(localeChain('az-Latn-AZ')).toEqual(['az-Latn-AZ', 'az-Latn', 'az']);
    expect(localeChain('ro-MD')).toEqual(['ro-MD', 'ro']);
  });
});

describe('the command line', () => {
  const about = async (words: string[], env: Record<string, string>) =>
    (await hexapla('/', [...words, '--help'], { env })).out.split('\n')[0];

  it('speaks it, and --ui-locale overrules it', async () => {
    const [english, romanian, german] = await Promise.all([
      about([], {}),
      about([], { LANG: 'ro_MD.UTF-8' }),
      about(['--ui-locale', 'de'], { LANG: 'ro_MD.UTF-8' }),
    ]);
    expect(new Set([english, romanian, german]).size).toBe(3);
    expect(await about(['--ui-locale=ro'], {})).toBe(romanian);
    expect(await about(['--ui-locale', 'ja'], { LANG: 'ro_RO' })).toBe(english);
    expect(await about([], { LC_ALL: 'C', LANG: 'ro_RO' })).toBe(english);
  });

  it('tells mistakes in it', async () => {
    const { exit, err } = await hexapla('/', ['extrat', '--ui-locale', 'de']);
    expect(exit).toBe(2);
    expect(err).toContain('extract');
    expect(err).not.toContain('There is no command');
  });

  it('refuses a tag that is none', async () => {
    const { exit, err } = await hexapla('/', ['status', '--ui-locale', 'not a tag']);
    expect([exit, err]).toEqual([2, expect.stringContaining('--ui-locale')]);
  });
});
