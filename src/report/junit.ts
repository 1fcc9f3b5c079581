import type { Severity } from '../model/finding.ts';
import type { CheckRun, ReportedFinding, WaivedFinding } from './input.ts';
import { clip, gather, isAtLeast, placeKey } from './lists.ts';
import { element, XML_HEAD, xml } from './xml.ts';

/** Texts are shown up to here, in UTF-16 units. */
const EXCERPT = 500;

/** A document in a locale, or the source where the locale is null. */
interface Place {
  readonly document: string;
  readonly locale: string | null;
}

/** What one rule says of one segment. */
interface Case {
  readonly findings: readonly ReportedFinding[];
  readonly waived: readonly WaivedFinding[];
}

/** How the cases of a suite went. */
interface Suite {
  readonly text: string;
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

/**
 * A run of the checks as JUnit XML: a suite for each document in each locale, a case for each rule and segment that
 * something was found in. A case fails where a finding is at least as grave as `least`, and is skipped where all that
 * was found is let stand. A suite in which nothing was found has one case that passes.
 */
export function junit(run: CheckRun, least: Severity): string {
  const found = gather(run.findings, ({ document, locale }) => placeKey(document, locale));
  const waived = gather(run.waivedFindings ?? [], ({ document, locale }) => placeKey(document, locale));
  const suites = placesOf(run).map((place) => {
    const key = placeKey(place.document, place.locale);
    return suiteOf(place, casesOf(found.get(key) ?? [], waived.get(key) ?? []), least);
  });
  const sum = (count: 'tests' | 'failures' | 'skipped'): number =>
    suites.reduce((all, suite) => all + suite[count], 0);
  const counts = { tests: sum('tests'), failures: sum('failures'), errors: 0, skipped: sum('skipped') };
  const content = suites.map(({ text }) => text).join('');
  return `${XML_HEAD}${element('testsuites', { name: 'hexapla check', ...counts, time: 0 }, `\n${content}`)}\n`;
}

/** Where something was looked for or found: first the project and the sources, then what the matrix has. */
function placesOf({ matrix, findings, waivedFindings = [] }: CheckRun): readonly Place[] {
  const places = new Map<string, Place>();
  const add = ({ document, locale }: Place): void => {
    places.set(placeKey(document, locale), { document, locale });
  };
  const all: readonly Place[] = [...findings, ...waivedFindings];
  for (const place of all) if (place.locale === null) add(place);
  for (const place of [...matrix, ...all]) add(place);
  if (places.size === 0) add({ document: '', locale: null });
  return [...places.values()];
}

function casesOf(findings: readonly ReportedFinding[], waived: readonly WaivedFinding[]): Map<string, Case> {
  const name = ({ rule, segment }: ReportedFinding): string =>
    segment === null ? rule : `${rule} ${segment}`;
  const cases = new Map<string, Case>();
  for (const [key, own] of gather(findings, name)) cases.set(key, { findings: own, waived: [] });
  for (const [key, own] of gather(waived, name)) {
    cases.set(key, { findings: cases.get(key)?.findings ?? [], waived: own });
  }
  return cases;
}

function suiteOf({ document, locale }: Place, cases: ReadonlyMap<string, Case>, least: Severity): Suite {
  const name = [document === '' ? 'hexapla' : document, ...(locale === null ? [] : [locale])].join(' ');
  const written = [...cases].map(([key, one]) => caseOf(name, key, one, least));
  if (written.length === 0)
    written.push({ kind: 'passed', text: caseElement(name, 'hexapla check', undefined, '') });
  const count = (kind: Written['kind']): number => written.filter((one) => one.kind === kind).length;
  const counts = { tests: written.length, failures: count('failed'), skipped: count('skipped') };
  const content = written.map(({ text }) => text).join('');
  return {
    ...counts,
    text: `${element('testsuite', { name, ...counts, errors: 0, time: 0 }, `\n${content}`)}\n`,
  };
}

interface Written {
  readonly kind: 'passed' | 'failed' | 'skipped';
  readonly text: string;
}

function caseOf(suite: string, name: string, { findings, waived }: Case, least: Severity): Written {
  const [first] = [...findings, ...waived];
  const grave = findings.filter(({ severity }) => isAtLeast(severity, least));
  const light = findings.filter(({ severity }) => !isAtLeast(severity, least));
  const [worst] = grave;
  const content: string[] = [];
  if (worst) {
    const type = worst.severity;
    content.push(
      element('failure', { message: worst.message, type }, xml(grave.map(accountOf).join('\n\n'))),
    );
  } else if (findings.length === 0) {
    content.push(element('skipped', { message: waived.map(({ reason }) => reason).join(' / ') }));
  }
  if (light.length > 0) content.push(element('system-out', {}, xml(light.map(accountOf).join('\n\n'))));
  const kind = worst ? 'failed' : findings.length === 0 ? 'skipped' : 'passed';
  return { kind, text: caseElement(suite, name, first, content.join('')) };
}

function caseElement(suite: string, name: string, at: ReportedFinding | undefined, content: string): string {
  const place = at && { file: at.file, line: at.line ?? undefined };
  return `${element('testcase', { name, classname: suite, time: 0, ...place }, content)}\n`;
}

function accountOf({ severity, message, file, line, excerpt }: ReportedFinding): string {
  const { source, target } = excerpt;
  return [
    `${severity}: ${message}`,
    `${file}${line === null ? '' : `:${line}`}`,
    ...(source === null ? [] : [`< ${clip(source, EXCERPT)}`]),
    ...(target === null ? [] : [`> ${clip(target, EXCERPT)}`]),
  ].join('\n');
}
