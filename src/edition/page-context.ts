import type { Block } from '../model/block.ts';
import { type Markup, tag, text } from '../model/html.ts';
import { direction } from '../model/locale.ts';
import type { Cell, Row } from '../model/row.ts';
import type { GapKind } from '../model/unit.ts';
import type { PageInput, Words } from './page.ts';
import type { Place } from './page-place.ts';
import { headingAnchors, PAGE_IDS } from './site-links.ts';

/** A document's rows and words, made ready for being looked up while a page is written. */
export interface PageContext {
  readonly input: PageInput;
  /** The languages that the page's own words are in, one of which a reader sees: the one shown at first is first. */
  readonly readers: readonly string[];
  readonly rowsOfBlock: ReadonlyMap<number, readonly Row[]>;
  readonly rowsOfUnit: ReadonlyMap<string, readonly Row[]>;
  /** Blocks by the id of their unit, the other way round. */
  readonly unitOfBlock: ReadonlyMap<number, string>;
  readonly gapAfter: ReadonlyMap<string, GapKind>;
  readonly places: ReadonlyMap<number, Place>;
  /** The anchors of headings by their block, the same in every language. */
  readonly anchors: ReadonlyMap<number, string>;
  /** Numbers of the footnotes by label, in the order in which the source refers to them. */
  readonly footnotes: ReadonlyMap<string, number>;
  /** Marks of cells that have been written before: there are few, and they stand in thousands of cells. */
  readonly marks: Map<string, readonly Markup[]>;
}

/** Gathers what pages look up, for the readers (languages that there are words in). Linear in rows and blocks. */
export function pageContext(
  input: PageInput,
  readers: readonly string[],
  places: ReadonlyMap<number, Place>,
): PageContext {
  const { rows } = input.parallel;
  return {
    input: { ...input, words: rememberedWords(input.words), uiLocale: rememberedLocale(input.uiLocale) },
    readers,
    places,
    rowsOfBlock: grouped(rows, (row) => row.block),
    rowsOfUnit: grouped(rows, (row) => row.unit),
    unitOfBlock: new Map(rows.map((row) => [row.block, row.unit])),
    gapAfter: new Map(
      input.units.flatMap((unit) =>
        unit.gaps.map((gap, index): [string, GapKind] => [unit.segments[index]?.id ?? '', gap.kind]),
      ),
    ),
    anchors: headingAnchors(rows, input.parallel.sourceLocale, PAGE_IDS),
    footnotes: numberFootnotes(input),
    marks: new Map(),
  };
}

/** A page says the same few things in thousands of cells: a text without values is asked for once. */
function rememberedWords(words: Words): Words {
  const known = new Map<string, string>();
  return (locale, key, values) => {
    if (values) return words(locale, key, values);
    const id = `${locale} ${key}`;
    const found = known.get(id) ?? words(locale, key);
    known.set(id, found);
    return found;
  };
}

function rememberedLocale(uiLocale: (locale: string) => string): (locale: string) => string {
  const known = new Map<string, string>();
  return (locale) => {
    const found = known.get(locale) ?? uiLocale(locale);
    known.set(locale, found);
    return found;
  };
}

function grouped<K>(rows: readonly Row[], keyOf: (row: Row) => K): Map<K, Row[]> {
  const groups = new Map<K, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function numberFootnotes(input: PageInput): Map<string, number> {
  const numbers = new Map<string, number>();
  const note = (label: string): void => {
    const key = footnoteLabel(label);
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
  };
  const referred = (block: Block): void => {
    for (const inline of block.inlines) {
      if (inline.kind === 'single' && inline.type === 'footnote') note(inline.text ?? '');
    }
  };
  input.parsed.blocks.forEach(referred);
  for (const node of input.parsed.outline()) if (node.type === 'footnote') note(node.label ?? '');
  return numbers;
}

/** The form in which footnote labels are compared: case and white space do not count. */
function footnoteLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The number of the footnote with this label, or null where nobody refers to it and nothing defines it. */
export function footnoteNumber(context: PageContext, label: string): number | null {
  return context.footnotes.get(footnoteLabel(label)) ?? null;
}

/** What a row shows in a locale. A row without a cell there is a mistake in the code. */
export function cellOf(row: Row, locale: string): Cell {
  const cell = row.cells[locale];
  if (!cell) throw new Error(`row ${row.ids[0]} has no cell for ${locale}`);
  return cell;
}

/** What stands after a row in its unit: a line break, a space or nothing. */
export function breakAfter(context: PageContext, row: Row): 'break' | 'space' | 'none' {
  const gap = context.gapAfter.get(row.ids.at(-1) ?? '') ?? 'space';
  if (gap === 'hard' || (gap === 'soft' && context.input.softBreaks === 'boundary')) return 'break';
  return gap === 'none' ? 'none' : 'space';
}

const DIRECTIONS = new Map<string, 'ltr' | 'rtl'>();

/** The direction of a locale's script, looked up once: likely subtags are dear to find. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const found = DIRECTIONS.get(locale) ?? direction(locale);
  DIRECTIONS.set(locale, found);
  return found;
}

/** `lang` and `dir` of text in `locale`, where the text around it is in another language. */
export function languageMarks(locale: string, around: string): { lang?: string; dir?: string } {
  return locale === around ? {} : { lang: locale, dir: directionOf(locale) };
}

/** The element that a page text stands in. */
interface WordPlace {
  readonly tag: string;
  /** The locale of the text around it. */
  readonly around: string;
  readonly class?: string;
  readonly id?: string;
  /** The locale whose words are meant. */
  readonly locale: string;
}

/** A page text as an element, marked with the language that the words are really in. */
export function worded(
  context: PageContext,
  place: WordPlace,
  key: string,
  values?: Readonly<Record<string, string | number>>,
): Markup {
  const words = text(context.input.words(place.locale, key, values));
  const marks = languageMarks(context.input.uiLocale(place.locale), place.around);
  return tag(place.tag, { id: place.id, class: place.class, ...marks }, words);
}

/** The language of the page's own words as it is opened, which is the language around them. */
export function frameLocale({ readers }: PageContext): string {
  const [first] = readers;
  if (first === undefined) throw new Error('a page has no readers');
  return first;
}
