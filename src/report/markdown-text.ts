import type { Span } from '../model/finding.ts';
import { direction } from '../model/locale.ts';
import { piecesOf } from './texts.ts';

const ENCODER = new TextEncoder();
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as inline Markdown on one line, without any markup of its own; also within a table's cell. */
export function markdown(text: string): string {
  return (
    text
      .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
      .replace(/[\u0000-\u001F\u007F-\u009F\uD800-\uDFFF]/gu, '\uFFFD')
      .replace(/[\\`*_[\]|~$]/g, '\\$&')
      .replace(/[&<>]/g, (mark) => REFERENCES[mark] ?? mark)
      // What looks like an address would be a link.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
      // What begins a line may make it an item of a list, or a heading.
      .replace(/^(\s*(?:\d{1,9}(?=[.)]))?)([-+=#.)])/, '$1\\$2')
  );
}

/** Text as code. A fence longer than any in it holds it; in a table's cell a bar has to be escaped all the same. */
export function code(text: string): string {
  const line = text
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF]/gu, ' ')
    .replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || line.startsWith(' ') || line === '' ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A text in a language, its direction its own, with what a finding points at in bold. */
export function foreign(text: string, locale: string, at: Span | undefined, limit: number): string {
  const content = piecesOf(text, at, limit).map(({ kind, text: piece }) =>
    kind === 'text' ? markdown(piece) : `<b>${markdown(piece)}</b>`,
  );
  return `<span lang="${locale.replace(/[^A-Za-z0-9-]/g, '')}" dir="${direction(locale)}">${content.join('')}</span>`;
}

/** A table, its cells Markdown already; `right` are the columns of numbers. */
export function table(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  right: number = titles.length,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rule = titles.map((_, index) => (index >= right ? '---:' : '---'));
  return [titles, rule, ...rows].map(line).join('');
}

/** The length of a text in bytes of UTF-8. */
export function byteLength(text: string): number {
  return ENCODER.encode(text).length;
}
