import { type Address, isWithEnding, urlKey, urlsOf } from '../markup/addresses.ts';
import { compareAddresses, lostAutolinks } from '../markup/compare.ts';
import { sameButLocale } from '../markup/locales.ts';
import type { CheckSettings, Found, Pair, PairRule } from '../rule.ts';

/** A web address in the text that a target has lost, changed or added; one in another language is a remark. */
export const urls: PairRule = {
  id: 'urls',
  scope: 'pair',
  severity: 'error',
  check: (pair, settings) => {
    const source = urlsOf(pair.source);
    const target = urlsOf(pair.target);
    return source.length + target.length === 0 ? [] : compare(pair, settings, source, target);
  },
};

function compare(
  pair: Pair,
  { links }: CheckSettings,
  source: readonly Address[],
  target: readonly Address[],
): readonly Found[] {
  const { locale, subtag, plain } = pair.target;
  const languages = [subtag, pair.source.subtag];
  const leadsTo = (raw: string): string | undefined =>
    Object.hasOwn(links, raw) ? links[raw]?.[locale] : undefined;
  const hrefs = new Set(
    Object.values(pair.codes).flatMap(({ href, text }) => [urlKey(href ?? ''), urlKey(text ?? '')]),
  );
  const text = plain.toLowerCase();
  return compareAddresses({
    source,
    target,
    isSame: (one, other) => {
      if (isWithEnding(other.key, one.key)) return true;
      const local = leadsTo(one.raw);
      return local !== undefined && isWithEnding(other.key, urlKey(local));
    },
    isLocal: (one, other) => sameButLocale(one.key, other.key, languages),
    isThere: ({ key }) => standsIn(text, key.toLowerCase()),
    isKnown: ({ key }) => hrefs.has(key),
    wanting: lostAutolinks(pair).filter((href) => !href.includes('@')),
  });
}

/** Whether an address stands in a text without its scheme. */
function standsIn(text: string, key: string): boolean {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    if (!/^(?:[a-z0-9/?#=&%_]|\.[a-z0-9])/.test(text.slice(at + key.length, at + key.length + 2)))
      return true;
  }
  return false;
}
