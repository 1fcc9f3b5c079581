import type { Pair } from '../rule.ts';
import type { Day } from './calendars.ts';
import { compareFigures } from './compare.ts';
import type { DateFigure, Figure } from './figure.ts';

/**
 * What is noted of a segment in a language: 0 where all its figures are those of the source, else the values that
 * differ, each as its readings: `['12', null]` where the language has nothing for it.
 */
export type Noted =
  | 0
  | readonly (readonly [source: readonly string[] | null, target: readonly string[] | null])[];

/** What is said of a segment. */
export interface Disagreement {
  /** Null where it is the source that disagrees. */
  readonly locale: string | null;
  /** What a language does with the source's figure, or that the source is the one. */
  readonly kind: 'source' | 'changed' | 'missing' | 'added';
  readonly source: string;
  readonly here: string;
  readonly others: string;
  /** The languages that agree with each other. */
  readonly locales: readonly string[];
}

/** So many differences of a segment are noted: where there are more, no other language tells anything about them. */
const MOST_NOTED = 100;

/** What is to be noted of a pair; null where it has no figures. */
export function noteOf(pair: Pair): Noted | null {
  const compared = compareFigures(pair);
  if (!compared) return null;
  const { changed, missing, added, dates, matched } = compared;
  if (changed.length + missing.length + added.length + dates.length === 0)
    return matched.length > 0 || compared.count > 0 ? 0 : null;
  const inDates = new Set(dates.flatMap((two) => two.flatMap(({ parts }) => Object.values(parts))));
  const differing = [
    ...dates.map(([one, other]) => [dayValues(one), dayValues(other)] as const),
    ...changed
      .filter(([one]) => !inDates.has(one))
      .map(([one, other]) => [values(one), values(other)] as const),
    ...missing.filter((one) => !inDates.has(one)).map((one) => [values(one), null] as const),
    ...added.filter((one) => !inDates.has(one)).map((one) => [null, values(one)] as const),
  ];
  if (differing.length > 0) return differing.slice(0, MOST_NOTED);
  return matched.length > 0 || compared.count > 0 ? 0 : null;
}

function values({ values: own, split, raw, isNegative }: Figure): readonly string[] {
  const all = own.length > 0 ? own : [split.join('.') || raw];
  return all.map((value) => `${isNegative ? '-' : ''}${value}`);
}

function dayValues({ days }: DateFigure): readonly string[] {
  const pad = (value: number | null): string => (value === null ? '' : String(value).padStart(2, '0'));
  return days.map(({ year, month, day }: Day) =>
    [pad(year), pad(month), pad(day)].filter((part) => part !== '').join('-'),
  );
}

/** Who disagrees in a segment: a language where at least two others have what the source has, or the source. */
export function judgeSegment(noted: ReadonlyMap<string, Noted>): Disagreement[] {
  const all = [...noted.keys()];
  const found: Disagreement[] = [];
  for (const group of groupsOf(noted)) {
    const others = all.filter(
      (locale) => !group.locales.includes(locale) && !hasSource(noted.get(locale), group.source),
    );
    const { source, target, locales } = group;
    const [own, theirs] = [source?.[0] ?? '', target?.[0] ?? ''];
    const kind = source === null ? 'added' : target === null ? 'missing' : 'changed';
    if (locales.length >= 3 && locales.length > others.length && source !== null && target !== null) {
      found.push({ locale: null, kind: 'source', source: own, here: own, others: theirs, locales });
    } else if (others.length >= 2 && others.length > locales.length) {
      for (const locale of locales)
        found.push({ locale, kind, source: own, here: theirs, others: own, locales: others });
    }
  }
  return found;
}

interface Group {
  readonly source: readonly string[] | null;
  readonly target: readonly string[] | null;
  readonly locales: string[];
}

/** The same difference in several languages is one. */
function groupsOf(noted: ReadonlyMap<string, Noted>): Group[] {
  const groups: Group[] = [];
  for (const [locale, note] of noted) {
    if (note === 0) continue;
    for (const [source, target] of note) {
      const group = groups.find((one) => meets(one.source, source) && meets(one.target, target));
      if (!group) groups.push({ source, target, locales: [locale] });
      else if (!group.locales.includes(locale)) group.locales.push(locale);
    }
  }
  return groups;
}

function meets(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.some((value) => other.includes(value));
}

/** Whether a language differs from the source in this value too, in its own way. */
function hasSource(note: Noted | undefined, source: readonly string[] | null): boolean {
  if (note === undefined || note === 0 || source === null) return false;
  return note.some(([own]) => own !== null && meets(own, source));
}
