import { hashWording } from '../../src/catalogue/hash.ts';
import { setTarget } from '../../src/catalogue/review.ts';
import type {
  HandoffRecord,
  ImportMark,
  SourceCatalogue,
  TargetCatalogue,
} from '../../src/model/catalogue.ts';
import type { ImportReport, XliffFormat } from '../../src/model/transfer.ts';
import { type Open, openDocument } from '../../src/pipeline.ts';
import { exportHandoff, importReturn, readReturn } from '../../src/pipeline-exchange.ts';
import { extract, liveIds, settings } from './settings.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A document with its catalogues, at one moment. */
export interface World {
  readonly markdown: string;
  readonly source: SourceCatalogue;
  readonly target: TargetCatalogue;
}

export function begin(markdown: string): World {
  const source = extract(markdown).catalogue;
  return { markdown, source, target: { document: 'doc.md', locale: 'fr', targets: {}, suggestions: {} } };
}

/** The document after an edit, extracted again. */
export function edited(world: World, from: string, to: string): World {
  const markdown = world.markdown.replace(from, to);
  if (markdown === world.markdown) throw new Error(`not in the document: ${from}`);
  return { ...world, markdown, source: extract(markdown, world.source).catalogue };
}

export function opened({ markdown, source }: World): Open {
  return openDocument({ document: 'doc.md', bytes: utf8(markdown), settings, catalogue: source });
}

export function idsOf({ source }: World): string[] {
  return liveIds(source).map(([id]) => id);
}

export function unitOf({ source }: World, index = 0): string {
  return source.units[index]?.id ?? '';
}

/** Targets that a person wrote, by position in the document. */
export function written(world: World, texts: readonly (string | null)[], by = 'Zoé'): World {
  const ids = idsOf(world);
  const target = texts.reduce<TargetCatalogue>(
    (catalogue, text, index) =>
      text === null
        ? catalogue
        : setTarget(world.source, catalogue, ids[index] ?? '', { text, origin: 'human', by }),
    world.target,
  );
  return { ...world, target };
}

export interface Sent {
  readonly text: string;
  readonly record: HandoffRecord;
}

export function sent(
  world: World,
  format: XliffFormat = 'xliff-2.1',
  only: readonly ('missing' | 'stale')[] | null = null,
): Sent {
  return exportHandoff({
    open: opened(world),
    target: world.target,
    locale: 'fr',
    format,
    profile: 'plain',
    only,
    settings,
    words: (key) => key,
    toolVersion: '1',
  });
}

export interface Imported extends World {
  readonly report: ImportReport;
}

export interface How {
  readonly record?: HandoffRecord | null;
  readonly by?: string;
  readonly acceptState?: boolean;
  readonly mark?: ImportMark;
}

/** The world after a return. */
export function back(world: World, xml: string, how: How = {}): Imported {
  const [returned] = readReturn(utf8(xml), 'f.xlf');
  if (returned === undefined) throw new Error('nothing was read');
  const { target, report } = importReturn({
    returned,
    source: world.source,
    target: world.target,
    record: how.record ?? null,
    options: {
      by: how.by ?? 'Ann',
      origin: 'human',
      acceptState: how.acceptState ?? false,
      acceptSame: false,
    },
    ...(how.mark !== undefined && { mark: how.mark }),
  });
  return { ...world, target, report };
}

/** An XLIFF 2.1 file of one unit. */
export function unitFile(unit: string, inner: string): string {
  return `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr">
  <file id="f" original="doc.md">
    <unit id="${unit}">${inner}</unit>
  </file>
</xliff>`;
}

/** A returned segment without a target of its own when `target` is null. */
export function segment(id: string | null, source: string, target: string | null, more = ''): string {
  const own = id === null ? '' : ` id="${id}"`;
  const said = target === null ? '' : `<target${more}>${target}</target>`;
  return `<segment${own}><source>${source}</source>${said}</segment>`;
}

export const SPACE = '<ignorable><source> </source></ignorable>';

/** Fills a handoff: the target of the segment with an id, in any format. */
export function filled(xml: string, id: string, target: string): string {
  const start = xml.indexOf(`id="${id}"`);
  const end = xml.indexOf('</source>', start) + '</source>'.length;
  const rest = xml.slice(end).replace(/^(\s*)<target[^>]*?(?:\/>|>[\s\S]*?<\/target>)/, '$1');
  return `${xml.slice(0, end)}<target>${target}</target>${rest}`;
}

export function hashAt({ source }: World, id: string): string {
  for (const { segments } of source.units) if (segments[id]) return hashWording(segments[id]);
  throw new Error(`no segment ${id}`);
}
