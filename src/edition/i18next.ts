import { type Code, type Codes, formatContent } from '../model/content.ts';
import { isDraft, type Row } from '../model/row.ts';
import { cellOf } from './page-context.ts';

/** What a resource says of the edition that it holds. */
interface ResourceFacts {
  /** The source document's path. */
  readonly document: string;
  readonly locale: string;
  readonly sourceLocale: string;
  /** A short digest of the source document. */
  readonly version: string;
}

/** What a number in a text stands for there, so that an application can put its own element in its place. */
interface ResourceCode {
  readonly type: Code['type'];
  readonly href?: string;
  readonly text?: string;
}

/**
 * An edition as an i18next resource: each segment's text under its id, codes as the numbered tags that the Trans
 * component reads, `<` and `&` of the text as `&lt;` and `&amp;` (Trans has `shouldUnescape` for them). A segment that
 * shows the source text is left out, so that i18next itself falls back, in the language that it then knows. A segment
 * whose text stands with an earlier one is empty. What is no text is in the group `$meta`, which no id can clash with:
 * ids hold letters and digits alone. Nothing escapes i18next's own `{{` and `$t(`: texts that have them are listed as
 * `skipInterpolation`, by the name of the option they need. Linear in the rows.
 */
export function i18nextResource(rows: readonly Row[], facts: ResourceFacts): string {
  const texts: Record<string, string> = {};
  const machine: string[] = [];
  const skipInterpolation: string[] = [];
  const joined: Record<string, string> = {};
  const codes: Record<string, Record<string, ResourceCode>> = {};
  for (const row of rows) {
    const cell = cellOf(row, facts.locale);
    const [id, ...rest] = row.ids;
    if (id === undefined || cell.status === 'fallback' || cell.status === 'missing') continue;
    const text = formatContent(cell.content);
    texts[id] = text;
    for (const other of rest) {
      texts[other] = '';
      joined[other] = id;
    }
    if (/\{\{|\$t\(/.test(text)) skipInterpolation.push(id);
    if (cell.origin && cell.state && isDraft({ origin: cell.origin, state: cell.state })) machine.push(id);
    const own = codesIn(text, cell.codes);
    if (Object.keys(own).length > 0) codes[id] = own;
  }
  const filled = Object.entries({ machine, skipInterpolation, joined, codes }).filter(
    ([, value]) => Object.keys(value).length > 0,
  );
  const $meta = { hexapla: 1, ...facts, ...Object.fromEntries(filled) };
  const lines = Object.entries({ $meta, ...texts }).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

function codesIn(text: string, codes: Codes): Record<string, ResourceCode> {
  if (!text.includes('<')) return {};
  const ids = [...text.matchAll(/<([1-9][0-9]*)\/?>/g)].map(([, id = '']) => id);
  return Object.fromEntries(ids.flatMap((id) => (codes[id] ? [[id, codeOf(codes[id])]] : [])));
}

function codeOf({ type, href, text }: Code): ResourceCode {
  return { type, ...(href === undefined ? {} : { href }), ...(text === undefined ? {} : { text }) };
}
