import type { Block, OutlineNode, ParsedDocument, UnitKind } from '../../src/model/block.ts';
import type { Origin, State } from '../../src/model/catalogue.ts';
import { type Codes, type Content, parseContent } from '../../src/model/content.ts';
import type { Cell, Parallel, Row, StaleReason } from '../../src/model/row.ts';
import type { GapKind, Unit } from '../../src/model/unit.ts';

/** What a locale has for a segment: text in stored form alone is a machine draft. */
interface TargetSpec {
  readonly text?: string;
  readonly state?: State;
  readonly origin?: Origin;
  readonly stale?: StaleReason;
  readonly fallback?: true;
}

export interface SegmentSpec {
  readonly id: string;
  readonly text: string;
  readonly codes?: Codes;
  readonly targets?: Readonly<Record<string, string | TargetSpec>>;
  /** What follows; a space unless given. */
  readonly gap?: GapKind;
}

/** A node of the outline with its segments in place of offsets. */
export interface NodeSpec {
  readonly type: OutlineNode['type'];
  readonly kind?: UnitKind;
  /** The unit's id, where a code has to name it. */
  readonly unit?: string;
  readonly segments?: readonly SegmentSpec[];
  /** Units inside codes of this block: alternative texts and titles. */
  readonly inside?: readonly NodeSpec[];
  readonly children?: readonly NodeSpec[];
  readonly more?: Partial<OutlineNode>;
  readonly key?: string;
}

export interface BuiltDocument {
  readonly parsed: ParsedDocument;
  readonly parallel: Parallel;
  readonly units: readonly Unit[];
}

/** Builds what the pipeline would give for a document, from a tree that can be read by eye. */
export function buildDocument(locales: readonly string[], tree: readonly NodeSpec[]): BuiltDocument {
  const blocks: Block[] = [];
  const rows: Row[] = [];
  const units: Unit[] = [];
  const source = locales[0] ?? 'en';
  let offset = 0;

  const addBlock = (spec: NodeSpec, kind: UnitKind, parent: number | null): number => {
    const index = blocks.length;
    const segments = spec.segments ?? [];
    const unit = spec.unit ?? `u${String(index).padStart(8, '0')}`;
    const start = offset;
    offset += segments.reduce((sum, segment) => sum + segment.text.length + 1, 0) + 1;
    blocks.push({
      ...{ kind, form: 'flow', start, end: offset - 1, inlines: [], parent },
      ...(spec.key === undefined ? {} : { key: spec.key }),
    });
    for (const segment of segments) rows.push(rowOf(locales, segment, unit, kind, index));
    units.push(unitOf(unit, kind, index, segments));
    for (const inner of spec.inside ?? []) addBlock(inner, inner.kind ?? 'alt', index);
    return index;
  };

  const build = (spec: NodeSpec): OutlineNode => {
    const start = offset;
    offset += 1;
    const block = spec.segments ? addBlock(spec, spec.kind ?? kindOf(spec.type), null) : undefined;
    const children = (spec.children ?? []).map(build);
    return {
      ...{ type: spec.type, start, end: offset, children },
      ...(block === undefined ? {} : { block }),
      ...spec.more,
    };
  };

  const outline = tree.map(build);
  return {
    parsed: { text: ' '.repeat(offset), blocks, opaque: [], outline: () => outline },
    parallel: {
      document: 'locales/en/statement.md',
      name: 'statement',
      sourceLocale: source,
      locales,
      rows,
    },
    units,
  };
}

function kindOf(type: OutlineNode['type']): UnitKind {
  if (type === 'heading' || type === 'cell' || type === 'frontMatter') return type;
  return 'paragraph';
}

function contentOf(stored: string): Content {
  const content = parseContent(stored);
  if (!content) throw new Error(`not well formed: ${stored}`);
  return content;
}

function unitOf(id: string, kind: UnitKind, block: number, segments: readonly SegmentSpec[]): Unit {
  return {
    ...{ id, kind, block },
    segments: segments.map((one) => ({ id: one.id, content: contentOf(one.text), codes: one.codes ?? {} })),
    gaps: segments.slice(0, -1).map((one) => ({ kind: one.gap ?? 'space', start: 0, end: 0 })),
  };
}

function rowOf(
  locales: readonly string[],
  spec: SegmentSpec,
  unit: string,
  kind: UnitKind,
  block: number,
): Row {
  const cells = Object.fromEntries(
    locales.map((locale, index) => [
      locale,
      index === 0 ? sourceCell(spec, locale) : cellOf(spec, locale, locales[0]),
    ]),
  );
  return { ids: [spec.id], unit, kind, block, cells };
}

function sourceCell(spec: SegmentSpec, locale: string): Cell {
  return {
    ...{ locale, status: 'source', content: contentOf(spec.text), codes: spec.codes ?? {} },
    ...{ textLocale: locale, state: null, origin: null, stale: null },
  };
}

function cellOf(spec: SegmentSpec, locale: string, source = 'en'): Cell {
  const given = spec.targets?.[locale];
  const target: TargetSpec = typeof given === 'string' ? { text: given } : (given ?? {});
  const codes = spec.codes ?? {};
  const none = { locale, codes, state: null, origin: null, stale: null };
  if (target.fallback) {
    return { ...none, status: 'fallback', content: contentOf(spec.text), textLocale: source };
  }
  if (target.text === undefined) return { ...none, status: 'missing', content: [], textLocale: locale };
  return {
    ...{ locale, codes, content: contentOf(target.text), textLocale: locale },
    status: target.stale ? 'stale' : 'target',
    state: target.state ?? 'translated',
    origin: target.origin ?? 'machine',
    stale: target.stale ?? null,
  };
}
