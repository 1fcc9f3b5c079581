import type { SourceCatalogue, Target, TargetCatalogue } from '../../../src/model/catalogue.ts';
import type { Open, Settings } from '../../../src/pipeline.ts';
import type { CheckContext } from '../../../src/pipeline-check.ts';
import { approvedCatalogue, entriesOf, openMarkdown, type Project } from '../clean/project.ts';
import { settings as defaults } from '../settings.ts';

/** A project as the checks are asked about it. */
export interface Case {
  readonly open: Open;
  readonly targets: Readonly<Record<string, TargetCatalogue | null>>;
  readonly settings: Settings;
  readonly context: CheckContext;
}

/** A project whose texts are right, and what is known of them. */
export interface World extends Case {
  readonly name: string;
  readonly targets: Readonly<Record<string, TargetCatalogue>>;
  readonly rows: readonly Row[];
}

/** One segment in one locale of a world. */
export interface Row {
  readonly world: World;
  readonly locale: string;
  /** The segment. */
  readonly id: string;
  /** Its place in the document, from 0. */
  readonly at: number;
  /** Its block's key in the tables of texts; its unit's kind where it has none. */
  readonly key: string;
  readonly kind: string;
  /** Both in the stored form. */
  readonly source: string;
  readonly target: string;
}

/** A world of a project; `keys` names its segments. */
export function worldOf(
  name: string,
  { open, targets, settings }: Project,
  over: { readonly keys?: readonly string[]; readonly context?: CheckContext } = {},
): World {
  const kinds = open.catalogue.units.flatMap(({ kind, segments }) => Object.keys(segments).map(() => kind));
  const rows: Row[] = [];
  const world: World = { name, open, targets, settings, context: over.context ?? {}, rows };
  for (const locale of Object.keys(targets)) {
    for (const [at, [id, entry]] of entriesOf(open.catalogue).entries()) {
      const target = targets[locale]?.targets[id];
      const kind = kinds[at] ?? '';
      if (!target || target.covers) continue;
      const facts = { world, locale, id, at, kind, key: over.keys?.[at] ?? kind };
      rows.push({ ...facts, source: entry.text, target: target.text });
    }
  }
  return world;
}

/** A world of Markdown blocks with their translations; null where a locale has none. */
export function worldOfBlocks(
  name: string,
  blocks: readonly string[],
  targets: Readonly<Record<string, readonly (string | null)[]>>,
  over: {
    readonly keys?: readonly string[];
    readonly context?: CheckContext;
    readonly settings?: Partial<Settings>;
  } = {},
): World {
  const settings: Settings = { ...defaults, segmentation: 'block', ...over.settings };
  const open = openMarkdown(`${blocks.join('\n\n')}\n`, settings);
  const catalogues = Object.fromEntries(
    Object.entries(targets).map(([locale, texts]) => [locale, approvedCatalogue(open, locale, texts)]),
  );
  return worldOf(name, { open, targets: catalogues, settings }, over);
}

/** The world with one target changed. Other locales are left aside unless `wide`. */
export function withTarget(row: Row, change: Partial<Target>, wide = false): Case {
  const { world, locale, id } = row;
  const catalogue = world.targets[locale];
  const target = catalogue?.targets[id];
  if (!catalogue || !target) throw new Error(`${locale} has no ${id}`);
  const targets = { ...catalogue.targets, [id]: { ...target, ...change } };
  const changed = { [locale]: { ...catalogue, targets } };
  return { ...bare(world), targets: wide ? { ...world.targets, ...changed } : changed };
}

/** The world with one locale's catalogue changed. */
export function withCatalogue(
  world: World,
  locale: string,
  change: (catalogue: TargetCatalogue) => TargetCatalogue | null,
): Case {
  const catalogue = world.targets[locale];
  if (!catalogue) throw new Error(`${world.name} has no ${locale}`);
  return { ...bare(world), targets: { [locale]: change(catalogue) } };
}

/** The world in one locale. */
export function inLocale(world: World, locale: string): Case {
  return withCatalogue(world, locale, (catalogue) => catalogue);
}

/** The world after an edit of its document: the source catalogue is renewed, the targets are as they were. */
export function withDocument(
  world: World,
  locale: string,
  markdown: string,
  previous: SourceCatalogue,
): Case {
  const open = openMarkdown(markdown, world.settings, previous);
  return { ...inLocale(world, locale), open };
}

const bare = ({ open, settings, context }: World): Omit<Case, 'targets'> => ({ open, settings, context });
