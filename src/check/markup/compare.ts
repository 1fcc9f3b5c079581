import type { Found, Pair } from '../rule.ts';
import { type Address, isWithEnding } from './addresses.ts';

/** How the addresses of two texts are compared. */
export interface Comparison {
  readonly source: readonly Address[];
  readonly target: readonly Address[];
  /** Whether a target's address may stand for a source's: as it is (`same`), or in this locale (`locale`). */
  readonly alike: (source: Address, target: Address) => 'same' | 'locale' | null;
  /** Whether a source's address that is in no list is in the target all the same. */
  readonly isThere?: (source: Address) => boolean;
  /** Whether a target's address may stand there though no source text has it. */
  readonly isKnown?: (target: Address) => boolean;
}

/** Addresses that a target has lost, changed or added. What differs in its locale alone is a remark. */
export function compareAddresses(comparison: Comparison): readonly Found[] {
  const { source, target, alike, isThere, isKnown } = comparison;
  if (source.length + target.length === 0) return [];
  const sources = distinct(source);
  const open = new Set(distinct(target).filter((one) => !sources.some((own) => alike(own, one) === 'same')));
  const findings: Found[] = [];
  const lost: Address[] = [];
  for (const one of sources) {
    if (target.some((other) => alike(one, other) === 'same')) continue;
    const local = [...open].find((other) => alike(one, other) === 'locale');
    if (local) {
      open.delete(local);
      findings.push({ severity: 'info', ...changed('locale', one, local) });
    } else if (!isThere?.(one)) lost.push(one);
  }
  const added = [...open].filter((one) => !isKnown?.(one));
  for (const [at, one] of lost.entries()) {
    const other = added[at];
    findings.push(
      other ? changed('changed', one, other) : { values: { kind: 'lost', from: one.raw, to: '' } },
    );
  }
  for (const { raw, start, end } of added.slice(lost.length)) {
    findings.push({ severity: 'warning', values: { kind: 'added', from: '', to: raw }, at: { start, end } });
  }
  return findings;
}

function changed(kind: 'changed' | 'locale', from: Address, { raw, start, end }: Address): Found {
  return { values: { kind, from: from.raw, to: raw }, at: { start, end } };
}

function distinct(addresses: readonly Address[]): readonly Address[] {
  return addresses.filter(({ key }, at) => addresses.findIndex((one) => one.key === key) === at);
}

/** Compares addresses that are the same in every language; a case ending may follow. */
export function compareFixed(
  pair: Pair,
  addressesOf: (text: Pair['source']) => readonly Address[],
): readonly Found[] {
  const source = addressesOf(pair.source);
  const target = addressesOf(pair.target);
  const spoken = new Set(Object.values(pair.codes).flatMap(({ href, text }) => [href ?? '', text ?? '']));
  return compareAddresses({
    source,
    target,
    alike: (one, other) => (isWithEnding(other.key, one.key) ? 'same' : null),
    isKnown: ({ raw }) => spoken.has(raw) || spoken.has(`mailto:${raw}`),
  });
}
