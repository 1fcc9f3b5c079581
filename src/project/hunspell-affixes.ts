/** What may be put before or behind a word. See hunspell(5), the description of the file format. */
export interface Affix {
  readonly flag: string;
  /** What the word loses, and what it gets instead. */
  readonly strip: string;
  readonly add: string;
  /** How the word must begin (a prefix) or end (a suffix) before. */
  readonly condition: RegExp | null;
  /** Flags of what comes out: further affixes, and what may be done with it. */
  readonly further: ReadonlySet<string>;
  /** Whether it goes together with an affix on the other side. */
  readonly crosses: boolean;
}

/** The flags that mean something by themselves; null where the file has none such. */
export type Marker =
  | 'COMPOUNDFLAG'
  | 'COMPOUNDBEGIN'
  | 'COMPOUNDMIDDLE'
  | 'COMPOUNDEND'
  | 'COMPOUNDPERMITFLAG'
  | 'COMPOUNDFORBIDFLAG'
  | 'ONLYINCOMPOUND'
  | 'NEEDAFFIX'
  | 'FORBIDDENWORD'
  | 'KEEPCASE'
  | 'CIRCUMFIX';
const MARKERS: Readonly<Record<string, Marker>> = {
  COMPOUNDFLAG: 'COMPOUNDFLAG',
  COMPOUNDBEGIN: 'COMPOUNDBEGIN',
  COMPOUNDFIRST: 'COMPOUNDBEGIN',
  COMPOUNDMIDDLE: 'COMPOUNDMIDDLE',
  COMPOUNDEND: 'COMPOUNDEND',
  COMPOUNDLAST: 'COMPOUNDEND',
  COMPOUNDPERMITFLAG: 'COMPOUNDPERMITFLAG',
  COMPOUNDFORBIDFLAG: 'COMPOUNDFORBIDFLAG',
  ONLYINCOMPOUND: 'ONLYINCOMPOUND',
  NEEDAFFIX: 'NEEDAFFIX',
  PSEUDOROOT: 'NEEDAFFIX',
  FORBIDDENWORD: 'FORBIDDENWORD',
  KEEPCASE: 'KEEPCASE',
  CIRCUMFIX: 'CIRCUMFIX',
};

/** A file of affixes, read. */
export interface Affixes {
  /** By what they add. */
  readonly prefixes: ReadonlyMap<string, readonly Affix[]>;
  readonly suffixes: ReadonlyMap<string, readonly Affix[]>;
  readonly markers: Readonly<Partial<Record<Marker, string>>>;
  /** The fewest letters of a part of a compound. */
  readonly compoundMin: number;
  /** Letters that are read as others. */
  readonly conversions: readonly (readonly [string, string])[];
  /** Letters that are passed over. */
  readonly ignored: RegExp | null;
  /** The BCP 47 tag of the language, where the file tells it: its rules for capitals. */
  readonly language: string | undefined;
  /** Reads the flags behind a word. */
  readonly flagsOf: (raw: string) => ReadonlySet<string>;
}

type FlagForm = 'short' | 'long' | 'num';

/** Reads a file of affixes. What is not known is passed over, as hunspell does it. Linear. */
export function parseAffixes(text: string): Affixes {
  const lines = text.split(/\r?\n/).map((line) => line.trim().split(/[ \t]+/));
  const settingOf = (key: string): string | undefined => lines.find(([first]) => first === key)?.[1];
  const form = formOf(settingOf('FLAG'));
  const flagsOf = flagReader(form, lines);
  const markers = Object.fromEntries(
    lines.flatMap(([key = '', value = '']) => (Object.hasOwn(MARKERS, key) ? [[MARKERS[key], value]] : [])),
  );
  const ignored = settingOf('IGNORE');
  return {
    prefixes: affixesOf('PFX', lines, flagsOf),
    suffixes: affixesOf('SFX', lines, flagsOf),
    markers,
    compoundMin: Math.max(1, Number(settingOf('COMPOUNDMIN') ?? 3) || 3),
    conversions: lines.flatMap(([key, from = '', to]) =>
      key === 'ICONV' && to !== undefined ? [[from, to === '0' ? '' : to] as const] : [],
    ),
    ignored: ignored ? new RegExp(`[${escapeClass(ignored)}]`, 'gu') : null,
    language: tagOf(settingOf('LANG')),
    flagsOf,
  };
}

function tagOf(language: string | undefined): string | undefined {
  const tag = language?.replace('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(tag) ? tag : undefined;
}

function formOf(value: string | undefined): FlagForm {
  return value === 'long' || value === 'num' ? value : 'short';
}

function flagReader(form: FlagForm, lines: readonly (readonly string[])[]): Affixes['flagsOf'] {
  const known = new Map<string, ReadonlySet<string>>();
  // The first AF line has their number.
  const aliases = lines.flatMap(([key, value = '']) => (key === 'AF' ? [value] : [])).slice(1);
  return (raw) => {
    let flags = known.get(raw);
    if (!flags) {
      const alias = aliases.length > 0 ? aliases[Number(raw) - 1] : undefined;
      flags = new Set(splitFlags(alias ?? raw, form));
      known.set(raw, flags);
    }
    return flags;
  };
}

function splitFlags(raw: string, form: FlagForm): readonly string[] {
  if (form === 'num') return raw.split(',').filter((flag) => flag !== '');
  return form === 'long' ? (raw.match(/../gsu) ?? []) : [...raw];
}

function affixesOf(
  kind: 'PFX' | 'SFX',
  lines: readonly (readonly string[])[],
  flagsOf: Affixes['flagsOf'],
): Map<string, Affix[]> {
  const crossing = new Map<string, boolean>();
  const conditions = new Map<string, RegExp | null>();
  const found = new Map<string, Affix[]>();
  for (const [key, flag = '', second = '', third = '', fourth = '.'] of lines) {
    if (key !== kind) continue;
    // The first line of a group: whether it crosses, and how many lines follow.
    if (!crossing.has(flag)) {
      crossing.set(flag, second === 'Y');
      continue;
    }
    const [added = '', further = ''] = third.split('/');
    const add = added === '0' ? '' : added;
    const strip = second === '0' ? '' : second;
    const condition = conditions.get(fourth) ?? conditionOf(kind, fourth);
    conditions.set(fourth, condition);
    const affix = {
      flag,
      strip,
      add,
      condition,
      further: flagsOf(further),
      crosses: crossing.get(flag) ?? false,
    };
    const list = found.get(add);
    if (list) list.push(affix);
    else found.set(add, [affix]);
  }
  return found;
}

/** `[^aeiou]y` as a regular expression; a hyphen in brackets is a letter like any other. */
function conditionOf(kind: 'PFX' | 'SFX', condition: string): RegExp | null {
  if (condition === '.' || condition === '') return null;
  const body = condition.replace(/\[\^?[^\]]*\]|[^[]/gu, (piece) => {
    if (piece === '.') return '.';
    if (piece.length < 2 || !piece.startsWith('[')) return piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    const inverted = piece.startsWith('[^');
    const letters = escapeClass(piece.slice(inverted ? 2 : 1, -1));
    return letters === '' ? '' : `[${inverted ? '^' : ''}${letters}]`;
  });
  try {
    return new RegExp(kind === 'PFX' ? `^(?:${body})` : `(?:${body})$`, 'su');
  } catch {
    // A bracket that is never closed: what cannot be met.
    return /(?!)/;
  }
}

function escapeClass(letters: string): string {
  return letters.replace(/[\\\]^-]/g, '\\$&');
}
