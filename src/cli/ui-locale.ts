import { environmentLocale, LAST_LOCALE } from '../i18n/locale.ts';
import { canonicalLocale } from '../model/locale.ts';
import type { Terminal } from './terminal.ts';

const OPTION = '--ui-locale';

/**
 * The locale (BCP 47) that a call is answered in: `--ui-locale`, else the environment's, else English. It is read from
 * the bare words, so that a mistake in the command line itself is told in it too.
 */
export function uiLocale(words: readonly string[], { env }: Pick<Terminal, 'env'>): string {
  const end = words.indexOf('--');
  const heard = end < 0 ? words : words.slice(0, end);
  const given = heard.flatMap((word, i) =>
    word === OPTION
      ? [heard[i + 1] ?? '']
      : word.startsWith(`${OPTION}=`)
        ? [word.slice(OPTION.length + 1)]
        : [],
  );
  return canonicalLocale(given[0] ?? '') ?? environmentLocale(env) ?? LAST_LOCALE;
}
