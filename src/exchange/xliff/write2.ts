import type { Code, CodeNode, CodeType, Content } from '../../model/content.ts';
import { groupCode } from '../../model/group.ts';
import type { Transfer, TransferNote, TransferSegment, TransferUnit } from '../../model/transfer.ts';
import { asCodePoint, escapeAttribute, escapeText } from '../xml/escape.ts';
import { HANDOFF_ID, namespaceOf, versionOf, type WriteOptions } from './format.ts';

/**
 * A handoff as XLIFF 2.0, 2.1 or 2.2: core only. The handoff's digest is in the file's id, which a tool cannot drop;
 * code ids are made unique in their unit by the segment's id; the space between sentences is an `ignorable`. Segments
 * that one target translates are one segment, and a tool may join and split others: the acceptance of returns knows
 * how to read that.
 */
export function writeXliff2(transfer: Transfer, options: WriteOptions): string {
  const id = transfer.handoff === '' ? 'file' : HANDOFF_ID + transfer.handoff;
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${namespaceOf(options.format)}" version="${versionOf(options.format)}" srcLang="${escapeAttribute(transfer.sourceLocale)}" trgLang="${escapeAttribute(transfer.targetLocale)}">
  <file id="${escapeAttribute(id)}" original="${escapeAttribute(transfer.document)}" canResegment="yes">
${fileNotes(transfer.notes)}`;
  let units = '';
  for (const unit of transfer.units) units += writeUnit(unit, options);
  // A file needs a unit or a group: https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#file
  if (units === '') units = '    <group id="empty"/>\n';
  return `${head}${units}  </file>\n</xliff>\n`;
}

function fileNotes(notes: readonly TransferNote[]): string {
  if (notes.length === 0) return '';
  return `    <notes>\n${notes.map((note) => writeNote(note, '', '      ')).join('')}    </notes>\n`;
}

function writeUnit(unit: TransferUnit, options: WriteOptions): string {
  if (unit.segments.length === 0) return '';
  let segments = '';
  const groups = groupsOf(unit);
  const places = placesOf(unit, groups);
  for (const [index, group] of groups.entries()) {
    if (index > 0 && group.gap !== '')
      segments += `      <ignorable><source>${group.gap}</source></ignorable>\n`;
    segments += writeSegment(group, places.get(group.head.id), options);
  }
  const type = unit.kind === 'frontMatter' ? 'front-matter' : unit.kind;
  return `    <unit id="${escapeAttribute(unit.id)}" type="hexapla:${type}" canResegment="yes" xml:space="preserve">
${unitNotes(unit, options)}${segments}    </unit>
`;
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
function unitNotes(unit: TransferUnit, options: WriteOptions): string {
  let notes = unit.notes.map((note) => writeNote(note, '', '        ')).join('');
  for (const { head } of groupsOf(unit)) {
    const { id, notes: own } = head;
    const ref = options.format === 'xliff-2.2' ? ` ref="#${escapeAttribute(id)}"` : '';
    own.forEach((note, index) => {
      notes += writeNote(note, ` id="${escapeAttribute(id)}-n${index + 1}"${ref}`, '        ');
    });
  }
  return notes === '' ? '' : `      <notes>\n${notes}      </notes>\n`;
}

function writeNote(note: TransferNote, attributes: string, indent: string): string {
  const side =
    note.category === 'previous-source' ? 'source' : note.category === 'previous-target' ? 'target' : null;
  const applies = side === null ? '' : ` appliesTo="${side}"`;
  return `${indent}<note${attributes}${applies} category="${note.category}">${escapeText(note.text)}</note>\n`;
}

function writeSegment({ head, all, gaps }: Group, place: number | undefined, options: WriteOptions): string {
  let source = '';
  for (const [index, one] of all.entries()) {
    source += (index === 0 ? '' : (gaps[index - 1] ?? '')) + writeContent(one.source, [one]);
  }
  const missing = options.profile === 'omegat' ? source : null;
  const target = head.target === null ? missing : writeContent(head.target, all);
  const stale = head.stale ? ' subState="hexapla:stale"' : '';
  const start = `      <segment id="${escapeAttribute(head.id)}" state="${head.state}"${stale}`;
  const order = place === undefined ? '' : ` order="${place}"`;
  const pair = target === null ? source : `${source}</source>\n        <target${order}>${target}`;
  const end = target === null ? '</source>\n      </segment>\n' : '</target>\n      </segment>\n';
  return `${start}>\n        <source>${pair}${end}`;
}

/** `group` has more than one segment where the content is the one target of several. */
function writeContent(content: Content, group: readonly TransferSegment[]): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') out += escapeText(node.text, asCodePoint);
    else out += writeCode(node, group);
  }
  return out;
}

function writeCode(node: CodeNode, group: readonly TransferSegment[]): string {
  const named = group.length === 1 ? { index: 0, id: node.id } : groupCode(node.id);
  const segment = group[named.index] ?? group[0];
  const number = group[named.index] === undefined ? node.id : named.id;
  const code = segment?.codes[number];
  const id = `${escapeAttribute(segment?.id ?? '')}-${escapeAttribute(number)}`;
  const type = code === undefined ? UNKNOWN_TYPE : TYPES[code.type];
  if (node.children === null) return `<ph id="${id}${type}${shown(code)}/>`;
  return `<pc id="${id}${type}>${writeContent(node.children, group)}</pc>`;
}

function shown(code: Code | undefined): string {
  if (code?.text === undefined) return '';
  const text = escapeAttribute(code.text);
  return ` disp="${text}" equiv="${text}"`;
}

// What follows an id, in pieces as long as can be: joining pieces is what writing costs. Of the prefix xlf there are
// only b, i, u, lb, pb and var: https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#subtype
const UNKNOWN_TYPE = '" canCopy="no" canDelete="no"';
const TYPES: Record<CodeType, string> = {
  strong: `${UNKNOWN_TYPE} type="fmt" subType="xlf:b"`,
  emphasis: `${UNKNOWN_TYPE} type="fmt" subType="xlf:i"`,
  strikethrough: `${UNKNOWN_TYPE} type="fmt" subType="hexapla:strikethrough"`,
  link: `${UNKNOWN_TYPE} type="link"`,
  image: `${UNKNOWN_TYPE} type="image"`,
  code: `${UNKNOWN_TYPE} type="fmt" subType="hexapla:code"`,
  autolink: `${UNKNOWN_TYPE} type="link" subType="hexapla:autolink"`,
  html: `${UNKNOWN_TYPE} type="other" subType="hexapla:html"`,
  footnote: `${UNKNOWN_TYPE} type="other" subType="hexapla:footnote"`,
};
