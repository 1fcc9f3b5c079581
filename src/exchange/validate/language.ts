// The grammar of RFC 5646, section 2.1, with the irregular tags that it registers for ever.
// https://www.rfc-editor.org/rfc/rfc5646#section-2.1
const LANGTAG =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?((?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)((?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*)(?:-x(?:-[a-z0-9]{1,8})+)?$/;
const PRIVATE = /^x(?:-[a-z0-9]{1,8})+$/;
const IRREGULAR: ReadonlySet<string> = new Set(
  'en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-be-fr sgn-be-nl sgn-ch-de art-lojban cel-gaulish no-bok no-nyn zh-guoyu zh-hakka zh-min zh-min-nan zh-xiang'.split(
    ' ',
  ),
);
const known = new Map<string, boolean>();
const KNOWN_LIMIT = 256;

/** Whether a text is a well-formed tag of BCP 47: subtags in order, no variant and no extension twice. */
export function isLanguageTag(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  const answer = isWellFormed(text.toLowerCase());
  if (known.size < KNOWN_LIMIT && text.length < 64) known.set(text, answer);
  return answer;
}

function isWellFormed(tag: string): boolean {
  if (tag.length > 255) return false;
  const parts = LANGTAG.exec(tag);
  if (parts === null) return PRIVATE.test(tag) || IRREGULAR.has(tag);
  const variants = (parts[1] ?? '').split('-').slice(1);
  const singletons = [...(parts[2] ?? '').matchAll(/-([0-9a-wyz])(?=-)/g)].map((found) => found[1]);
  return new Set(variants).size === variants.length && new Set(singletons).size === singletons.length;
}

/** Whether two tags name the same language: case does not count. https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1 */
export function sameLanguage(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}
