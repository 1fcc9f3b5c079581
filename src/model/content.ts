/** A run of decoded text: no Markdown escapes, no entities; a soft line break is one space. */
export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
}

/** An inline code: a pair around `children`, or a single place when `children` is null. */
export interface CodeNode {
  readonly kind: 'code';
  /** The code's number in its segment, in decimal digits. */
  readonly id: string;
  readonly children: Content | null;
}

export type Inline = TextNode | CodeNode;

/** What a segment says: text and inline codes, as a tree. */
export type Content = readonly Inline[];

export type CodeType =
  | 'strong'
  | 'emphasis'
  | 'strikethrough'
  | 'link'
  | 'image'
  | 'code'
  | 'autolink'
  | 'html'
  | 'footnote';

/** A piece of a code's native markup: markup itself, or the id of a unit that stands inside the code. */
export type CodePart = string | { readonly unit: string };

/** What an inline code stands for. It is kept in the source catalogue and never read from a returned file. */
export interface Code {
  readonly type: CodeType;
  /** Pair: the first part opens and all the others together close. Single: all together are the markup. */
  readonly parts: readonly CodePart[];
  /** Where a link, an autolink or an image points, decoded. */
  readonly href?: string;
  /** What a single code shows to a reader (a code span's text, an autolink's address, a footnote's label). */
  readonly text?: string;
  /** Pieces of one source span that was closed and reopened at a segment boundary share this key. */
  readonly span?: string;
}

/** A segment's codes by their number. */
export type Codes = Readonly<Record<string, Code>>;

/** The stored form of content: numbered tags `<1>…</1>` and `<2/>`, `&lt;` and `&amp;` for the characters. */
export function formatContent(content: Content): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') out += escapeText(node.text);
    else if (node.children === null) out += `<${node.id}/>`;
    else out += `<${node.id}>${formatContent(node.children)}</${node.id}>`;
  }
  return out;
}

function escapeText(text: string): string {
  return /[&<]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}

const TOKEN = /<(\/?)([1-9][0-9]{0,8})(\/?)>|&(?:lt|amp);|[<&]|[^<&]+/g;

/**
 * Reads the stored form. Gives null when it is not well formed: a stray `<` or `&`, a tag that is not closed,
 * or a code number used twice. Linear in the length of `stored`.
 */
export function parseContent(stored: string): Content | null {
  if (!/[<&]/.test(stored)) return stored === '' ? [] : [{ kind: 'text', text: stored }];
  const root: Inline[] = [];
  const open: { id: string; nodes: Inline[] }[] = [];
  const seen = new Set<string>();
  let nodes = root;
  for (const [token, slash, id, single] of stored.matchAll(TOKEN)) {
    if (id === undefined) {
      const text = token === '&lt;' ? '<' : token === '&amp;' ? '&' : token;
      if (token === '<' || token === '&') return null;
      pushText(nodes, text);
    } else if (slash) {
      if (single || open.pop()?.id !== id) return null;
      nodes = open.at(-1)?.nodes ?? root;
    } else {
      if (seen.has(id)) return null;
      seen.add(id);
      const children: Inline[] = [];
      nodes.push({ kind: 'code', id, children: single ? null : children });
      if (!single) {
        open.push({ id, nodes: children });
        nodes = children;
      }
    }
  }
  return open.length === 0 ? root : null;
}

function pushText(nodes: Inline[], text: string): void {
  const last = nodes.at(-1);
  if (last?.kind === 'text') nodes[nodes.length - 1] = { kind: 'text', text: last.text + text };
  else nodes.push({ kind: 'text', text });
}

/** The text of content without its codes. */
export function plainText(content: Content): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') out += node.text;
    else if (node.children) out += plainText(node.children);
  }
  return out;
}

/** NFC with white space collapsed and trimmed: the form in which texts are compared. */
export function normalizeText(text: string): string {
  if (isNormal(text)) return text;
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Whether normalizing changes nothing, told without allocating: all below U+0300 is in NFC by itself. */
function isNormal(text: string): boolean {
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x2ff || code < 32 || (code > 0x7e && code < 0xa1) || (code === 32 && before === 32))
      return false;
    before = code;
  }
  return before !== 32 || text === '';
}

/** Whether content has text that is not white space, codes left aside. */
export function hasText(content: Content): boolean {
  return plainText(content).trim() !== '';
}

/** Whether a stored text has something to translate, and not codes alone. */
export function hasStoredText(stored: string): boolean {
  return (stored.includes('<') ? stored.replace(/<\/?[0-9]+\/?>/g, '') : stored).trim() !== '';
}
