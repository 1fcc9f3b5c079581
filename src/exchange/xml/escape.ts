// What XML 1.0 cannot hold, even as a reference: https://www.w3.org/TR/xml/#charsets. With the u flag, the range of
// surrogates matches lone ones only; the tests go without it, for speed, and let some texts through to be looked at
// in vain.
const SPECIAL = /[&<>\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/;
const SPECIALS = /[&<>\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;
const ATTRIBUTE_SPECIAL = /[&<>"\t\n\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/;
const ATTRIBUTE_SPECIALS = /[&<>"\t\n\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;

/** Writes a character that XML 1.0 forbids; `code` is its code point. */
type WriteForbidden = (code: number) => string;

/** Shows a forbidden character as U+FFFD: for XLIFF 1.2, and for whatever is not read back. */
function asReplacement(): string {
  return '\uFFFD';
}

/** Carries a forbidden character as XLIFF 2's `cp`. https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#cp */
export function asCodePoint(code: number): string {
  return `<cp hex="${code.toString(16).toUpperCase().padStart(4, '0')}"/>`;
}

/** Text as XML character data. `>` is always a reference, so that `]]>` cannot arise. */
export function escapeText(text: string, forbidden: WriteForbidden = asReplacement): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (char) => reference(char, forbidden)) : text;
}

/** Text as an attribute's value, to stand in double quotes. */
export function escapeAttribute(text: string): string {
  if (!ATTRIBUTE_SPECIAL.test(text)) return text;
  return text.replace(ATTRIBUTE_SPECIALS, (char) => reference(char, asReplacement));
}

/** Text with each character that XML 1.0 forbids as U+FFFD: what an XLIFF 1.2 file gives back for `text`. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD');
}

function reference(char: string, forbidden: WriteForbidden): string {
  switch (char) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    case '\t':
      return '&#9;';
    case '\n':
      return '&#10;';
    case '\r':
      return '&#13;';
    default:
      return forbidden(char.codePointAt(0) ?? 0);
  }
}
