import {
  type Cover,
  type Origin,
  type PastTarget,
  type SourceCatalogue,
  type SourceEntry,
  STATES,
  type State,
  type Target,
  type TargetCatalogue,
} from '../model/catalogue.ts';
import { compareCodes, sameCodes } from '../model/codes.ts';
import { type Content, formatContent, hasStoredText, parseContent } from '../model/content.ts';
import { coveredSegments } from '../model/cover.ts';
import { HexaplaError } from '../model/error.ts';
import { groupCodes, groupContent } from '../model/group.ts';
import { coveredHistory, historyOf, ownerOf, pastOf } from '../model/past.ts';
import { own, withEntries } from '../model/table.ts';
import { contentOf, hashWording } from './hash.ts';
import { replaceTarget } from './history.ts';

/** One target for several segments. */
export interface Join {
  /** Two or more segments of one unit that stand side by side, in any order. */
  readonly ids: readonly string[];
  /** The target in stored form, codes numbered as `groupNumber` says; null puts the present targets together. */
  readonly text: string | null;
  readonly origin: Origin;
  readonly by?: string;
}

interface Member {
  readonly id: string;
  readonly entry: SourceEntry;
  readonly target: Target | undefined;
}

/**
 * Gives several segments of one unit one target: the first holds it, it `covers` the others, and what they had goes to
 * its `was`, each with the segment that it was of. A text that is given is made from the current wordings and
 * translated; put together from present targets it keeps what they were made from and the lowest of their states.
 * Throws `segment-unknown`; `segments-apart` where the segments are fewer than two, not side by side, or one is
 * covered by or covers yet another; `target-missing` where there is no text; `text-invalid` as `setTarget` does.
 */
export function joinTargets(
  source: SourceCatalogue,
  catalogue: TargetCatalogue,
  join: Join,
): TargetCatalogue {
  const members = membersOf(source, catalogue, join.ids);
  const [first, ...others] = members;
  if (first === undefined || others.length === 0) throw apart(source, join.ids);
  refuseOverlap(source, catalogue, members);
  const text = join.text ?? presentText(members, catalogue.locale);
  const content = requireFit(text, members);
  const given = join.text !== null;
  const madeFrom = ({ entry, target }: Member): string =>
    given || target === undefined ? hashWording(entry) : target.madeFrom;
  const joined: PastTarget = {
    text: formatContent(content),
    state: given ? 'translated' : lowestState(members),
    origin: join.origin,
    ...(join.by !== undefined && { by: join.by }),
    madeFrom: madeFrom(first),
    covers: others.map((member): Cover => ({ id: member.id, madeFrom: madeFrom(member) })),
  };
  const further = others.flatMap(({ id, target }) => coveredHistory(id, target));
  const targets = new Map<string, Target | null>([
    [first.id, replaceTarget(first.target, joined, further)],
    ...others.map(({ id }) => [id, null] as const),
  ]);
  return { ...catalogue, targets: withEntries(catalogue.targets, targets) };
}

function membersOf(
  source: SourceCatalogue,
  catalogue: TargetCatalogue,
  ids: readonly string[],
): readonly Member[] {
  const asked = new Set(ids);
  const unit = source.units.find(({ segments }) => ids.some((id) => Object.hasOwn(segments, id)));
  for (const id of asked) {
    if (source.units.some(({ segments }) => Object.hasOwn(segments, id))) continue;
    throw new HexaplaError('segment-unknown', { segment: id }, { file: source.document });
  }
  const entries = Object.entries(unit?.segments ?? {}).filter(([, { text }]) => hasStoredText(text));
  const start = entries.findIndex(([id]) => asked.has(id));
  const side = start === -1 ? [] : entries.slice(start, start + asked.size);
  if (side.length !== asked.size || !side.every(([id]) => asked.has(id))) throw apart(source, ids);
  return side.map(([id, entry]) => {
    const target = own(catalogue.targets, id);
    return { id, entry, target: target?.text === '' ? undefined : target };
  });
}

function apart(source: SourceCatalogue, ids: readonly string[]): HexaplaError {
  return new HexaplaError('segments-apart', { segments: ids }, { file: source.document });
}

function refuseOverlap(
  source: SourceCatalogue,
  catalogue: TargetCatalogue,
  members: readonly Member[],
): void {
  const ids = new Set(members.map(({ id }) => id));
  if (overlapping(source.units, catalogue, ids).length > 0) throw apart(source, [...ids]);
}

function presentText(members: readonly Member[], locale: string): string {
  const parts = members.flatMap(({ target }, index): string[] => {
    if (target === undefined) return [];
    const numbered = groupContent(contentOf(target.text), index);
    return [index === 0 || numbered === null ? target.text : formatContent(numbered)];
  });
  const segment = members[0]?.id ?? '';
  if (parts.length === 0) throw new HexaplaError('target-missing', { segment, locale }, { segment });
  return parts.join(' ');
}

function requireFit(text: string, members: readonly Member[]): Content {
  const segment = members[0]?.id ?? '';
  const fail = (reason: string, codes: readonly string[] = []): HexaplaError =>
    new HexaplaError('text-invalid', { segment, reason, codes }, { segment });
  const content = parseContent(text);
  if (content === null) throw fail('tags');
  if (text.trim() === '') throw fail('empty');
  const sources = members.map(({ entry }, index) => groupContent(contentOf(entry.text), index));
  const whole = sources.flatMap((one) => one ?? []);
  const codes = groupCodes(members.map(({ entry }) => entry.codes));
  if (sources.includes(null)) throw fail('nesting');
  const difference = compareCodes(whole, content, codes);
  if (sameCodes(difference)) return content;
  const [reason, wrong] = Object.entries(difference).find(([, list]) => list.length > 0) ?? ['tags', []];
  throw fail(reason, wrong);
}

function lowestState(members: readonly Member[]): State {
  const states = members.flatMap(({ target }) => (target ? [STATES.indexOf(target.state)] : []));
  return STATES[Math.min(...states)] ?? 'initial';
}

/**
 * Takes a joined target apart again: each segment gets back the last target that it had for itself, and the joined one
 * goes to `was`; one that has a target of its own already keeps it. Where the first segment never had one it keeps the
 * joined text, as initial, for somebody has to divide it; others without one are missing. Throws `target-missing` where
 * the segment's target covers nothing.
 */
export function separateTargets(catalogue: TargetCatalogue, id: string): TargetCatalogue {
  const target = own(catalogue.targets, id);
  if (!target?.covers?.length) {
    throw new HexaplaError('target-missing', { segment: id, locale: catalogue.locale }, { segment: id });
  }
  const history = target.was ?? [];
  const back = history.findLast((past) => past.of === undefined && past.covers === undefined);
  const { covers, ...text } = pastOf(target);
  // It stands again because somebody parted it: no import made it what it is now, or undoing that would join it again.
  const { import: mark, ...now } = back ?? { ...text, state: 'initial' as const };
  const alone = (covers ?? []).filter((cover) => !own(catalogue.targets, cover.id)?.text);
  const returning = new Set(alone.map((cover) => cover.id));
  const left = back !== undefined && mark === undefined ? history.filter((past) => past !== back) : history;
  const kept = left.filter((past) => !returning.has(ownerOf(past) ?? ''));
  const targets = new Map<string, Target | null>();
  for (const other of returning) {
    const restored = restoredTarget(historyOf(other, history));
    if (restored) targets.set(other, restored);
  }
  const was = [...kept, pastOf(target)];
  targets.set(id, { ...now, was, ...(target.comments && { comments: target.comments }) });
  return { ...catalogue, targets: withEntries(catalogue.targets, targets) };
}

/**
 * The catalogue in which no target translates segments of a group along with others: what was joined so is taken apart
 * as `separateTargets` does. For a group that gets a target of its own, or a text would be there twice.
 */
export function partedFrom(
  source: SourceCatalogue,
  catalogue: TargetCatalogue,
  group: readonly string[],
): TargetCatalogue {
  const units = source.units.filter(({ segments }) => group.some((id) => Object.hasOwn(segments, id)));
  const ids = new Set(group);
  let parted = catalogue;
  // What comes back out of a joined target's history may be a smaller joined one.
  for (let holders = overlapping(units, parted, ids); holders.length > 0; ) {
    parted = holders.reduce(separateTargets, parted);
    holders = overlapping(units, parted, ids);
  }
  return parted;
}

/** The segments whose targets translate some of a group and some that are not in it. */
function overlapping(
  units: SourceCatalogue['units'],
  { targets }: TargetCatalogue,
  group: ReadonlySet<string>,
): readonly string[] {
  const holders = new Set<string>();
  for (const [id, { holder }] of coveredSegments(units, targets)) {
    if (group.has(id) !== group.has(holder)) holders.add(holder);
  }
  return [...holders];
}

/** A covered segment's own target again, from the history that was kept for it. */
function restoredTarget(history: readonly PastTarget[]): Target | null {
  const last = history.at(-1);
  return last === undefined ? null : replaceTarget(undefined, last, history.slice(0, -1));
}

/** A target as it was before the last change of it, and the own targets of the segments that it covered since. */
export function stepBack(target: Target): {
  readonly before: Target | null;
  readonly others: ReadonlyMap<string, Target>;
} {
  const was = target.was ?? [];
  const others = new Map<string, Target>();
  const ids = new Set(target.covers?.map(({ id }) => id));
  let end = was.length;
  const isCovered = (past: PastTarget | undefined): boolean => ids.has((past && ownerOf(past)) ?? '');
  while (end > 0 && isCovered(was[end - 1])) end -= 1;
  for (const id of ids) {
    const restored = restoredTarget(historyOf(id, was.slice(end)));
    if (restored) others.set(id, restored);
  }
  const last = was[end - 1];
  if (last === undefined) return { before: null, others };
  const earlier = was.slice(0, end - 1);
  const before: Target = {
    ...last,
    ...(earlier.length > 0 && { was: earlier }),
    ...(target.comments && { comments: target.comments }),
  };
  return { before, others };
}
