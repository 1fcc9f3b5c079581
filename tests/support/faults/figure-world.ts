import { escaped } from '../clean/project.ts';
import { storedText } from '../udhr.ts';
import { DATED_TEXTS, FIGURE_TEXTS } from './figure-texts.ts';
import { type World, worldOfBlocks } from './world.ts';

/** What stands in the places of a sentence with figures. */
export interface Figures {
  readonly year: number;
  readonly n: number;
  readonly m: number;
  /** Shares of one. */
  readonly p: number;
  readonly q: number;
  /** Euros. */
  readonly c: number;
  /** Kilometres. */
  readonly u: number;
  /** Minutes since midnight. */
  readonly t: number;
  readonly date: readonly [number, number, number];
}

/** The figures of each set of sentences. */
const FIGURES: readonly Figures[] = [
  { year: 2021, n: 1250, m: 640, p: 0.63, q: 0.48, c: 12500, u: 12, t: 870, date: [2023, 9, 21] },
  { year: 2018, n: 23400, m: 9850, p: 0.715, q: 0.39, c: 3400000, u: 27.5, t: 1110, date: [2020, 11, 9] },
  { year: 2022, n: 200, m: 75, p: 0.09, q: 0.125, c: 780, u: 140, t: 1185, date: [2024, 2, 26] },
];

/** Where a language writes its numbers otherwise than its own locale alone would say. */
const NUMBERS: Readonly<Record<string, string>> = { en: 'en-GB', fa: 'fa-u-ca-gregory' };

/** A number as a locale writes it. */
export function numberIn(locale: string, value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.NumberFormat(NUMBERS[locale] ?? locale, options);
  formats.set(key, known);
  return known.format(value);
}

const formats = new Map<string, Intl.NumberFormat>();

/** A date as a locale writes it. */
export function dateIn(locale: string, [year, month, day]: Figures['date']): string {
  const options = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(NUMBERS[locale] ?? locale, options);
  return format.format(new Date(Date.UTC(year, month - 1, day)));
}

/** A time of the day as a locale writes it. */
export function timeIn(locale: string, minutes: number): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(NUMBERS[locale] ?? locale, options);
  return format.format(new Date(minutes * 60_000));
}

/** What is written for each place of a sentence. */
export function written(locale: string, figures: Figures): Record<string, string> {
  const percent = { style: 'percent', maximumFractionDigits: 1 } as const;
  const whole = figures.c % 1 === 0 ? { maximumFractionDigits: 0 } : {};
  return {
    year: numberIn(locale, figures.year, { useGrouping: false }),
    n: numberIn(locale, figures.n),
    m: numberIn(locale, figures.m),
    p: numberIn(locale, figures.p, percent),
    q: numberIn(locale, figures.q, percent),
    c: numberIn(locale, figures.c, { style: 'currency', currency: 'EUR', ...whole }),
    u: numberIn(locale, figures.u, { style: 'unit', unit: 'kilometer' }),
    t: timeIn(locale, figures.t),
    date: dateIn(locale, figures.date),
  };
}

/** A sentence with what is given in its places. */
export function filled(template: string, places: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => places[key] ?? whole);
}

/** The key of a sentence in the world: its name in the table and the number of its figures. */
function figureKey(name: string, set: number): string {
  return `${name}.${set}`;
}

/** The figures and the template of a key. */
export function figureOf(key: string): { readonly name: string; readonly figures: Figures } {
  const [name = '', set = '0'] = key.split('.');
  const figures = FIGURES[Number(set)];
  if (!figures) throw new Error(`no figures for ${key}`);
  return { name, figures };
}

/** Sentences with figures, as CLDR writes them in each language. */
export function figureWorld(): World {
  const names = Object.keys(FIGURE_TEXTS);
  const keys = FIGURES.flatMap((_, set) =>
    names.filter((name) => set === 0 || name !== 'sixth').map((name) => figureKey(name, set)),
  );
  const locales = Object.keys(FIGURE_TEXTS['people'] ?? {}).filter((locale) => locale !== 'en');
  const text = (locale: string, key: string): string | null => {
    const { name, figures } = figureOf(key);
    const template = FIGURE_TEXTS[name]?.[locale];
    return template === undefined ? null : filled(template, written(locale, figures));
  };
  const dated = DATED_TEXTS.map(({ texts }) => texts);
  const blocks = [...keys.map((key) => text('en', key) ?? ''), ...dated.map(({ en = '' }) => en)];
  const targets = locales.map((locale) => {
    const all = [...keys.map((key) => text(locale, key)), ...dated.map((texts) => texts[locale] ?? null)];
    return [locale, all.map((one) => (one === null ? null : storedText(one)))] as const;
  });
  return worldOfBlocks('figures', blocks.map(escaped), Object.fromEntries(targets), {
    keys: [...keys, ...dated.map((_, at) => `dated${at}`)],
  });
}
