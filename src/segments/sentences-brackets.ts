/** Brackets farther apart than this, in UTF-16 units, hold sentences of their own rather than an aside. */
const ASIDE = 400;
/** A quotation of at most this length that ends without a stop is a name or a title: “Stop! Or My Mom Will Shoot”. */
const TITLE = 80;
const MARK = /[()[\]（）«»“”„"《》「」『』]/g;
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '）': '（' };
const QUOTES: Readonly<Record<string, string>> = {
  '»': '«',
  '«': '»',
  '“': '„',
  '”': '“„',
  '"': '"',
  '》': '《',
  '」': '「',
  '』': '『',
};
const ENDS = /[\p{Sentence_Terminal}…]/u;
const GOES_ON = /[\p{Sentence_Terminal}…:]/u;

interface Pair {
  readonly open: number;
  readonly close: number;
  readonly title: boolean;
}

/** Whether the quotation marks enclose a title: short, without a stop at its end, and not the end of the sentence. */
function isTitle(text: string, open: number, close: number): boolean {
  if (close - open > TITLE) return false;
  if (ENDS.test(text[close - 1] ?? '') || ENDS.test(text.slice(close - 2, close).trim())) return false;
  return close + 1 < text.length && !GOES_ON.test(text[close + 1] ?? '');
}

/** Pairs of brackets that hold an aside and of quotation marks that hold a title, by rising start; others are left out. */
function pairs(text: string): Pair[] {
  const open: number[] = [];
  const found: Pair[] = [];
  for (const { index, 0: mark } of text.matchAll(MARK)) {
    const last = open.at(-1);
    const opener = last === undefined ? '' : (text[last] ?? '');
    const bracket = BRACKETS[mark];
    if (last !== undefined && opener !== '' && (bracket ?? QUOTES[mark] ?? '').includes(opener)) {
      open.pop();
      const title = bracket === undefined;
      const holds = title ? isTitle(text, last, index) : index - last <= ASIDE;
      if (holds) found.push({ open: last, close: index, title });
    } else if (bracket === undefined) open.push(index);
  }
  return found.sort((one, other) => one.open - other.open);
}

/**
 * A question to ask at rising offsets (UTF-16): does an aside that opened after `start`, or a title that
 * opened there or later, enclose `at`?
 * All questions together take linear time.
 */
export function enclosing(text: string): (at: number, start: number) => boolean {
  const all = pairs(text);
  if (all.length === 0) return () => false;
  const open: Pair[] = [];
  let taken = 0;
  return (at, start) => {
    for (; taken < all.length; taken += 1) {
      const pair = all[taken];
      if (pair === undefined || pair.open > at) break;
      while ((open.at(-1)?.close ?? at) < pair.open) open.pop();
      open.push(pair);
    }
    while ((open.at(-1)?.close ?? at) < at) open.pop();
    const last = open.at(-1);
    return last !== undefined && (last.open > start || (last.title && last.open === start));
  };
}
