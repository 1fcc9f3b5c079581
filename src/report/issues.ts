import type { Finding, Severity } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import type { IssueType, TransferIssue } from '../model/transfer.ts';
import { bySeverity } from './lists.ts';

/** What each rule finds, as ITS 2.0 names it: https://www.w3.org/TR/its20/#lqissue-typevalues */
export const ISSUE_TYPES: Readonly<Record<RuleId, IssueType>> = {
  'no-locales': 'other',
  'orphan-language': 'omission',
  'surplus-file': 'addition',
  missing: 'omission',
  extra: 'addition',
  'lost-translation': 'omission',
  stale: 'mistranslation',
  'stale-meaning': 'mistranslation',
  unreviewed: 'non-conformance',
  'machine-drafts': 'non-conformance',
  'self-approved': 'non-conformance',
  'below-threshold': 'non-conformance',
  structure: 'markup',
  order: 'formatting',
  metadata: 'untranslated',
  opaque: 'internationalization',
  'same-as-source': 'untranslated',
  'partly-untranslated': 'untranslated',
  'wrong-script': 'characters',
  'wrong-language': 'locale-violation',
  numbers: 'numbers',
  'number-format': 'locale-violation',
  'figures-matrix': 'numbers',
  units: 'numbers',
  currency: 'numbers',
  percent: 'numbers',
  dates: 'numbers',
  times: 'numbers',
  'spelled-number': 'numbers',
  'end-punctuation': 'typographical',
  'start-punctuation': 'typographical',
  'hy-inner-marks': 'typographical',
  'spacing-before-punct': 'whitespace',
  'spacing-after-punct': 'whitespace',
  'double-space': 'whitespace',
  'edge-whitespace': 'whitespace',
  'newline-count': 'whitespace',
  'tab-count': 'whitespace',
  'quotes-style': 'locale-violation',
  unpaired: 'typographical',
  'ellipsis-style': 'typographical',
  'dash-style': 'typographical',
  apostrophe: 'typographical',
  'ro-cedilla': 'characters',
  'az-letters': 'characters',
  'mixed-script': 'characters',
  'bidi-control': 'characters',
  'invisible-char': 'characters',
  mojibake: 'characters',
  'not-nfc': 'characters',
  kashida: 'characters',
  'repeated-word': 'duplication',
  'capitals-start': 'typographical',
  acronym: 'inconsistent-entities',
  'all-caps': 'typographical',
  'camel-case': 'inconsistent-entities',
  'length-ratio': 'length',
  truncated: 'omission',
  'sentence-count': 'length',
  register: 'register',
  'profanity-of-machine': 'addition',
  spelling: 'misspelling',
  'inline-codes': 'markup',
  'space-around-codes': 'whitespace',
  markdown: 'markup',
  links: 'markup',
  urls: 'inconsistent-entities',
  emails: 'inconsistent-entities',
  phones: 'inconsistent-entities',
  handles: 'inconsistent-entities',
  hashtags: 'inconsistent-entities',
  'dead-anchor': 'markup',
  placeholder: 'pattern-problem',
  glossary: 'terminology',
  'do-not-translate': 'terminology',
  forbidden: 'terminology',
  'names-consistency': 'inconsistent-entities',
  'inconsistent-target': 'inconsistency',
  'inconsistent-source': 'inconsistency',
  'waiver-stale': 'other',
};

// A handoff says these in other ways: by a segment's state, and in the notes on what changed.
const TOLD: ReadonlySet<RuleId> = new Set([
  'missing',
  'stale',
  'stale-meaning',
  'unreviewed',
  'machine-drafts',
  'self-approved',
]);

const SEVERITY: Readonly<Record<Severity, number>> = { error: 100, warning: 50, info: 10 };

/**
 * What was found in the targets of a document in a locale, by segment, the gravest first: what a handoff carries to
 * translators (`TransferInput.issues`). The messages should be in the language of the handoff's notes.
 */
export function issuesOf(
  findings: readonly (Finding & { readonly message: string })[],
  { document, locale }: { readonly document: string; readonly locale: string },
): Map<string, TransferIssue[]> {
  const issues = new Map<string, TransferIssue[]>();
  for (const finding of bySeverity(findings)) {
    const { rule, severity, segment, message } = finding;
    if (finding.document !== document || finding.locale !== locale || segment === null || TOLD.has(rule))
      continue;
    const issue = { type: ISSUE_TYPES[rule], comment: message, severity: SEVERITY[severity] };
    const own = issues.get(segment);
    if (own) own.push(issue);
    else issues.set(segment, [issue]);
  }
  return issues;
}
