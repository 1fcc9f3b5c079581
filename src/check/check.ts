import type { Finding, Severity } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import type { AcrossRule, CheckSettings, Edition, Found, Gathered, ProjectFacts, Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** What a project has decided about a rule for a document in a locale: another severity, or nothing at all. */
export type Chosen = Severity | 'off' | 'on' | null;

/** Asks what is decided about a rule; the locale is null for the source. */
export type Choice = (rule: RuleId, document: string, locale: string | null) => Chosen;

/** What was found in one edition, and what the rules across editions noted of it: plain data. */
export interface EditionReport {
  readonly document: string;
  readonly locale: string | null;
  readonly findings: readonly Finding[];
  /** By rule. */
  readonly notes: Readonly<Record<string, unknown>>;
}

/** How the time of a check is told: rule by rule, in milliseconds. */
export type Clock = () => number;
export interface Timing {
  readonly clock: Clock;
  readonly spent: Map<RuleId, number>;
}

/** What is asked of a run of the checks. */
export interface CheckOrder {
  readonly choice: Choice;
  /** The rules that are looked at; all unless given. */
  readonly only?: readonly RuleId[] | null;
  readonly timing?: Timing | null;
}

/** Runs the rules on one document in one locale, or on the source where the edition's locale is null. */
export function checkEdition(edition: Edition, order: CheckOrder): EditionReport {
  const { document, locale, settings } = edition;
  const findings: Finding[] = [];
  const notes: Record<string, unknown> = {};
  for (const rule of RULES) {
    const severity = severityOf(rule, settings, order, document, locale);
    if (severity === null) continue;
    const started = order.timing?.clock() ?? 0;
    if (rule.scope === 'across') {
      const noted = locale === null ? null : (rule.gather?.(edition) ?? null);
      if (noted !== null) notes[rule.id] = noted;
    } else pushFindings(findings, rule, edition, severity);
    spend(order.timing, rule.id, started);
  }
  return { document, locale, findings, notes };
}

/** Runs the rules that look across editions on what was noted of each. */
export function checkAcross(
  reports: readonly EditionReport[],
  project: ProjectFacts,
  settings: CheckSettings,
  order: CheckOrder,
): Finding[] {
  const rules = RULES.filter((rule): rule is AcrossRule => rule.scope === 'across');
  return rules.flatMap((rule) => {
    const started = order.timing?.clock() ?? 0;
    const gathered = reports.flatMap(({ document, locale, notes }): Gathered[] =>
      locale !== null && Object.hasOwn(notes, rule.id) ? [{ document, locale, notes: notes[rule.id] }] : [],
    );
    const findings = rule.judge(gathered, project).flatMap((found): Finding[] => {
      const severity = severityOf(rule, settings, order, found.document, found.locale);
      return severity === null
        ? []
        : [findingOf(rule.id, severity, found, found.document, found.locale, found.segment)];
    });
    spend(order.timing, rule.id, started);
    return findings;
  });
}

function pushFindings(
  findings: Finding[],
  rule: Exclude<Rule, AcrossRule>,
  edition: Edition,
  severity: Wanted,
): void {
  const { document, locale, pairs, settings, texts } = edition;
  const push = (found: Found, segment: string | null): void => {
    findings.push(findingOf(rule.id, severity, found, document, locale, segment));
  };
  if (rule.scope === 'edition') {
    if ((rule.source === true) !== (locale === null)) return;
    for (const found of rule.check(edition)) push(found, found.segment);
  } else if (rule.scope === 'pair') {
    for (const pair of pairs) {
      if (pair.stale === null) for (const found of rule.check(pair, settings)) push(found, pair.id);
    }
  } else if (locale !== null) {
    for (const { id, target } of pairs) for (const found of rule.check(target, settings)) push(found, id);
  } else if (rule.source) {
    for (const [id, text] of texts) for (const found of rule.check(text, settings)) push(found, id);
  }
}

/** The severity of a rule's findings, and whether the project has set it. */
interface Wanted {
  readonly severity: Severity;
  readonly isSet: boolean;
}

function severityOf(
  rule: Rule,
  { stage: asked, required }: CheckSettings,
  { choice, only }: CheckOrder,
  document: string,
  locale: string | null,
): Wanted | null {
  if (only && !only.includes(rule.id)) return null;
  const chosen = choice(rule.id, document, locale);
  if (chosen === 'off' || (chosen === null && rule.optIn && !only)) return null;
  if (chosen !== null && chosen !== 'on') return { severity: chosen, isSet: true };
  const { severity } = rule;
  const stage = locale !== null && required && !required.includes(locale) ? 'draft' : asked;
  return { severity: typeof severity === 'string' ? severity : severity[stage], isSet: false };
}

function findingOf(
  rule: RuleId,
  { severity, isSet }: Wanted,
  found: Found,
  document: string,
  locale: string | null,
  segment: string | null,
): Finding {
  return {
    rule,
    severity: isSet ? severity : (found.severity ?? severity),
    locale,
    document,
    segment,
    values: found.values,
    ...(found.at && { at: found.at }),
    ...(found.fix && { fix: found.fix }),
  };
}

function spend(timing: Timing | null | undefined, rule: RuleId, started: number): void {
  if (timing) timing.spent.set(rule, (timing.spent.get(rule) ?? 0) + timing.clock() - started);
}
