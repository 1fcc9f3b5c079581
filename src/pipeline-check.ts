import { contentOf } from './catalogue/hash.ts';
import { standings } from './catalogue/progress.ts';
import { liveSegments } from './catalogue/update.ts';
import { type CheckOrder, checkAcross, checkEdition, type EditionReport } from './check/check.ts';
import { pairsOf } from './check/pairs.ts';
import type { CheckSettings, Edition, Identify, ProjectFacts } from './check/rule.ts';
import { createText, type Text } from './check/text.ts';
import type { TargetCatalogue } from './model/catalogue.ts';
import type { Finding, Stage } from './model/finding.ts';
import type { Glossary } from './model/glossary.ts';
import type { Names } from './model/names.ts';
import { keptTargets, type Open, type Settings, type Targets } from './pipeline.ts';

/** What checks need besides the settings of a project: its lists, and what has to be loaded. */
export interface CheckContext {
  readonly stage?: Stage;
  readonly required?: readonly string[] | null;
  readonly glossary?: Glossary;
  readonly names?: Names;
  readonly placeholders?: readonly string[];
  readonly lengths?: CheckSettings['lengths'];
  readonly identify?: Identify | null;
  readonly spelling?: CheckSettings['spelling'];
}

/** The settings of the checks: those of the project, and for what is not given nothing. */
export function checkSettings(settings: Settings, context: CheckContext = {}): CheckSettings {
  const { sourceLocale, minState, thresholds = null, keep, links } = settings;
  return {
    stage: context.stage ?? 'publish',
    required: context.required ?? null,
    sourceLocale,
    minState,
    thresholds,
    glossary: context.glossary ?? {},
    names: context.names ?? {},
    keep,
    links,
    placeholders: context.placeholders ?? [],
    lengths: context.lengths ?? {},
    identify: context.identify ?? null,
    spelling: context.spelling ?? {},
  };
}

/** What the checks look at in a document: its source, and a target catalogue at a time. */
export interface CheckView {
  readonly source: Edition;
  readonly edition: (locale: string, target: TargetCatalogue | null) => Edition;
}

/** Makes a document ready to be checked; the source's texts are shared by all its locales. */
export function viewDocument(open: Open, settings: Settings, checks: CheckSettings): CheckView {
  const texts = new Map<string, Text>();
  for (const { id, entry } of liveSegments(open.catalogue)) {
    texts.set(id, createText(settings.sourceLocale, contentOf(entry.text)));
  }
  const shared = {
    document: open.document,
    parsed: open.parsed,
    units: open.units,
    source: open.catalogue,
    texts,
    settings: checks,
    read: contentOf,
  };
  return {
    source: { ...shared, locale: null, standings: [], target: null, pairs: [] },
    edition: (locale, given) => {
      const target = keptTargets(open.catalogue, { [locale]: given }, settings)[locale] ?? null;
      const list = standings(open.catalogue, target, open.judge);
      const { sourceLocale } = settings;
      const { units } = open.catalogue;
      const pairs = pairsOf({ locale, sourceLocale, units, texts, standings: list, read: contentOf });
      return { ...shared, locale, target, standings: list, pairs };
    },
  };
}

/** What is said of a document as a whole, and of each of its locales. */
export function checkReports(input: {
  open: Open;
  targets: Targets;
  settings: Settings;
  checks: CheckSettings;
  order: CheckOrder;
}): EditionReport[] {
  const { open, targets, settings, checks, order } = input;
  const view = viewDocument(open, settings, checks);
  const locales = Object.entries(targets).map(([locale, target]) =>
    checkEdition(view.edition(locale, target), order),
  );
  return [checkEdition(view.source, order), ...locales];
}

/** Nothing is decided about any rule. */
const EVERY_RULE: CheckOrder = { choice: () => null };

/** What the checks find in one document and its locales, as if it were the whole project. */
export function checkDocument(input: {
  open: Open;
  targets: Targets;
  settings: Settings;
  context?: CheckContext;
  order?: CheckOrder;
}): Finding[] {
  const { open, targets, settings, context = {}, order = EVERY_RULE } = input;
  const checks = checkSettings(settings, context);
  const reports = checkReports({ open, targets, settings, checks, order });
  const targetLocales = Object.keys(targets);
  const { document } = open;
  const absent = targetLocales.flatMap((locale) => (targets[locale] ? [] : [{ document, locale }]));
  const project: ProjectFacts = {
    targetLocales,
    documents: [document],
    required: checks.required,
    absent,
    surplus: [],
  };
  return [...reports.flatMap(({ findings }) => findings), ...checkAcross(reports, project, checks, order)];
}
