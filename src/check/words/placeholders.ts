import { maskedOf, perText, type Text } from '../text.ts';

/** A placeholder in a text: what is written, white space within braces left aside, and where. */
export interface Placeholder {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What is unmistakable: `{name}`, `{0}`, `{{ name }}`, `${name}`, `%{name}`, `%(name)s`, and `%s`, `%1$s`, `%d`, `%.2f` where
 * no number stands before, as in `100 % des`.
 */
const USUAL =
  /\{\{\s{0,9}[#/^&]?[\p{L}_][\p{L}\p{N}_.-]{0,60}\s{0,9}\}\}|[$%#]?\{(?:[\p{L}_][\p{L}\p{N}_.-]{0,60}|\d{1,3})\}|%\([\p{L}_][\p{L}\p{N}_.-]{0,60}\)[sdfr]|(?<![\p{N}%])(?<!\p{N}\s)%(?:\d{1,2}\$[sdifuxo@]|\.\d{1,2}f|0?\d?\d?[dsif@])(?![\p{L}\p{N}])/gu;

/** The placeholders of a text that are unmistakable. */
const usualOf: (text: Text) => readonly Placeholder[] = perText((text) => {
  if (!/[{%]/.test(text.plain)) return [];
  return [...maskedOf(text).matchAll(USUAL)].map(({ 0: found, index }) => ({
    name: found.replace(/\s/g, ''),
    start: index,
    end: index + found.length,
  }));
});

const compiled = new Map<string, RegExp | null>();

function patternOf(pattern: string): RegExp | null {
  let made = compiled.get(pattern);
  if (made === undefined) {
    try {
      made = new RegExp(pattern, 'gu');
    } catch {
      // The configuration says so where it is read.
      made = null;
    }
    compiled.set(pattern, made);
  }
  return made;
}

/** The placeholders of a text, by what is unmistakable and by a project's patterns; each place once, in order. */
export function placeholdersOf(text: Text, patterns: readonly string[]): readonly Placeholder[] {
  const usual = usualOf(text);
  if (patterns.length === 0) return usual;
  const found = new Map(usual.map((one) => [one.start, one]));
  for (const pattern of patterns) {
    const regex = patternOf(pattern);
    for (const { 0: name, index } of regex ? text.plain.matchAll(regex) : []) {
      const known = found.get(index);
      if (name !== '' && (known === undefined || known.end - known.start < name.length)) {
        found.set(index, { name, start: index, end: index + name.length });
      }
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

/** Those of some placeholders that others do not have, each as often as it is one too many. */
export function surplusOf(
  some: readonly Placeholder[],
  others: readonly Placeholder[],
): readonly Placeholder[] {
  const left = new Map<string, number>();
  for (const { name } of others) left.set(name, (left.get(name) ?? 0) + 1);
  return some.filter(({ name }) => {
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count <= 0;
  });
}
