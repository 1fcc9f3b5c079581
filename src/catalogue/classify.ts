import type { EditClass, Wording } from '../model/catalogue.ts';
import { normalizeText, plainText } from '../model/content.ts';
import { slipsBetween } from '../model/slips.ts';
import { contentOf, hashWording } from './hash.ts';
import { MEANING_WORDS } from './meaning.ts';

/** How often a word (in lower case) stands in the document as it is now. */
export type Occurrences = (word: string) => number;

const WORD = /\p{L}[\p{L}\p{M}'’]*|\p{Nd}+(?:[.,:]\p{Nd}+)*/gu;
const LONGEST_SLIP = 2;
const SHORTEST_WORD = 4;

/**
 * Proposes the class of an edit (design, section 5). Meaning: a number, name, link target, negation or modal verb came
 * or went. Cosmetic: white space, quotation marks and dashes only, or a misspelling mended towards a word that the
 * document has elsewhere. When in doubt: wording. `locale` is the source's language.
 */
export function classifyEdit(
  from: Wording,
  to: Wording,
  locale: string,
  occurrences: Occurrences,
): EditClass {
  if (hashWording(from) === hashWording(to)) return 'cosmetic';
  const [before, after] = [textOf(from), textOf(to)];
  if (targetsOf(from) !== targetsOf(to) || facts(before, locale) !== facts(after, locale)) return 'meaning';
  if (codesOf(from) !== codesOf(to)) return 'wording';
  const [a, b] = [typeset(before), typeset(after)];
  return a === b || isMendedSlip(a, b, occurrences) ? 'cosmetic' : 'wording';
}

function textOf(wording: Wording): string {
  return normalizeText(plainText(contentOf(wording.text)));
}

/** Where the links and images lead, and what the code spans say. */
function targetsOf({ codes }: Wording): string {
  const targets = Object.values(codes).map(
    ({ href, type, text }) => href ?? (type === 'code' ? text : undefined),
  );
  return JSON.stringify(targets.filter((target) => target !== undefined).sort());
}

function codesOf({ codes }: Wording): string {
  return Object.values(codes)
    .map(({ type }) => type)
    .sort()
    .join(' ');
}

/** Quotation marks, dashes and white space reduced to one form each; apostrophes within words are left. */
function typeset(text: string): string {
  return text
    .replace(/(?<!\p{L})['‘’‚‛"“”„‟«»‹›]|['‘’‚‛"“”„‟«»‹›](?!\p{L})/gu, '"')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s*[‐‑‒–—―-]+\s*/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/gu, ' ');
}

/** The numbers, names, negations and modal verbs of a text, in an order of their own. */
function facts(text: string, locale: string): string {
  const language = locale.split('-', 1)[0] ?? '';
  const words = MEANING_WORDS[language] ?? { negations: [], modals: [] };
  const heavy = new Set([...words.negations, ...words.modals]);
  const found: string[] = [];
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const lower = raw.toLowerCase().replaceAll('’', "'");
    if (/\p{Nd}/u.test(raw) || heavy.has(lower)) found.push(lower);
    else if (language !== 'de' && isName(text, raw, index)) found.push(raw.replaceAll('’', "'"));
  }
  return found.sort().join(' ');
}

/** A capital inside a sentence marks a name; at a sentence's start it says nothing. */
function isName(text: string, word: string, index: number): boolean {
  const first = word[0] ?? '';
  if (first === first.toLowerCase() || word === 'I') return false;
  return (
    index > 0 && !/[.!?։:…]["'”’»)\]]*\s*$|^["'“‘«„([]*$/u.test(text.slice(Math.max(0, index - 8), index))
  );
}

function isMendedSlip(before: string, after: string, occurrences: Occurrences): boolean {
  const [a, b] = [before.match(WORD) ?? [], after.match(WORD) ?? []];
  if (a.length !== b.length || before.replace(WORD, 'w') !== after.replace(WORD, 'w')) return false;
  const slips = a.map((word, i) => [word, b[i] ?? ''] as const).filter(([x, y]) => x !== y);
  return slips.length <= LONGEST_SLIP && slips.every(([wrong, right]) => isSlip(wrong, right, occurrences));
}

function isSlip(wrong: string, right: string, occurrences: Occurrences): boolean {
  if (Math.min(wrong.length, right.length) < SHORTEST_WORD || /\p{Nd}/u.test(wrong + right)) return false;
  if (slipsBetween(wrong, right) > LONGEST_SLIP) return false;
  return occurrences(wrong.toLowerCase()) === 0 && occurrences(right.toLowerCase()) > 1;
}

/** Counts the words of texts, when first asked. */
export function occurrencesIn(texts: () => Iterable<string>): Occurrences {
  let counts: Map<string, number> | null = null;
  return (word) => {
    if (!counts) {
      counts = new Map();
      for (const text of texts()) {
        for (const [found] of text.matchAll(WORD)) {
          const lower = found.toLowerCase();
          counts.set(lower, (counts.get(lower) ?? 0) + 1);
        }
      }
    }
    return counts.get(word) ?? 0;
  };
}
