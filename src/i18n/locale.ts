import { canonicalLocale } from '../model/locale.ts';

/** The language that has every text. */
export const LAST_LOCALE = 'en';

/** Environment variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that name the language of a program's texts, the weightiest first (POSIX.1-2024, 8.2). */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'];

/** What a modifier after `@` says of the script, as the C library's locale names use it. */
const SCRIPTS: Readonly<Record<string, string>> = { latin: 'Latn', cyrillic: 'Cyrl', devanagari: 'Deva' };

/** The locale (BCP 47) that the environment asks texts to be in, or null where it asks for none. */
export function environmentLocale(env: Environment): string | null {
  const named = VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== '');
  return named === undefined ? null : posixLocale(named);
}

/** A POSIX locale name (`hy_AM.UTF-8`, `uz_UZ@cyrillic`) as a BCP 47 tag; null for `C`, `POSIX` and what is none. */
export function posixLocale(name: string): string | null {
  const [, language, territory, modifier] =
    /^([A-Za-z]{2,8})(?:[_-]([A-Za-z0-9_-]+))?(?:\.[\w-]*)?(?:@(\w+))?$/.exec(name) ?? [];
  if (language === undefined || language.toUpperCase() === 'POSIX') return null;
  const script = SCRIPTS[modifier?.toLowerCase() ?? ''];
  const parts = [language, script, territory?.replaceAll('_', '-')];
  return canonicalLocale(parts.filter((part) => part !== undefined).join('-'));
}

/** The locales that texts for a locale may be in, the nearest first: `az-Latn-AZ`, `az-Latn`, `az`. */
export function localeChain(locale: string): readonly string[] {
  const { language, script } = new Intl.Locale(locale);
  return [...new Set([locale, script === undefined ? language : `${language}-${script}`, language])];
}
