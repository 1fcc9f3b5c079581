import type { Codes, Content } from '../model/content.ts';
import { type Change, differenceOf } from '../model/difference.ts';
import { join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import type { Cell, Row } from '../model/row.ts';
import { cellOf, languageMarks, type PageContext, worded } from './page-context.ts';
import { partsOf } from './page-state.ts';

interface Wording {
  readonly content: Content;
  readonly codes: Codes;
}

/**
 * What changed in a cell's source since its stale text was made, word by word; null where that is not known.
 * The words beside the changes are in the language of the source: who cannot read it has no use for them.
 */
export function changeMarkup(
  context: PageContext,
  cell: Cell,
  source: readonly Wording[],
  around: string,
): Markup | null {
  if (!cell.madeFrom) return null;
  const locale = context.input.parallel.sourceLocale;
  const before = cell.madeFrom;
  const links = linksOf(before) !== source.map(linksOf).join('');
  const now = source.map((part) => readable(part, links)).join(' ');
  const changes = differenceOf(readable(before, links), now);
  if (changes.every(({ kind }) => kind === 'same')) return null;
  const pieces = changes.flatMap((change, index) => {
    const replaced = change.kind === 'added' && changes[index - 1]?.kind === 'removed';
    return [...(replaced ? [text(' ')] : []), piece(context, locale, change)];
  });
  return tag('p', { class: 'change', ...languageMarks(locale, around) }, join(pieces));
}

/** The element id of what changed in the source of a segment, in a page of one language. */
export function changeId(segment: string | undefined): string {
  return `d-${segment}`;
}

/** At the end of a language's page: what changed in the source since its outdated sentences were translated. */
export function changesSection(context: PageContext, locale: string): Markup {
  const items = context.input.parallel.rows.flatMap((row) => {
    const change = rowChange(context, row, locale);
    if (!change) return [];
    const id = row.ids[0];
    const back = tag(
      'a',
      { href: `#${id}` },
      tag('span', { 'aria-hidden': 'true' }, text('↩')),
      backWords(context, locale),
    );
    return [tag('li', { id: changeId(id) }, change, back)];
  });
  if (items.length === 0) return NOTHING;
  const place = { tag: 'h2', id: 'changes', around: locale, locale };
  return tag(
    'section',
    { class: 'changes', 'aria-labelledby': 'changes' },
    worded(context, place, 'page.change.title'),
    tag('ul', {}, join(items, '\n')),
  );
}

/** What changed in the source of a row that is stale in a locale, or null. */
export function rowChange(context: PageContext, row: Row, locale: string): Markup | null {
  const cell = cellOf(row, locale);
  if (cell.status !== 'stale') return null;
  const source = partsOf(row, context.input.parallel.sourceLocale).map((part) => part.cell);
  return changeMarkup(context, cell, source, locale);
}

function backWords(context: PageContext, locale: string): Markup {
  return worded(context, { tag: 'span', class: 'vh', around: locale, locale }, 'page.footnote.back');
}

function piece(context: PageContext, locale: string, { kind, text: words }: Change): Markup {
  if (kind === 'same') return text(words);
  const { words: say, uiLocale } = context.input;
  const marks = { class: 'vh', ...languageMarks(uiLocale(locale), locale) };
  const label = tag('span', marks, text(`${say(locale, `page.change.${kind}`)} `));
  return tag(kind === 'added' ? 'ins' : 'del', {}, label, text(words));
}

/** A text with what its codes show; the addresses of links only where they are what changed. */
function readable({ content, codes }: Wording, links: boolean): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') {
      out += node.text;
      continue;
    }
    const code = codes[node.id];
    if (node.children) out += readable({ content: node.children, codes }, links);
    else if (code?.type === 'code' || code?.type === 'autolink') out += code.text ?? '';
    if (links && code?.href !== undefined && code.href !== code.text) out += ` <${code.href}>`;
  }
  return out;
}

function linksOf({ content, codes }: Wording): string {
  return content
    .map((node) => {
      if (node.kind === 'text') return '';
      return `${codes[node.id]?.href ?? ''}\n${linksOf({ content: node.children ?? [], codes })}`;
    })
    .join('');
}
