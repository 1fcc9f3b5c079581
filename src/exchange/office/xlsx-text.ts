import type { Run } from './rows.ts';

/** UTF-16 units that a cell may hold. https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const CELL_LIMIT = 32_767;

const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/**
 * Text as a cell holds it: what XML cannot hold as `_x0001_`, and a text that looks so with its own `_` written like that.
 * https://learn.microsoft.com/en-us/dotnet/api/documentformat.openxml.varianttypes.vtlpwstr
 */
export function escapeCell(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(FORBIDDEN, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

/** The text that a cell holds. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  const plain = text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return plain.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

/** Whether a cell can hold a text. */
export function fitsCell(runs: readonly Run[]): boolean {
  return escapeCell(runs.map(({ text }) => text).join('')).length <= CELL_LIMIT;
}

/** A text cut to what a cell can hold. */
export function shorten(text: string): string {
  if (escapeCell(text).length <= CELL_LIMIT) return text;
  return `${text.slice(0, 4000).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** About how many lines a text takes in a column of a width in digits. */
export function countLines(text: string, width: number): number {
  let lines = 0;
  for (const line of text.slice(0, CELL_LIMIT).split('\n')) {
    const wide = line.replace(/[^\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFF00-\uFF60]/g, '').length;
    lines += Math.max(1, Math.ceil((line.length + wide) / width));
  }
  return lines;
}
