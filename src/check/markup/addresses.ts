import { perText, type Text } from '../text.ts';

/** An address in a text's `plain`, with its place there (UTF-16). */
export interface Address {
  /** As it is written, without the marks of the sentence around it. */
  readonly raw: string;
  /** The form in which two addresses are compared. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const NONE: readonly Address[] = [];

/** Space, quotation marks, full-width punctuation and codes end an address. */
const URL_LIKE =
  /(?:https?|ftp):\/\/[^\s<>"«»“”„‹›`\uFFFC，。、；：！？（）「」『』《》]+|(?<![A-Za-z0-9.@/-])www\.[^\s<>"«»“”„‹›`\uFFFC，。、；：！？（）「」『』《》]+/giu;
/** The local part has its usual limit, so that a long run of letters is looked at once. */
const EMAIL_LIKE = /(?<![A-Za-z0-9._%+@-])[A-Za-z0-9._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** In scripts without spaces a letter may stand right before. */
const HANDLE_LIKE =
  /(?<![A-Za-z0-9@/._%+-])@[A-Za-z0-9_]{2,40}(?![A-Za-z0-9_])(?:@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|\.[A-Za-z0-9_]+)?/gu;
const HASHTAG_LIKE = /(?<![A-Za-z0-9&#/=?_.-])[#＃](?=[\p{N}_]{0,40}\p{L})[\p{L}\p{M}\p{N}_\u200c]{2,100}/gu;

/** Web addresses written out in a text (those of links are codes). Linear. */
export function urlsOf(text: Text): readonly Address[] {
  return text.plain.includes('://') || /www\./i.test(text.plain) ? urlsIn(text) : NONE;
}

/** Mail addresses written out in a text. */
export function emailsOf(text: Text): readonly Address[] {
  return text.plain.includes('@') ? emailsIn(text) : NONE;
}

/** Names of accounts, `@name` or `@name@host`. */
export function handlesOf(text: Text): readonly Address[] {
  return text.plain.includes('@') ? handlesIn(text) : NONE;
}

/** Hashtags; a `#` before a number alone is none. */
export function hashtagsOf(text: Text): readonly Address[] {
  return text.plain.includes('#') || text.plain.includes('＃') ? hashtagsIn(text) : NONE;
}

const urlsIn = finder(URL_LIKE, withoutSentenceMarks, urlKey);
const emailsIn = finder(EMAIL_LIKE, withoutSentenceMarks, folded);
const handlesIn = finder(HANDLE_LIKE, withoutSentenceMarks, folded);
const hashtagsIn = finder(
  HASHTAG_LIKE,
  (raw) => raw,
  (raw) => folded(raw.replace('＃', '#')),
);

function finder(
  pattern: RegExp,
  trim: (raw: string) => string,
  keyOf: (raw: string) => string,
): (text: Text) => readonly Address[] {
  return perText(({ plain }) =>
    [...plain.matchAll(pattern)].map(({ 0: match, index }) => {
      const raw = trim(match);
      return { raw, key: keyOf(raw), start: index, end: index + raw.length };
    }),
  );
}

function folded(raw: string): string {
  return raw.normalize('NFC').toLowerCase();
}

/** Marks that an address may end in. */
const OWN_END = new Set([...'/-_=&#%+~$@*']);
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Without the punctuation of the sentence, of any script, behind it; a bracket stays where it opens within. */
function withoutSentenceMarks(raw: string): string {
  let end = raw.length;
  for (; end > 0; end--) {
    const mark = raw[end - 1] ?? '';
    if (OWN_END.has(mark) || !/[\p{P}\p{Sk}]/u.test(mark)) break;
    const opening = CLOSING[mark];
    if (opening && count(raw, opening, end) >= count(raw, mark, end)) break;
  }
  return raw.slice(0, end);
}

function count(text: string, mark: string, end: number): number {
  let times = 0;
  for (let at = 0; at < Math.min(end, 2000); at++) if (text[at] === mark) times++;
  return times;
}

/** An address as browsers understand it, without scheme, `www.` and a last slash; encoded and decoded forms are alike. */
export function urlKey(raw: string): string {
  const whole = /^www\./i.test(raw) ? `http://${raw}` : raw;
  if (!URL.canParse(whole)) return folded(raw);
  const { host, pathname, search, hash } = new URL(whole);
  const rest = decoded(pathname.replace(/\/$/, '') + search + hash);
  return (host.toLowerCase().replace(/^www\./, '') + rest).normalize('NFC');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether an address is another one with a case ending or the next word behind it: `un.org-ը`, `un.org'un`. */
export function isWithEnding(address: string, base: string): boolean {
  if (!address.startsWith(base)) return false;
  return /^(?:[-‐‑'’ʼ]\p{L}{1,12}|(?!\p{Script=Latin})\p{L}+)?$/u.test(address.slice(base.length));
}
