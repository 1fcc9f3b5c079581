import { NoBreakHyphen, SoftHyphen, Tab, TextRun } from 'docx';
import { withoutForbidden } from '../xml/escape.ts';
import type { Run } from './rows.ts';

/** The language of a run, and how it is written. */
export interface RunLanguage {
  readonly locale: string;
  readonly rtl: boolean;
}

/** The look of the marks of codes. */
export const MARK_STYLE: string = 'HexaplaMark';

type Child = string | NoBreakHyphen | SoftHyphen | Tab;

/**
 * A text as runs of a Word document: hyphens that break or do not, and tabs, are elements there; a line break is a
 * space, and U+FFFD stands for what XML cannot hold.
 */
export function textRun(
  text: string,
  language: RunLanguage | null,
  more: { readonly bold?: boolean } = {},
): TextRun {
  return new TextRun({ children: childrenOf(text), ...languageOf(language), ...more });
}

/** A mark, in the style of marks and in no language: it is written from left to right. */
function markRun(text: string): TextRun {
  return new TextRun({ text, style: MARK_STYLE, noProof: true });
}

/** The runs of a segment's source or target. */
export function contentRuns(runs: readonly Run[], language: RunLanguage): TextRun[] {
  return runs.map(({ text, isMark }) => (isMark ? markRun(text) : textRun(text, language)));
}

function languageOf(language: RunLanguage | null): object {
  if (language === null) return { noProof: true };
  const { locale, rtl } = language;
  const tags = { value: locale, eastAsia: locale, bidirectional: locale };
  return rtl ? { language: tags, rightToLeft: true } : { language: tags };
}

function childrenOf(text: string): Child[] {
  const pieces = withoutForbidden(text)
    .replace(/[ \t]*[\r\n]+[ \t]*/g, ' ')
    .split(/([\t\u00AD\u2011])/);
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\t') return new Tab();
      if (piece === '\u00AD') return new SoftHyphen();
      return piece === '\u2011' ? new NoBreakHyphen() : piece;
    });
}
