/** A bracket of a text, with its place (UTF-16). */
export interface Bracket {
  readonly char: string;
  readonly at: number;
}

const BRACKETS = /[()[\]{}（）［］｛｝【】〔〕〖〗《》〈〉⟨⟩⟦⟧﴾﴿]/gu;
const HAS_BRACKET = /[()[\]{}（）［］｛｝【】〔〕〖〗《》〈〉⟨⟩⟦⟧﴾﴿]/u;
/** Opening brackets and the closing ones that match: by Unicode's Bidi_Paired_Bracket, and wide with narrow. */
const CLOSERS: Readonly<Record<string, string>> = {
  '(': ')）',
  '（': '）)',
  '[': ']］',
  '［': '］]',
  '{': '}｝',
  '｛': '｝}',
  '【': '】',
  '〔': '〕',
  '〖': '〗',
  '《': '》',
  '〈': '〉',
  '⟨': '⟩',
  '⟦': '⟧',
  '﴿': '﴾',
};
/** How many open brackets are looked through for a partner. */
const DEEPEST = 32;
const EYES = /(?:^|\s)[:;=][-']?$/;
/** A list's number or letter before its bracket: at the text's start, or after a mark, with a conjunction perhaps. */
const LIST_MARK =
  /(?:^|[:;,.!?،؛、；。։\n\uFFFC—–-](?:\s\p{L}{1,4}(?=\s))?)\s*(?:\p{N}{1,3}|\p{L}|[ivxIVX]{2,5})\.?$/u;

/** The brackets of plain text that have no partner. Emoticons have none, nor have the marks of a list unless `strict`. */
export function unpairedBrackets(plain: string, strict: boolean): Bracket[] {
  if (!HAS_BRACKET.test(plain)) return [];
  const open: Bracket[] = [];
  const single: Bracket[] = [];
  for (const { 0: char, index: at } of plain.matchAll(BRACKETS)) {
    if ('()'.includes(char) && EYES.test(plain.slice(Math.max(0, at - 3), at))) continue;
    if (Object.hasOwn(CLOSERS, char)) {
      open.push({ char, at });
      continue;
    }
    const partner = partnerOf(char, open);
    if (partner >= 0) single.push(...open.splice(partner).slice(1));
    else if (strict || !isListMark(plain, at)) single.push({ char, at });
  }
  return [...single, ...open].sort((a, b) => a.at - b.at);
}

function partnerOf(char: string, open: readonly Bracket[]): number {
  for (let at = open.length - 1; at >= 0 && at >= open.length - DEEPEST; at--) {
    if (CLOSERS[open[at]?.char ?? '']?.includes(char)) return at;
  }
  return -1;
}

function isListMark(plain: string, at: number): boolean {
  return LIST_MARK.test(plain.slice(Math.max(0, at - 16), at));
}
