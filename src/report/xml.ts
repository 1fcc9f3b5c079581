// With the u flag, the range of surrogates matches lone ones only. https://www.w3.org/TR/xml/#charsets
const SPECIALS =
  /[&<>"'\t\n\r\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\uD800-\uDFFF]/gu;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as XML, for content and for attribute values alike; what XML cannot hold, and other controls, become U+FFFD. */
export function xml(text: string): string {
  return text.replace(SPECIALS, (mark) => REFERENCES[mark] ?? '\uFFFD');
}

/** An element; attributes that are undefined are left out. `content` is XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: string = '',
): string {
  let out = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) out += ` ${key}="${xml(String(value))}"`;
  }
  return content === '' ? `${out}/>` : `${out}>${content}</${name}>`;
}

/** The first line of an XML file. */
export const XML_HEAD: string = '<?xml version="1.0" encoding="UTF-8"?>\n';
