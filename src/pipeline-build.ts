import { standings } from './catalogue/progress.ts';
import type { NoticeWords } from './edition/notices.ts';
import type { PageInput, PagePaths } from './edition/page.ts';
import { renderInterleaved, renderParallel } from './edition/parallel.ts';
import { pseudoTranslate } from './edition/pseudo.ts';
import { editionCounts } from './edition/publication.ts';
import type { LinkedDocument } from './edition/site-links.ts';
import type { Target, TargetCatalogue } from './model/catalogue.ts';
import { formatContent } from './model/content.ts';
import type { HoldReason, PublicationFacts, PublicationRules } from './model/publication.ts';
import type { Cell, Progress, Row } from './model/row.ts';
import { keptTargets, type Open, type Settings, type Targets } from './pipeline.ts';
import {
  documentPath,
  type Edited,
  type EditionFile,
  fileOf,
  type Lists,
  linkedPage,
  ownRows,
  pageFile,
  pageInput,
  resourceFile,
  rowsFor,
  sourceBytes,
  targetBytes,
} from './pipeline-edition.ts';
import {
  countsOf,
  currentFacts,
  type Judged,
  judgeEdition,
  type Published,
  previousFacts,
  previousFile,
  refuseOtherWording,
  reopen,
} from './pipeline-publish.ts';

export type { EditionFile } from './pipeline-edition.ts';

/** One document in one locale, built or held back. */
export interface BuiltEdition {
  readonly locale: string;
  /** Whether an edition goes out: the current one, or the last published one in its place. */
  readonly published: boolean;
  /** Why the current edition does not go out; null when it does. */
  readonly reason: HoldReason | null;
  /** Null for the source locale. */
  readonly progress: Progress | null;
  /** Segments that show the source text instead of a target. */
  readonly fallback: number;
  readonly facts: PublicationFacts;
  /** No files when it is held back. */
  readonly files: readonly EditionFile[];
  /** What its page was made from, for books and the like; null when it is held back. */
  readonly page: PageInput | null;
}

/** What a document's editions are built from. */
export interface BuildInput extends NoticeWords {
  readonly open: Open;
  /** The document's name in paths. */
  readonly name: string;
  /** The target catalogues of the locales to build, in their order. */
  readonly targets: Targets;
  readonly settings: Settings;
  /** By what each locale's edition is judged, where that is not the settings' policy, state and thresholds. */
  readonly rules?: Readonly<Record<string, PublicationRules>>;
  /** The last publication of each locale that has one. */
  readonly published?: Readonly<Record<string, Published | null>>;
  /** The script of the parallel pages; they work without one. */
  readonly script?: string | null;
  /** The project's documents, to which links may lead. */
  readonly documents?: readonly LinkedDocument[];
}

/** A document's editions and its parallel edition. */
export interface Build {
  readonly editions: readonly BuiltEdition[];
  readonly parallel: EditionFile;
  /** The parallel edition as continuous text. */
  readonly interleaved: EditionFile;
  /** What the parallel pages were made from. */
  readonly everything: PageInput;
}

/**
 * Catalogues → editions: for each locale the document, a page and an i18next resource, and the parallel edition of all.
 * Nothing incomplete goes out unless the policy lets it, marked; with the policy `previous` the last published edition
 * stays, noticed. Throws `shape` where a translation cannot be written into the document without changing its
 * structure, naming the segment, and `published-invalid` for a publication that cannot be opened again.
 */
export function buildDocument(input: BuildInput): Build {
  const { open, settings } = input;
  const targets = keptTargets(open.catalogue, input.targets, settings);
  const judged = [settings.sourceLocale, ...Object.keys(targets)].map((locale) =>
    judgeEdition(input, locale, targets[locale] ?? null, rulesOf(input, locale)),
  );
  const targetsJudged = judged.filter(({ locale }) => locale !== settings.sourceLocale);
  const lists = new Map(targetsJudged.map(({ locale, standings: list }) => [locale, list]));
  const rows = rowsFor(input, lists, settings.minState);
  const kept = judged.map((one) => keptEdition(input, one, rows));
  const going = kept.filter(({ published }) => published).map(({ locale }) => locale);
  const world: World = {
    ...{ rows, lists, paths: pathsOf(input, going), progress: progressOf(judged) },
    facts: Object.fromEntries(kept.map(({ locale, facts }) => [locale, facts])),
  };
  const editions = kept.map((one, at) => builtEdition(input, world, one, judged[at] as Judged));
  const everything = pageInput(input, {
    ...world,
    rows: showsEverything(rows) ? rows : rowsFor(input, lists, null),
    locales: Object.keys(targets),
    facts: Object.fromEntries(judged.map((one) => [one.locale, currentOf(input, one, rows)])),
  });
  const { parallel, interleaved } = world.paths;
  const linked = linkedPage(input, everything, parallel ?? '');
  return {
    editions,
    parallel: fileOf(parallel ?? '', renderParallel(linked)),
    interleaved: fileOf(interleaved ?? '', renderInterleaved(linked)),
    everything,
  };
}

function rulesOf({ settings, rules = {} }: BuildInput, locale: string): PublicationRules {
  const { policy, minState, thresholds = null } = settings;
  return rules[locale] ?? { policy, minState, thresholds };
}

/** Whether no source text stands for a target that may not be published: then there is nothing else to show. */
function showsEverything(rows: readonly Row[]): boolean {
  const isFallback = ({ status, parts = [] }: Cell): boolean =>
    status === 'fallback' || parts.some(({ cell }) => cell.status === 'fallback');
  return !rows.some(({ cells }) => Object.values(cells).some(isFallback));
}

/** What all editions of a document share. */
interface World {
  readonly rows: readonly Row[];
  readonly lists: Lists;
  readonly paths: PagePaths;
  readonly progress: Readonly<Record<string, Progress>>;
  readonly facts: Readonly<Record<string, PublicationFacts>>;
}

/** What is decided about an edition before any is rendered: pages link to those that go out only. */
type Kept = Omit<BuiltEdition, 'files' | 'fallback' | 'page'> & { readonly stays: Published | null };

function keptEdition(input: BuildInput, judged: Judged, rows: readonly Row[]): Kept {
  const { locale, progress, decision } = judged;
  const { policy, reason } = decision;
  const published = input.published?.[locale] ?? null;
  const stays = reason && policy === 'previous' ? published : null;
  const facts = stays ? previousFacts(input.open, judged, stays) : currentOf(input, judged, rows);
  return { locale, published: !reason || stays !== null, reason, progress, facts, stays };
}

/** The parallel edition shows the catalogues as they are, whichever edition of a locale goes out. */
function currentOf(input: BuildInput, judged: Judged, rows: readonly Row[]): PublicationFacts {
  const published = input.published?.[judged.locale] ?? null;
  return currentFacts(input, judged, countsOf(input, judged, rows), published);
}

function progressOf(judged: readonly Judged[]): Record<string, Progress> {
  return Object.fromEntries(
    judged.flatMap(({ locale, progress }) => (progress ? [[locale, progress] as const] : [])),
  );
}

function builtEdition(
  input: BuildInput,
  world: World,
  { stays, ...kept }: Kept,
  judged: Judged,
): BuiltEdition {
  const { fallback } = kept.facts.counts;
  if (!kept.published) return { ...kept, fallback, files: [], page: null };
  const made = stays
    ? previousFiles(input, world, stays, kept.facts)
    : currentFiles(input, world, judged, kept.facts);
  return { ...kept, fallback, ...made };
}

/** An edition's files, and what its page was made from. */
type Made = Pick<BuiltEdition, 'files' | 'page'>;

function currentFiles(
  input: BuildInput,
  { rows, lists, paths, progress, facts: all }: World,
  { locale }: Judged,
  facts: PublicationFacts,
): Made {
  const { sourceLocale, authentic = [] } = input.settings;
  const noticed = { counts: facts.counts, pseudo: false, locale, sourceLocale, authentic };
  const bytes = locale === sourceLocale ? sourceBytes(input) : targetBytes(input, rows, noticed);
  const own = ownRows(input, rows, lists, locale);
  const page = pageInput(input, { rows: own, paths, locales: [...lists.keys()], facts: all, progress });
  const document = { path: documentPath(input, locale), bytes };
  return { files: [document, pageFile(input, page, locale), resourceFile(input, locale, own)], page };
}

function previousFiles(
  input: BuildInput,
  { paths, facts: all }: World,
  published: Published,
  facts: PublicationFacts,
): Made {
  const reopened = reopen(input, published);
  refuseOtherWording(reopened, published);
  const { edited, rows, judged } = reopened;
  const progress = progressOf([judged]);
  const page = pageInput(edited, { rows, paths, locales: [facts.locale], facts: all, progress });
  const document = previousFile(reopened, published, facts);
  return {
    files: [document, pageFile(edited, page, facts.locale), resourceFile(edited, facts.locale, rows)],
    page,
  };
}

function pathsOf({ name }: Edited, locales: readonly string[]): PagePaths {
  const editions = Object.fromEntries(locales.map((locale) => [locale, `${locale}/${name}.html`]));
  return { editions, parallel: `parallel/${name}.html`, interleaved: `parallel/${name}.text.html` };
}

/** A pseudo-translated edition: a document and a page. */
export interface PseudoEdition {
  readonly locale: string;
  readonly files: readonly EditionFile[];
}

/**
 * The document with its text pseudo-translated into a locale made for tests, codes kept: one edition, a document and a
 * page. It is no i18next resource, so that no application can take it for a language.
 */
export function pseudoDocument(input: Edited & { readonly locale: string }): PseudoEdition {
  const { open, locale, settings } = input;
  const targets: Record<string, Target> = {};
  for (const { segments } of open.units) {
    for (const { id, content } of segments) {
      const text = formatContent(pseudoTranslate(content));
      targets[id] = { text, state: 'translated', origin: 'pseudo', madeFrom: '' };
    }
  }
  const { document } = open;
  const catalogue: TargetCatalogue = { document, locale, targets, suggestions: {} };
  const list = standings(open.catalogue, catalogue, () => null);
  const rows = rowsFor(input, new Map([[locale, list]]), 'initial');
  const paths = { editions: { [locale]: `${locale}/${input.name}.html` }, parallel: null };
  const page = pageInput(input, { rows, paths, locales: [locale] });
  const { sourceLocale } = settings;
  const facts = { counts: editionCounts(list, 0), pseudo: true, locale, sourceLocale, authentic: [] };
  return {
    locale,
    files: [
      { path: documentPath(input, locale), bytes: targetBytes(input, rows, facts) },
      pageFile(input, page, locale),
    ],
  };
}
