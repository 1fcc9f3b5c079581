import type { State } from '../../model/catalogue.ts';
import { HexaplaError } from '../../model/error.ts';
import type { Returned, ReturnedSegment } from '../../model/transfer.ts';
import { stateFrom2 } from '../xliff/states.ts';
import { decodePo, encodingOf } from './bytes.ts';
import { documentsIn, headerFields, localeFromGettext, type PoDocument } from './header.ts';
import { type PoEntry, readEntries } from './lex.ts';
import { parseTagged } from './tags.ts';
import { STATE_COMMENT } from './write.ts';

/**
 * Reads a PO file as any tool may have written it, in the encoding that a byte order mark or its header names: one
 * return for each document. An entry that is not `fuzzy` and has a text is translated, or what a comment of ours says
 * beyond that; obsolete entries do not count; what a translator wrote beside an entry is its comment. Errors:
 * `not-utf8`, `return-invalid`. Linear in the file's length.
 */
export function readPo(bytes: Uint8Array, file: string): Returned[] {
  const encoding = encodingOf(bytes);
  const entries = readEntries(decodePo(bytes, encoding, file), file, encoding);
  const header = entries.find(isHeader);
  const fields = headerFields(header?.msgstr ?? '');
  const documents = documentsIn(fields);
  const returns = new Map<string | null, Returned & { readonly segments: ReturnedSegment[] }>();
  for (const entry of entries) {
    if (isHeader(entry)) continue;
    const { document, id } = place(entry, documents);
    const known = returns.get(document) ?? {
      format: 'po',
      document,
      sourceLocale: localeFromGettext(fields.get('x-source-language')) ?? '',
      targetLocale: localeFromGettext(fields.get('language')),
      handoff: documents.find((one) => one.document === document)?.handoff || null,
      segments: [],
    };
    returns.set(document, known);
    known.segments.push(segmentOf(entry, id));
  }
  if (returns.size === 0) throw new HexaplaError('return-invalid', { reason: 'rows' }, { file });
  return [...returns.values()];
}

function isHeader({ msgctxt, msgid }: PoEntry): boolean {
  return msgctxt === null && msgid === '';
}

function place(
  { msgctxt }: PoEntry,
  documents: readonly PoDocument[],
): { document: string | null; id: string } {
  const context = msgctxt ?? '';
  const cut = context.lastIndexOf('#');
  if (cut !== -1) return { document: context.slice(0, cut), id: context.slice(cut + 1) };
  return { document: documents.length === 1 ? (documents[0]?.document ?? null) : null, id: context };
}

function segmentOf(entry: PoEntry, id: string): ReturnedSegment {
  const source = parseTagged(entry.msgid ?? '');
  const target = parseTagged(entry.msgstr ?? '');
  const comment = entry.translator.join('\n').trim();
  return {
    id,
    unit: unitIn(entry.references),
    line: entry.line,
    column: 1,
    source: source.content,
    target: target.content,
    state: stateOf(entry),
    problem: entry.plural ? 'plural' : (source.problem ?? target.problem),
    ...(comment !== '' && { comment }),
  };
}

function stateOf({ msgstr, flags, extracted }: PoEntry): State {
  if (msgstr === '' || flags.includes('fuzzy')) return 'initial';
  const said = extracted.find((line) => line.startsWith(STATE_COMMENT));
  const state = stateFrom2(said?.slice(STATE_COMMENT.length).trim());
  return state === 'reviewed' || state === 'final' ? state : 'translated';
}

function unitIn(references: readonly string[]): string | null {
  // Wrapped at spaces, as any line of a comment.
  return /:([^\s:]+)$/u.exec(references.join(' ').trim())?.[1] ?? null;
}
