import type { Code, CodePart, Codes } from '../model/content.ts';

/**
 * Gives links, images and autolinks the addresses that `map` has for theirs; codes with others stay the same
 * objects. A reference link whose address changes becomes an inline link, since its definition stays as it is.
 */
export function relink(codes: Codes, map: Readonly<Record<string, string>>): Codes {
  const entries = Object.entries(codes);
  if (!entries.some(([, code]) => targetOf(code, map) !== null)) return codes;
  return Object.fromEntries(
    entries.map(([id, code]) => {
      const href = targetOf(code, map);
      return [id, href === null ? code : withAddress(code, href)];
    }),
  );
}

function targetOf({ href }: Code, map: Readonly<Record<string, string>>): string | null {
  if (href === undefined || !Object.hasOwn(map, href)) return null;
  const target = map[href];
  return target === undefined || target === href ? null : target;
}

function withAddress(code: Code, href: string): Code {
  const { type, parts, text } = code;
  if (type === 'autolink') {
    const shown = text === undefined || text === code.href ? href : text;
    return {
      ...code,
      href,
      text: shown,
      parts: [shown === href ? `<${angle(href)}>` : `[${shown}](${address(href)})`],
    };
  }
  if (type !== 'link' && type !== 'image') return code;
  const at = parts.findLastIndex((part) => typeof part === 'string' && /\](?:\(|\[)/.test(part));
  if (at < 0) return code;
  const changed = parts.map(
    (part, index): CodePart =>
      index === at && typeof part === 'string'
        ? part.replace(TARGET, (found) => retarget(found, href))
        : part,
  );
  return { ...code, href, parts: changed };
}

/** From the bracket that closes the text on: a label, or an address with the white space before it. */
const TARGET =
  /\](?:\[(?:[^\][\\]|\\[\s\S])*\]$|\([ \t\n]*(?:<(?:[^<>\n\\]|\\[\s\S])*>|[^\s)]*(?:\([^\s)]*\)[^\s)]*)*))/;

function retarget(found: string, href: string): string {
  if (found.startsWith('][')) return `](${address(href)})`;
  return `](${address(href)}`;
}

/** An address as Markdown writes it: in angle brackets where its characters ask for them. */
function address(href: string): string {
  const safe = href.replace(/[\n\r|]/g, (character) => encodeURIComponent(character));
  return /^[^\s()<>\\&]+$/.test(safe)
    ? safe
    : `<${safe.replace(/[<>\\&]/g, (mark) => (mark === '&' ? '&amp;' : `\\${mark}`))}>`;
}

function angle(href: string): string {
  return href.replace(/[\s<>]/g, (character) => encodeURIComponent(character));
}
