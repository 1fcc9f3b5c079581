/** A column as the style sheet knows it. */
export interface StyledColumn {
  /** The id of its checkbox. */
  readonly id: string;
  readonly index: number;
  /** What its language calls itself. */
  readonly name: string;
  /** The language of the words for its own readers. */
  readonly reader: string;
}

/** A language of the page's own words as the style sheet knows it. */
export interface StyledReader {
  /** The id of its radio button. */
  readonly id: string;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Up to how many columns fit beside each other from this width on (in em); more scroll in a region of their own. */
const FITTING: readonly { readonly from: number; readonly columns: number }[] = [
  { from: 48, columns: 3 },
  { from: 64, columns: 4 },
  { from: 80, columns: 5 },
  { from: 100, columns: 7 },
  { from: 120, columns: 8 },
];

/** A column goes away with its check mark, and the number of those left decides the width of the table. */
export function columnRules(columns: readonly StyledColumn[]): string {
  const sum = columns.map(({ index }) => `var(--c${index},0)`).join(' + ');
  const rules = columns.map(
    ({ id, index }) =>
      `:root:has(#${id}:checked){--c${index}:1}:root:has(#${id}:not(:checked)) .c${index}{display:none}`,
  );
  const names = columns.map(({ index, name }) => `td.c${index}::before{content:${quoted(name)}}`);
  return `@layer columns{:root{--n:calc(${sum || '0'})}
@supports not selector(:has(*)){:root{--n:${columns.length}}.columns{display:none}}
:root:has(.pick) .none{display:none}
:root:not(:has(.pick:checked)) .none{display:block}
:root:not(:has(.pick:checked)) .region{display:none}
${rules.join('\n')}
@media screen and (max-width:47.99em){${names.join('')}}}
`;
}

/** Of a text in several languages the chosen one alone is there; the first where a browser cannot choose. */
export function readerRules(readers: readonly StyledReader[], columns: readonly StyledColumn[]): string {
  const [first] = readers;
  if (!first || readers.length < 2) return '';
  const hidden = ({ locale }: StyledReader, root: string): string => {
    const own = columns.filter(({ reader }) => reader === locale).map(({ index }) => `.c${index} .o`);
    return `${[`.u>:not([lang="${locale}"])`, ...own].map((one) => root + one).join(',')}{display:none}`;
  };
  const turned = ({ id, dir }: StyledReader): string =>
    dir === first.dir ? '' : `:root:has(#${id}:checked) :is(.mast,caption,footer){direction:${dir}}`;
  const rules = readers.map((reader) => hidden(reader, `:root:has(#${reader.id}:checked) `) + turned(reader));
  return `@layer columns{@supports not selector(:has(*)){.readers{display:none}${hidden(first, '')}}
${rules.join('\n')}}
`;
}

/** From this many columns on, lines are short and headings have to be small. */
const MANY = 4;

/** Where the columns do not fit, the table scrolls in its region, under its own head and beside its own numbers. */
export function scrollRules(count: number): string {
  const checked = (least: number): string => Array.from({ length: least }, () => '.pick:checked').join('~');
  const many = `@media screen and (min-width:48em){:root:has(${checked(MANY)}){--head:1.1rem}}`;
  const rules = FITTING.map(({ from, columns }, index) => {
    if (columns >= count) return '';
    const next = FITTING[index + 1];
    const until = next ? ` and (max-width:${next.from - 0.01}em)` : '';
    return `@media screen and (min-width:${from}em)${until}{:root:has(${checked(columns + 1)}){--scroll:auto;--high:calc(100dvh - 1.5rem);--edge:1px;--head:1rem}}`;
  });
  return `@layer page{${[...(count < MANY ? [] : [many]), ...rules].join('\n')}}\n`;
}

/** A text as CSS writes one. What is neither letter, digit nor space is escaped by its code point. */
function quoted(text: string): string {
  const safe = text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}
