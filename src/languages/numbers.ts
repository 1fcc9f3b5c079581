import type { Lexicon } from './lexicon.ts';

/**
 * The values that a number in digits says, in one form: native digits read, groups closed by the language's own
 * conventions, leading zeros dropped. A date in digits is its parts; what could be read in two ways stays as it is.
 */
export function valuesOf(raw: string, { data: { decimal } }: Lexicon): string[] {
  const text = asciiDigits(raw.normalize('NFKC'));
  if (/^\d{1,2}([./])\d{1,2}\1\d{2,4}$/.test(text)) return text.split(/[./]/).map(bare);
  const grouped = /^\d{1,3}(?:([ '’.,])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/.exec(text);
  if (!grouped)
    return [
      text
        .split(/[.,:/]/)
        .map(bare)
        .join('.'),
    ];
  const [, separator = '', fraction] = grouped;
  const once = text.split(separator).length === 2 && fraction === undefined;
  const marks = separator === '.' || separator === ',';
  if (marks && once && (decimal === undefined || separator === decimal)) {
    return [decimal === undefined ? text : `${bare(text.split(separator)[0] ?? '')}.${text.slice(-3)}`];
  }
  const [whole = '', part] = fraction === undefined ? [text] : splitLast(text, fraction);
  return [bare(whole.replaceAll(separator, '')) + (part === undefined ? '' : `.${part}`)];
}

function splitLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
}

function bare(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** Decimal digits of any script as ASCII: each script has its ten in a row, and runs of several scripts are tens. */
function asciiDigits(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, (character) => {
    if (!/\p{Nd}/u.test(character)) return /\s/u.test(character) ? ' ' : character;
    const code = character.codePointAt(0) ?? 0;
    let first = code;
    while (code - first < 100 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
    return String((code - first) % 10);
  });
}

/** Puts the words of one number together: twenty four, deux cents, vier million; a list of values in order. */
export function compose(parts: readonly number[], byTwenties: boolean): string[] {
  const values: number[] = [];
  let total = 0;
  let current = 0;
  let scale = Number.POSITIVE_INFINITY;
  const flush = (): void => {
    if (total + current > 0) values.push(total + current);
    total = 0;
    current = 0;
    scale = Number.POSITIVE_INFINITY;
  };
  for (const part of parts) {
    if (part >= 1000 && part < scale && isScale(part)) {
      total += (current || 1) * part;
      current = 0;
      scale = part;
    } else if (part === 100 && current > 0 && current < 100) current *= 100;
    else if (byTwenties && part === 20 && current === 4) current = 80;
    else if (current > 0 && part < placeOf(current, byTwenties)) current += part;
    else {
      if (current > 0 || part === 0 || !(part < scale)) flush();
      if (part === 0) values.push(0);
      current = part;
    }
  }
  flush();
  return values.map(String);
}

function isScale(value: number): boolean {
  return value === 1000 || value === 1e6 || value === 1e9 || value === 1e12;
}

/** The lowest place that is taken: what follows must be below it. */
function placeOf(value: number, byTwenties: boolean): number {
  if (byTwenties && (value === 60 || value === 80)) return 20;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place === 1 ? 0 : place;
}
