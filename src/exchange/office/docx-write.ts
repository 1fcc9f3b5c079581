import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Transfer } from '../../model/transfer.ts';
import { unzipSafely, zipDeterministic } from '../archive.ts';
import type { TableOptions } from '../tables/options.ts';
import { COLUMN_STYLES, TITLE_STYLE } from './docx-columns.ts';
import { GUIDE_STYLE, NOTE_STYLE, REFERENCE_STYLE, STYLES } from './docx-styles.ts';
import { contentRuns, type RunLanguage, textRun } from './docx-text.ts';
import { writeReference } from './reference.ts';
import { COLOURS, directionOf, languageName, type OfficeRow, rowsOf, runsOf } from './rows.ts';

/** The columns of a Word table and their widths, in twentieths of a point: A4 across, without its margins. */
const WIDTHS = { id: 1180, source: 5200, target: 5200, state: 1180, comment: 2638 } as const;
const WIDTH = 15_398;
type WordColumn = keyof typeof WIDTHS;
const WORD_COLUMNS: readonly WordColumn[] = ['id', 'source', 'target', 'state', 'comment'];

/**
 * Handoffs as a Word document for translators without tools: instructions, and for each handoff a heading and a table
 * of id, source, target, status and comment. The same handoffs give the same bytes. What a return must tell stands in
 * the first row of each table, small and grey, where every program keeps it, and in the document's own properties; our
 * notes stand in ⟦…⟧, so that whatever else is in the column of comments is the translator's. Line breaks within a
 * segment become spaces; what XML cannot hold, U+FFFD.
 */
export async function writeDocx(transfers: readonly Transfer[], options: TableOptions): Promise<Uint8Array> {
  const { words } = options;
  const document = new Document({
    creator: 'Hexapla',
    lastModifiedBy: 'Hexapla',
    title: transfers
      .map((transfer) => transfer.document)
      .join(', ')
      .slice(0, 255),
    styles: STYLES,
    customProperties: transfers.map((transfer, index) => ({
      name: `Hexapla ${index + 1}`,
      value: writeReference(transfer),
    })),
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footer(transfers) },
        children: [
          guide(words('note.office.howTo', howToValues(options)), transfers[0]?.sourceLocale),
          ...transfers.flatMap((transfer) => writeTransfer(transfer, options)),
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  return zipDeterministic(withoutDates(unzipSafely(bytes, '', () => true)));
}

const PAGE = {
  size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 },
  margin: { top: 720, bottom: 720, left: 720, right: 720, header: 360, footer: 360 },
} as const;

function withoutDates(parts: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const core = parts.get('docProps/core.xml');
  if (core !== undefined) {
    const text = new TextDecoder().decode(core);
    const dates = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g;
    parts.set('docProps/core.xml', new TextEncoder().encode(text.replace(dates, '')));
  }
  return parts;
}

function howToValues({ words }: TableOptions): Record<string, string> {
  return {
    target: words('note.column.target'),
    state: words('note.column.state'),
    note: words('note.column.comment'),
  };
}

/** A paragraph for the translator; words are in the source language. */
function guide(text: string, locale: string | undefined, bold = false): Paragraph {
  const language = locale === undefined ? null : languageOf(locale);
  const children = [textRun(text, language, bold ? { bold } : {})];
  return new Paragraph({ style: GUIDE_STYLE, ...(language?.rtl ? { bidirectional: true } : {}), children });
}

function languageOf(locale: string): RunLanguage {
  return { locale, rtl: directionOf(locale) === 'rtl' };
}

function footer(transfers: readonly Transfer[]): Footer {
  const languages = [...new Set(transfers.map(({ targetLocale }) => targetLocale))].join(', ');
  const children = [`${languages}  ·  `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES];
  const run = new TextRun({ children, size: 16, color: COLOURS.quiet, noProof: true });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

function writeTransfer(transfer: Transfer, options: TableOptions): (Paragraph | Table)[] {
  const { sourceLocale, targetLocale } = transfer;
  const languages = [sourceLocale, targetLocale].map((locale) => languageName(locale, sourceLocale));
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [textRun(transfer.document, null)] }),
    guide(languages.join(' → '), sourceLocale),
    ...transfer.notes.map(({ category, text }) => guide(text, sourceLocale, category === 'instruction')),
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: WORD_COLUMNS.map((column) => WIDTHS[column]),
      layout: TableLayoutType.FIXED,
      margins: { top: 50, bottom: 50, left: 90, right: 90, marginUnitType: WidthType.DXA },
      borders: {
        top: LINE,
        bottom: LINE,
        left: LINE,
        right: LINE,
        insideHorizontal: LINE,
        insideVertical: LINE,
      },
      rows: [
        referenceRow(transfer),
        titleRow(transfer, options),
        ...rowsOf(transfer, options.words).map((row) => segmentRow(row, transfer)),
      ],
    }),
  ];
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line } as const;

function referenceRow(transfer: Transfer): TableRow {
  const paragraph = new Paragraph({
    style: REFERENCE_STYLE,
    children: [textRun(writeReference(transfer), null)],
  });
  const cell = new TableCell({
    columnSpan: WORD_COLUMNS.length,
    width: { size: WIDTH, type: WidthType.DXA },
    children: [paragraph],
  });
  return new TableRow({ cantSplit: true, tableHeader: true, children: [cell] });
}

function titleRow({ sourceLocale, targetLocale }: Transfer, { words }: TableOptions): TableRow {
  const title = (column: WordColumn): string => {
    const name = words(`note.column.${column}`);
    if (column === 'source') return `${name}: ${languageName(sourceLocale, sourceLocale)}`;
    return column === 'target' ? `${name}: ${languageName(targetLocale, sourceLocale)}` : name;
  };
  const children = WORD_COLUMNS.map((column) => {
    const paragraph = new Paragraph({ style: TITLE_STYLE, children: [textRun(title(column), null)] });
    return cellOf(column, [paragraph], COLOURS.head);
  });
  return new TableRow({ cantSplit: true, tableHeader: true, children });
}

function segmentRow(row: OfficeRow, { sourceLocale, targetLocale }: Transfer): TableRow {
  const { segment, notes, open, draft } = row;
  const fixed = open ? null : COLOURS.locked;
  const missing = open && (segment.target ?? []).length === 0 ? COLOURS.missing : fixed;
  const plain = (column: 'id' | 'state', text: string): Paragraph =>
    new Paragraph({ style: COLUMN_STYLES[column], children: [textRun(text, null)] });
  const told = notes.map((note) => noteParagraph(note, languageOf(sourceLocale)));
  const comments = [...told, new Paragraph({ style: COLUMN_STYLES.comment })];
  return new TableRow({
    cantSplit: true,
    children: [
      cellOf('id', [plain('id', segment.id)], COLOURS.locked),
      cellOf(
        'source',
        [contentParagraph('source', segment.source, sourceLocale)],
        segment.stale ? COLOURS.stale : COLOURS.locked,
      ),
      cellOf(
        'target',
        [contentParagraph('target', segment.target ?? [], targetLocale)],
        draft ? COLOURS.draft : missing,
      ),
      cellOf('state', [plain('state', segment.state)], fixed),
      cellOf('comment', comments, fixed),
    ],
  });
}

function contentParagraph(
  column: 'source' | 'target',
  content: OfficeRow['segment']['source'],
  locale: string,
): Paragraph {
  const language = languageOf(locale);
  return new Paragraph({
    style: COLUMN_STYLES[column],
    ...(language.rtl ? { bidirectional: true } : {}),
    // An empty paragraph has a language too: that of what will be typed there.
    run: language.rtl ? { language: tags(locale), rightToLeft: true } : { language: tags(locale) },
    children: contentRuns(runsOf(content), language),
  });
}

function tags(locale: string): { value: string; eastAsia: string; bidirectional: string } {
  return { value: locale, eastAsia: locale, bidirectional: locale };
}

/** Our own note, in brackets that set it off from what the translator writes. */
function noteParagraph(note: string, language: RunLanguage): Paragraph {
  const text = note.replaceAll('⟦', '[').replaceAll('⟧', ']');
  const children = [textRun(`⟦${text}⟧`, language)];
  return new Paragraph({ style: NOTE_STYLE, ...(language.rtl ? { bidirectional: true } : {}), children });
}

function cellOf(column: WordColumn, children: readonly Paragraph[], fill: string | null): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column], type: WidthType.DXA },
    ...(fill === null ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [...children],
  });
}
