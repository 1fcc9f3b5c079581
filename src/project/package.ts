import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LAST_LOCALE, localeChain } from '../i18n/locale.ts';
import type { WordTree } from '../i18n/strings.ts';

/** The package's own folder, seen from `src/project` and from `dist/project` alike. */
const HOME = new URL('../../', import.meta.url);

/** The interface strings that come with the package, in English and in those of the locales that there are. */
export function packageResources(locales: readonly string[] = []): Readonly<Record<string, WordTree>> {
  const found = [...new Set([LAST_LOCALE, ...locales.flatMap(localeChain)])].flatMap((locale) => {
    const place = new URL(`locales/${locale}/ui.json`, HOME);
    if (!existsSync(place)) return [];
    return [[locale, JSON.parse(readFileSync(place, 'utf8')) as WordTree] as const];
  });
  return Object.fromEntries(found);
}

/** The locales that the package's interface is in, sorted by tag. */
export function packageLocales(): readonly string[] {
  const folders = readdirSync(new URL('locales/', HOME));
  return folders.filter((name) => existsSync(new URL(`locales/${name}/ui.json`, HOME))).sort();
}

/** The version of the package. */
export function packageVersion(): string {
  const read = JSON.parse(readFileSync(new URL('package.json', HOME), 'utf8')) as { version: string };
  return read.version;
}

/** The script of the parallel pages, which the build makes; null where it has not been built. */
export function packageScript(): string | null {
  const place = new URL('dist/viewer/parallel.js', HOME);
  return existsSync(place) ? readFileSync(place, 'utf8') : null;
}
