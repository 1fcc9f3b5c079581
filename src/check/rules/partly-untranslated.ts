import { nearness } from '../../languages/identifiable.ts';
import { scriptsOf } from '../../languages/scripts.ts';
import { isKept, withoutKept } from '../letters/kept.ts';
import { hasCapital, isOfLetters, lettersOf, lowerWordsOf } from '../letters/letters.ts';
import { type RunIndex, runIndex, type SharedRun, sharedRuns } from '../letters/runs.ts';
import type { CheckSettings, Pair, PairRule } from '../rule.ts';
import { CODE, maskedOf, perText, type Text, type Word, wordsOf } from '../text.ts';

/** Latin phrases that every language uses as they are. */
const LATIN = new Set(
  'ad hoc|a priori|a posteriori|alma mater|bona fide|de facto|de jure|et al|ex officio|habeas corpus|in absentia|in situ|in vitro|in vivo|inter alia|ipso facto|jus cogens|modus operandi|modus vivendi|mutatis mutandis|per capita|per se|persona non grata|prima facie|pro bono|pro rata|status quo|sui generis|vice versa'.split(
    '|',
  ),
);
/** What may stand between quotation marks or in brackets is a title, a term or the original's wording. */
const QUOTED =
  /«[^»]{0,300}»|“[^”]{0,300}”|„[^“”]{0,300}[“”]|‘[^’]{0,300}’|"[^"]{0,300}"|\([^)]{0,300}\)|\[[^\]]{0,300}\]/gu;

interface Words {
  readonly words: readonly Word[];
  readonly keys: readonly string[];
}

/** A text's words without numbers, and in lower case; what no space parts is one word: `micro:bit`. */
const plainWordsOf: (text: Text) => Words = perText((text) => {
  const lower = lowerWordsOf(text);
  const words: Word[] = [];
  const keys: string[] = [];
  for (const [at, word] of wordsOf(text).entries()) {
    if (!isOfLetters(word)) continue;
    const last = words.at(-1);
    const gap = last ? text.plain.slice(last.end, word.start) : '';
    if (last && gap !== '' && gap.length < 3 && !/\s/u.test(gap)) {
      words[words.length - 1] = { text: last.text + gap + word.text, start: last.start, end: word.end };
      keys[keys.length - 1] += gap + (lower[at] ?? '');
    } else {
      words.push(word);
      keys.push(lower[at] ?? '');
    }
  }
  return { words, keys };
});

const sourceIndexOf: (text: Text) => RunIndex = perText((text) => runIndex(plainWordsOf(text).keys));

const lowerSetOf: (text: Text) => ReadonlySet<string> = perText((text) => new Set(lowerWordsOf(text)));

/** A part of the source that was left in the target as it is. */
export const partlyUntranslated: PairRule = {
  id: 'partly-untranslated',
  scope: 'pair',
  severity: 'warning',
  check: (pair, settings) => {
    const { source, target, kind } = pair;
    const least = leastWords(pair);
    if (least === null || source.plain === target.plain || isKept(target.plain, kind, settings)) return [];
    if (!mayShare(lowerWordsOf(target), lowerSetOf(source), least)) return [];
    const { words, keys } = plainWordsOf(target);
    const runs = sharedRuns(sourceIndexOf(source), words, keys, least).filter(
      ({ words: own }) => own.length < words.length,
    );
    const found = runs.length > 0 ? runs.filter((run) => !isLegal(run, target, settings)) : [];
    const [first, ...more] = found;
    if (!first) return [];
    const longest = more.reduce((a, b) => (b.words.length > a.words.length ? b : a), first);
    const { start, end } = longest;
    const text = target.plain.slice(start, end);
    return [{ values: { text, count: longest.words.length }, at: { start, end } }];
  },
};

/** Whether so many words in a row are somewhere in the source: a quick look. */
function mayShare(keys: readonly string[], source: ReadonlySet<string>, least: number): boolean {
  let run = 0;
  for (const key of keys) {
    run = source.has(key) ? run + 1 : 0;
    if (run === least) return true;
  }
  return false;
}

/** From how many words on a shared run is no chance; null where there can be none. */
function leastWords({ source, target }: Pair): number | null {
  if (source.subtag === target.subtag) return null;
  const own = scriptsOf(target.locale);
  const foreign = [...scriptsOf(source.locale)].filter((script) => !own.has(script));
  if (foreign.length > 0) {
    const { counts } = lettersOf(target);
    return foreign.some((script) => (counts.get(script) ?? 0) >= 4) ? 2 : null;
  }
  const near = nearness(source.subtag, target.subtag);
  return near === 'far' ? 4 : near === 'apart' ? 5 : 6;
}

/** Names side by side, quotations, Latin, and what the project keeps. */
function isLegal({ words, start, end }: SharedRun, target: Text, settings: CheckSettings): boolean {
  const long = words.filter(({ text }) => text.length > 3);
  if (long.every(({ text }) => hasCapital(text)) && words.some(({ text }) => hasCapital(text))) return true;
  const masked = withoutKept(maskedOf(target), settings, target.locale).slice(start, end);
  if (masked.includes(CODE)) return true;
  if (LATIN.has(target.plain.slice(start, end).toLowerCase())) return true;
  return [...target.plain.matchAll(QUOTED)].some(
    ({ 0: quoted, index }) => index <= start && end <= index + quoted.length,
  );
}
