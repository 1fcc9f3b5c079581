import type { Context, Element, Rule } from '../rule.ts';
import { checkAnnotators, hasAnnotator } from './its-annotators.ts';
import { createStandoff, type Standoff } from './its-standoff.ts';

const ISSUE_PARTS = ['Type', 'Comment', 'Severity', 'ProfileRef', 'Enabled'].map(
  (name) => `its:locQualityIssue${name}`,
);
const RECORD_NAMES = ['org', 'person', 'revOrg', 'revPerson', 'revTool', 'tool'].flatMap((name) => [
  name,
  `${name}Ref`,
]);
const RECORD_PARTS = RECORD_NAMES.map((name) => `its:${name}`);
// Terms have a type of their own, and whoever annotates may do so to anything.
const ANY_TYPE = new Set(['its:annotatorsRef', 'its:termConfidence', 'its:version']);
const PLACES = ['file', 'group', 'unit', 'note', 'mrk', 'sm', 'mtc:match', 'ctr:revision', 'ctr:revisions'];
const LOCALES = /^\s*(?:\*|[A-Za-z]{1,8})(?:-(?:\*|[A-Za-z0-9]{1,8}))*\s*$/;

/** What the attributes and elements of the Internationalization Tag Set say together. */
export function itsRule(): Rule {
  const standoff = createStandoff();
  const check = (element: Element, context: Context): void => checkElement(element, standoff, context);
  return {
    open: {
      xliff: (element, context) => checkVersion(element, context),
      ...Object.fromEntries(PLACES.map((name) => [name, check])),
      'its:locQualityIssues': (element, context) => standoff.declare(element, context),
      'its:provenanceRecords': (element, context) => standoff.declare(element, context),
      'its:locQualityIssue': (element, context) => {
        checkVersion(element, context);
        const { locQualityIssueType: type, locQualityIssueComment: comment } = element.attributes;
        if (type === undefined && comment === undefined) {
          context.report(element, 'its-issue-empty', '#itsm_locQualityIssue');
        }
      },
      'its:provenanceRecord': (element, context) => {
        checkVersion(element, context);
        if (RECORD_NAMES.every((name) => element.attributes[name] === undefined)) {
          context.report(element, 'its-record-empty', '#itsm_provenanceRecord');
        }
      },
    },
  };
}

function namesOf(element: Element): string[] {
  const names: string[] = [];
  for (const name in element.attributes) {
    if (name.startsWith('its:') || name.startsWith('itsm:')) names.push(name);
  }
  return names;
}

function checkElement(element: Element, standoff: Standoff, context: Context): void {
  const names = namesOf(element);
  if (names.length === 0) return;
  checkVersion(element, context);
  checkType(element, names, context);
  checkExclusive(element, context);
  checkComplete(element, context);
  checkThresholds(element, context);
  checkLocales(element, context);
  checkAnnotators(element, context);
  checkConfidence(element, context);
  standoff.refer(element, context);
}

// https://www.w3.org/TR/its20/#its-version-attribute
function checkVersion(element: Element, context: Context): void {
  if (element.name === 'xliff' && namesOf(element).length === 0) return;
  for (let at: Element | null = element; at !== null; at = at.parent) {
    if (at.attributes['its:version'] !== undefined) return;
    if (at.name.startsWith('its:') && at.attributes['version'] !== undefined) return;
  }
  context.report(element, 'its-version-missing', '#itsm_version');
}

function checkType(element: Element, names: readonly string[], context: Context): void {
  if (element.name !== 'mrk' && element.name !== 'sm') return;
  const { type, 'its:termConfidence': confidence } = element.attributes;
  const report = (attribute: string, expected: string): void =>
    context.report(element, 'its-type-wrong', `#${attribute.replace(/^itsm?:/, 'itsm_')}`, {
      attribute,
      value: type ?? 'generic',
      expected,
    });
  if (confidence !== undefined && type !== 'term' && type !== 'its:term-no') {
    report('its:termConfidence', 'term');
  }
  if (type === undefined || type === 'its:generic') return;
  const attribute = names.find((name) => !ANY_TYPE.has(name));
  if (attribute !== undefined) report(attribute, 'its:generic');
}

const EXCLUSIVE: readonly (readonly [one: string, others: readonly string[]])[] = [
  ['its:locQualityIssuesRef', ISSUE_PARTS],
  ['its:provenanceRecordsRef', RECORD_PARTS],
  ['its:locQualityRatingScore', ['its:locQualityRatingVote']],
  ['its:taIdentRef', ['its:taSource', 'its:taIdent']],
];

function checkExclusive(element: Element, context: Context): void {
  const { attributes } = element;
  for (const [one, others] of EXCLUSIVE) {
    if (attributes[one] === undefined) continue;
    const other = others.find((name) => attributes[name] !== undefined);
    if (other === undefined) continue;
    context.report(element, 'its-exclusive', `#${one.replace('its:', 'itsm_')}`, { attribute: one, other });
  }
}

/** For an attribute, what else has to be there: one of several. */
const NEEDS: readonly (readonly [one: string, others: readonly string[]])[] = [
  ['its:taSource', ['its:taIdent']],
  ['its:taIdent', ['its:taSource']],
  ['its:taConfidence', ['its:taClassRef', 'its:taIdentRef', 'its:taIdent']],
  ['its:localeFilterType', ['its:localeFilterList']],
  ['its:locQualityIssueSeverity', ISSUE_PARTS.slice(0, 2)],
  ['its:locQualityIssueProfileRef', ISSUE_PARTS.slice(0, 2)],
  ['its:locQualityIssueEnabled', ISSUE_PARTS.slice(0, 2)],
  ['its:locQualityRatingProfileRef', ['its:locQualityRatingScore', 'its:locQualityRatingVote']],
];

function checkComplete(element: Element, context: Context): void {
  const { attributes } = element;
  const standoff = attributes['its:locQualityIssuesRef'] !== undefined;
  for (const [one, others] of NEEDS) {
    if (attributes[one] === undefined || others.some((name) => attributes[name] !== undefined)) continue;
    if (standoff && ISSUE_PARTS.includes(one)) continue;
    const missing = others.join(', ');
    context.report(element, 'its-incomplete', `#${one.replace('its:', 'itsm_')}`, {
      attribute: one,
      missing,
    });
  }
}

function checkThresholds(element: Element, context: Context): void {
  for (const rating of ['its:locQualityRatingScore', 'its:locQualityRatingVote']) {
    const threshold = `${rating}Threshold`;
    if (element.attributes[threshold] === undefined) continue;
    let at: Element | null = element;
    while (at !== null && at.attributes[rating] === undefined) at = at.parent;
    if (at !== null) continue;
    const clause = `#${threshold.replace('its:', 'itsm_')}`;
    context.report(element, 'its-threshold-alone', clause, { attribute: threshold, missing: rating });
  }
}

// https://www.w3.org/TR/its20/#LocaleFilter
function checkLocales(element: Element, context: Context): void {
  const value = element.attributes['its:localeFilterList'];
  if (value === undefined || value.trim() === '' || areLocales(value)) return;
  context.report(element, 'its-locales-malformed', '#itsm_localeFilterList', { value });
}

function areLocales(list: string): boolean {
  for (let from = 0; from <= list.length; ) {
    const comma = list.indexOf(',', from);
    const to = comma === -1 ? list.length : comma;
    if (!LOCALES.test(list.slice(from, to))) return false;
    from = to + 1;
  }
  return true;
}

const CONFIDENCE: readonly (readonly [attribute: string, category: string])[] = [
  ['its:mtConfidence', 'mt-confidence'],
  ['its:taConfidence', 'text-analysis'],
  ['its:termConfidence', 'terminology'],
];

function checkConfidence(element: Element, context: Context): void {
  for (const [attribute, category] of CONFIDENCE) {
    if (element.attributes[attribute] === undefined || hasAnnotator(element, category)) continue;
    const clause = `#${attribute.replace('its:', 'itsm_')}`;
    context.report(element, 'its-annotator-missing', clause, { attribute, category });
  }
}
