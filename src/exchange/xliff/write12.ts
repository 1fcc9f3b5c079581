import type { UnitKind } from '../../model/block.ts';
import type { CodeNode, Codes, CodeType, Content } from '../../model/content.ts';
import { isDraft } from '../../model/row.ts';
import type {
  Candidate,
  Transfer,
  TransferNote,
  TransferSegment,
  TransferUnit,
} from '../../model/transfer.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { type WriteOptions, XLIFF_12 } from './format.ts';
import { FINDING_FROM } from './notes.ts';
import { STATES_12, type State12, stateIn12 } from './states.ts';

/**
 * Handoffs of one pair of locales as XLIFF 1.2, strict, in the subset that every tool takes: a `file` a document, a
 * trans-unit a segment, in a group a unit, with `g` and `x` for codes. Notes on a unit stand in each of its trans-units,
 * since tools do not show a group's; whatever a translator should read is a note, for those are what tools show.
 * A missing target is an empty element in state needs-translation: tools that fill what is there find a place, and
 * those that go by the state see that nothing has been translated. `datatype` is plaintext, for the content is that.
 */
export function writeXliff12(transfers: readonly Transfer[], options: WriteOptions): string {
  let out = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${XLIFF_12}" version="1.2">
`;
  for (const transfer of transfers) out += writeFile(transfer, options);
  return `${out}</xliff>\n`;
}

function writeFile(transfer: Transfer, options: WriteOptions): string {
  let out = `  <file original="${escapeAttribute(transfer.document)}" source-language="${escapeAttribute(transfer.sourceLocale)}" target-language="${escapeAttribute(transfer.targetLocale)}" datatype="plaintext" tool-id="hexapla" build-num="${escapeAttribute(transfer.handoff)}">
    <header>
      <tool tool-id="hexapla" tool-name="Hexapla" tool-version="${escapeAttribute(options.toolVersion)}"/>
${writeNotes(transfer.notes, '      ')}    </header>
    <body>
`;
  for (const unit of transfer.units) out += writeUnit(unit, options);
  return `${out}    </body>\n  </file>\n`;
}

function writeUnit(unit: TransferUnit, options: WriteOptions): string {
  if (unit.segments.length === 0) return '';
  let out = `      <group id="${escapeAttribute(unit.id)}" restype="${restype(unit.kind)}">\n`;
  const notes = writeNotes(unit.notes, '          ');
  for (const segment of unit.segments) out += writeSegment(segment, notes, options);
  return `${out}      </group>\n`;
}

// Constant text stands in pieces as long as can be: joining pieces is what writing costs.
const SOURCE_STARTS = ' xml:space="preserve">\n          <source>';
const TARGET_STARTS: Record<State12, string> = {
  'needs-translation': '</source>\n          <target state="needs-translation">',
  new: '</source>\n          <target state="new">',
  translated: '</source>\n          <target state="translated">',
  'signed-off': '</source>\n          <target state="signed-off">',
  final: '</source>\n          <target state="final">',
};

function writeSegment(segment: TransferSegment, unitNotes: string, options: WriteOptions): string {
  const { codes } = segment;
  const source = writeContent(segment.source, codes);
  const missing = options.profile === 'omegat' ? source : '';
  const target = segment.target === null ? missing : writeContent(segment.target, codes);
  const between = TARGET_STARTS[stateIn12(segment)];
  const start = `        <trans-unit id="${escapeAttribute(segment.id)}"${bounds(segment)}${SOURCE_STARTS}`;
  const end = `</target>\n${unitNotes}${writeNotes(segment.notes, '          ')}`;
  const offered =
    segment.candidates === undefined ? '' : segment.candidates.map(writeCandidate(codes)).join('');
  return `${start}${source}${between}${target}${end}${offered}        </trans-unit>\n`;
}

// https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#maxwidth
function bounds({ translate, sizeLimit }: TransferSegment): string {
  const kept = translate === false ? ' translate="no"' : '';
  return sizeLimit === undefined ? kept : `${kept} maxwidth="${sizeLimit}" size-unit="char"`;
}

const QUALIFIERS: Readonly<Record<Candidate['kind'], string>> = {
  ice: 'exact-match',
  exact: 'exact-match',
  fuzzy: 'fuzzy-match',
  previous: 'id-match',
};

// https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#alt-trans
function writeCandidate(codes: Codes): (candidate: Candidate) => string {
  return (candidate) => {
    const { source, target, similarity, kind, document, segment, state } = candidate;
    const type = kind === 'previous' ? ' alttranstype="previous-version"' : '';
    const origin = escapeAttribute(`${document} ${segment}`);
    const qualifier = isDraft(candidate) ? 'mt-suggestion' : QUALIFIERS[kind];
    return `          <alt-trans match-quality="${similarity}" origin="${origin}"${type} tool-id="hexapla" xml:space="preserve">
            <source>${writeContent(source, codes)}</source>
            <target state="${STATES_12[state]}" state-qualifier="${qualifier}">${writeContent(target, codes)}</target>
          </alt-trans>
`;
  };
}

function writeNotes(notes: readonly TransferNote[], indent: string): string {
  let out = '';
  for (const note of notes) {
    const from = note.category === 'finding' ? FINDING_FROM : 'hexapla';
    out += `${indent}<note from="${from}" annotates="${annotates(note)}">${escapeText(note.text)}</note>\n`;
  }
  return out;
}

function annotates(note: TransferNote): string {
  if (note.category === 'previous-source') return 'source';
  return note.category === 'previous-target' || note.category === 'finding' ? 'target' : 'general';
}

function writeContent(content: Content, codes: Codes): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') out += escapeText(node.text);
    else out += writeCode(node, codes);
  }
  return out;
}

function writeCode(node: CodeNode, codes: Codes): string {
  const code = codes[node.id];
  const id = escapeAttribute(node.id);
  const shown = code?.text === undefined ? '' : ` equiv-text="${escapeAttribute(code.text)}"`;
  if (node.children === null)
    return `<x id="${id}${code === undefined ? '"' : SINGLE_TYPES[code.type]}${shown}/>`;
  const start = `<g id="${id}${code === undefined ? '"' : PAIR_TYPES[code.type]}${shown}>`;
  return `${start}${writeContent(node.children, codes)}</g>`;
}

// What follows an id. Paired and single codes have lists of their own, and the rest is `x-`:
// https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#ctype
const OTHER_TYPES: Record<CodeType, string> = {
  strong: '" ctype="x-strong"',
  emphasis: '" ctype="x-emphasis"',
  strikethrough: '" ctype="x-strikethrough"',
  link: '" ctype="x-link"',
  image: '" ctype="x-image"',
  code: '" ctype="x-code"',
  autolink: '" ctype="x-autolink"',
  html: '" ctype="x-html"',
  footnote: '" ctype="x-footnote"',
};
const SINGLE_TYPES: Record<CodeType, string> = { ...OTHER_TYPES, image: '" ctype="image"' };
const PAIR_TYPES: Record<CodeType, string> = {
  ...OTHER_TYPES,
  strong: '" ctype="bold"',
  emphasis: '" ctype="italic"',
  link: '" ctype="link"',
};

// https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#restype
function restype(kind: UnitKind): string {
  switch (kind) {
    case 'heading':
    case 'cell':
      return kind;
    case 'item':
      return 'listitem';
    case 'footnote':
      return 'fn';
    case 'frontMatter':
      return 'x-front-matter';
    default:
      return `x-${kind}`;
  }
}
