import { type AcceptInput, acceptReturn } from '../../src/exchange/accept.ts';
import type {
  HandoffRecord,
  HandoffSegment,
  Origin,
  SourceEntry,
  Suggestion,
  Target,
  TargetCatalogue,
} from '../../src/model/catalogue.ts';
import type { ImportReport, ReturnedSegment } from '../../src/model/transfer.ts';
import { catalogue, content, hash, isStale } from './support.ts';

const STRONG = { type: 'strong', parts: ['**', '**'] } as const;
export const NOW: SourceEntry = {
  text: 'Two <1>new</1> words.',
  codes: { '1': STRONG },
  was: [
    { text: 'One <1>old</1> word.', codes: { '1': STRONG }, edit: 'wording' },
    { text: 'Two <1>new</1>  words', codes: { '1': STRONG }, edit: 'cosmetic' },
  ],
};
export const OLD = 'One <1>old</1> word.';
export const hashOf = (text: string): string => hash({ text, codes: { '1': STRONG } });

export const source = catalogue(
  [{ s1: NOW, s2: { text: 'Other.', codes: {} } }, { s3: { text: '2024', codes: {} } }],
  {
    s9: { text: 'Gone.', codes: {} },
  },
);

export function target(text: string, more: Partial<Target> = {}): Target {
  return { text, state: 'translated', origin: 'human', madeFrom: hashOf(NOW.text), ...more };
}

export function back(
  text: string | null,
  more: Partial<ReturnedSegment> & { from?: string } = {},
): ReturnedSegment {
  const { from = NOW.text, ...rest } = more;
  return {
    id: 's1',
    unit: 'u00000000',
    line: 7,
    column: 1,
    source: content(from),
    target: text === null ? null : content(text),
    state: null,
    problem: null,
    ...rest,
  };
}

export interface Given {
  readonly ours?: Target;
  readonly sent?: Partial<HandoffSegment> | null;
  readonly back: ReturnedSegment | readonly ReturnedSegment[];
  readonly acceptState?: boolean;
  readonly acceptSame?: boolean;
  readonly origin?: Origin;
  readonly targets?: Record<string, Target>;
  readonly suggestions?: Record<string, Suggestion[]>;
}

export function inputFor(given: Given): AcceptInput {
  const { ours, sent = {}, acceptState = false, acceptSame = false, origin = 'human' } = given;
  const before: TargetCatalogue = {
    document: source.document,
    locale: 'fr',
    targets: { ...(ours === undefined ? {} : { s1: ours }), ...given.targets },
    suggestions: given.suggestions ?? {},
  };
  const record: HandoffRecord | null = sent && {
    document: source.document,
    locale: 'fr',
    sourceLocale: 'en',
    format: 'xliff-1.2',
    digest: '0123456789abcdef',
    segments: { s1: { source: NOW.text, hash: hashOf(NOW.text), ...sent } },
  };
  return {
    returned: {
      format: 'xliff-1.2',
      document: source.document,
      sourceLocale: 'en',
      targetLocale: 'fr',
      handoff: null,
      segments: [given.back].flat(),
    },
    source,
    target: before,
    record,
    options: { by: 'Ann', origin, acceptState, acceptSame },
    hash,
    isStale,
  };
}

type List = Exclude<keyof ImportReport, 'missing'>;
const LISTS: readonly List[] = ['applied', 'unchanged', 'stale', 'conflicts', 'rejected'];

// The list that holds s1 (or `missing`), its target and its suggestions.
export function outcome(given: Given): {
  list: string;
  target: Target | undefined;
  suggestion: Suggestion | undefined;
} {
  const { target: after, report } = acceptReturn(inputFor(given));
  const found = LISTS.filter((list) =>
    report[list].some((entry) => (typeof entry === 'string' ? entry : entry.id) === 's1'),
  );
  const list = found.join() || (report.missing.includes('s1') ? 'missing' : 'nowhere');
  return { list, target: after.targets['s1'], suggestion: after.suggestions['s1']?.at(-1) };
}

export const NEW = 'Deux mots <1>neufs</1>.';
export const SENT = 'Un mot <1>vieux</1>.';
export const MINE = 'Mes mots <1>à moi</1>.';
