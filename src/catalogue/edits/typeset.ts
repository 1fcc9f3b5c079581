/**
 * A text with its form taken away: quotation marks, dashes, invisible characters, and white space where it parts no
 * words. Two texts that are alike here differ in cosmetics only. A space between two letters or two digits stays, and
 * so does whether a mark after a digit is single or double: `5'` is not `5"`. Linear in the text's length.
 */
export function typeset(text: string): string {
  return withoutInvisible(text)
    .replace(/…/gu, '...')
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, "'")
    .replace(/(?<=\p{N})['‘’‚‛′]/gu, "'")
    .replace(/(?<=\p{N})["“”„‟″]/gu, '"')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[!?;:»%)\]}])|(?<=[«([{]) /gu, '')
    .replace(/(?<![\p{L}\p{N}])['‘’‚‛]|['‘’‚‛](?!\p{L})(?<!\p{N}['‘’‚‛])|[“”„‟«»‹›]/gu, '"')
    .replace(/ ?[֊‐‑‒–—―−-]+ ?/gu, '-')
    .replace(/(?<=(?:^|[\s.])\p{L}\.) (?=\p{L}\.)/gu, '');
}

/** A text without what nobody sees: soft hyphens, zero-width spaces, word joiners. */
export function withoutInvisible(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/gu, '');
}
