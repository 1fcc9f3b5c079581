import { type Typography, typographyOf } from '../../languages/typography.ts';

/** What a mark at the end says, as bits, for a mark may be one of several things. */
export const STOP = 1;
export const QUESTION = 2;
export const EXCLAMATION = 4;
export const COLON = 8;
export const SEMICOLON = 16;
export const COMMA = 32;
export const ELLIPSIS = 64;
export const NONE = 128;

/** The classes by their names, the strongest first. */
const CLASSES: readonly (readonly [number, string])[] = [
  [QUESTION, 'question'],
  [EXCLAMATION, 'exclamation'],
  [STOP, 'stop'],
  [ELLIPSIS, 'ellipsis'],
  [COLON, 'colon'],
  [SEMICOLON, 'semicolon'],
  [COMMA, 'comma'],
  [NONE, 'none'],
];

/** Marks of all languages; a language's own data goes before them. */
const COMMON: readonly (readonly [string, number])[] = [
  ['.。．｡।॥۔።།។៕။܂։᠃᠉꓿', STOP],
  ['?？؟⸮⁇፧', QUESTION],
  ['!！', EXCLAMATION],
  ['⁈⁉‽', QUESTION | EXCLAMATION],
  [':：፦፥', COLON],
  [';；؛፤', SEMICOLON],
  [',，،、፣၊', COMMA],
  ['…‥⋯', ELLIPSIS],
];
/** A dash at the end leads on, by whichever mark another language does. */
const DASH = COLON | SEMICOLON | COMMA | NONE;

/** The marks of a locale, ready to be asked. */
export interface Marks {
  readonly typography: Typography;
  /** The classes of a mark. */
  readonly classOf: (mark: string) => number;
  readonly abbreviations: ReadonlySet<string>;
  readonly asking: RegExp | null;
}

const common = tableOf(COMMON);
for (const dash of '-–—―') common.set(dash, DASH);
const made = new Map<string, Marks>();

/** The marks of a locale. */
export function marksOf(locale: string): Marks {
  const known = made.get(locale);
  if (known) return known;
  const typography = typographyOf(locale);
  const { stop = '', question = '', exclamation = '', colon = '', semicolon = '', comma = '' } = typography;
  const own = tableOf([
    [stop, STOP],
    [question, QUESTION],
    [exclamation, EXCLAMATION],
    [colon, COLON],
    [semicolon, SEMICOLON],
    [comma, COMMA],
  ]);
  for (const [mark, right] of Object.entries(typography.foreign ?? {})) {
    own.set(mark, (own.get(mark) ?? 0) | (own.get(right) ?? 0));
  }
  const marks: Marks = {
    typography,
    classOf: (mark) => own.get(mark) ?? common.get(mark) ?? 0,
    abbreviations: new Set((typography.abbreviations ?? '').toLowerCase().split(' ').filter(Boolean)),
    asking: typography.asking === undefined ? null : new RegExp(`(?:${typography.asking})$`, 'u'),
  };
  made.set(locale, marks);
  return marks;
}

function tableOf(rows: readonly (readonly [string, number])[]): Map<string, number> {
  const table = new Map<string, number>();
  for (const [marks, mask] of rows) for (const mark of marks) table.set(mark, (table.get(mark) ?? 0) | mask);
  return table;
}

/** The name of the strongest class among some. */
export function className(mask: number): string {
  return CLASSES.find(([bit]) => (mask & bit) !== 0)?.[1] ?? 'none';
}
