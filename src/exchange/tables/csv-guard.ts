// What a spreadsheet takes for a formula, also behind white space and in full width, or what begins with a character
// that it drops. https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
// What it takes for a number or a date: no letters; a number and a word; a word and a number.
const NUMBERS: readonly RegExp[] = [
  /^[^\p{L}\p{M}]*\p{N}[^\p{L}\p{M}]*$/u,
  /^[^\p{L}\p{M}]*\p{N}[^\p{L}\p{M}]*[\p{L}\p{M}]{1,12}[^\p{L}\p{M}]*$/u,
  /^[\p{L}\p{M}]{3,12}[^\p{L}\p{M}]*\p{N}[^\p{L}\p{M}]*$/u,
];
const NUMBER_LENGTH = 40;

/**
 * A cell as it can stand in a file that a spreadsheet opens: what would be taken for a formula, a number or a date has
 * a `'` before it, and so has what would read as such a cell. Everything else stays as it is.
 */
export function guardCell(text: string): string {
  return isGuarded(text) ? `'${text}` : text;
}

/** The text of a cell: `guardCell` undone. A cell whose `'` a spreadsheet has dropped is its text already. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && isGuarded(cell) ? cell.slice(1) : cell;
}

// Apostrophes at the start do not count, so that a text needs a guard exactly when it does with one more of them.
function isGuarded(text: string): boolean {
  let from = 0;
  while (text.charAt(from) === "'") from += 1;
  const bare = from === 0 ? text : text.slice(from);
  return FORMULA.test(bare) || (bare.length <= NUMBER_LENGTH && NUMBERS.some((number) => number.test(bare)));
}
