import type { Code, CodePart, Codes } from '../model/content.ts';

/**
 * Gives links, images and autolinks the addresses that `map` has for theirs; codes with others stay the same
 * objects. A reference link whose address changes becomes an inline link, since its definition stays as it is.
 */
export function relink(codes: Codes, map: Readonly<Record<string, string>>): Codes {
  const rules = rulesOf(map);
  return relinkBy(codes, (href) => targetOf(href, rules));
}

/** The same by a function, which gives null for an address that stays. */
export function relinkBy(codes: Codes, target: (href: string) => string | null): Codes {
  const entries = Object.entries(codes);
  const changed = entries.map(([, { href }]) => {
    const to = href === undefined ? null : target(href);
    return to === href ? null : to;
  });
  if (changed.every((to) => to === null)) return codes;
  return Object.fromEntries(
    entries.map(([id, code], at) => {
      const href = changed[at] ?? null;
      return [id, href === null ? code : withAddress(code, href)];
    }),
  );
}

/** Where addresses lead: pages by their address, and all that begins alike, the longest beginning first. */
interface LinkRules {
  readonly exact: ReadonlyMap<string, string>;
  readonly prefixes: readonly (readonly [beginning: string, target: (rest: string) => string])[];
}

const READ = new WeakMap<Readonly<Record<string, string>>, LinkRules>();

/** Every code of a document asks the same rules: they are sorted once. */
function rulesOf(map: Readonly<Record<string, string>>): LinkRules {
  const known = READ.get(map);
  if (known) return known;
  const entries = Object.entries(map);
  const prefixes = entries
    .filter(([from]) => /[/*]$/.test(from))
    .map(([from, to]) => [from.replace(/\*$/, ''), below(from, to)] as const)
    .sort(([a], [b]) => b.length - a.length);
  const rules = { exact: new Map(entries), prefixes };
  READ.set(map, rules);
  return rules;
}

/**
 * A rule for a page holds for it with any query and fragment, which are kept unless the target has its own; one that
 * ends in `/` or `*` holds for all that begins so, the longest before the others, and what follows stays.
 */
function targetOf(href: string, { exact, prefixes }: LinkRules): string | null {
  const own = exact.get(href);
  if (own !== undefined) return own;
  const end = /[?#]/.exec(href)?.index ?? href.length;
  for (const at of [href.indexOf('#'), end]) {
    const page = at < 0 || at === href.length ? undefined : exact.get(href.slice(0, at));
    if (page !== undefined) return withSuffix(page, href.slice(at));
  }
  const prefix = prefixes.find(([from]) => href.startsWith(from));
  return prefix ? prefix[1](href.slice(prefix[0].length)) : null;
}

/** What follows a beginning stands behind its target, unless all that begins so is to lead to one page. */
function below(from: string, to: string): (rest: string) => string {
  if (to.endsWith('*')) return (rest) => to.slice(0, -1) + rest;
  if (from.endsWith('*') || /[?#]/.test(to)) return () => to;
  return (rest) => `${to.replace(/\/$/, '')}/${rest}`;
}

function withSuffix(page: string, suffix: string): string {
  const [, query = '', fragment = ''] = /^(\?[^#]*)?(#.*)?$/s.exec(suffix) ?? [];
  const [, base = '', ownQuery, ownFragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(page) ?? [];
  return base + (ownQuery ?? query) + (ownFragment ?? fragment);
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
