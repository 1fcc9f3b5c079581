const OPEN = '<!-- hexapla:notice -->';
const CLOSE = '<!-- /hexapla:notice -->';
const MARK = '<!-- hexapla:mark -->';

/** A notice as a document's first block, in Markdown; a blank line follows it. */
export function documentNotice(markdown: string): string {
  return `${OPEN}\n\n${markdown.trim()}\n\n${CLOSE}\n\n`;
}

/**
 * Marks around a text that `withoutNotices` can find again. The first one must begin with the tag: a comment at a
 * line's start would begin an HTML block and take the text with it. Throws a plain Error where `before` is no tag.
 */
export function textNotice(marks: { readonly before: string; readonly after: string }): {
  before: string;
  after: string;
} {
  const { before, after } = marks;
  if (before !== '' && !/^<[A-Za-z][^<>\n]*>$/.test(before))
    throw new Error('a notice must begin with one tag');
  if (/\n/.test(after)) throw new Error('a notice within text must stand on one line');
  return { before: before && before + MARK, after: after && OPEN + after + CLOSE };
}

const TAG_BEFORE = /<[A-Za-z][^<>\n]*>$/;

/** An edition's Markdown without the notices that assembly put into it. Linear. */
export function withoutNotices(text: string): string {
  return text.includes('<!-- hexapla:') ? withoutText(withoutDocument(text)) : text;
}

/** The first notice that stands on lines of its own is the document's. */
function withoutDocument(text: string): string {
  const start = text.search(/<!-- hexapla:notice -->\r?\n/);
  const close = start < 0 ? -1 : text.indexOf(`\n${CLOSE}`, start);
  if (close < 0) return text;
  const end = close + 1 + CLOSE.length;
  const lines = /(?:\r?\n){2}/y;
  lines.lastIndex = end;
  return lines.test(text) ? text.slice(0, start) + text.slice(lines.lastIndex) : text;
}

function withoutText(text: string): string {
  let out = '';
  const [first, ...rest] = text.split(MARK);
  for (const part of rest.length > 0 ? [first ?? '', ...rest.slice(0, -1)] : []) {
    const from = part.lastIndexOf('<');
    const tag = from < 0 ? '' : (TAG_BEFORE.exec(part.slice(from))?.[0] ?? '');
    out += tag === '' ? part + MARK : part.slice(0, part.length - tag.length);
  }
  return withoutEnds(out + (rest.at(-1) ?? first ?? ''));
}

/** What a text's notice ends with stands on one line. */
function withoutEnds(text: string): string {
  if (!text.includes(OPEN)) return text;
  return text
    .split('\n')
    .map((line) => {
      let out = '';
      let at = 0;
      for (let open = line.indexOf(OPEN); open >= 0; open = line.indexOf(OPEN, at)) {
        const close = line.indexOf(CLOSE, open);
        if (close < 0) break;
        out += line.slice(at, open);
        at = close + CLOSE.length;
      }
      return out + line.slice(at);
    })
    .join('\n');
}
