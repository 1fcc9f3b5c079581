declare const MARKUP: unique symbol;

/** HTML that is safe to write as it stands: only this file makes it, from text that it escapes. */
export type Markup = string & { readonly [MARKUP]: true };

type AttributeValue = string | number | boolean | null | undefined;

const VOID = new Set(['br', 'input', 'meta']);
// Besides HTML's own signs, the characters that it forbids in any spelling, and lone surrogates.
const SPECIAL = /[&<>"\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\uD800-\uDFFF]/gu;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as HTML, for content and for attribute values alike. */
export function text(value: string): Markup {
  return value.replace(SPECIAL, (mark) => REFERENCES[mark] ?? '\uFFFD') as Markup;
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
  return `${out}${children.join('')}</${name}>` as Markup;
}

/** Pieces one after the other. */
export function join(pieces: readonly Markup[], separator: '' | ' ' | '\n' = ''): Markup {
  return pieces.join(separator) as Markup;
}

/** Nothing. */
export const NOTHING: Markup = '' as Markup;

/** A style sheet, written as it stands. */
export function styleElement(css: string): Markup {
  if (/<\/style/i.test(css)) throw new Error('a style sheet must not close its own element');
  return `<style>${css}</style>` as Markup;
}
