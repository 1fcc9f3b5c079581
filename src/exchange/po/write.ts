import { type PoBlock, po } from 'gettext-parser';
import type { State } from '../../model/catalogue.ts';
import type { Content } from '../../model/content.ts';
import type { Transfer, TransferNote, TransferSegment, TransferUnit } from '../../model/transfer.ts';
import type { TableOptions } from '../tables/options.ts';
import { documentFields, gettextLocale } from './header.ts';
import { formatTagged } from './tags.ts';

/** Before the state in a comment for tools: `#. hexapla-state: reviewed`. */
export const STATE_COMMENT: string = 'hexapla-state: ';

/**
 * Handoffs of one locale as a PO file. `msgctxt` is the segment's id; ids belong to a document, so that in a file with
 * several documents it is the document's path, `#` and the id. Codes are the tags of the stored form. A target in
 * state initial, as all stale ones are, is `fuzzy`, with the wording it was made from as the previous `msgid`; the
 * states reviewed and final, which PO does not know, stand in a comment for tools. There is no date in the file: the
 * same handoffs give the same text. What PO cannot carry: whether an empty target is missing. Linear.
 * https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
 */
export function writePo(transfers: readonly Transfer[], options: TableOptions): string {
  const [first] = transfers;
  if (first === undefined) throw new Error('a PO file holds a handoff');
  if (transfers.some(({ targetLocale }) => targetLocale !== first.targetLocale)) {
    throw new Error('a PO file has one target locale');
  }
  const several = transfers.length > 1;
  const translations: Record<string, Record<string, PoBlock>> = {};
  const notes = transfers.flatMap((transfer) => transfer.notes);
  const about = commentLines([...new Set(notes.map(({ text }) => text))]);
  translations[''] = { '': { msgid: '', msgstr: [''], comments: about === '' ? {} : { translator: about } } };
  for (const transfer of transfers) {
    for (const unit of transfer.units) {
      for (const segment of unit.segments) {
        const block = blockOf(segment, unit, transfer, several);
        translations[block.msgctxt ?? ''] = { [block.msgid]: block };
      }
    }
  }
  const headers = Object.fromEntries(headerOf(first, transfers, options));
  return po.compile({ charset: 'utf-8', headers, translations }).toString('utf-8');
}

// Fields that are empty are there because msgfmt asks for them.
function headerOf(
  { sourceLocale, targetLocale }: Transfer,
  transfers: readonly Transfer[],
  { toolVersion }: TableOptions,
): [string, string][] {
  return [
    ['Project-Id-Version', 'Hexapla'],
    ['PO-Revision-Date', ''],
    ['Last-Translator', ''],
    ['Language-Team', ''],
    ['Language', gettextLocale(targetLocale)],
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=UTF-8'],
    ['Content-Transfer-Encoding', '8bit'],
    ['X-Generator', `Hexapla ${toolVersion}`],
    ['X-Source-Language', gettextLocale(sourceLocale)],
    ...documentFields(transfers),
  ];
}

function blockOf(
  segment: TransferSegment,
  unit: TransferUnit,
  { document }: Transfer,
  several: boolean,
): PoBlock {
  const { id, source, previous } = segment;
  const target = segment.target ?? [];
  const fuzzy = target.length > 0 && segment.state === 'initial';
  const flags = [...(fuzzy ? ['fuzzy'] : []), ...limits(segment)].join(', ');
  const extracted = commentLines([...stateLines(segment), ...noteLines(unit.notes, segment.notes)]);
  return {
    msgctxt: several ? `${document}#${id}` : id,
    msgid: formatTagged(source),
    msgstr: [formatTagged(target)],
    comments: {
      reference: reference(document, unit.id),
      ...(extracted !== '' && { extracted }),
      ...(flags !== '' && { flag: flags }),
      ...(fuzzy && previous !== undefined && { previous: `msgid ${quoted(previous)}` }),
    },
  };
}

// As Weblate says it: https://docs.weblate.org/en/latest/admin/checks.html#customizing-behavior-using-flags
function limits({ sizeLimit, translate }: TransferSegment): string[] {
  return [
    ...(sizeLimit === undefined ? [] : [`max-length:${sizeLimit}`]),
    ...(translate === false ? ['read-only'] : []),
  ];
}

function stateLines({ state, target }: TransferSegment): string[] {
  const said: readonly State[] = ['reviewed', 'final'];
  return target !== null && target.length > 0 && said.includes(state) ? [STATE_COMMENT + state] : [];
}

function noteLines(...lists: readonly (readonly TransferNote[])[]): string[] {
  // A note that has the form of our comment is not one.
  return lists.flat().map(({ text }) => text.replaceAll(/^\s*(?=hexapla-state:)/gmu, '- '));
}

// Line breaks part comments; other characters that tools take for one, or that are no text, are spaces.
function commentLines(texts: readonly string[]): string {
  return texts
    .flatMap((text) => text.split(/\r\n|[\r\n\u0085\u2028\u2029]/u))
    .map((line) => line.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A path with a space in it is isolated, as gettext does, so that it is one reference. */
function reference(document: string, unit: string): string {
  const path = document.replaceAll(/[\p{Cc}\u2028\u2029\u2068\u2069\p{Cs}]/gu, '\uFFFD');
  return `${/\s/u.test(path) ? `\u2068${path}\u2069` : path}:${unit}`;
}

function quoted(content: Content): string {
  const text = formatTagged(content).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${text.replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}
