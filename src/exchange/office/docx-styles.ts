import type { Document } from 'docx';
import { COLUMN_STYLES, TITLE_STYLE } from './docx-columns.ts';
import { MARK_STYLE } from './docx-text.ts';
import { COLOURS } from './rows.ts';

type Styles = NonNullable<ConstructorParameters<typeof Document>[0]['styles']>;

/** Other paragraph styles. */
export const NOTE_STYLE = 'HexaplaNote';
export const REFERENCE_STYLE = 'HexaplaReference';
export const GUIDE_STYLE = 'HexaplaGuide';

const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' } as const;
const QUIET = { size: 16, color: COLOURS.quiet } as const;
const TIGHT = { before: 20, after: 20 } as const;

/** Styles of the Word table; sizes are in half points. */
export const STYLES: Styles = {
  default: {
    document: { run: { font: FONT, size: 21, color: COLOURS.text } },
    heading1: {
      run: { font: FONT, size: 30, bold: true, color: COLOURS.head },
      paragraph: { spacing: { before: 320, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    style(COLUMN_STYLES.id, 'Hexapla Id', { ...QUIET, noProof: true }),
    style(COLUMN_STYLES.source, 'Hexapla Source', {}),
    style(COLUMN_STYLES.target, 'Hexapla Target', {}),
    style(COLUMN_STYLES.state, 'Hexapla Status', { size: 18, noProof: true }),
    style(COLUMN_STYLES.comment, 'Hexapla Comment', { size: 18 }),
    { ...style(NOTE_STYLE, 'Hexapla Note', QUIET), next: COLUMN_STYLES.comment },
    style(TITLE_STYLE, 'Hexapla Title', { size: 20, bold: true, color: COLOURS.headText }),
    style(REFERENCE_STYLE, 'Hexapla Reference', { size: 14, color: COLOURS.quiet, noProof: true }),
    style(GUIDE_STYLE, 'Hexapla Guide', { size: 20, color: COLOURS.quiet }, { before: 60, after: 100 }),
  ],
  characterStyles: [{ id: MARK_STYLE, name: 'Hexapla Mark', run: { color: COLOURS.mark, noProof: true } }],
};

function style(
  id: string,
  name: string,
  run: { size?: number; color?: string; bold?: boolean; noProof?: boolean },
  spacing: { before: number; after: number } = TIGHT,
): NonNullable<Styles['paragraphStyles']>[number] {
  return { id, name, basedOn: 'Normal', quickFormat: false, run, paragraph: { spacing } };
}
