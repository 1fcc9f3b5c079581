import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { setTarget } from '../../src/catalogue/review.ts';
import type { SourceCatalogue, State, Target, TargetCatalogue } from '../../src/model/catalogue.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { RuleId } from '../../src/model/rules.ts';
import { openDocument, type Settings } from '../../src/pipeline.ts';
import { type CheckContext, checkDocument } from '../../src/pipeline-check.ts';
import { extract, liveIds, settings } from './settings.ts';

/** A target as an example tells it: its stored text, or that with what else is stored. */
export type ExampleTarget = string | ({ readonly text: string } & Partial<Omit<Target, 'text'>>) | null;

/**
 * An example of a rule's page. Each of `segments` has the source's Markdown (a block each) and the targets by locale,
 * in the stored form; where a source has several sentences, its targets are lists. `was` is the source's Markdown when the
 * targets were made; `words` the words that a locale's dictionary has, where there is one.
 */
export interface Example {
  readonly segments: readonly Readonly<Record<string, ExampleTarget | readonly ExampleTarget[]>>[];
  readonly source: string;
  readonly settings: Partial<Settings>;
  readonly context: CheckContext;
  /** Where the rule must find something: `locale` or `locale n`, n being the segment's number from 1; else anywhere. */
  readonly finds: readonly string[] | null;
}

/** The page of a rule: its examples by the heading under which they stand. */
export interface RulePage {
  readonly text: string;
  readonly good: readonly Example[];
  readonly bad: readonly Example[];
}

/** Reads the page of a rule: YAML blocks under the headings `Good` and `Bad`. */
export function rulePage(rule: string): RulePage {
  const text = readFileSync(new URL(`../../src/check/rules/${rule}.md`, import.meta.url), 'utf8');
  const under = (title: string): Example[] => {
    const [, section = ''] = text.split(new RegExp(`^## ${title}$`, 'm'));
    const [own = ''] = section.split(/^## /m);
    return [...own.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => readExample(parse(yaml)));
  };
  return { text, good: under('Good'), bad: under('Bad') };
}

function readExample(data: Record<string, unknown>): Example {
  const { segments, source = 'en', settings: own = {}, context = {}, finds = null, words, ...single } = data;
  return {
    segments: (segments ?? [single]) as Example['segments'],
    source: source as string,
    settings: own as Partial<Settings>,
    context: { ...(context as CheckContext), ...(words !== undefined && { spelling: spellingOf(words) }) },
    finds: finds as string[] | null,
  };
}

/** A dictionary by locale that knows the words of a list alone. */
function spellingOf(words: unknown): NonNullable<CheckContext['spelling']> {
  return Object.fromEntries(
    Object.entries(words as Record<string, string>).map(([locale, list]) => {
      const known = new Set(list.split(' '));
      return [locale, (word: string) => known.has(word) || known.has(word.toLowerCase())];
    }),
  );
}

/** What an example's project has: the source catalogue and the targets. */
export interface ExampleProject {
  readonly markdown: string;
  readonly catalogue: SourceCatalogue;
  readonly targets: Record<string, TargetCatalogue | null>;
  readonly settings: Settings;
}

/** Makes the project of an example. Targets are final and by a person unless the example says otherwise. */
export function exampleProject({ segments, source, settings: over }: Example): ExampleProject {
  const markdown = segments.map((one) => `${String(one[source])}\n`).join('\n');
  const own: Settings = { ...settings, ...over, sourceLocale: source };
  const earlier = segments.map((one) => `${String(one['was'] ?? one[source])}\n`).join('\n');
  const { catalogue: base } = extract(earlier, null, own);
  const { catalogue } = earlier === markdown ? { catalogue: base } : extract(markdown, base, own);
  const live = liveIds(base);
  const isLocale = (key: string): boolean => key !== source && key !== 'was';
  const locales = new Set(segments.flatMap((one) => Object.keys(one).filter(isLocale)));
  const targets = Object.fromEntries(
    [...locales].map((locale) => {
      const given = segments.flatMap((one) => one[locale] ?? null);
      return [locale, catalogueOf(base, locale, live, given as ExampleTarget[])];
    }),
  );
  return { markdown, catalogue, targets, settings: own };
}

function catalogueOf(
  source: SourceCatalogue,
  locale: string,
  live: readonly (readonly [string, string])[],
  given: readonly ExampleTarget[],
): TargetCatalogue {
  if (given.length !== live.length) {
    throw new Error(
      `${locale} has ${given.length} targets for ${live.length} segments: ${JSON.stringify(given)}`,
    );
  }
  let target: TargetCatalogue = { document: 'doc.md', locale, targets: {}, suggestions: {} };
  for (const [at, one] of given.entries()) {
    if (one === null) continue;
    const [id, wording] = live[at] ?? ['', ''];
    const { text, ...rest } = typeof one === 'string' ? { text: one } : one;
    // What may be stored is judged elsewhere: an example may have lost its codes.
    const stored = setTarget(source, target, id, { text: wording, origin: 'human' });
    const made = stored.targets[id];
    if (!made) throw new Error('a target was not set');
    const state: State = 'final';
    target = { ...stored, targets: { ...stored.targets, [id]: { ...made, state, ...rest, text } } };
  }
  return target;
}

/** What one rule finds in an example. */
export function findIn(rule: RuleId, example: Example, context: CheckContext = {}): Finding[] {
  const { markdown, catalogue, targets, settings: own } = exampleProject(example);
  const bytes = new TextEncoder().encode(markdown);
  return checkDocument({
    open: openDocument({ document: 'doc.md', bytes, catalogue, settings: own }),
    targets,
    settings: own,
    context: { ...context, ...example.context },
    order: { choice: () => null, only: [rule] },
  });
}

/** Where findings are, as an example's `finds` says it. */
export function placesOf(example: Example, findings: readonly Finding[]): string[] {
  const ids = liveIds(exampleProject(example).catalogue).map(([id]) => id);
  const places = findings.map(({ locale, segment }) =>
    [locale ?? example.source, ...(segment === null ? [] : [ids.indexOf(segment) + 1])].join(' '),
  );
  return [...new Set(places)];
}
