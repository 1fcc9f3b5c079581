import { numberedAnchors } from '../../model/anchors.ts';
import type { SourceCatalogue, SourceEntry } from '../../model/catalogue.ts';
import type { Codes, Content } from '../../model/content.ts';
import type { Edition, Pair } from '../rule.ts';
import { codeSpansOf } from './spans.ts';

/** A link to a place in its own document, as a code of a segment. */
export interface AnchorLink {
  readonly segment: string;
  readonly code: string;
  /** As it is written, with its `#`. */
  readonly href: string;
}

/** What a document's source says of places to link to. Anchors are decoded and have no `#`. */
export interface Anchors {
  readonly links: readonly AnchorLink[];
  /** Anchors that every edition has: of headings, segments, blocks of HTML. */
  readonly fixed: ReadonlySet<string>;
  /** Headings whose anchor an edition's Markdown makes from its own wording: the heading's segments. */
  readonly headings: ReadonlyMap<string, readonly string[]>;
  /** Anchors within a segment that a translation can lose: HTML with an id as a code, `{#id}` in the text. */
  readonly held: ReadonlyMap<string, { readonly segment: string; readonly code: string | null }>;
}

const known = new WeakMap<SourceCatalogue, Anchors>();

/** The anchors of an edition's source; found out once a source. Linear. */
export function anchorsOf(edition: Edition): Anchors {
  const found = known.get(edition.source) ?? collect(edition);
  known.set(edition.source, found);
  return found;
}

/** An anchor without its `#`, percent signs decoded. */
export function anchorOf(href: string): string {
  const raw = href.slice(1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** What pages have of themselves, and the top of a document. */
const PAGE = /^(?:|top|languages|contents|changes|notes|caption|review|(?:fn|fnref)\W?\d[\w-]*|:~:.*)$/u;

function collect(edition: Edition): Anchors {
  const { source, texts } = edition;
  const links = linksIn(source);
  const fixed = new Set<string>(texts.keys());
  const held = new Map<string, { segment: string; code: string | null }>();
  const headings = links.length > 0 ? headingsIn(edition) : new Map<string, readonly string[]>();
  if (links.length > 0) {
    for (const { anchor } of htmlAnchors(opaqueHtml(edition))) fixed.add(anchor);
    for (const [segment, entry] of entriesOf(source))
      holdAnchors(segment, entry, texts.get(segment)?.plain ?? '', held);
    for (const { href } of links) if (PAGE.test(anchorOf(href))) fixed.add(anchorOf(href));
  }
  return { links, fixed, headings, held };
}

function* entriesOf({ units }: SourceCatalogue): Generator<[string, SourceEntry]> {
  for (const { segments } of units) yield* Object.entries(segments);
}

function linksIn(source: SourceCatalogue): readonly AnchorLink[] {
  const links: AnchorLink[] = [];
  for (const { segments } of source.units) {
    for (const segment in segments) {
      const codes = segments[segment]?.codes ?? {};
      for (const code in codes) {
        const href = codes[code]?.href;
        if (href?.startsWith('#')) links.push({ segment, code, href });
      }
    }
  }
  return links;
}

function opaqueHtml({ parsed: { text, opaque } }: Edition): string {
  return opaque
    .filter(({ kind }) => kind === 'html')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

const ID =
  /<[a-z][^<>]{0,400}?\s(?:id|name)\s{0,4}=\s{0,4}(?:"([^"<>]{1,200})"|'([^'<>]{1,200})'|([^\s"'<>=]{1,200}))/giu;

function htmlAnchors(html: string): readonly { readonly anchor: string }[] {
  return [...html.matchAll(ID)].map(([, double, single, bare]) => ({
    anchor: double ?? single ?? bare ?? '',
  }));
}

function holdAnchors(
  segment: string,
  { codes }: SourceEntry,
  plain: string,
  into: Map<string, { segment: string; code: string | null }>,
): void {
  for (const [code, { type, parts }] of Object.entries(codes)) {
    if (type !== 'html') continue;
    const markup = parts.filter((part) => typeof part === 'string').join('');
    for (const { anchor } of htmlAnchors(markup)) into.set(anchor, { segment, code });
  }
  for (const anchor of explicitAnchors(plain)) into.set(anchor, { segment, code: null });
}

/** Anchors written behind a heading or a paragraph as `{#id}`. */
function explicitAnchors(plain: string): readonly string[] {
  if (!plain.includes('{')) return [];
  return [...plain.matchAll(/\{:?[^{}\n]{0,100}?#([^\s{}]{1,100})[^{}\n]{0,100}\}/gu)].map(
    ([, id = '']) => id,
  );
}

/** The anchors of headings by their wording in the source, as sites that show Markdown give them, with the headings' segments. */
function headingsIn({ source, texts }: Edition): Map<string, readonly string[]> {
  const headings = source.units.flatMap(({ kind, segments }) => {
    if (kind !== 'heading') return [];
    const ids = Object.keys(segments);
    const shown = ids.map((id) => shownText(texts.get(id)?.content ?? [], segments[id]?.codes ?? {}));
    return [[ids, shown.filter((text) => text !== '').join(' ')] as const];
  });
  return new Map([...numberedAnchors(headings)].map(([ids, anchor]) => [anchor, ids]));
}

/** With the text that single codes show. */
function shownText(content: Content, codes: Codes): string {
  return content
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.children) return shownText(node.children, codes);
      const code = codes[node.id];
      return code?.type === 'code' || code?.type === 'autolink' ? (code.text ?? '') : '';
    })
    .join('');
}

/** The pairs of an edition by every segment that they translate. */
export type PairsBySegment = ReadonlyMap<string, Pair>;

/** An edition's pairs by segment. */
export function pairsBySegment({ pairs }: Edition): PairsBySegment {
  return new Map(pairs.flatMap((pair) => pair.ids.map((id) => [id, pair] as const)));
}

/** Whether a segment's text in an edition still has an anchor that it held in the source; an untranslated one has. */
export function isHeld(
  pairs: PairsBySegment,
  anchor: string,
  held: { readonly segment: string; readonly code: string | null },
): boolean {
  const pair = pairs.get(held.segment);
  if (!pair) return true;
  if (held.code === null) return explicitAnchors(pair.target.plain).includes(anchor);
  // In a target that covers several segments the code's number is that of its group.
  return pair.ids.length > 1 || codeSpansOf(pair.target).has(held.code);
}
