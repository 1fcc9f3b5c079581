import { maskedOf, perText, type Text, type Word, wordsOf } from '../text.ts';

/** A Roman numeral. */
const ROMAN = /^(?=[IVXLCDM]+$)M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/;
/** Letters that have capitals in everyday writing: not Georgian, whose capitals are for headings alone. */
const CASED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const SHORT_ACRONYM =
  /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,}(?![\p{L}])|(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}&]*\p{Lu}[\p{Lu}\p{N}]*(?=(?:['’]?s|-?\p{Ll}{1,4})?(?![\p{L}\p{N}]))/gu;

/** Whether a text is written in letters that have capitals. */
export function isCased(text: Text): boolean {
  return CASED.test(text.plain.match(/\p{L}/u)?.[0] ?? '');
}

/** The share of capitals among a text's cased letters; null where it has too few to tell. */
export function shareOfCapitals(text: Text): number | null {
  const plain = maskedOf(text);
  const upper = plain.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = plain.match(/\p{Ll}/gu)?.length ?? 0;
  return upper + lower < 5 ? null : upper / (upper + lower);
}

/** Whether a text of two words or more is wholly in capitals and more than acronyms. */
export const isAllCaps: (text: Text) => boolean = perText((text) => {
  if (!/\p{Lu}{2}/u.test(text.plain) || /\p{Ll}/u.test(maskedOf(text))) return false;
  const words = wordsOf(text).filter((word) => /\p{Lu}{2}/u.test(word.text));
  return words.length >= 2 && (words.length >= 3 || words.some((word) => word.text.length >= 5));
});

const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}{3,}(?: \p{Lu}{3,})+(?![\p{L}\p{N}])|^\p{Lu}{4,}(?=[:!])/u;

/**
 * Words in capitals among others, two in a row at least (or one before a colon, as in `NOTE:`), so that they are no
 * acronyms; null for none.
 */
export const shoutedOf: (text: Text) => string | null = perText((text) => {
  const [found = null] = SHOUTED.exec(maskedOf(text)) ?? [];
  return found?.split(' ').some((word) => word.length > 4) ? found : null;
});

/** Whether a text has a word of three letters or more in capitals. */
export function hasCapitalWords(text: Text): boolean {
  return /(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/u.test(text.plain);
}

/** The acronyms of a text, each once, without full stops: two capitals or more, digits too (`NATO`, `G20`, `U.N.`). */
export const acronymsOf: (text: Text) => readonly string[] = perText((text) => {
  const { plain } = text;
  if (!/\p{Lu}[\p{Lu}\p{N}.&]/u.test(plain)) return [];
  if ((shareOfCapitals(text) ?? 0) > 0.6) return [];
  const found = maskedOf(text).match(SHORT_ACRONYM) ?? [];
  return [...new Set(found.map((one) => one.replaceAll('.', '')))].filter((one) => !ROMAN.test(one));
});

/** Names of persons with a capital within, degrees and units, which languages write in their own way. */
const PERSONAL = /^(?:Ma?c|Di|De|Du|La|Le|Van|Von|Fitz|O|D|L|St|San|Da|Del|Ben|Al|El)['’]?\p{Lu}/u;
const CAMEL = /^(?=.*\p{Ll}\p{Lu})(?=.*\p{Ll}.*\p{Ll})[\p{L}\p{N}]{4,}$/u;
const UNIT = /^(?:[kMGTmµn]?(?:Hz|Wh|VA|Pa|eV|Bq|Sv|bit|B)h?|PhDs?|MSc|BSc|LLMs?|CO2e|pH)$/u;

/** A text's identifiers with a capital within: `JavaScript`, `GitHub`, `iPhone`. */
export const camelCasesOf: (text: Text) => readonly Word[] = perText((text) => {
  if (!/\p{Ll}\p{Lu}/u.test(text.plain)) return [];
  const masked = maskedOf(text);
  return wordsOf(text).flatMap(({ text: word, start }) => {
    // What a language adds behind an apostrophe or a hyphen is not the name.
    const [name = ''] = word.split(/['’ʼ-]/u, 1);
    if (!CAMEL.test(name) || PERSONAL.test(name) || UNIT.test(name)) return [];
    return masked.startsWith(name, start) ? [{ text: name, start, end: start + name.length }] : [];
  });
});
