import type { Content } from '../../model/content.ts';
import type { Transfer, TransferNote, TransferSegment, TransferUnit } from '../../model/transfer.ts';
import { asCodePoint, escapeAttribute, escapeText } from '../xml/escape.ts';
import { HANDOFF_ID, namespaceOf, versionOf, type WriteOptions } from './format.ts';
import { FINDING_CATEGORY } from './notes.ts';
import { writeContent2 } from './write2-content.ts';
import { canTellIssues, ISSUES, type WrittenIssues, writeIssues } from './write2-issues.ts';
import { MODULES, SIZE_PROFILE, writeGlossary, writeMatches } from './write2-modules.ts';

/**
 * Handoffs of one pair of locales as XLIFF 2.0, 2.1 or 2.2, a `file` each. A handoff's digest is in the file's id, which
 * a tool cannot drop; code ids are made unique in their unit by the segment's id; the space between sentences is an
 * `ignorable`. Segments that one target translates are one segment, and a tool may join and split others: the acceptance
 * of returns knows how to read that. Candidates, terms and limits are in the modules made for them.
 */
export function writeXliff2(transfers: readonly Transfer[], options: WriteOptions): string {
  const [first] = transfers;
  const locales = `srcLang="${escapeAttribute(first?.sourceLocale ?? '')}" trgLang="${escapeAttribute(first?.targetLocale ?? '')}"`;
  const modules = transfers.some(hasModules) ? MODULES : '';
  const issues = canTellIssues(options.format) && transfers.some(hasIssues) ? ISSUES : '';
  const ids = new Set<string>();
  let out = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${namespaceOf(options.format)}"${modules}${issues} version="${versionOf(options.format)}" ${locales}>
`;
  for (const [index, transfer] of transfers.entries()) {
    out += writeFile(transfer, fileId(transfer, ids), { ...options, file: index });
  }
  return `${out}</xliff>\n`;
}

function hasIssues({ units }: Transfer): boolean {
  return units.some(({ segments }) => segments.some(({ issues }) => issues !== undefined));
}

/** What was found in the target of a group; null where there is nothing to say, or nothing to say it of. */
function issuesOf({ head, all }: Group, { format, file }: FileOptions): WrittenIssues | null {
  if (!canTellIssues(format) || head.target === null) return null;
  return writeIssues(
    all.flatMap(({ issues = [] }) => issues),
    head.id,
    file,
  );
}

function hasModules({ units }: Transfer): boolean {
  return units.some(
    ({ segments, terms }) =>
      terms !== undefined ||
      segments.some(({ candidates, sizeLimit }) => candidates !== undefined || sizeLimit !== undefined),
  );
}

/** What the parts of a file are written with. */
interface FileOptions extends WriteOptions {
  /** The number of the file, from 0. */
  readonly file: number;
}

/** An id that no other file has: the handoff's digest, where it has one. */
function fileId({ handoff }: Transfer, ids: Set<string>): string {
  let id = handoff === '' ? 'file' : HANDOFF_ID + handoff;
  for (let number = 2; ids.has(id); number += 1) id = `file-${number}`;
  ids.add(id);
  return id;
}

function writeFile(transfer: Transfer, id: string, options: FileOptions): string {
  const sized = transfer.units.some(({ segments }) => limitOf(segments) !== null);
  let out = `  <file id="${escapeAttribute(id)}" original="${escapeAttribute(transfer.document)}" canResegment="yes">
${sized ? SIZE_PROFILE : ''}${fileNotes(transfer.notes)}`;
  const start = out.length;
  for (const unit of transfer.units) out += writeUnit(unit, options);
  // A file needs a unit or a group: https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#file
  if (out.length === start) out += '    <group id="empty"/>\n';
  return `${out}  </file>\n`;
}

function fileNotes(notes: readonly TransferNote[]): string {
  if (notes.length === 0) return '';
  return `    <notes>\n${notes.map((note) => writeNote(note, '', '      ')).join('')}    </notes>\n`;
}

function writeUnit(unit: TransferUnit, options: FileOptions): string {
  if (unit.segments.length === 0) return '';
  let segments = '';
  const groups = groupsOf(unit);
  const places = placesOf(unit, groups);
  const kept = unit.segments.every(({ translate }) => translate === false);
  let issues = '';
  for (const [index, group] of groups.entries()) {
    issues += issuesOf(group, options)?.records ?? '';
    if (index > 0 && group.gap !== '')
      segments += `      <ignorable><source>${group.gap}</source></ignorable>\n`;
    segments += writeSegment(group, places.get(group.head.id), kept, options);
  }
  const type = unit.kind === 'frontMatter' ? 'front-matter' : unit.kind;
  const limit = limitOf(unit.segments);
  const more = `${kept ? ' translate="no"' : ''}${limit === null ? '' : ` slr:sizeRestriction="${limit}"`}`;
  return `    <unit id="${escapeAttribute(unit.id)}" type="hexapla:${type}"${more} canResegment="yes" xml:space="preserve">
${writeMatches(unit.segments)}${writeGlossary(unit.terms)}${issues}${unitNotes(unit, groups, options)}${segments}    </unit>
`;
}

/** The limit that a unit's segments share: it is one for the unit as a whole, since a segment cannot have one. */
function limitOf(segments: readonly TransferSegment[]): number | null {
  const limit = segments[0]?.sizeLimit;
  return limit !== undefined && segments.every(({ sizeLimit }) => sizeLimit === limit) ? limit : null;
}

/** A segment with those that its target translates too: one segment of the file. */
interface Group {
  readonly head: TransferSegment;
  readonly all: readonly TransferSegment[];
  /** What stands between them, escaped; one fewer. */
  readonly gaps: readonly string[];
  /** What stands before them. */
  readonly gap: string;
}

function groupsOf({ segments, gaps }: TransferUnit): Group[] {
  const groups: Group[] = [];
  const gapAt = (at: number): string => escapeText(gaps[at - 1] ?? '', asCodePoint);
  for (let at = 0; at < segments.length; ) {
    const head = segments[at] as TransferSegment;
    const end = at + 1 + (head.covers?.length ?? 0);
    const inner = segments.slice(at + 1, end).map((_, index) => gapAt(at + 1 + index));
    groups.push({ head, all: segments.slice(at, end), gaps: inner, gap: gapAt(at) });
    at = end;
  }
  return groups;
}

// The segments take the places that they have in the source, in the order of their targets.
// https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#order
function placesOf({ order }: TransferUnit, groups: readonly Group[]): Map<string, number> {
  const places = new Map<string, number>();
  if (order === undefined) return places;
  const slots: number[] = [];
  let place = 0;
  for (const [index, { gap }] of groups.entries()) {
    place += index > 0 && gap !== '' ? 2 : 1;
    slots.push(place);
  }
  const heads = new Map(groups.map(({ head }, index) => [head.id, slots[index]]));
  let next = 0;
  for (const id of order) {
    const own = heads.get(id);
    if (own === undefined) continue;
    const told = slots[next++] ?? own;
    if (told !== own) places.set(id, told);
  }
  return places;
}

// XLIFF 2 has notes on a unit, not on a segment. A note's id begins with its segment's; 2.2 can also refer to it.
function unitNotes(unit: TransferUnit, groups: readonly Group[], options: WriteOptions): string {
  let notes = unit.notes.map((note) => writeNote(note, '', '        ')).join('');
  for (const { head, all } of groups) {
    const id = escapeAttribute(head.id);
    const ref = options.format === 'xliff-2.2' ? ` ref="#${id}"` : '';
    const found = all.flatMap(({ notes: own }) => own.filter(isFinding));
    const told = [...head.notes.filter((note) => !isFinding(note)), ...found];
    told.forEach((note, index) => {
      const number = isFinding(note) ? `f${index + 1 - told.length + found.length}` : `n${index + 1}`;
      notes += writeNote(note, ` id="${id}-${number}"${ref}`, '        ');
    });
  }
  return notes === '' ? '' : `      <notes>\n${notes}      </notes>\n`;
}

const SIDES: Readonly<Partial<Record<TransferNote['category'], 'source' | 'target'>>> = {
  'previous-source': 'source',
  'previous-target': 'target',
  finding: 'target',
};

function isFinding({ category }: TransferNote): boolean {
  return category === 'finding';
}

function writeNote(note: TransferNote, attributes: string, indent: string): string {
  const side = SIDES[note.category];
  const applies = side === undefined ? '' : ` appliesTo="${side}"`;
  const category = isFinding(note) ? FINDING_CATEGORY : note.category;
  return `${indent}<note${attributes}${applies} category="${category}">${escapeText(note.text)}</note>\n`;
}

function writeSegment(
  group: Group,
  place: number | undefined,
  unitIsKept: boolean,
  options: FileOptions,
): string {
  const { head, all, gaps } = group;
  let source = '';
  for (const [index, one] of all.entries()) {
    const content = marked(writeContent2(one.source, [one]), one, unitIsKept);
    source += (index === 0 ? '' : (gaps[index - 1] ?? '')) + content;
  }
  const missing = options.profile === 'omegat' ? source : null;
  const translated = head.target === null ? null : writeTarget(head.target, all, unitIsKept);
  const target = translated === null ? missing : (issuesOf(group, options)?.around(translated) ?? translated);
  const stale = head.stale ? ' subState="hexapla:stale"' : '';
  const start = `      <segment id="${escapeAttribute(head.id)}" state="${head.state}"${stale}`;
  const order = place === undefined ? '' : ` order="${place}"`;
  const pair = target === null ? source : `${source}</source>\n        <target${order}>${target}`;
  const end = target === null ? '</source>\n      </segment>\n' : '</target>\n      </segment>\n';
  return `${start}>\n        <source>${pair}${end}`;
}

function writeTarget(content: Content, group: readonly TransferSegment[], unitIsKept: boolean): string {
  const [only] = group;
  const written = writeContent2(content, group);
  return only !== undefined && group.length === 1 ? marked(written, only, unitIsKept) : written;
}

// Units can be kept from translation, segments cannot: one among others is marked within.
// https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#translateAnnotation
function marked(content: string, { id, translate }: TransferSegment, unitIsKept: boolean): string {
  if (translate !== false || unitIsKept) return content;
  return `<mrk id="${escapeAttribute(id)}-keep" translate="no">${content}</mrk>`;
}
