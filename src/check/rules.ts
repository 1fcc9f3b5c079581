import type { Rule } from './rule.ts';
import { acronym } from './rules/acronym.ts';
import { allCaps } from './rules/all-caps.ts';
import { apostrophe } from './rules/apostrophe.ts';
import { azLetters } from './rules/az-letters.ts';
import { belowThreshold } from './rules/below-threshold.ts';
import { bidiControl } from './rules/bidi-control.ts';
import { camelCase } from './rules/camel-case.ts';
import { capitalsStart } from './rules/capitals-start.ts';
import { currency } from './rules/currency.ts';
import { dashStyle } from './rules/dash-style.ts';
import { dates } from './rules/dates.ts';
import { deadAnchor } from './rules/dead-anchor.ts';
import { doNotTranslate } from './rules/do-not-translate.ts';
import { doubleSpace } from './rules/double-space.ts';
import { edgeWhitespace } from './rules/edge-whitespace.ts';
import { ellipsisStyle } from './rules/ellipsis-style.ts';
import { emails } from './rules/emails.ts';
import { endPunctuation } from './rules/end-punctuation.ts';
import { extra } from './rules/extra.ts';
import { figuresMatrix } from './rules/figures-matrix.ts';
import { forbidden } from './rules/forbidden.ts';
import { glossary } from './rules/glossary.ts';
import { handles } from './rules/handles.ts';
import { hashtags } from './rules/hashtags.ts';
import { hyInnerMarks } from './rules/hy-inner-marks.ts';
import { inconsistentSource } from './rules/inconsistent-source.ts';
import { inconsistentTarget } from './rules/inconsistent-target.ts';
import { inlineCodes } from './rules/inline-codes.ts';
import { invisibleChar } from './rules/invisible-char.ts';
import { kashida } from './rules/kashida.ts';
import { lengthRatio } from './rules/length-ratio.ts';
import { links } from './rules/links.ts';
import { lostTranslation } from './rules/lost-translation.ts';
import { machineDrafts } from './rules/machine-drafts.ts';
import { markdown } from './rules/markdown.ts';
import { metadata } from './rules/metadata.ts';
import { missing } from './rules/missing.ts';
import { mixedScript } from './rules/mixed-script.ts';
import { mojibake } from './rules/mojibake.ts';
import { namesConsistency } from './rules/names-consistency.ts';
import { newlineCount } from './rules/newline-count.ts';
import { noLocales } from './rules/no-locales.ts';
import { notNfc } from './rules/not-nfc.ts';
import { numberFormat } from './rules/number-format.ts';
import { numbers } from './rules/numbers.ts';
import { opaque } from './rules/opaque.ts';
import { order } from './rules/order.ts';
import { orphanLanguage } from './rules/orphan-language.ts';
import { partlyUntranslated } from './rules/partly-untranslated.ts';
import { percent } from './rules/percent.ts';
import { phones } from './rules/phones.ts';
import { placeholder } from './rules/placeholder.ts';
import { profanityOfMachine } from './rules/profanity-of-machine.ts';
import { quotesStyle } from './rules/quotes-style.ts';
import { register } from './rules/register.ts';
import { repeatedWord } from './rules/repeated-word.ts';
import { roCedilla } from './rules/ro-cedilla.ts';
import { sameAsSource } from './rules/same-as-source.ts';
import { selfApproved } from './rules/self-approved.ts';
import { sentenceCount } from './rules/sentence-count.ts';
import { spaceAroundCodes } from './rules/space-around-codes.ts';
import { spacingAfterPunct } from './rules/spacing-after-punct.ts';
import { spacingBeforePunct } from './rules/spacing-before-punct.ts';
import { spelledNumber } from './rules/spelled-number.ts';
import { spelling } from './rules/spelling.ts';
import { stale } from './rules/stale.ts';
import { staleMeaning } from './rules/stale-meaning.ts';
import { startPunctuation } from './rules/start-punctuation.ts';
import { structure } from './rules/structure.ts';
import { surplusFile } from './rules/surplus-file.ts';
import { tabCount } from './rules/tab-count.ts';
import { times } from './rules/times.ts';
import { truncated } from './rules/truncated.ts';
import { units } from './rules/units.ts';
import { unpaired } from './rules/unpaired.ts';
import { unreviewed } from './rules/unreviewed.ts';
import { urls } from './rules/urls.ts';
import { waiverStale } from './rules/waiver-stale.ts';
import { wrongLanguage } from './rules/wrong-language.ts';
import { wrongScript } from './rules/wrong-script.ts';

/** Every rule, in the order of their findings. */
export const RULES: readonly Rule[] = [
  noLocales,
  orphanLanguage,
  surplusFile,
  missing,
  extra,
  lostTranslation,
  stale,
  staleMeaning,
  unreviewed,
  machineDrafts,
  selfApproved,
  belowThreshold,
  structure,
  order,
  metadata,
  opaque,
  sameAsSource,
  partlyUntranslated,
  wrongScript,
  wrongLanguage,
  numbers,
  numberFormat,
  figuresMatrix,
  units,
  currency,
  percent,
  dates,
  times,
  spelledNumber,
  endPunctuation,
  startPunctuation,
  hyInnerMarks,
  spacingBeforePunct,
  spacingAfterPunct,
  doubleSpace,
  edgeWhitespace,
  newlineCount,
  tabCount,
  quotesStyle,
  unpaired,
  ellipsisStyle,
  dashStyle,
  apostrophe,
  roCedilla,
  azLetters,
  mixedScript,
  bidiControl,
  invisibleChar,
  mojibake,
  notNfc,
  kashida,
  repeatedWord,
  capitalsStart,
  acronym,
  allCaps,
  camelCase,
  lengthRatio,
  truncated,
  sentenceCount,
  register,
  profanityOfMachine,
  spelling,
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
  placeholder,
  glossary,
  doNotTranslate,
  forbidden,
  namesConsistency,
  inconsistentTarget,
  inconsistentSource,
  waiverStale,
];
