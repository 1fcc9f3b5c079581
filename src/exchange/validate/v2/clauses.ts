import type { Version } from '../problem.ts';

const ADDRESSES: Readonly<Record<Exclude<Version, '1.2'>, string>> = {
  '2.0': 'https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html',
  '2.1': 'https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html',
  '2.2': 'https://docs.oasis-open.org/xliff/xliff-core/v2.2/xliff-extended-v2.2-part2.html',
};

/** The address of a clause of XLIFF 2, from its fragment. Part 2 of 2.2 holds the core of part 1 and the modules. */
export function clauseIn(version: Exclude<Version, '1.2'>): (fragment: string) => string {
  const address = ADDRESSES[version];
  return (fragment) => address + fragment;
}
