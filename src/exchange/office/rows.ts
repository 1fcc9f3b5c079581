import { type CodeNode, type Codes, type Content, plainText } from '../../model/content.ts';
import { direction } from '../../model/locale.ts';
import type { Transfer, TransferSegment, TransferUnit } from '../../model/transfer.ts';
import { formatMarked, markedPieces } from '../tables/marks.ts';
import type { Words } from '../transfer.ts';

/** One segment as a row of a table for people. */
export interface OfficeRow {
  readonly segment: TransferSegment;
  /** What the translator should know, a line each. */
  readonly notes: readonly string[];
  /** False where the text stays as it is. */
  readonly open: boolean;
  /** Whether the target is a machine draft that nobody approved. */
  readonly draft: boolean;
}

/** The rows of a handoff, in document order. */
export function rowsOf(transfer: Transfer, words: Words): OfficeRow[] {
  const draft = words('note.machineDraft');
  return transfer.units.flatMap((unit) =>
    unit.segments.map((segment) => ({
      segment,
      notes: notesOf(segment, unit, words)
        .map(oneLine)
        .filter((line) => line !== ''),
      open: segment.translate !== false,
      draft: segment.notes.some(({ text }) => text === draft),
    })),
  );
}

/** A text without line breaks and white space at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function notesOf(segment: TransferSegment, unit: TransferUnit, words: Words): string[] {
  const { candidates = [] } = segment;
  const notes = [...unit.notes, ...segment.notes].map(({ text }) => text);
  const best = segment.target === null ? candidates.find(({ kind }) => kind !== 'previous') : undefined;
  if (best !== undefined) {
    const values = { similarity: best.similarity, text: plainText(best.target) };
    notes.push(words('note.office.candidate', values));
  }
  notes.push(codeNotes(segment.source, segment.codes, words).join(' · '));
  return notes;
}

function codeNotes(source: Content, codes: Codes, words: Words): string[] {
  const notes: string[] = [];
  const visit = (nodes: Content): void => {
    for (const node of nodes) {
      if (node.kind === 'text') continue;
      const note = codeNote(node, codes, words);
      if (note !== '') notes.push(note);
      visit(node.children ?? []);
    }
  };
  visit(source);
  return notes;
}

function codeNote(node: CodeNode, codes: Codes, words: Words): string {
  const code = Object.hasOwn(codes, node.id) ? codes[node.id] : undefined;
  if (code === undefined) return '';
  const mark = formatMarked([{ ...node, children: node.children === null ? null : [] }]);
  const text = node.children === null ? (code.text ?? '') : '';
  return words('note.office.code', {
    mark: mark.slice(0, mark.indexOf('⟩') + 1),
    type: code.type,
    shown: text === '' ? 'no' : 'yes',
    text,
  });
}

/** A piece of a text as it is shown: words, or a mark in its colour. */
export interface Run {
  readonly text: string;
  readonly isMark: boolean;
}

/** Content as runs; neighbouring marks are one. */
export function runsOf(content: Content): Run[] {
  const runs: Run[] = [];
  for (const { kind, text } of markedPieces(content)) {
    const isMark = kind === 'mark';
    const last = runs.at(-1);
    if (last?.isMark === isMark) runs[runs.length - 1] = { text: last.text + text, isMark };
    else if (text !== '') runs.push({ text, isMark });
  }
  return runs;
}

/** The direction of a tag's script; left to right for what is no tag. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  try {
    return direction(locale);
  } catch {
    return 'ltr';
  }
}

/** A language as people call it, with its tag: `Armenian (hy)`. */
export function languageName(locale: string, readers: string): string {
  try {
    const name = new Intl.DisplayNames([readers, 'en'], { type: 'language', fallback: 'none' }).of(locale);
    return name === undefined ? locale : `${name} (${locale})`;
  } catch {
    return locale;
  }
}

/** The colours of both tables, as six hexadecimal digits. */
export const COLOURS = {
  text: '1B1B1B',
  mark: '0B57D0',
  quiet: '5F6368',
  head: '24313F',
  headText: 'FFFFFF',
  locked: 'F3F4F6',
  document: 'DCE4EC',
  missing: 'FFF4CC',
  stale: 'FCE3D2',
  draft: 'EEE6FA',
  line: 'C9CED6',
} as const;
