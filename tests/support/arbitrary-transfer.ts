import fc from 'fast-check';
import { UNIT_KINDS } from '../../src/model/block.ts';
import { ORIGINS, STATES } from '../../src/model/catalogue.ts';
import {
  type Code,
  type Codes,
  type CodeType,
  type Content,
  type Inline,
  plainText,
} from '../../src/model/content.ts';
import type {
  Candidate,
  Transfer,
  TransferNote,
  TransferSegment,
  TransferTerm,
  TransferUnit,
} from '../../src/model/transfer.ts';

const PIECES = [
  'a',
  'word',
  ' ',
  '  ',
  '\n',
  '\t',
  '\r',
  '\r\n',
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<!--',
  '&lt;',
  '&amp;amp;',
  '<g id="1">',
  '<1/>',
  '\u00A0',
  '\u0085',
  '\u2028',
  '\u200F',
  'שלום',
  'ՀԱՅԱՍՏԱՆ։',
  'საქართველო',
  '👩‍👩‍👧',
  '\u{10FFFF}',
  'e\u0301',
  '\uFEFF',
  '%s',
  '{name}',
];
const FORBIDDEN = ['\u0001', '\u0008', '\u000B', '\u001F', '\uFFFE', '\uFFFF', '\uD800', '\uDC00'];

/** Text with everything that XML, tools and scripts make hard; never empty. */
function arbitraryText(forbidden: boolean): fc.Arbitrary<string> {
  const pieces = forbidden ? [...PIECES, ...FORBIDDEN] : PIECES;
  return fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('x'.repeat(parts.length % 2)));
}

type Shape = string | { readonly children: readonly Shape[] | null };

function arbitraryShape(forbidden: boolean): fc.Arbitrary<readonly Shape[]> {
  const text = arbitraryText(forbidden);
  const leaf: fc.Arbitrary<Shape> = fc.oneof({ weight: 3, arbitrary: text }, fc.constant({ children: null }));
  const pair: fc.Arbitrary<Shape> = fc.array(leaf, { maxLength: 3 }).map((children) => ({ children }));
  const outer: fc.Arbitrary<Shape> = fc.array(fc.oneof(leaf, pair), { maxLength: 2 }).map((children) => ({
    children,
  }));
  return fc.array(fc.oneof({ weight: 4, arbitrary: leaf }, pair, outer), { maxLength: 4 });
}

// Numbers the codes in order of their opening; neighbouring texts are one.
function numbered(shapes: readonly Shape[], counter: { next: number }): Content {
  const nodes: Inline[] = [];
  for (const shape of shapes) {
    const last = nodes.at(-1);
    if (typeof shape !== 'string') {
      const id = String(counter.next);
      counter.next += 1;
      nodes.push({
        kind: 'code',
        id,
        children: shape.children === null ? null : numbered(shape.children, counter),
      });
    } else if (last?.kind === 'text') {
      nodes[nodes.length - 1] = { kind: 'text', text: last.text + shape };
    } else {
      nodes.push({ kind: 'text', text: shape });
    }
  }
  return nodes;
}

/** Content in normal form, its codes numbered from 1. */
function arbitraryContent(forbidden: boolean): fc.Arbitrary<Content> {
  return arbitraryShape(forbidden).map((shapes) => numbered(shapes, { next: 1 }));
}

const TYPES: readonly CodeType[] = [
  'strong',
  'emphasis',
  'strikethrough',
  'link',
  'image',
  'code',
  'autolink',
  'html',
  'footnote',
];

/** What the codes of `content` may stand for: any type, so that every way to write one is met. */
function codesOf(content: Content, pick: (id: string) => number): Codes {
  const codes: Record<string, Code> = {};
  const visit = (nodes: Content): void => {
    for (const node of nodes) {
      if (node.kind === 'text') continue;
      const type = TYPES[pick(node.id) % TYPES.length] ?? 'strong';
      const shown = node.children === null ? { text: `<${type}> "${node.id}"\u0001` } : {};
      codes[node.id] = { type, parts: ['<NATIVE>', '</NATIVE>'], ...shown };
      visit(node.children ?? []);
    }
  };
  visit(content);
  return codes;
}

function withTexts(content: Content, texts: readonly string[]): Content {
  let next = 0;
  const visit = (nodes: Content): Content =>
    nodes.map((node): Inline => {
      if (node.kind === 'text') return { kind: 'text', text: texts[next++ % texts.length] ?? 'x' };
      return { ...node, children: node.children === null ? null : visit(node.children) };
    });
  return visit(content);
}

function arbitraryNotes(): fc.Arbitrary<readonly TransferNote[]> {
  const category = fc.constantFrom<TransferNote['category']>(
    'instruction',
    'previous-source',
    'previous-target',
    'preceding',
    'following',
    'context',
    'comment',
  );
  return fc.array(fc.record({ category, text: arbitraryText(true) }), { maxLength: 2 });
}

/** The content without the codes that begin it, their text left where it is. */
function withoutSomeCodes(content: Content): Content {
  const [first, ...rest] = content;
  if (first?.kind !== 'code') return content;
  const inner = first.children ?? [];
  const [last, next] = [inner.at(-1), rest[0]];
  if (last?.kind !== 'text' || next?.kind !== 'text') return [...inner, ...rest];
  return [...inner.slice(0, -1), { kind: 'text', text: last.text + next.text }, ...rest.slice(1)];
}

interface Offered extends Omit<Candidate, 'source' | 'target'> {
  readonly texts: readonly [string, string];
  readonly fewer: boolean;
}

function arbitraryOffers(forbidden: boolean): fc.Arbitrary<readonly Offered[]> {
  const offer = fc.record({
    texts: fc.tuple(arbitraryText(forbidden), arbitraryText(forbidden)),
    fewer: fc.boolean(),
    similarity: fc.integer({ min: 0, max: 100 }),
    kind: fc.constantFrom('ice' as const, 'exact' as const, 'fuzzy' as const, 'previous' as const),
    document: fc.constantFrom('locales/en/other.md', 'a & "b".md'),
    segment: fc.constantFrom('s00000001', 's00000002'),
    state: fc.constantFrom(...STATES),
    origin: fc.constantFrom(...ORIGINS),
  });
  return fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(offer, { minLength: 1, maxLength: 3 }));
}

function candidateOf({ texts, fewer, ...rest }: Offered, content: Content): Candidate {
  const own = fewer ? withoutSomeCodes(content) : content;
  return { source: withTexts(own, [texts[0]]), target: withTexts(own, [texts[1]]), ...rest };
}

/** What the configuration and the project's memory add to a segment. */
function arbitraryExtras(
  forbidden: boolean,
): fc.Arbitrary<Pick<TransferSegment, 'translate'> & { readonly offers: readonly Offered[] }> {
  return fc
    .tuple(arbitraryOffers(forbidden), fc.constantFrom(true, true, true, false))
    .map(([offers, translated]) => ({ offers, ...(!translated && { translate: false as const }) }));
}

function arbitraryTerms(): fc.Arbitrary<Pick<TransferUnit, 'terms'>> {
  const term: fc.Arbitrary<TransferTerm> = fc.record(
    {
      id: fc.constantFrom('committee', 'a.b-c_1', '2'),
      term: arbitraryText(true),
      definition: arbitraryText(true),
      translations: fc.array(arbitraryText(true), { maxLength: 2 }),
      forbidden: fc.array(arbitraryText(true), { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'term', 'translations', 'forbidden'] },
  );
  const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 2, selector: ({ id }) => id });
  return fc.option(terms, { nil: null }).map((list) => (list === null ? {} : { terms: list }));
}

function arbitrarySegment(forbidden: boolean): fc.Arbitrary<Omit<TransferSegment, 'id'>> {
  return fc
    .record({
      extras: arbitraryExtras(forbidden),
      source: arbitraryContent(forbidden),
      texts: fc.array(arbitraryText(forbidden), { minLength: 1, maxLength: 3 }),
      status: fc.constantFrom('missing', 'empty', 'present', 'present'),
      state: fc.constantFrom(...STATES),
      stale: fc.boolean(),
      pick: fc.nat(),
      notes: arbitraryNotes(),
    })
    .map(({ source, texts, status, state, stale, pick, notes, extras: { offers, ...extras } }) => ({
      source,
      codes: codesOf(source, (id) => pick + Number(id)),
      target: status === 'missing' ? null : status === 'empty' ? [] : withTexts(source, texts),
      state: status === 'missing' ? 'initial' : state,
      stale: status === 'present' && stale,
      notes,
      ...extras,
      ...(offers.length > 0 && { candidates: offers.map((offer) => candidateOf(offer, source)) }),
    }));
}

/** A handoff of up to four units; with `forbidden`, its texts have characters that XML 1.0 cannot hold. */
export function arbitraryTransfer(forbidden: boolean): fc.Arbitrary<Transfer> {
  const unit = fc.record({
    kind: fc.constantFrom(...UNIT_KINDS),
    notes: arbitraryNotes(),
    segments: fc.array(arbitrarySegment(forbidden), { minLength: 1, maxLength: 3 }),
    gaps: fc.array(fc.constantFrom('', ' '), { minLength: 2, maxLength: 2 }),
    limit: fc.constantFrom(null, null, 60, 1),
    terms: arbitraryTerms(),
  });
  return fc
    .record({
      document: fc.constantFrom('locales/en/statement.md', 'a & "b" <c>.md', 'документ.md'),
      targetLocale: fc.constantFrom('hy', 'az-Latn', 'en-XA', 'zh-Hant-TW'),
      handoff: fc.constantFrom('0123456789abcdef', 'ffffffffffffffff', ''),
      notes: arbitraryNotes(),
      units: fc.array(unit, { maxLength: 4 }),
    })
    .map(({ units, ...rest }) => ({
      ...rest,
      sourceLocale: 'en',
      units: units.map(
        ({ segments, gaps, limit, terms, ...unit }, index): TransferUnit => ({
          ...unit,
          ...terms,
          id: `u${index.toString().padStart(8, '0')}`,
          segments: segments.map((segment, at) => ({
            ...segment,
            id: `s${index}${at}`.padEnd(9, 'z'),
            ...(limit !== null && { sizeLimit: limit }),
          })),
          gaps: gaps.slice(0, segments.length - 1),
        }),
      ),
    }));
}

/** Handoffs of several documents in one pair of locales. */
export function arbitraryTransfers(forbidden: boolean): fc.Arbitrary<readonly Transfer[]> {
  return fc.array(arbitraryTransfer(forbidden), { minLength: 1, maxLength: 3 }).map((transfers) =>
    transfers.map((one, index) => ({
      ...one,
      targetLocale: transfers[0]?.targetLocale ?? one.targetLocale,
      handoff: one.handoff === '' ? '' : `${index}${one.handoff.slice(1)}`,
    })),
  );
}

/** A handoff without codes and marks, its texts without spaces at their ends: what a simple reader can be compared on. */
export function withoutCodes(transfer: Transfer): Transfer {
  const bare = (content: Content): Content => [{ kind: 'text', text: `x${plainText(content)}x` }];
  return {
    ...transfer,
    units: transfer.units.map(({ segments, ...unit }) => ({
      ...unit,
      segments: segments.map(({ candidates, translate: _, ...segment }) => ({
        ...segment,
        source: bare(segment.source),
        codes: {},
        target: segment.target && bare(segment.target),
        ...(candidates !== undefined && {
          candidates: candidates.map((one) => ({
            ...one,
            source: bare(one.source),
            target: bare(one.target),
          })),
        }),
      })),
    })),
  };
}
