/** Every check by its id: the closed list that a project's configuration, waivers and reports refer to. */
export const RULE_IDS = [
  // what is there
  'no-locales',
  'orphan-language',
  'surplus-file',
  'missing',
  'extra',
  'lost-translation',
  'stale',
  'stale-meaning',
  'unreviewed',
  'machine-drafts',
  'self-approved',
  'below-threshold',
  'structure',
  'order',
  'metadata',
  'opaque',
  // which language it is in
  'same-as-source',
  'partly-untranslated',
  'wrong-script',
  'wrong-language',
  // figures
  'numbers',
  'number-format',
  'figures-matrix',
  'units',
  'currency',
  'percent',
  'dates',
  'times',
  'spelled-number',
  // marks and spaces
  'end-punctuation',
  'start-punctuation',
  'hy-inner-marks',
  'spacing-before-punct',
  'spacing-after-punct',
  'double-space',
  'edge-whitespace',
  'newline-count',
  'tab-count',
  'quotes-style',
  'unpaired',
  'ellipsis-style',
  'dash-style',
  // letters
  'apostrophe',
  'ro-cedilla',
  'az-letters',
  'mixed-script',
  'bidi-control',
  'invisible-char',
  'mojibake',
  'not-nfc',
  'kashida',
  // words
  'repeated-word',
  'capitals-start',
  'acronym',
  'all-caps',
  'camel-case',
  'length-ratio',
  'truncated',
  'sentence-count',
  'register',
  'profanity-of-machine',
  'spelling',
  // codes, links and what must stay
  'inline-codes',
  'space-around-codes',
  'markdown',
  'links',
  'urls',
  'emails',
  'phones',
  'handles',
  'hashtags',
  'dead-anchor',
  'placeholder',
  // words that the project has agreed on
  'glossary',
  'do-not-translate',
  'forbidden',
  'names-consistency',
  'inconsistent-target',
  'inconsistent-source',
  // decisions
  'waiver-stale',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** Whether a text is a check's id. */
export function isRuleId(text: string): text is RuleId {
  return (RULE_IDS as readonly string[]).includes(text);
}
