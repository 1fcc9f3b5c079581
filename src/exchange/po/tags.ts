import { type Content, formatContent, type Inline } from '../../model/content.ts';

// What tools strip, refuse or take for a line's end, and what UTF-8 cannot hold.
const SPECIAL = /[\u0000-\u0008\u000B-\u001F\u007F\u0085\u2028\u2029\uFFFE\uFFFF\uD800-\uDFFF]/u;
const SPECIALS = new RegExp(SPECIAL, 'gu');

/**
 * Content as it stands in a PO file: the stored form, with `<1>…</1>` for codes. Characters that PO tools do not carry,
 * and a line break at either end (which `msgfmt` wants in both texts or in neither), are character references.
 */
export function formatTagged(content: Content): string {
  let text = formatContent(content);
  if (SPECIAL.test(text)) text = text.replace(SPECIALS, reference);
  if (text.startsWith('\n')) text = `&#10;${text.slice(1)}`;
  return text.endsWith('\n') ? `${text.slice(0, -1)}&#10;` : text;
}

function reference(char: string): string {
  return `&#${char.codePointAt(0)};`;
}

/** Content read from tags, and what is wrong with them: a word for `ReturnedSegment.problem`, or null. */
export interface Tagged {
  readonly content: Content;
  readonly problem: 'code-unpaired' | 'code-overlap' | 'code-depth' | null;
}

const DEPTH_LIMIT = 256;
const TOKEN = /<(\/?)([1-9][0-9]{0,8})(\/?)>|&(?:lt|amp|#([0-9]{1,7}));|[<&]|[^<&]+/g;

/**
 * Reads what `formatTagged` writes, as people may have edited it: a `<` or `&` that begins nothing of that form is
 * text. Whether the codes are those of the segment is for the acceptance of returns to say. Linear.
 */
export function parseTagged(text: string): Tagged {
  if (!/[<&]/.test(text)) return { content: text === '' ? [] : [{ kind: 'text', text }], problem: null };
  const root: Inline[] = [];
  const open: { readonly id: string; readonly nodes: Inline[] }[] = [];
  let problem: Tagged['problem'] = null;
  let nodes = root;
  for (const [token, slash, id, single, code] of text.matchAll(TOKEN)) {
    if (id === undefined || (slash && single)) addText(nodes, literal(token, code));
    else if (slash) {
      const last = open.pop();
      if (last?.id !== id) problem ??= last === undefined ? 'code-unpaired' : 'code-overlap';
      nodes = open.at(-1)?.nodes ?? root;
    } else {
      const deep = open.length >= DEPTH_LIMIT;
      if (deep) problem ??= 'code-depth';
      const children: Inline[] = [];
      nodes.push({ kind: 'code', id, children: single || deep ? null : children });
      if (!single && !deep) {
        open.push({ id, nodes: children });
        nodes = children;
      }
    }
  }
  if (open.length > 0) problem ??= 'code-unpaired';
  return { content: root, problem };
}

function literal(token: string, code: string | undefined): string {
  if (code !== undefined && Number(code) <= 0x10ffff) return String.fromCodePoint(Number(code));
  return token === '&lt;' ? '<' : token === '&amp;' ? '&' : token;
}

function addText(nodes: Inline[], text: string): void {
  const last = nodes.at(-1);
  if (last?.kind === 'text') nodes[nodes.length - 1] = { kind: 'text', text: last.text + text };
  else nodes.push({ kind: 'text', text });
}
