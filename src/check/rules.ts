import type { Rule } from './rule.ts';
import { belowThreshold } from './rules/below-threshold.ts';
import { deadAnchor } from './rules/dead-anchor.ts';
import { emails } from './rules/emails.ts';
import { endPunctuation } from './rules/end-punctuation.ts';
import { extra } from './rules/extra.ts';
import { handles } from './rules/handles.ts';
import { hashtags } from './rules/hashtags.ts';
import { inlineCodes } from './rules/inline-codes.ts';
import { kashida } from './rules/kashida.ts';
import { links } from './rules/links.ts';
import { machineDrafts } from './rules/machine-drafts.ts';
import { markdown } from './rules/markdown.ts';
import { metadata } from './rules/metadata.ts';
import { missing } from './rules/missing.ts';
import { mixedScript } from './rules/mixed-script.ts';
import { noLocales } from './rules/no-locales.ts';
import { notNfc } from './rules/not-nfc.ts';
import { opaque } from './rules/opaque.ts';
import { order } from './rules/order.ts';
import { orphanLanguage } from './rules/orphan-language.ts';
import { phones } from './rules/phones.ts';
import { roCedilla } from './rules/ro-cedilla.ts';
import { spaceAroundCodes } from './rules/space-around-codes.ts';
import { stale } from './rules/stale.ts';
import { staleMeaning } from './rules/stale-meaning.ts';
import { structure } from './rules/structure.ts';
import { surplusFile } from './rules/surplus-file.ts';
import { unreviewed } from './rules/unreviewed.ts';
import { urls } from './rules/urls.ts';
import { waiverStale } from './rules/waiver-stale.ts';

/** Every rule, in the order of their findings. */
export const RULES: readonly Rule[] = [
  noLocales,
  orphanLanguage,
  surplusFile,
  missing,
  extra,
  stale,
  staleMeaning,
  unreviewed,
  machineDrafts,
  belowThreshold,
  structure,
  order,
  metadata,
  opaque,
  endPunctuation,
  roCedilla,
  mixedScript,
  notNfc,
  kashida,
  inlineCodes,
  spaceAroundCodes,
  markdown,
  links,
  urls,
  emails,
  phones,
  handles,
  hashtags,
  deadAnchor,
  waiverStale,
];
