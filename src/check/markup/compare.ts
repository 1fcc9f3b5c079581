import type { Found, Pair } from '../rule.ts';
import { type Address, isWithEnding } from './addresses.ts';
import { codeSpansOf } from './spans.ts';

/** How the addresses of two texts are compared, those with the same key left aside. */
export interface Comparison {
  readonly source: readonly Address[];
  readonly target: readonly Address[];
  /** Whether a target's address is a source's in another dress. */
  readonly isSame: (source: Address, target: Address) => boolean;
  /** Whether a target's address is a source's for this locale. */
  readonly isLocal?: (source: Address, target: Address) => boolean;
  /** Whether a source's address that is in no list is in the target all the same. */
  readonly isThere?: (source: Address) => boolean;
  /** Whether a target's address may stand there though no source text has it. */
  readonly isKnown?: (target: Address) => boolean;
  /** Addresses that were codes and are lost: what was typed may stand for one of them. */
  readonly wanting?: readonly string[];
}

/** How many addresses without their like are compared with each other; a text with more is a list of addresses. */
const MOST = 100;

/** Addresses that a target has lost, changed or added. What differs in its locale alone is a remark. */
export function compareAddresses(comparison: Comparison): readonly Found[] {
  const { isSame, isLocal, isThere, isKnown } = comparison;
  const [sources, targets] = [distinct(comparison.source), distinct(comparison.target)];
  const findings: Found[] = [];
  const lost: Address[] = [];
  const open = new Set([...targets.values()].filter(({ key }) => !sources.has(key)).slice(0, MOST));
  for (const one of [...sources.values()].filter(({ key }) => !targets.has(key)).slice(0, MOST)) {
    const same = [...targets.values()].slice(0, MOST).filter((other) => isSame(one, other));
    for (const other of same) open.delete(other);
    const local = same.length > 0 ? undefined : [...open].find((other) => isLocal?.(one, other));
    if (local) {
      open.delete(local);
      findings.push({ severity: 'info', ...changed('locale', one.raw, local) });
    } else if (same.length === 0 && !isThere?.(one)) lost.push(one);
  }
  const added = [...open].filter(
    (one) => !isKnown?.(one) && ![...sources.values()].slice(0, MOST).some((own) => isSame(own, one)),
  );
  for (const [at, one] of lost.entries()) {
    const other = added[at];
    findings.push(
      other ? changed('changed', one.raw, other) : { values: { kind: 'lost', from: one.raw, to: '' } },
    );
  }
  const { wanting = [] } = comparison;
  for (const [at, one] of added.slice(lost.length).entries()) {
    const from = wanting[at];
    findings.push(
      from === undefined
        ? { severity: 'warning', ...changed('added', '', one) }
        : changed('changed', from, one),
    );
  }
  return findings;
}

/** By their keys, the first of each. */
function distinct(addresses: readonly Address[]): ReadonlyMap<string, Address> {
  const found = new Map<string, Address>();
  for (const one of addresses) if (!found.has(one.key)) found.set(one.key, one);
  return found;
}

function changed(kind: 'changed' | 'locale' | 'added', from: string, { raw, start, end }: Address): Found {
  return { values: { kind, from, to: raw }, at: { start, end } };
}

/** The addresses of a target's lost autolinks, without `mailto:`. */
export function lostAutolinks({ source, target, codes }: Pair): readonly string[] {
  const there = codeSpansOf(target);
  return [...codeSpansOf(source).keys()].flatMap((id) => {
    const { type, href = '' } = codes[id] ?? {};
    return type === 'autolink' && !there.has(id) ? [href.replace(/^mailto:/i, '')] : [];
  });
}

/** Compares addresses that are the same in every language; a case ending may follow. */
export function compareFixed(
  pair: Pair,
  addressesOf: (text: Pair['source']) => readonly Address[],
): readonly Found[] {
  const source = addressesOf(pair.source);
  const target = addressesOf(pair.target);
  if (source.length + target.length === 0) return [];
  const spoken = new Set(Object.values(pair.codes).flatMap(({ href, text }) => [href ?? '', text ?? '']));
  return compareAddresses({
    source,
    target,
    isSame: (one, other) => isWithEnding(other.key, one.key),
    isKnown: ({ raw }) => spoken.has(raw) || spoken.has(`mailto:${raw}`),
    wanting: lostAutolinks(pair).filter((href) => href.includes('@')),
  });
}
