import { isNmtoken } from '../datatypes.ts';
import type { CoreCode } from './codes.ts';

/** One step of a fragment identifier: `u=u1`, or an id without a prefix. */
export interface Selector {
  readonly prefix: string;
  readonly id: string;
}

/** A fragment identifier: from the document on when it is absolute, else from where it stands. */
export interface Fragment {
  readonly absolute: boolean;
  /** File, group and unit, as far as they are said. */
  readonly containers: ReadonlyMap<string, string>;
  /** What it points to within those; null when to one of them. */
  readonly leaf: Selector | null;
}

/** What is wrong with a fragment identifier. */
export interface FragmentProblem {
  readonly code: CoreCode;
  readonly part: string;
}

/** Prefixes of the core that stand for something within a file, group or unit. */
const LEAVES: ReadonlySet<string> = new Set(['n', 'd', 't', '']);
const CONTAINERS: readonly string[] = ['f', 'g', 'u'];

/** Registered with the technical committee for extensions. */
const REGISTERED: readonly string[] = ['tbx'];

/**
 * Reads a fragment identifier of XLIFF 2, with its `#`. `prefixes` are those of modules.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#fragid
 */
export function readFragment(text: string, prefixes: ReadonlySet<string>): Fragment | FragmentProblem {
  const absolute = text.startsWith('#/');
  const containers = new Map<string, string>();
  const seen = new Set<string>();
  let leaf: Selector | null = null;
  let rank = -1;
  for (const part of text.slice(absolute ? 2 : 1).split('/')) {
    const selector = selectorOf(part);
    const known = selector === null ? 'fragment-malformed' : knownAs(selector.prefix, prefixes);
    if (selector === null || known !== null) return { code: known ?? 'fragment-malformed', part };
    const { prefix, id } = selector;
    if (prefix !== '' && seen.has(prefix)) return { code: 'fragment-prefix-repeated', part };
    seen.add(prefix);
    if (leaf !== null) return { code: 'fragment-leaf', part };
    const place = CONTAINERS.indexOf(prefix);
    if (place === -1) {
      leaf = selector;
      continue;
    }
    if (place < rank) return { code: 'fragment-order', part };
    rank = place;
    containers.set(prefix, id);
  }
  return { absolute, containers, leaf };
}

function selectorOf(part: string): Selector | null {
  const equals = part.indexOf('=');
  const prefix = equals === -1 ? '' : part.slice(0, equals);
  const id = part.slice(equals + 1);
  if (equals !== -1 && !isNmtoken(prefix)) return null;
  return isNmtoken(id) ? { prefix, id } : null;
}

function knownAs(prefix: string, prefixes: ReadonlySet<string>): CoreCode | null {
  if (LEAVES.has(prefix) || CONTAINERS.includes(prefix)) return null;
  if (prefix.length === 1) return 'fragment-prefix-short';
  return prefixes.has(prefix) || REGISTERED.includes(prefix) ? null : 'fragment-prefix-unknown';
}
