import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { WordTree } from '../../src/i18n/strings.ts';

/** The languages of the interface; English first, which has every text. */
export const UI_LOCALES = ['en', 'hy', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de'] as const;

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A resource of the interface as it is on disk. */
export function readTree(locale: string, name = 'ui'): WordTree {
  return JSON.parse(readFileSync(`${root}locales/${locale}/${name}.json`, 'utf8')) as WordTree;
}

/** The leaves of a tree by their whole key, metadata left out. */
export function leaves(tree: WordTree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] => {
      if (prefix === '' && key === '$meta') return [];
      return typeof value === 'string' ? [[prefix + key, value]] : [...leaves(value, `${prefix}${key}.`)];
    }),
  );
}

/** The texts of the interface in a language, by key. */
export function readTexts(locale: string): Map<string, string> {
  return leaves(readTree(locale));
}

/** Texts that are shown as they are: descriptions of settings, which name placeholders of settings. */
export function isPlain(key: string): boolean {
  return key.startsWith('config.');
}

/** What stands in a text at one place. */
export interface Placeholder {
  readonly name: string;
  /** How it is formatted: argument, number, date, time, select, plural, ordinal. */
  readonly form: string;
  /** What a select or a plural tells apart. */
  readonly options: readonly string[];
}

/** The placeholders of an ICU text, those within others too. */
export function placeholdersOf(text: string): readonly Placeholder[] {
  return walk(parse(text, { ignoreTag: true }));
}

/** What a text says in words of its own, placeholders left out. */
export function literalOf(text: string): string {
  const literals = (elements: readonly MessageFormatElement[]): string[] =>
    elements.flatMap((element) => {
      if (element.type === TYPE.literal) return [element.value];
      if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
      return Object.values(element.options).flatMap(({ value }) => literals(value));
    });
  return literals(parse(text, { ignoreTag: true })).join(' ');
}

const FORMS = new Map<TYPE, string>([
  [TYPE.argument, 'argument'],
  [TYPE.number, 'number'],
  [TYPE.date, 'date'],
  [TYPE.time, 'time'],
]);

function walk(elements: readonly MessageFormatElement[]): Placeholder[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      const ordinal = element.type === TYPE.plural && element.pluralType === 'ordinal';
      const form = element.type === TYPE.select ? 'select' : ordinal ? 'ordinal' : 'plural';
      const inner = Object.values(element.options).flatMap(({ value }) => walk(value));
      return [{ name: element.value, form, options: Object.keys(element.options) }, ...inner];
    }
    const form = FORMS.get(element.type);
    return form === undefined || !('value' in element)
      ? []
      : [{ name: String(element.value), form, options: [] }];
  });
}

const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 100, 1_000_000, 1.5];

/** What a placeholder may hold, so that every way through the text is gone. */
function samplesOf({ form, options, name }: Placeholder): readonly (string | number | Date)[] {
  if (form === 'plural' || form === 'ordinal' || form === 'number') return COUNTS;
  if (form === 'date' || form === 'time') return [new Date(Date.UTC(2023, 8, 21, 12))];
  return form === 'select' ? [...options, 'something-else'] : [`«${name}»`];
}

/** Values to format a text with: each placeholder's samples in turn, the others at their first. */
export function sampleValues(text: string): readonly Record<string, string | number | Date>[] {
  const all = new Map<string, (string | number | Date)[]>();
  // What chooses is also shown at times: the samples of choosing go first.
  const sorted = [...placeholdersOf(text)].sort((a, b) => b.options.length - a.options.length);
  for (const placeholder of sorted) {
    const known = all.get(placeholder.name) ?? [];
    if (known.length === 0 || placeholder.options.length > 0) known.push(...samplesOf(placeholder));
    all.set(placeholder.name, known);
  }
  const first = Object.fromEntries([...all].map(([name, values]) => [name, values[0] ?? '']));
  const rest = [...all].flatMap(([name, values]) =>
    values.slice(1).map((value) => ({ ...first, [name]: value })),
  );
  return [first, ...rest];
}

/** The TypeScript files of a folder of the project, with their text. */
export function sourcesIn(folder: string): readonly { readonly path: string; readonly code: string }[] {
  return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: `${folder}/${path}`, code: readFileSync(`${root}${folder}/${path}`, 'utf8') }));
}
