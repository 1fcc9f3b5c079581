import type { Content, Inline } from '../../model/content.ts';
import { HexaplaError } from '../../model/error.ts';
import { groupCode } from '../../model/group.ts';
import { canonicalLocale } from '../../model/locale.ts';
import type { Returned, ReturnedSegment } from '../../model/transfer.ts';
import { ContentBuilder } from '../xliff/content.ts';
import { stateFrom2 } from '../xliff/states.ts';
import type { Attributes } from '../xml/feed.ts';
import type { Position } from '../xml/place.ts';
import { type Here, readXml, type XmlReader } from '../xml/read.ts';
import { withoutDoctype } from './doctype.ts';
import { openInline } from './inline.ts';

/**
 * Reads TMX 1.1 to 1.4b as any tool may have written it: one return for each document and target language, segments in
 * the order of the file. The source of a `tu` is its variant in the source language, or else the only one that is in
 * a variety of it. A `tu` without an id gives segments without one; what cannot be read says so in `problem`. Errors:
 * those of `readXml`, and `return-invalid` for another kind of file or one without a `tu`. Linear.
 */
export function readTmx(text: string, file: string): Returned[] {
  let returns: Returned[] = [];
  readXml(withoutDoctype(text), file, (here) => {
    const reader = new TmxReader(file, here);
    returns = reader.returns;
    return reader;
  });
  if (returns.length === 0) throw new HexaplaError('return-invalid', { reason: 'rows' }, { file });
  return returns;
}

interface Variant {
  readonly locale: string | null;
  readonly position: Position;
  readonly props: Map<string, string>;
  content: Content | null;
  problem: string | null;
}

interface Gap {
  readonly locale: string;
  readonly handoff: string;
}

interface Unit {
  readonly id: string;
  readonly srclang: string;
  readonly position: Position;
  readonly props: Map<string, string>;
  /** Languages in which it was sent without a translation. */
  readonly missing: Gap[];
  readonly variants: Variant[];
}

interface Prop {
  readonly type: string;
  readonly locale: string | null;
  readonly holder: Unit | Variant;
  text: string;
}

type Growing = Omit<Returned, 'segments'> & { readonly segments: ReturnedSegment[] };

class TmxReader implements XmlReader {
  readonly returns: Growing[] = [];
  private readonly file: string;
  private readonly here: Here;
  private readonly byKey = new Map<string, Growing>();
  private readonly content = new ContentBuilder();
  private srclang = '';
  private unit: Unit | null = null;
  private variant: Variant | null = null;
  private inSeg = false;
  private prop: Prop | null = null;

  constructor(file: string, here: Here) {
    this.file = file;
    this.here = here;
  }

  root(name: string): void {
    if (name === 'tmx') return;
    throw new HexaplaError('return-invalid', { reason: 'format' }, { file: this.file, ...this.here() });
  }

  open(name: string, attributes: Attributes): boolean {
    if (this.inSeg) return openInline(this.content, name, attributes);
    if (this.prop !== null) return true;
    const holder = this.variant ?? this.unit;
    if (name === 'prop' && holder !== null) {
      this.prop = { type: attributes['type'] ?? '', locale: langOf(attributes), holder, text: '' };
      return true;
    }
    if (this.variant !== null) return this.openSeg(name);
    if (this.unit !== null) return this.openVariant(this.unit, name, attributes);
    if (name === 'header') this.srclang = attributes['srclang'] ?? '';
    if (name === 'tu') this.unit = this.startUnit(attributes);
    return name === 'body' || name === 'tu';
  }

  private startUnit({ tuid = '', srclang = this.srclang }: Attributes): Unit {
    return { id: tuid, srclang, position: { ...this.here() }, props: new Map(), missing: [], variants: [] };
  }

  private openVariant(unit: Unit, name: string, attributes: Attributes): boolean {
    if (name !== 'tuv') return false;
    const position = { ...this.here() };
    this.variant = { locale: langOf(attributes), position, props: new Map(), content: null, problem: null };
    unit.variants.push(this.variant);
    return true;
  }

  private openSeg(name: string): boolean {
    this.inSeg = name === 'seg';
    return this.inSeg;
  }

  get listening(): boolean {
    return this.inSeg || this.prop !== null;
  }

  text(text: string): void {
    if (this.inSeg) this.content.text(text);
    else if (this.prop !== null) this.prop.text += text;
  }

  close(name: string): void {
    if (this.inSeg) {
      if (name === 'seg' && this.variant !== null) this.endSeg(this.variant);
    } else if (this.prop !== null) {
      if (name === 'prop') this.endProp(this.prop);
    } else if (name === 'tuv') {
      this.variant = null;
    } else if (name === 'tu' && this.unit !== null) {
      this.endUnit(this.unit);
      this.unit = null;
    }
  }

  private endSeg(variant: Variant): void {
    this.inSeg = false;
    const content = this.content.finish();
    const loose = this.content.takeLoose();
    if (variant.content !== null) variant.problem ??= 'twice';
    variant.content ??= content;
    variant.problem ??= this.content.problem ?? (loose === null ? null : 'code-unpaired');
    this.content.problem = null;
  }

  private endProp({ type, locale, holder, text }: Prop): void {
    this.prop = null;
    if (type === 'x-missing' && locale !== null && 'missing' in holder) {
      holder.missing.push({ locale, handoff: text.trim() });
    } else if (!holder.props.has(type)) holder.props.set(type, text);
  }

  private endUnit(unit: Unit): void {
    if (unit.props.has('x-previous-of')) return;
    const source = sourceOf(unit);
    const gaps = new Gaps(unit.missing);
    for (const variant of unit.variants) {
      if (variant === source) continue;
      const handoff = gaps.fill(variant.locale ?? '', variant.props.get('x-handoff'));
      this.add(unit, source, variant.locale, handoff, segmentOf(unit, source, variant));
    }
    for (const { locale, handoff } of gaps.left()) {
      this.add(unit, source, locale, handoff, segmentOf(unit, source, null));
    }
  }

  private add(
    unit: Unit,
    source: Variant | undefined,
    targetLocale: string | null,
    handoff: string,
    segment: ReturnedSegment,
  ): void {
    const document = unit.props.get('x-document') ?? null;
    const sourceLocale = source?.locale ?? unit.srclang;
    const key = [document ?? '', sourceLocale, targetLocale ?? '', handoff].join('\u0000');
    const known = this.byKey.get(key);
    if (known !== undefined) {
      known.segments.push(segment);
      return;
    }
    const made: Growing = {
      format: 'tmx',
      document,
      sourceLocale,
      targetLocale,
      handoff: handoff === '' ? null : handoff,
      segments: [segment],
    };
    this.byKey.set(key, made);
    this.returns.push(made);
  }
}

function langOf(attributes: Attributes): string | null {
  return attributes['xml:lang'] ?? attributes['lang'] ?? null;
}

/** What was sent without a translation: a tool that adds one, perhaps in a variety of the language, fills the gap. */
class Gaps {
  private readonly all: readonly Gap[];
  private readonly byTag = new Map<string, Gap>();
  private readonly byLanguage = new Map<string, Gap>();
  private readonly filled = new Set<Gap>();

  constructor(all: readonly Gap[]) {
    this.all = all;
    for (const gap of all) {
      const tag = gap.locale.toLowerCase();
      const language = languageOf(gap.locale);
      if (!this.byTag.has(tag)) this.byTag.set(tag, gap);
      if (!this.byLanguage.has(language)) this.byLanguage.set(language, gap);
    }
  }

  /** The handoff of a translation that says its own, or else of the gap that it fills. */
  fill(locale: string, told: string | undefined): string {
    if (this.all.length === 0) return told ?? '';
    const exact = this.byTag.get(locale.toLowerCase());
    const gap = exact ?? (told === undefined ? this.byLanguage.get(languageOf(locale)) : undefined);
    if (gap !== undefined) this.filled.add(gap);
    return told ?? gap?.handoff ?? '';
  }

  left(): readonly Gap[] {
    return this.all.filter((gap) => !this.filled.has(gap));
  }
}

function sourceOf({ srclang, variants }: Unit): Variant | undefined {
  if (srclang === '' || srclang.toLowerCase() === '*all*') return variants[0];
  const exact = variants.find(({ locale }) => locale?.toLowerCase() === srclang.toLowerCase());
  if (exact !== undefined) return exact;
  const near = variants.filter(({ locale }) => languageOf(locale ?? '') === languageOf(srclang));
  return near.length === 1 ? near[0] : undefined;
}

function languageOf(tag: string): string {
  return (canonicalLocale(tag.replaceAll('_', '-')) ?? tag.toLowerCase()).split('-', 1)[0] ?? '';
}

function segmentOf(unit: Unit, source: Variant | undefined, target: Variant | null): ReturnedSegment {
  const covers = (unit.props.get('x-covers') ?? '').split(' ').filter((id) => id !== '');
  const told = target?.props.get('x-state')?.trim();
  return {
    id: unit.id,
    unit: unit.props.get('x-unit') ?? null,
    line: (target ?? unit).position.line,
    column: (target ?? unit).position.column,
    source: named(source?.content ?? [], covers),
    target: target === null ? null : named(target.content ?? [], covers),
    state: target === null ? 'initial' : stateFrom2(told),
    problem: (source?.content ? source.problem : 'no-source') ?? target?.problem ?? null,
  };
}

/** Codes of the segments that the text covers, named by their segments, as acceptance knows them. */
function named(content: Content, covers: readonly string[]): Content {
  if (covers.length === 0) return content;
  return content.map((node): Inline => {
    if (node.kind === 'text') return node;
    const { index, id } = /^[1-9][0-9]{0,8}$/.test(node.id) ? groupCode(node.id) : { index: 0, id: node.id };
    const segment = covers[index - 1];
    const name = index === 0 || segment === undefined ? node.id : `${segment}-${id}`;
    return { kind: 'code', id: name, children: node.children && named(node.children, covers) };
  });
}
