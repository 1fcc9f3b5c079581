import {
  type EditClass,
  reaches,
  type SourceCatalogue,
  type SourceEntry,
  type State,
  type Target,
  type TargetCatalogue,
} from '../model/catalogue.ts';
import { hasStoredText, plainText } from '../model/content.ts';
import { coveredSegments } from '../model/cover.ts';
import { orderedIds } from '../model/order.ts';
import { isDraft, type Progress, type StaleReason, type Standing } from '../model/row.ts';
import { classifyEdit, occurrencesIn } from './classify.ts';
import { type WordRules, withRules } from './edits/vocabulary.ts';
import { contentOf, hashWording } from './hash.ts';
import { liveSegments } from './update.ts';
import { countWords } from './words.ts';

/** Judges whether a target made from a wording is still current: null where it is, else why it is not. */
export type Judge = (entry: SourceEntry, madeFrom: string) => StaleReason | null;

/**
 * A judge for the targets of one source catalogue. The wording a target was made from is compared with the current
 * one directly, however many edits lie between; where a person classed every one of them, the gravest class decides.
 * Whether a misspelling was mended is told by the document as it was then: where each edit since was cosmetic, what
 * is left of their words' difference may be, so an edit elsewhere makes no target stale.
 */
export function createJudge(source: SourceCatalogue, rules: WordRules = NO_RULES): Judge {
  const texts = () => liveSegments(source).map(({ entry }) => plainText(contentOf(entry.text)));
  const vocabulary = withRules(occurrencesIn(texts), rules);
  return (entry, madeFrom) => {
    if (hashWording(entry) === madeFrom) return null;
    const was = entry.was ?? [];
    const at = was.findLastIndex((wording) => hashWording(wording) === madeFrom);
    const base = was[at];
    if (!base) return 'unknown-base';
    const since = was.slice(at);
    const mended = since.every((wording) => wording.edit === 'cosmetic');
    const edit = since.every((wording) => wording.decided)
      ? gravest(since.map((wording) => wording.edit))
      : classifyEdit(base, entry, source.locale, { ...vocabulary, isMend: () => mended });
    return edit === 'cosmetic' ? null : edit;
  };
}

/** Nobody has decided anything about words. */
const NO_RULES: WordRules = { spellings: [], names: [] };

function gravest(classes: readonly EditClass[]): EditClass {
  if (classes.includes('meaning')) return 'meaning';
  return classes.includes('wording') ? 'wording' : 'cosmetic';
}

/**
 * How every live segment that has something to translate stands in a locale, in document order. A segment of codes
 * alone needs no target and is left out. An empty text is no target.
 */
export function standings(source: SourceCatalogue, target: TargetCatalogue | null, judge: Judge): Standing[] {
  const covered = coveredSegments(source.units, target?.targets ?? {});
  const places = placesOf(source, target);
  return liveSegments(source).flatMap(({ id, entry }) => {
    if (!hasStoredText(entry.text)) return [];
    const own = presentTarget(target, id);
    const cover = own ? undefined : covered.get(id);
    const held = own ?? cover?.target ?? null;
    const madeFrom = cover?.madeFrom ?? held?.madeFrom;
    const stale = held && madeFrom !== undefined ? judge(entry, madeFrom) : null;
    const place = places.get(id);
    const standing = { id, entry, target: held, holder: cover?.holder ?? id, stale };
    return [place === undefined ? standing : { ...standing, place }];
  });
}

/** Where each target stands among its unit's, for the units that the locale tells in another order. */
function placesOf(source: SourceCatalogue, target: TargetCatalogue | null): Map<string, number> {
  const places = new Map<string, number>();
  const orders = target?.orders ?? {};
  for (const { id, segments } of source.units) {
    const order = Object.hasOwn(orders, id) ? orders[id]?.ids : undefined;
    if (order === undefined || order.length === 0) continue;
    for (const [place, one] of orderedIds(Object.keys(segments), order).entries()) places.set(one, place);
  }
  return places;
}

function presentTarget(catalogue: TargetCatalogue | null, id: string): Target | null {
  const target = catalogue?.targets[id];
  return target && target.text !== '' ? target : null;
}

/** Counts a locale's standings; `least` is the state that a target must have reached. */
export function progressOf(list: readonly Standing[], least: State): Progress {
  const states: Record<State, number> = { initial: 0, translated: 0, reviewed: 0, final: 0 };
  const counts = { segments: list.length, missing: 0, stale: 0, alarms: 0, machine: 0, words: 0, below: 0 };
  for (const { entry, target, stale } of list) {
    counts.words += countWords(plainText(contentOf(entry.text)));
    if (!target) {
      counts.missing++;
      continue;
    }
    states[target.state]++;
    if (stale) counts.stale++;
    if (stale === 'meaning') counts.alarms++;
    if (isDraft(target)) counts.machine++;
    if (!reaches(target.state, least)) counts.below++;
  }
  return { ...counts, ...states };
}
