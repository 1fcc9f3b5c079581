import type { State } from '../../model/catalogue.ts';
import type { TransferSegment } from '../../model/transfer.ts';

/** The states of XLIFF 1.2 that Hexapla writes. */
export type State12 = 'needs-translation' | 'new' | 'translated' | 'signed-off' | 'final';

/**
 * The `state` of a target in XLIFF 1.2. What is missing or stale is `needs-translation`, so that a translator who
 * confirms a stale target raises its state and is seen to have done so.
 */
export function stateIn12(segment: TransferSegment): State12 {
  switch (segment.state) {
    case 'initial':
      return segment.target === null || segment.stale ? 'needs-translation' : 'new';
    case 'translated':
      return 'translated';
    case 'reviewed':
      return 'signed-off';
    case 'final':
      return 'final';
  }
}

/**
 * The state that an XLIFF 1.2 `state` means, null for none or an unknown one; `approved="yes"` speaks where the
 * target has no state. https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#state
 */
export function stateFrom12(state: string | undefined, approved: string | undefined): State | null {
  switch (state) {
    case undefined:
      return approved === 'yes' ? 'reviewed' : null;
    case 'new':
    case 'needs-translation':
    case 'needs-adaptation':
    case 'needs-l10n':
      return 'initial';
    case 'translated':
    case 'needs-review-translation':
    case 'needs-review-adaptation':
    case 'needs-review-l10n':
      return 'translated';
    case 'signed-off':
      return 'reviewed';
    case 'final':
      return 'final';
    default:
      return null;
  }
}

/** The state that an XLIFF 2 `state` means; null for none or an unknown one. */
export function stateFrom2(state: string | undefined): State | null {
  return state === 'initial' || state === 'translated' || state === 'reviewed' || state === 'final'
    ? state
    : null;
}
