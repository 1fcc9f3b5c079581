import type { OutlineNode } from '../model/block.ts';
import { normalizeText, plainText } from '../model/content.ts';
import type { Row } from '../model/row.ts';
import type { PageInput } from './page.ts';

/** What serves as a document's title, and the block that shows it on the page (null when none does). */
interface PageTitle {
  readonly rows: readonly Row[];
  readonly block: number | null;
  /** Whether the block is a heading by itself. */
  readonly heading: boolean;
}

/** A paragraph longer than this (UTF-16 units) is no title, whatever its place. */
const LONGEST_TITLE = 400;

/** The first heading, else the front matter's title, else the first paragraph. Linear in the document. */
export function findTitle(input: PageInput): PageTitle {
  const { rows, sourceLocale } = input.parallel;
  const { blocks } = input.parsed;
  const of = (block: number | null): readonly Row[] => rows.filter((row) => row.block === block);
  const heading = rows.find((row) => row.kind === 'heading')?.block;
  if (heading !== undefined) return { rows: of(heading), block: heading, heading: true };
  const meta = rows.find((row) => row.kind === 'frontMatter' && blocks[row.block]?.key === 'title');
  if (meta) return { rows: of(meta.block), block: null, heading: false };
  const first = firstParagraph(input.parsed.outline());
  const own = of(first);
  const length = own.reduce((sum, row) => sum + plainText(row.cells[sourceLocale]?.content ?? []).length, 0);
  if (length > 0 && length <= LONGEST_TITLE) return { rows: own, block: first, heading: false };
  return { rows: [], block: null, heading: false };
}

/** Only a paragraph at the very start of the text can be its title. */
function firstParagraph(outline: readonly OutlineNode[]): number | null {
  const first = outline.find((node) => node.type !== 'frontMatter' && node.type !== 'definition');
  return first?.type === 'paragraph' ? (first.block ?? null) : null;
}

/** The title in a locale, and the language that it is really in: the source's while it is not translated. */
export function titleText(
  input: PageInput,
  title: PageTitle,
  locale: string,
): { readonly text: string; readonly locale: string } {
  const { sourceLocale, name } = input.parallel;
  const cells = title.rows.map((row) => row.cells[locale]);
  const whole = cells.every((cell) => cell && cell.status !== 'missing' && cell.textLocale === locale);
  const from = whole ? locale : sourceLocale;
  const words = title.rows.map((row) => plainText(row.cells[from]?.content ?? [])).join(' ');
  return { text: normalizeText(words) || name, locale: from };
}
