declare const MARKUP: unique symbol;

/** HTML that is safe to write as it stands: only this file makes it, from text that it escapes. */
export type Markup = string & { readonly [MARKUP]: true };

type AttributeValue = string | number | boolean | null | undefined;

const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);
// Besides HTML's own signs, the characters that it forbids in any spelling, and halves of surrogate pairs:
// https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
const SPECIAL = /[&<>"\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]/;
const EVERY_SPECIAL = new RegExp(SPECIAL, 'gu');
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML, for content and for attribute values alike. Linear in its length. */
export function text(value: string): Markup {
  if (!SPECIAL.test(value)) return value as Markup;
  return value.replace(EVERY_SPECIAL, (mark) => ESCAPES[mark] ?? '\uFFFD') as Markup;
}

/** An element; attributes that are null, undefined or false are left out, true writes the bare name. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  ...children: readonly Markup[]
): Markup {
  let out = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === null || value === undefined || value === false) continue;
    out += value === true ? ` ${key}` : ` ${key}="${text(String(value))}"`;
  }
  out += '>';
  if (VOID.has(name)) return out as Markup;
  for (const child of children) out += child;
  return `${out}</${name}>` as Markup;
}

/** Pieces one after the other, a separator between them. Adding up, unlike joining, copies nothing at each level. */
export function join(pieces: readonly Markup[], separator: '' | ' ' | '\n' = ''): Markup {
  let out = '';
  for (const [index, piece] of pieces.entries()) out += index === 0 ? piece : separator + piece;
  return out as Markup;
}

/** The pieces that are something, a space between them. */
export function spaced(pieces: readonly Markup[]): Markup {
  return join(
    pieces.filter((piece) => piece !== NOTHING),
    ' ',
  );
}

/** Nothing. */
export const NOTHING: Markup = '' as Markup;

/** A style sheet, written as it stands. A sheet that could leave its element is a mistake in the code. */
export function styleElement(css: string): Markup {
  if (/<\/style/i.test(css)) throw new Error('a style sheet must not close its own element');
  return `<style>${css}</style>` as Markup;
}

/** A script, written as it stands. One that could leave its element is a mistake in the code. */
export function scriptElement(code: string): Markup {
  if (/<\/script|<!--/i.test(code)) throw new Error('a script must not close its own element');
  return `<script>${code}</script>` as Markup;
}

/** JSON-LD about the page, which no browser runs. */
export function dataElement(json: string): Markup {
  return `<script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>` as Markup;
}

/** A whole HTML document. */
export function htmlDocument(
  attributes: Readonly<Record<string, AttributeValue>>,
  head: readonly Markup[],
  body: readonly Markup[],
): string {
  const root = tag(
    'html',
    attributes,
    join([
      '\n' as Markup,
      tag('head', {}, join(['\n' as Markup, join(head, '\n'), '\n' as Markup])),
      '\n' as Markup,
      tag('body', {}, join(['\n' as Markup, join(body, '\n'), '\n' as Markup])),
      '\n' as Markup,
    ]),
  );
  return `<!doctype html>\n${root}\n`;
}
