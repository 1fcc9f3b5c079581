import type { Rule } from './rule.ts';
import { inlineCodes } from './rules/inline-codes.ts';
import { machineDrafts } from './rules/machine-drafts.ts';
import { missing } from './rules/missing.ts';
import { noLocales } from './rules/no-locales.ts';
import { opaque } from './rules/opaque.ts';
import { stale } from './rules/stale.ts';
import { staleMeaning } from './rules/stale-meaning.ts';
import { unreviewed } from './rules/unreviewed.ts';

/** Every rule, in the order of their findings. */
export const RULES: readonly Rule[] = [
  noLocales,
  missing,
  stale,
  staleMeaning,
  unreviewed,
  machineDrafts,
  opaque,
  inlineCodes,
];
