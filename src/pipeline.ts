import { createHash } from 'node:crypto';
import { readMarkdown } from './blocks/markdown.ts';
import { isCurrent } from './catalogue/current.ts';
import type { Vocabulary } from './catalogue/edits/vocabulary.ts';
import { contentOf } from './catalogue/hash.ts';
import { type Keep, keptTexts, withKept } from './catalogue/keep.ts';
import { createJudge, type Judge, progressOf, standings } from './catalogue/progress.ts';
import { liveSegments, NO_CHANGES, updateCatalogue } from './catalogue/update.ts';
import { countWords } from './catalogue/words.ts';
import { formatOf } from './document/format.ts';
import { readSource, type SourceText } from './document/source.ts';
import type { ParsedDocument, UnitKind } from './model/block.ts';
import type { SourceCatalogue, State, TargetCatalogue } from './model/catalogue.ts';
import { parseContent, plainText } from './model/content.ts';
import { HexaplaError } from './model/error.ts';
import type { Policy, Thresholds } from './model/publication.ts';
import type { Progress } from './model/row.ts';
import type { Changes, SplitUnit } from './model/split.ts';
import type { Unit } from './model/unit.ts';
import { idSource } from './segments/ids.ts';
import { rematchUnits } from './segments/rematch.ts';
import { SENTENCE_RULES, sentenceBoundaries } from './segments/sentences.ts';
import { detectSoftBreaks } from './segments/softbreaks.ts';
import { splitDocument } from './segments/split.ts';
import { isRewrapped, storedBoundaries } from './segments/stored.ts';

/** What the stages need to know of a project's configuration. */
export interface Settings {
  readonly sourceLocale: string;
  readonly segmentation: 'sentence' | 'block';
  readonly softBreaks: 'auto' | 'space' | 'boundary';
  /** Keys of front matter whose values are translated. */
  readonly frontMatter: readonly string[];
  readonly policy: Policy;
  readonly minState: State;
  /** Shares of segments by state from which an edition goes out; those of the policy unless given. */
  readonly thresholds?: Thresholds | null;
  /** The languages whose text is authentic; none is declared unless given. */
  readonly authentic?: readonly string[];
  /** Link targets by locale. */
  readonly links: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly site: string | null;
  /** An instruction for translators, put into handoffs. */
  readonly instruction: string | null;
  /** Pairs of word forms whose exchange is form alone. */
  readonly spellings: readonly (readonly [string, string])[];
  /** Words that are names, wherever they stand in the source. */
  readonly names: readonly string[];
  /** The greatest length of a unit's target in code points, by the unit's kind. */
  readonly sizeLimits: Readonly<Partial<Record<UnitKind, number>>>;
  /** What stays as it is in every language. */
  readonly keep: Keep;
}

/** A source document: its path below the project's root and its bytes. */
export interface SourceDocument {
  readonly document: string;
  readonly bytes: Uint8Array;
  readonly settings: Settings;
}

export interface Extraction {
  readonly catalogue: SourceCatalogue;
  readonly changes: Changes;
  /** Segments that have something to translate. */
  readonly segments: number;
  readonly words: number;
}

/** What an extraction starts from. */
export interface ExtractInput extends SourceDocument {
  readonly previous: SourceCatalogue | null;
  /** Whether it is known that the previous catalogue was made from just these bytes: then they are not read again. */
  readonly known?: boolean;
  /** The words of all the project's documents as they were before (`occurrencesIn`). */
  readonly project?: Vocabulary;
}

/**
 * Document → source catalogue, ids carried from the previous one. Throws `document-format`, `not-utf8`, `has-nul`,
 * `markdown-depth`.
 */
export function extractDocument(input: ExtractInput): Extraction {
  const { document, previous, settings } = input;
  const profile = [settings.segmentation, SENTENCE_RULES, settings.frontMatter.join(',')].join('/');
  const kept = previous?.profile.startsWith(`${settings.segmentation}/`) ? previous : null;
  const decided = settings.softBreaks === 'auto' ? (kept?.softBreaks ?? null) : settings.softBreaks;
  const alike = kept !== null && isSplitAlike(kept, profile) && kept.softBreaks === decided;
  const own = alike && kept.document === document && kept.locale === settings.sourceLocale ? kept : null;
  if (own && input.known) return untouched(own);
  const { parsed } = readDocument(input);
  const raw = rawTexts(parsed);
  const auto = settings.softBreaks === 'auto';
  const rewrapped = auto && kept !== null && isRewrapped(parsed, kept);
  const first = own && !rewrapped ? splitUnits(parsed, settings, own.softBreaks, own) : null;
  if (own && first && isCurrent(own, first, raw)) return untouched(own);
  const softBreaks = rewrapped ? 'space' : (decided ?? detectSoftBreaks(parsed));
  const stored = auto || kept?.softBreaks === softBreaks ? kept : null;
  const units = first ?? splitUnits(parsed, settings, softBreaks, stored);
  const { catalogue, changes } = updateCatalogue({
    document,
    locale: settings.sourceLocale,
    softBreaks,
    profile,
    previous,
    units,
    rematch: rematchUnits(previous, units),
    project: input.project ?? null,
    rules: settings,
    raw,
    newId: idSource(),
  });
  return { catalogue, changes, ...measure(catalogue) };
}

/** The raw text of a block. */
function rawTexts(parsed: ParsedDocument): (block: number) => string {
  return (block) => parsed.text.slice(parsed.blocks[block]?.start, parsed.blocks[block]?.end);
}

/** Whether the configuration that decides what is split is the same; newer rules for sentences move nothing. */
function isSplitAlike({ profile }: SourceCatalogue, now: string): boolean {
  const parts = (text: string): string =>
    text
      .split('/')
      .filter((_, index) => index !== 1)
      .join('/');
  return parts(profile) === parts(now);
}

function untouched(catalogue: SourceCatalogue): Extraction {
  const unchanged = liveSegments(catalogue).length;
  return { catalogue, changes: { ...NO_CHANGES, unchanged }, ...measure(catalogue) };
}

function measure(catalogue: SourceCatalogue): { segments: number; words: number } {
  let segments = 0;
  let words = 0;
  for (const unit of catalogue.units) {
    for (const id in unit.segments) {
      const plain = storedPlain(unit.segments[id]?.text ?? '');
      const count = countWords(plain);
      words += count;
      if (count > 0 || plain.trim() !== '') segments++;
    }
  }
  return { segments, words };
}

function storedPlain(stored: string): string {
  return /[<&]/.test(stored) ? plainText(parseContent(stored) ?? []) : stored;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readDocument({ document, bytes, settings }: SourceDocument): {
  source: SourceText;
  parsed: ParsedDocument;
} {
  if (formatOf(document) === null) throw new HexaplaError('document-format', {}, { file: document });
  try {
    const source = readSource(bytes, document);
    return { source, parsed: readMarkdown(source.text, settings) };
  } catch (error) {
    throw error instanceof HexaplaError ? error.at({ file: document }) : error;
  }
}

function splitUnits(
  parsed: ParsedDocument,
  settings: Settings,
  softBreaks: 'space' | 'boundary',
  stored: SourceCatalogue | null,
): SplitUnit[] {
  const boundaries =
    settings.segmentation === 'block'
      ? () => []
      : (text: string) => sentenceBoundaries(text, settings.sourceLocale);
  return splitDocument(parsed, softBreaks, () => boundaries, stored && storedBoundaries(stored));
}

/** A document opened with its catalogue: everything the later stages work on. */
export interface Open {
  readonly document: string;
  /** SHA-256 of the document's bytes, in hexadecimal. */
  readonly digest: string;
  readonly source: SourceText;
  readonly parsed: ParsedDocument;
  readonly units: readonly Unit[];
  readonly catalogue: SourceCatalogue;
  readonly judge: Judge;
}

/** Opens a document whose catalogue is up to date. Throws `document-changed` where it is not, and as `extractDocument`. */
export function openDocument(input: SourceDocument & { catalogue: SourceCatalogue }): Open {
  const { document, bytes, catalogue, settings } = input;
  const changed = new HexaplaError('document-changed', {}, { file: document });
  const { source, parsed } = readDocument(input);
  const split = splitUnits(parsed, settings, catalogue.softBreaks, catalogue);
  if (!isCurrent(catalogue, split, rawTexts(parsed))) throw changed;
  const units = split.map(({ block, kind, segments, gaps }, u): Unit => {
    const unit = catalogue.units[u];
    const entries = Object.entries(unit?.segments ?? {});
    if (!unit || entries.length !== segments.length) throw changed;
    return {
      id: unit.id,
      kind,
      block,
      gaps,
      segments: entries.map(([id, { text, codes }]) => ({ id, content: contentOf(text), codes })),
    };
  });
  return {
    document,
    digest: digestOf(bytes),
    source,
    parsed,
    units,
    catalogue,
    judge: createJudge(catalogue, settings),
  };
}

/** A document's segments in order, texts in the stored tag form. */
export function listSegments(
  catalogue: SourceCatalogue,
): { id: string; unit: string; kind: string; text: string }[] {
  return liveSegments(catalogue).map(({ id, unit, entry }) => ({
    id,
    unit: unit.id,
    kind: unit.kind,
    text: entry.text,
  }));
}

/** How far a locale is with a document. */
export function statusOf(input: {
  source: SourceCatalogue;
  target: TargetCatalogue | null;
  minState: State;
  /** What stays as it is in every language, and so is never missing. */
  keep?: Keep;
}): Progress {
  const { source, minState, keep } = input;
  const target = keep === undefined ? input.target : withKept(input.target, source, keptTexts(keep));
  return progressOf(standings(source, target, createJudge(source)), minState);
}

/** Target catalogues by locale; null where a locale has none yet. */
export type Targets = Readonly<Record<string, TargetCatalogue | null>>;

/** Target catalogues as if what the configuration keeps were translated (`withKept`): to look at, not to store. */
export function keptTargets(
  source: SourceCatalogue,
  targets: Targets,
  { keep }: Pick<Settings, 'keep'>,
): Targets {
  if (keep.texts.length + keep.kinds.length === 0) return targets;
  const isKept = keptTexts(keep);
  return Object.fromEntries(
    Object.entries(targets).map(([locale, target]) => [locale, withKept(target, source, isKept, locale)]),
  );
}
