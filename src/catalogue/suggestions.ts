import type {
  Origin,
  SourceCatalogue,
  SourceEntry,
  State,
  Suggestion,
  SuggestionReason,
  Target,
  TargetCatalogue,
} from '../model/catalogue.ts';
import { compareCodes, sameCodes } from '../model/codes.ts';
import { HexaplaError } from '../model/error.ts';
import { coveredHistory } from '../model/past.ts';
import { own, withEntries } from '../model/table.ts';
import { contentOf } from './hash.ts';
import { heirsOf } from './heirs.ts';
import { replaceTarget } from './history.ts';
import { partedFrom } from './join.ts';
import { liveSegments } from './update.ts';

/** A returned text that waits for a decision. */
export interface Waiting {
  readonly id: string;
  /** Counts the texts that wait for one segment, from 1. */
  readonly number: number;
  readonly text: string;
  readonly state: State;
  readonly origin: Origin;
  readonly by: string | null;
  readonly madeFrom: string;
  /** Why it waits. */
  readonly why: SuggestionReason;
  /** The target that was current in the handoff; null where that is not known. */
  readonly base: string | null;
  /** The current target; null where there is none. */
  readonly ours: string | null;
  /** The following segments that it translates too. */
  readonly covers: readonly string[];
  /** For a segment that is no longer in the document: those in the document that its text went into. */
  readonly heirs: readonly string[];
  readonly retired: boolean;
}

/** What waits in a locale, in document order, then what belongs to retired segments, by id. Linear. */
export function listSuggestions(source: SourceCatalogue, catalogue: TargetCatalogue): Waiting[] {
  const live = liveSegments(source).map(({ id }) => id);
  const there = new Set(live);
  const gone = Object.keys(catalogue.suggestions).filter((id) => !there.has(id));
  return [...live, ...gone.sort()].flatMap((id) =>
    waitingOf(catalogue, id).map((suggestion, index): Waiting => {
      const { text, state, origin, by, madeFrom, reason, base, covers } = suggestion;
      return {
        id,
        number: index + 1,
        text,
        state,
        origin,
        by: by ?? null,
        madeFrom,
        why: reason,
        base: base ?? null,
        ours: own(catalogue.targets, id)?.text || null,
        covers: (covers ?? []).map((cover) => cover.id),
        heirs: there.has(id) ? [] : heirsOf(source, id, there),
        retired: !there.has(id),
      };
    }),
  );
}

/** How many texts wait for a decision in a locale. */
export function countSuggestions(catalogue: TargetCatalogue): number {
  return Object.keys(catalogue.suggestions).reduce((sum, id) => sum + waitingOf(catalogue, id).length, 0);
}

function waitingOf({ suggestions }: TargetCatalogue, id: string): readonly Suggestion[] {
  return (own(suggestions, id) ?? []).filter(isWaiting);
}

/** Whether a text still waits for a decision. */
export function isWaiting({ reason }: Suggestion): boolean {
  return reason === 'conflict' || reason === 'stale';
}

/** Which of the texts that wait for a segment is meant. */
export interface Choice {
  readonly id: string;
  /** From 1, as in the list. */
  readonly number: number;
  /** Take it for this segment instead: an heir of a retired one. */
  readonly into?: string;
}

/**
 * Takes a suggestion: it becomes the target of its segment, made from what it was made from (a stale one is a stale
 * target), and the target that was there goes to `was`. Throws `segment-unknown` for a segment or number that is not
 * there and for a retired segment without `into`, `text-invalid` where the codes do not fit the segment it goes into.
 */
export function takeSuggestion(
  source: SourceCatalogue,
  catalogue: TargetCatalogue,
  choice: Choice,
): TargetCatalogue {
  const chosen = choose(catalogue, choice);
  const id = choice.into ?? choice.id;
  const entry = liveSegments(source).find((one) => one.id === id)?.entry;
  if (!entry) throw new HexaplaError('segment-unknown', { segment: id }, { file: source.document });
  const moved = id !== choice.id;
  if (moved) requireCodes(id, entry, chosen.text);
  const covers = moved ? [] : (chosen.covers ?? []);
  const { text, state, origin, by, madeFrom } = chosen;
  const now = {
    text,
    state,
    origin,
    ...(by !== undefined && { by }),
    madeFrom,
    ...(covers.length > 0 && { covers }),
  };
  const present = partedFrom(source, catalogue, [id, ...covers.map((cover) => cover.id)]).targets;
  const further = covers.flatMap((cover) => coveredHistory(cover.id, own(present, cover.id)));
  const targets = new Map<string, Target | null>([
    [id, replaceTarget(own(present, id), now, further)],
    ...covers.map((cover) => [cover.id, null] as const),
  ]);
  const rest = (own(catalogue.suggestions, choice.id) ?? []).filter((one) => one !== chosen);
  return {
    ...catalogue,
    targets: withEntries(present, targets),
    suggestions: withEntries(catalogue.suggestions, new Map([[choice.id, rest]])),
  };
}

function requireCodes(id: string, entry: SourceEntry, text: string): void {
  const difference = compareCodes(contentOf(entry.text), contentOf(text), entry.codes);
  if (sameCodes(difference)) return;
  const [reason, codes] = Object.entries(difference).find(([, list]) => list.length > 0) ?? ['tags', []];
  throw new HexaplaError('text-invalid', { segment: id, reason, codes }, { segment: id });
}

/**
 * Drops a suggestion: it no longer waits, and a file that brings it again brings nothing new. It stays in the
 * catalogue as `declined` until it is pruned. Throws `segment-unknown` for a segment or number that is not there.
 */
export function dropSuggestion(catalogue: TargetCatalogue, choice: Omit<Choice, 'into'>): TargetCatalogue {
  const chosen = choose(catalogue, choice);
  const { import: _import, ...declined } = { ...chosen, reason: 'declined' as const };
  const list = (own(catalogue.suggestions, choice.id) ?? []).map((one) => (one === chosen ? declined : one));
  return { ...catalogue, suggestions: { ...catalogue.suggestions, [choice.id]: list } };
}

function choose(catalogue: TargetCatalogue, { id, number }: Omit<Choice, 'into'>): Suggestion {
  const chosen = waitingOf(catalogue, id)[number - 1];
  if (!chosen) throw new HexaplaError('segment-unknown', { segment: id }, { file: catalogue.document });
  return chosen;
}
