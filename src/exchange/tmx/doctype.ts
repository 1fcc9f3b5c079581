const DOCTYPE =
  /<!DOCTYPE\s+[^\s[\]<>"']+(?:\s+SYSTEM\s*(?:"[^"]*"|'[^']*')|\s+PUBLIC\s*(?:"[^"]*"|'[^']*')\s*(?:"[^"]*"|'[^']*')?)?\s*>/y;

/**
 * An XML text with a document type that only names its rules (`<!DOCTYPE tmx SYSTEM "tmx14.dtd">`) blanked out, its
 * lines and columns kept. Most tools write one; nothing is fetched, and one that declares anything itself stays, to be
 * refused by the reader. Linear in the length of what stands before the root element.
 */
export function withoutDoctype(text: string): string {
  const at = prologEnd(text);
  DOCTYPE.lastIndex = at;
  const found = DOCTYPE.exec(text)?.[0];
  if (found === undefined) return text;
  return text.slice(0, at) + found.replace(/[^\n\r]/g, ' ') + text.slice(at + found.length);
}

/** Where white space, the declaration, instructions and comments end. */
function prologEnd(text: string): number {
  for (let at = 0; ; ) {
    // The byte order mark counts as white space here.
    while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    const found = end === null ? -1 : text.indexOf(end, at);
    if (end === null || found === -1) return at;
    at = found + end.length;
  }
}
