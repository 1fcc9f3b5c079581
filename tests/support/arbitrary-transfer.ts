import fc from 'fast-check';
import type { UnitKind } from '../../src/model/block.ts';
import { STATES } from '../../src/model/catalogue.ts';
import type { Code, Codes, CodeType, Content, Inline } from '../../src/model/content.ts';
import type { Transfer, TransferNote, TransferSegment, TransferUnit } from '../../src/model/transfer.ts';

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
    'context',
    'comment',
  );
  return fc.array(fc.record({ category, text: arbitraryText(true) }), { maxLength: 2 });
}

function arbitrarySegment(forbidden: boolean): fc.Arbitrary<Omit<TransferSegment, 'id'>> {
  return fc
    .record({
      source: arbitraryContent(forbidden),
      texts: fc.array(arbitraryText(forbidden), { minLength: 1, maxLength: 3 }),
      status: fc.constantFrom('missing', 'empty', 'present', 'present'),
      state: fc.constantFrom(...STATES),
      stale: fc.boolean(),
      pick: fc.nat(),
      notes: arbitraryNotes(),
    })
    .map(({ source, texts, status, state, stale, pick, notes }) => ({
      source,
      codes: codesOf(source, (id) => pick + Number(id)),
      target: status === 'missing' ? null : status === 'empty' ? [] : withTexts(source, texts),
      state: status === 'missing' ? 'initial' : state,
      stale: status === 'present' && stale,
      notes,
    }));
}

const KINDS: readonly UnitKind[] = [
  'heading',
  'paragraph',
  'item',
  'quote',
  'cell',
  'footnote',
  'alt',
  'title',
  'frontMatter',
];

/** A handoff of up to four units; with `forbidden`, its texts have characters that XML 1.0 cannot hold. */
export function arbitraryTransfer(forbidden: boolean): fc.Arbitrary<Transfer> {
  const unit = fc.record({
    kind: fc.constantFrom(...KINDS),
    notes: arbitraryNotes(),
    segments: fc.array(arbitrarySegment(forbidden), { minLength: 1, maxLength: 3 }),
    gaps: fc.array(fc.constantFrom('', ' '), { minLength: 2, maxLength: 2 }),
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
        ({ segments, gaps, ...unit }, index): TransferUnit => ({
          ...unit,
          id: `u${index.toString().padStart(8, '0')}`,
          segments: segments.map((segment, at) => ({ ...segment, id: `s${index}${at}`.padEnd(9, 'z') })),
          gaps: gaps.slice(0, segments.length - 1),
        }),
      ),
    }));
}
