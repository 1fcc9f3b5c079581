import type { Code, CodeNode, Codes, CodeType, Content } from '../../model/content.ts';
import type { Transfer, TransferNote, TransferSegment, TransferUnit } from '../../model/transfer.ts';
import { asCodePoint, escapeAttribute, escapeText } from './escape.ts';
import { HANDOFF_ID, namespaceOf, versionOf, type WriteOptions } from './format.ts';

/**
 * A handoff as XLIFF 2.0, 2.1 or 2.2: core only. The handoff's digest is in the file's id, which a tool cannot drop;
 * code ids are made unique in their unit by the segment's id; the space between sentences is an `ignorable`.
 */
export function writeXliff2(transfer: Transfer, options: WriteOptions): string {
  const id = transfer.handoff === '' ? 'file' : HANDOFF_ID + transfer.handoff;
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${namespaceOf(options.format)}" version="${versionOf(options.format)}" srcLang="${escapeAttribute(transfer.sourceLocale)}" trgLang="${escapeAttribute(transfer.targetLocale)}">
  <file id="${escapeAttribute(id)}" original="${escapeAttribute(transfer.document)}" canResegment="no">
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
  unit.segments.forEach((segment, index) => {
    const gap = index === 0 ? '' : (unit.gaps[index - 1] ?? '');
    if (gap !== '')
      segments += `      <ignorable><source>${escapeText(gap, asCodePoint)}</source></ignorable>\n`;
    segments += writeSegment(segment, options);
  });
  const type = unit.kind === 'frontMatter' ? 'front-matter' : unit.kind;
  return `    <unit id="${escapeAttribute(unit.id)}" type="hexapla:${type}" canResegment="no" xml:space="preserve">
${unitNotes(unit, options)}${segments}    </unit>
`;
}

// XLIFF 2 has notes on a unit, not on a segment. A note's id begins with its segment's; 2.2 can also refer to it.
function unitNotes(unit: TransferUnit, options: WriteOptions): string {
  let notes = unit.notes.map((note) => writeNote(note, '', '        ')).join('');
  for (const { id, notes: own } of unit.segments) {
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

function writeSegment(segment: TransferSegment, options: WriteOptions): string {
  const source = writeContent(segment.source, segment);
  const missing = options.profile === 'omegat' ? source : null;
  const target = segment.target === null ? missing : writeContent(segment.target, segment);
  const stale = segment.stale ? ' subState="hexapla:stale"' : '';
  const start = `      <segment id="${escapeAttribute(segment.id)}" state="${segment.state}"${stale}`;
  const pair = target === null ? source : `${source}</source>\n        <target>${target}`;
  const end = target === null ? '</source>\n      </segment>\n' : '</target>\n      </segment>\n';
  return `${start}>\n        <source>${pair}${end}`;
}

interface Within {
  readonly id: string;
  readonly codes: Codes;
}

function writeContent(content: Content, segment: Within): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') out += escapeText(node.text, asCodePoint);
    else out += writeCode(node, segment);
  }
  return out;
}

function writeCode(node: CodeNode, segment: Within): string {
  const code = segment.codes[node.id];
  const id = `${escapeAttribute(segment.id)}-${escapeAttribute(node.id)}`;
  const type = code === undefined ? UNKNOWN_TYPE : TYPES[code.type];
  if (node.children === null) return `<ph id="${id}${type}${shown(code)}/>`;
  return `<pc id="${id}${type}>${writeContent(node.children, segment)}</pc>`;
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
