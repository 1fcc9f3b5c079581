/**
 * The anchors of headings, by their keys, in document order: letters, digits, `-` and `_` in lower case, and a number
 * where several headings would have the same. A heading without any of these has none.
 */
export function numberedAnchors<Key>(headings: Iterable<readonly [Key, string]>): Map<Key, string> {
  const used = new Map<string, number>();
  const anchors = new Map<Key, string>();
  for (const [key, heading] of headings) {
    const slug = slugOf(heading);
    if (slug === '') continue;
    let number = used.get(slug) ?? 0;
    let anchor = number === 0 ? slug : `${slug}-${number}`;
    while (number > 0 && used.has(anchor)) anchor = `${slug}-${++number}`;
    used.set(slug, number + 1);
    if (anchor !== slug) used.set(anchor, 1);
    anchors.set(key, anchor);
  }
  return anchors;
}

/** A heading's anchor before it is numbered. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
