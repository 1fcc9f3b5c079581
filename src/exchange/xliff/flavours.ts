import { STATES, type State } from '../../model/catalogue.ts';
import type { Attributes } from '../xml/feed.ts';

const TRADOS: Readonly<Record<string, State>> = {
  Draft: 'initial',
  Translated: 'translated',
  RejectedTranslation: 'initial',
  ApprovedTranslation: 'reviewed',
  RejectedSignOff: 'translated',
  ApprovedSignOff: 'final',
};

/** The state that Trados Studio's `sdl:seg` tells (`conf`); one without is not translated. */
export function stateOfTrados({ conf }: Attributes): State | null {
  return conf === undefined ? 'initial' : (own(TRADOS, conf) ?? null);
}

const MEMOQ: Readonly<Record<string, State>> = {
  NotStarted: 'initial',
  PreTranslated: 'initial',
  MachineTranslated: 'initial',
  AssembledFromFragments: 'initial',
  PartiallyEdited: 'initial',
  Edited: 'initial',
  Rejected: 'initial',
  ManuallyConfirmed: 'translated',
  Confirmed: 'translated',
  ConfirmedTranslator: 'translated',
  ConfirmedReviewer1: 'reviewed',
  ConfirmedReviewer2: 'final',
  Proofread: 'final',
};

/** The state that memoQ's `mq:status` tells, null for none or an unknown one. */
export function stateOfMemoq(status: string | undefined): State | null {
  return status === undefined ? null : (own(MEMOQ, status) ?? null);
}

/** The state that Phrase's `m:confirmed` tells: the step of the workflow up to which a segment is confirmed. */
export function stateOfPhrase(confirmed: string | undefined): State | null {
  switch (confirmed) {
    case '0':
    case 'false':
      return 'initial';
    case '1':
    case 'true':
      return 'translated';
    default:
      return confirmed !== undefined && /^[2-9]$/.test(confirmed) ? 'reviewed' : null;
  }
}

/** The lower of two states; an unknown one does not count. */
export function lowestState(one: State | null, other: State | null): State | null {
  if (one === null || other === null) return one ?? other;
  return STATES[Math.min(STATES.indexOf(one), STATES.indexOf(other))] ?? null;
}

/** The character that memoQ's `mq:ch` stands for, null when it is none that is known. */
export function memoqCharacter(val: string | undefined): string | null {
  if (val === 'nbsp') return '\u00A0';
  if (val === '\\t') return '\t';
  return val !== undefined && [...val].length === 1 ? val : null;
}

function own(table: Readonly<Record<string, State>>, key: string): State | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
