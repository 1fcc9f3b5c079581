/** A run of text, or what stands for something else in it. */
export interface Token {
  readonly kind: 'text' | 'value' | 'tag' | 'character';
  readonly text: string;
}

/** Longer ones are left as text: an attribute is no place for them. */
const LONGEST_CODE = 2_000;

// What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and the carriage return, which its readers change.
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/u;
const FORBIDDEN_ALL = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;

const START = /\{\{|\$t\(|<(?=\/?[A-Za-z0-9])/g;
const TAG = /<\/?[A-Za-z0-9][\w:.-]*(?:\s[^<>]*|\/)?>/y;

/**
 * A text in tokens: i18next's interpolations `{{…}}` and nestings `$t(…)`, tags of HTML and of Trans components, and
 * characters that XML forbids. Joined, they are the text again. Linear in its length.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const ends = { value: new Ends(text, '}}'), nesting: new Ends(text, ')') };
  let from = 0;
  START.lastIndex = 0;
  for (let found = START.exec(text); found !== null; found = START.exec(text)) {
    const end = endOfCode(text, found.index, ends);
    if (end === null) continue;
    const code = text.slice(found.index, end);
    START.lastIndex = end;
    if (code.length > LONGEST_CODE || FORBIDDEN.test(code)) continue;
    pushPlain(tokens, text.slice(from, found.index));
    tokens.push({ kind: code.startsWith('<') ? 'tag' : 'value', text: code });
    from = end;
  }
  pushPlain(tokens, text.slice(from));
  return tokens;
}

function endOfCode(
  text: string,
  start: number,
  ends: { readonly value: Ends; readonly nesting: Ends },
): number | null {
  if (text[start] === '<') {
    TAG.lastIndex = start;
    const tag = TAG.exec(text)?.[0];
    return tag === undefined ? null : start + tag.length;
  }
  if (text[start] === '$') {
    const first = ends.nesting.after(start);
    return first === null || first > start + LONGEST_CODE ? null : endOfNesting(text, start);
  }
  const end = ends.value.after(start + 3);
  return end === null ? null : end + 2;
}

/** After the bracket that closes `$t(`; brackets within are counted, as far as a code may reach. */
function endOfNesting(text: string, start: number): number | null {
  const limit = Math.min(text.length, start + LONGEST_CODE);
  let depth = 0;
  for (let at = start + 2; at < limit; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

/** The places of a mark, each looked for once. */
class Ends {
  private readonly text: string;
  private readonly mark: string;
  private found = -1;

  constructor(text: string, mark: string) {
    this.text = text;
    this.mark = mark;
  }

  after(offset: number): number | null {
    if (this.found < offset) {
      const found = this.text.indexOf(this.mark, offset);
      this.found = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return this.found === Number.POSITIVE_INFINITY ? null : this.found;
  }
}

function pushPlain(tokens: Token[], text: string): void {
  let from = 0;
  for (const { index, 0: char } of text.matchAll(FORBIDDEN_ALL)) {
    if (index > from) tokens.push({ kind: 'text', text: text.slice(from, index) });
    tokens.push({ kind: 'character', text: char });
    from = index + char.length;
  }
  if (from < text.length) tokens.push({ kind: 'text', text: text.slice(from) });
}
