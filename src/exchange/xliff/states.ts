import type { State } from '../../model/catalogue.ts';
import type { TransferSegment } from '../../model/transfer.ts';

/** The states of XLIFF 1.2 that Hexapla writes. */
export type State12 = 'needs-translation' | 'new' | 'translated' | 'signed-off' | 'final';

/** What the states are called in XLIFF 1.2. */
export const STATES_12: Readonly<Record<State, State12>> = {
  initial: 'new',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
};

/**
 * The `state` of a target in XLIFF 1.2. What is missing or stale is `needs-translation`, so that a translator who
 * confirms a stale target raises its state and is seen to have done so.
 */
export function stateIn12(segment: TransferSegment): State12 {
  const missing = segment.state === 'initial' && (segment.target === null || segment.stale);
  return missing ? 'needs-translation' : STATES_12[segment.state];
}

/**
 * The state that an XLIFF 1.2 `state` means, in the standard's words or those that tools write in their place (`x-…`
 * is their own); null for none or an unknown one. What was rejected is to be done again; a match that nobody has
 * touched is a suggestion; `approved="yes"` speaks where the target has no state.
 * https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#state
 */
export function stateFrom12(
  state: string | undefined,
  approved: string | undefined,
  qualifier?: string,
): State | null {
  if (qualifier?.startsWith('rejected-')) return 'initial';
  const told = state === undefined ? undefined : (WORDS_12.get(state) ?? WORDS_12.get(plainWord(state)));
  if (told !== undefined) return told;
  if (state === undefined && approved === 'yes') return 'reviewed';
  return state === undefined && qualifier !== undefined && SUGGESTED.has(qualifier) ? 'initial' : null;
}

function plainWord(state: string): string {
  return state.trim().toLowerCase().replace(/^x-/, '');
}

const WORDS_12: ReadonlyMap<string, State> = new Map<string, State>(
  Object.entries<State>({
    new: 'initial',
    'needs-translation': 'initial',
    'needs-adaptation': 'initial',
    'needs-l10n': 'initial',
    'needs-work': 'initial',
    rejected: 'initial',
    draft: 'initial',
    fuzzy: 'initial',
    initial: 'initial',
    translated: 'translated',
    'needs-review': 'translated',
    'needs-review-translation': 'translated',
    'needs-review-adaptation': 'translated',
    'needs-review-l10n': 'translated',
    unreviewed: 'translated',
    confirmed: 'translated',
    'signed-off': 'reviewed',
    reviewed: 'reviewed',
    approved: 'reviewed',
    final: 'final',
  }),
);

// https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#state-qualifier
const SUGGESTED: ReadonlySet<string> = new Set([
  'fuzzy-match',
  'leveraged-mt',
  'leveraged-repository',
  'leveraged-tm',
  'leveraged-glossary',
  'leveraged-inherited',
  'mt-suggestion',
  'tm-suggestion',
]);

/** The state that an XLIFF 2 `state` means; null for none or an unknown one. */
export function stateFrom2(state: string | undefined): State | null {
  const word = state?.trim();
  return word === 'initial' || word === 'translated' || word === 'reviewed' || word === 'final' ? word : null;
}
