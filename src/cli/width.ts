/** Texts of which every UTF-16 unit takes one column, so that they need not be segmented. */
const NARROW = /^[ -~\u00A0-\u02FF\u0370-\u0482\u048A-\u0590\u10A0-\u10FF\u2010-\u2027]*$/;

/**
 * Characters that take two columns: East Asian wide and fullwidth ones (https://www.unicode.org/reports/tr11/), and
 * those that are shown as pictures unless something else is asked for. Ambiguous ones take one.
 */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115F\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3041-\u3247\u3250-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DF2}\u{1AFF0}-\u{1B2FB}\u{1D300}-\u{1D356}\u{1D360}-\u{1D376}\u{1F200}-\u{1F265}\u{1F32D}-\u{1F335}\u{1F57A}\u{1F5A4}\u{1F8FF}\u{1FA70}-\u{1FAFF}\u{20000}-\u{2FFFD}\u{30000}-\u{3FFFD}]/u;

/** Characters that take no column: combining marks and format controls. A soft hyphen is shown as a hyphen. */
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

const PICTURE = /\p{Extended_Pictographic}|[#*0-9]\uFE0F\u20E3/u;

let segmenter: Intl.Segmenter | null = null;

/** Made when it is first needed: it takes longer than all the rest of help. */
function clustersOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** A text's characters as a reader counts them (grapheme clusters), in order. */
export function graphemesOf(text: string): readonly string[] {
  if (NARROW.test(text)) return text.split('');
  return Array.from(clustersOf(text), ({ segment }) => segment);
}

/** How wide a text is on a terminal, in columns. Linear. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of clustersOf(text)) width += widthOfGrapheme(segment);
  return width;
}

/** A cluster is as wide as its first character that takes room; one that is made a picture takes two columns. */
function widthOfGrapheme(grapheme: string): number {
  for (const character of grapheme) {
    if (character !== '\u00AD' && ZERO.test(character)) continue;
    if (WIDE.test(character)) return 2;
    return grapheme.includes('\uFE0F') && PICTURE.test(grapheme) ? 2 : 1;
  }
  return 0;
}

/** Whether a text's first character takes two columns, so that a line may break before and after it. */
export function isWide(grapheme: string): boolean {
  return widthOfGrapheme(grapheme) === 2;
}

/** A text with spaces to a width in columns, before it where it is set to the right. */
export function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}

/** A text cut to at most `limit` columns, between words where there are any, with an ellipsis for what is left out. */
export function shorten(text: string, limit: number): string {
  if (widthOf(text) <= limit) return text;
  let out = '';
  let width = 0;
  for (const grapheme of graphemesOf(text)) {
    width += widthOfGrapheme(grapheme);
    if (width > limit - 1) break;
    out += grapheme;
  }
  const words = out.replace(/\s+\S*$/u, '');
  const cut = text.charAt(out.length) !== ' ' && words.length > out.length / 2 ? words : out;
  return `${cut.trimEnd()}…`;
}

const CONTROLS = /[\0-\x1F\x7F-\x9F]/g;
const ORDERING = /[\u202A-\u202E\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A text without control characters, which would move the cursor or colour the terminal: they are made visible. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '\uFFFD');
}

/** A text on one line, without control characters; no-break spaces stay. */
export function onOneLine(text: string): string {
  return withoutControls(text.replace(/[^\S\u00A0\u202F]+/gu, ' '));
}

/** The same for a terminal, where a text may not reorder what stands beside it either. */
export function forTerminal(text: string): string {
  return onOneLine(text).replace(ORDERING, '\uFFFD');
}

/**
 * A cell's text as it is sent to a terminal: right-to-left text is isolated, so that it stays in its column
 * (FSI and PDI, https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
