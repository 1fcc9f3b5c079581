/** A column as the style sheet knows it. */
export interface StyledColumn {
  /** The id of its checkbox. */
  readonly id: string;
  readonly index: number;
  readonly locale: string;
  /** The language of the words for its own readers. */
  readonly reader: string;
  /** What stands above its text where there is no head: what its language calls itself. */
  readonly label: string;
  /** What all its texts are: part of the label, and shown for each text on review; null where they differ. */
  readonly all: string | null;
  /** The name by which each reader knows the language; empty where that is the label. */
  readonly names: Readonly<Record<string, string>>;
  /** Words for the states that its cells do not spell out themselves, by their class. */
  readonly states: readonly (readonly [name: string, words: string])[];
  /** The states that its rows can be looked for by, with the class of their cells: empty for the state that all texts are in. */
  readonly sought: readonly (readonly [state: string, name: string])[];
}

/** A language of the page's own words as the style sheet knows it. */
export interface StyledReader {
  /** The id of its radio button. */
  readonly id: string;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The element id of the checkbox that shows a column. */
export function pickId(locale: string): string {
  return `l-${locale}`;
}

/** The element id of the radio button that chooses the language of the page's own words. */
export function readerId(reader: string): string {
  return `u-${reader}`;
}

/** Up to how many columns fit beside each other from this width on (in em); more scroll in a region of their own. */
const FITTING: readonly { readonly from: number; readonly columns: number }[] = [
  { from: 48, columns: 2 },
  { from: 80, columns: 5 },
  { from: 100, columns: 7 },
  { from: 120, columns: 8 },
];

/** Where the texts of a language stand in its page; those of all for the empty locale. */
function textsOf(locale: string, kind: 'table' | 'flow'): string[] {
  const lang = locale === '' ? '[lang]' : `[lang=${locale}]`;
  return (kind === 'table' ? ['tr'] : ['.text', '.names']).map((place) => `${place}>${lang}`);
}

/**
 * The choices stand in the page's head, `.mast`, and what they rule beside it: a condition looks through the head alone,
 * however long the page is. (A `:root:has(…)` would look through all of it, for each hidden text of a search.)
 */
function chosen(...ids: readonly string[]): string {
  return `.mast:has(${ids.map((id) => `#${id}:checked`).join()})`;
}

/** A column goes away with its check mark, and the number of those left decides the width of the table. */
export function columnRules(columns: readonly StyledColumn[], kind: 'table' | 'flow'): string {
  const sum = columns.map(({ index }) => `var(--c${index},0)`).join(' + ');
  const rules = columns.map(({ id, index, locale }) => {
    const texts = textsOf(locale, kind).map((one) => `&~main ${one}`);
    return `${chosen(id)}{&,&~*{--c${index}:1}${texts.join()}{display:var(--cell)}}`;
  });
  const told = columns.map(({ locale, index, label, all, states }) => {
    const shared: readonly (readonly [string, string])[] = all === null ? [] : [['all', ` ${all}`]];
    const words = [['label', label] as const, ...shared, ...states];
    const own = [...words.map(([name, text]) => `--${name}:${quoted(text)}`), `--second:var(--n${index},"")`];
    return `${textsOf(locale, kind).join()}{${own.join(';')}}`;
  });
  const all = textsOf('', kind).join();
  return `@layer columns{.mast,.mast~*{--n:calc(${sum || '0'})}
@supports not selector(:has(*)){${all}{display:var(--cell)!important}.columns,.views,.filter{display:none}}
${all},.none,.mast:not(:has(.pick:checked))~main>*{display:none}
.columns:not(:has(.pick:checked)) .none{display:block}
${rules.join('')}${told.join('')}${stateRules(columns, kind)}
${kind === 'table' ? oneRules(columns) : ''}${filterRules(columns, kind)}}
`;
}

/** The words for states, under review; in print too, but for what all texts of a column are: its head says it. */
function stateRules(columns: readonly StyledColumn[], kind: 'table' | 'flow'): string {
  const names = [...new Set(columns.flatMap(({ states }) => states.map(([name]) => name)))];
  const rules = names.map((name) => `.${name}::after{content:var(--${name})}`).join('');
  const uniform = columns.flatMap(({ locale, all }) => (all === null ? [] : [`[lang=${locale}]`]));
  const place = kind === 'table' ? 'tr>td' : ':is(.text,.names)>';
  const all =
    uniform.length === 0 ? '' : `${place}:is(${uniform.join()}):not([class])::after{content:var(--all)}`;
  if (rules === '' && all === '') return '';
  return `${chosen('review')}~main{${rules}${all}}${rules === '' ? '' : `@media print{${rules}}`}`;
}

/** With one language at a time, the first of those that are shown is read; the others come with the focus. */
function oneRules(columns: readonly StyledColumn[]): string {
  const rules = columns.slice(1).map(({ locale, index }) => {
    const before = columns.slice(0, index).map(({ id }) => id);
    return `${chosen(...before)}~main &>[lang=${locale}]{display:none}`;
  });
  if (rules.length === 0) return '';
  return `${chosen('v-one')}~main tr:not(:focus-within,:target){${rules.join('')}}`;
}

/** Where rows are looked for by a state, those with a shown text in that state are left. */
function filterRules(columns: readonly StyledColumn[], kind: 'table' | 'flow'): string {
  const states = new Set(columns.flatMap(({ sought }) => sought.map(([state]) => state)));
  if (states.size < 2) return '';
  const row = kind === 'table' ? 'tbody tr' : '.flow article';
  const text = kind === 'table' ? '>' : ' ';
  return [...states]
    .map((state) => {
      const own = columns.flatMap(({ id, locale, sought }) => {
        const name = sought.find(([one]) => one === state)?.[1];
        if (name === undefined) return [];
        const cell = name === '' ? ':not([class])' : `.${name}`;
        return [
          `${chosen(`f-${state}`)}:has(#${id}:checked)~main ${row}:has(${text}[lang=${locale}]${cell})`,
        ];
      });
      return `${chosen(`f-${state}`)}~main ${row}{display:none}${own.join()}{display:var(--row)}`;
    })
    .join('\n');
}

/**
 * Of a text in several languages the chosen one alone is there, and the heads of columns add the chosen reader's name
 * for their language; the first reader's where a browser cannot choose.
 */
export function readerRules(readers: readonly StyledReader[], columns: readonly StyledColumn[]): string {
  const [first] = readers;
  if (!first) return '';
  const names = `:root{${nameRule(columns, first.locale)}}`;
  if (readers.length < 2) return `@layer columns{${names}}`;
  const hidden = ({ locale }: StyledReader): string => {
    const own = columns
      .filter(({ reader }) => reader === locale)
      .map((column) => `[lang=${column.locale}] .o`);
    return `${[`.u>:not([lang=${locale}])`, ...own].join()}{display:none}`;
  };
  const turned = ({ dir }: StyledReader): string =>
    dir === first.dir ? '' : `&,&~main caption,&~footer{direction:${dir}}`;
  const rules = readers.map((reader) => {
    const own = `&,&~*{${nameRule(columns, reader.locale)};${hidden(reader)}}${turned(reader)}`;
    return `${chosen(reader.id)}{${own}}`;
  });
  return `@layer columns{${names}@supports not selector(:has(*)){.readers{display:none}${hidden(first)}}
${rules.join('\n')}}
`;
}

/** The names by which a reader knows the languages: the choice of languages says them too, for everybody. */
function nameRule(columns: readonly StyledColumn[], reader: string): string {
  return columns
    .flatMap(({ index, names }) => (names[reader] ? [`--n${index}:${quoted(` ${names[reader]}`)}`] : []))
    .join(';');
}

/** From this many columns on, lines are short and headings have to be small. */
const MANY = 4;

/** Where the columns do not fit, the table scrolls in its region, under its own head and beside its own numbers. */
export function scrollRules(count: number): string {
  const checked = (least: number): string => Array.from({ length: least }, () => '.pick:checked').join('~');
  const columns = (from: string, inner: string, least: number): string =>
    `@media screen and ${from}{.mast:has(${checked(least)}):has(#v-columns:checked)~main{${inner}}}`;
  const rules = FITTING.map(({ from, columns: fitting }, index) => {
    if (fitting >= count) return '';
    const next = FITTING[index + 1];
    const until = next ? ` and (max-width:${next.from - 0.01}em)` : '';
    const width = fitting === 2 ? ';--col:(100cqi - var(--num) - 2*var(--gap))/2' : '';
    const region = `--scrolls:1;--scroll:auto;--high:calc(100dvh - 1.5rem);--edge:1px${width}`;
    return columns(`(min-width:${from}em)${until}`, region, fitting + 1);
  });
  const many = count < MANY ? '' : columns('(min-width:48em)', '--head:1.1rem', MANY);
  return `@layer page{${[many, ...rules].join('\n')}}\n`;
}

/** A text as CSS writes one. What is neither letter, digit nor space is escaped by its code point. */
export function quoted(text: string): string {
  const safe = text.replace(/[^\p{L}\p{M}\p{N} ·✓○◇]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}
