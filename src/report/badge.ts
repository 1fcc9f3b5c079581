import type { CheckRun, ReportWords } from './input.ts';
import { countSeverities } from './lists.ts';
import { shareOf, totalsOf, translatedCount } from './progress.ts';
import { element, xml } from './xml.ts';

/** What a badge tells: how much is translated, how much can be published, or what was found. */
export type BadgeKind = 'translated' | 'ready' | 'findings';

/** A badge in no particular form. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  /** White text is readable on it: its contrast is at least 4.5. */
  readonly colour: string;
}

const GOOD = '#22723b';
const FAIR = '#846200';
const POOR = '#b03018';
const LABEL_COLOUR = '#4a4a4a';

/** The badge of a run, of one locale or of all; several documents are taken together. */
export function badgeOf(
  run: CheckRun,
  { words, language }: ReportWords,
  { kind, locale }: { readonly kind: BadgeKind; readonly locale: string | null },
): Badge {
  const isOwn = (one: { readonly locale: string | null }): boolean =>
    locale === null || one.locale === locale;
  const label = locale === null ? words('report.badge.label') : language(locale);
  if (kind === 'findings') {
    const { error, warning } = countSeverities(run.findings.filter(isOwn));
    const message = words('report.badge.findings', { errors: error, warnings: warning });
    return { label, message, colour: error > 0 ? POOR : warning > 0 ? FAIR : GOOD };
  }
  const totals = totalsOf(run.matrix.filter(isOwn));
  const share = shareOf(kind === 'ready' ? totals.ready : translatedCount(totals), totals.segments);
  const message = words(`report.badge.${kind}`, { share });
  return { label, message, colour: share === 1 ? GOOD : share >= 0.5 ? FAIR : POOR };
}

/** The badge for shields.io's endpoint. https://shields.io/badges/endpoint-badge */
export function badgeJson({ label, message, colour }: Badge): string {
  return `${JSON.stringify({ schemaVersion: 1, label, message, color: colour.slice(1), labelColor: LABEL_COLOUR.slice(1) })}\n`;
}

const SIZE = 11;
const HEIGHT = 20;
const PADDING = 6;

/** The badge as an image that needs nothing else; it says its text to those who cannot see it. */
export function badgeSvg({ label, message, colour }: Badge): string {
  const [left, right] = [label, message].map((text) => Math.ceil(textWidth(text)) + 2 * PADDING) as [
    number,
    number,
  ];
  const width = left + right;
  const title = `${label}: ${message}`;
  // Two halves with round corners outside: no mask, whose id could meet another one's.
  const ends = [
    `M3 0H${left}V${HEIGHT}H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z`,
    `M${left} 0H${width - 3}a3 3 0 0 1 3 3V${HEIGHT - 3}a3 3 0 0 1-3 3H${left}z`,
  ] as const;
  const words = (text: string, x: number, own: number): string => {
    const fixed = { textLength: own - 2 * PADDING, lengthAdjust: 'spacingAndGlyphs' };
    return element('text', { x: x + own / 2, y: 14, 'text-anchor': 'middle', ...fixed }, xml(text));
  };
  const font = {
    fill: '#fff',
    'font-family': 'Verdana, "DejaVu Sans", "Noto Sans", sans-serif',
    'font-size': SIZE,
  };
  const frame = {
    ...{ xmlns: 'http://www.w3.org/2000/svg', width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` },
    ...{ role: 'img', 'aria-label': title },
  };
  const content = [
    element('title', {}, xml(title)),
    element('path', { d: ends[0], fill: LABEL_COLOUR }),
    element('path', { d: ends[1], fill: colour }),
    element('g', font, words(label, 0, left) + words(message, left, right)),
  ];
  return `${element('svg', frame, content.join(''))}\n`;
}

// Widths in thousandths of an em, about those of Verdana: what is not in a list is as wide as most letters.
const NARROW = new Set("ijlI.,:;!|'’ ()[]ıії․՝՛،");
const WIDE = new Set('mwMW%@—…ЖЮШЩЫМжюшщфمшаш');
const FULL =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]/u;

/** About how wide a text is in pixels. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text.normalize('NFC')) width += widthOf(character);
  return (width * SIZE) / 1000;
}

function widthOf(character: string): number {
  if (/\p{M}|\p{Cf}/u.test(character)) return 0;
  if (NARROW.has(character)) return 380;
  if (FULL.test(character)) return 1000;
  if (WIDE.has(character)) return 930;
  if (/[\u0590-\u08FF]/.test(character)) return 480;
  if (/[\u0530-\u058F\u10A0-\u10FF\u1C90-\u1CBF]/.test(character)) return 680;
  return /\p{Lu}/u.test(character) ? 720 : 620;
}
