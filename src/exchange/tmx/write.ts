import type { Code, CodeType, Content } from '../../model/content.ts';
import { formatContent } from '../../model/content.ts';
import { groupCode, groupContent } from '../../model/group.ts';
import type { Transfer, TransferNote, TransferSegment, TransferUnit } from '../../model/transfer.ts';
import type { TableOptions } from '../tables/options.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { writeSeg } from './inline.ts';

/** One `tu`: a source with its translations, one or none a language. */
interface Entry {
  /** Null for an earlier wording, which is a memory alone. */
  readonly id: string | null;
  readonly props: readonly (readonly [type: string, text: string])[];
  readonly sourceLocale: string;
  readonly source: string;
  readonly notes: Set<string>;
  readonly missing: { readonly locale: string; readonly handoff: string }[];
  readonly variants: string[];
}

/**
 * Handoffs as one TMX 1.4b file: all languages of a segment in one `tu`, whose `tuid` is the segment's id and whose
 * props tell the document and the unit; each language tells its handoff and state. A tool offers whatever stands in
 * such a file as a translation, so it holds no more than what is one: a stale target stands with the earlier wording
 * that it was made from, where that is known; segments that one target translates are one `tu`; what is missing is a
 * prop of the `tu`, by which the reader knows that it was sent. The same handoffs give the same text. Linear.
 * https://www.gala-global.org/tmx-14b
 */
export function writeTmx(transfers: readonly Transfer[], options: TableOptions): string {
  const entries = new Map<string, Entry>();
  for (const transfer of transfers) {
    for (const unit of transfer.units) addUnit(entries, unit, transfer);
  }
  const main = transfers[0]?.sourceLocale ?? 'en';
  let out = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="Hexapla" creationtoolversion="${escapeAttribute(options.toolVersion)}" segtype="sentence" o-tmf="Hexapla" adminlang="${escapeAttribute(main)}" srclang="${escapeAttribute(main)}" datatype="plaintext"/>
  <body>
`;
  for (const entry of entries.values()) out += writeEntry(entry, main);
  return `${out}  </body>\n</tmx>\n`;
}

function addUnit(entries: Map<string, Entry>, unit: TransferUnit, transfer: Transfer): void {
  const covered = new Set(unit.segments.flatMap(({ covers }) => covers ?? []));
  for (const [index, segment] of unit.segments.entries()) {
    if (covered.has(segment.id)) continue;
    const joined = segment.covers === undefined ? null : joinedSource(unit, index, segment.covers.length);
    const entry = ownEntry(entries, { unit, segment, joined, transfer });
    for (const { text } of segment.notes) entry.notes.add(text);
    if (segment.target === null || segment.stale || (segment.covers !== undefined && joined === null)) {
      entry.missing.push({ locale: transfer.targetLocale, handoff: transfer.handoff });
    } else {
      entry.variants.push(writeVariant(segment, segment.target, joined, transfer));
    }
    if (segment.stale) addPrevious(entries, segment, transfer);
  }
}

interface Joined {
  readonly source: Content;
  readonly all: readonly TransferSegment[];
}

/** The sources that one target translates as one, codes numbered for the group; null where they cannot be. */
function joinedSource({ segments, gaps }: TransferUnit, from: number, covers: number): Joined | null {
  const all = segments.slice(from, from + 1 + covers);
  const source: Content[number][] = [];
  for (const [index, segment] of all.entries()) {
    const own = groupContent(segment.source, index);
    if (own === null) return null;
    const gap = index === 0 ? '' : (gaps[from + index - 1] ?? ' ');
    if (gap !== '') source.push({ kind: 'text', text: gap });
    source.push(...own);
  }
  return { source, all };
}

interface Place {
  readonly unit: TransferUnit;
  readonly segment: TransferSegment;
  readonly joined: Joined | null;
  readonly transfer: Transfer;
}

function ownEntry(entries: Map<string, Entry>, { unit, segment, joined, transfer }: Place): Entry {
  const { document, sourceLocale } = transfer;
  const source = joined?.source ?? segment.source;
  const covers = joined === null ? '' : (segment.covers ?? []).join(' ');
  const key = ['own', document, sourceLocale, segment.id, covers, formatContent(source)].join('\u0000');
  const known = entries.get(key);
  if (known !== undefined) return known;
  const props: [string, string][] = [
    ['x-document', document],
    ['x-unit', unit.id],
  ];
  if (joined !== null) props.push(['x-covers', covers]);
  const entry: Entry = {
    id: segment.id,
    props,
    sourceLocale,
    source: writeSeg(source, (id) => codeOf(id, segment, joined)?.type),
    notes: new Set(unit.notes.map(({ text }: TransferNote) => text)),
    missing: [],
    variants: [],
  };
  entries.set(key, entry);
  return entry;
}

/** A stale target with the wording that it was made from: a good translation of that one. */
function addPrevious(entries: Map<string, Entry>, segment: TransferSegment, transfer: Transfer): void {
  const { previous, target } = segment;
  if (previous === undefined || target === null || segment.covers !== undefined) return;
  const { document, sourceLocale } = transfer;
  const key = ['was', document, sourceLocale, segment.id, formatContent(previous)].join('\u0000');
  const typeOf = (id: string): CodeType | undefined => segment.codes[id]?.type;
  const entry: Entry = entries.get(key) ?? {
    id: null,
    props: [
      ['x-document', document],
      ['x-previous-of', segment.id],
    ],
    sourceLocale,
    source: writeSeg(previous, typeOf),
    notes: new Set(),
    missing: [],
    variants: [],
  };
  entry.variants.push(writeTuv(transfer.targetLocale, [], writeSeg(target, typeOf)));
  entries.set(key, entry);
}

function writeVariant(
  segment: TransferSegment,
  target: Content,
  joined: Joined | null,
  { targetLocale, handoff }: Transfer,
): string {
  const seg = writeSeg(target, (id) => codeOf(id, segment, joined)?.type);
  const props: [string, string][] = [['x-state', segment.state]];
  if (handoff !== '') props.push(['x-handoff', handoff]);
  return writeTuv(targetLocale, props, seg);
}

function codeOf(id: string, segment: TransferSegment, joined: Joined | null): Code | undefined {
  if (joined === null) return segment.codes[id];
  const own = groupCode(id);
  return joined.all[own.index]?.codes[own.id];
}

function writeEntry(
  { id, props, sourceLocale, source, notes, missing, variants }: Entry,
  main: string,
): string {
  const tuid = id === null ? '' : ` tuid="${escapeAttribute(id)}"`;
  const srclang = sourceLocale === main ? '' : ` srclang="${escapeAttribute(sourceLocale)}"`;
  let out = `    <tu${tuid}${srclang}>\n`;
  for (const note of notes) out += `      <note>${escapeText(note)}</note>\n`;
  for (const [type, text] of props) out += `      <prop type="${type}">${escapeText(text)}</prop>\n`;
  for (const { locale, handoff } of missing) {
    out += `      <prop type="x-missing" xml:lang="${escapeAttribute(locale)}">${escapeText(handoff)}</prop>\n`;
  }
  return `${out}${writeTuv(sourceLocale, [], source)}${variants.join('')}    </tu>\n`;
}

function writeTuv(locale: string, props: readonly (readonly [string, string])[], seg: string): string {
  let out = `      <tuv xml:lang="${escapeAttribute(locale)}">\n`;
  for (const [type, text] of props) out += `        <prop type="${type}">${escapeText(text)}</prop>\n`;
  return `${out}        <seg>${seg}</seg>\n      </tuv>\n`;
}
