/** What the elements of a page can be found by. */
interface Names {
  readonly tags: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly directions: ReadonlySet<string>;
}

/** Classes that only a script gives: their rules stay. */
const SCRIPTED = /^js-/;

/**
 * A compact style sheet without the rules that no element of the page can match. Only names decide (elements, classes,
 * ids, directions), so a rule that stays may still match nothing; none that could match is left out, but for classes that a script
 * adds and that do not begin with `js-`. Linear in the sheet and the page.
 */
export function pruneStyle(css: string, page: string): string {
  return rules(css, namesOf(page));
}

function namesOf(page: string): Names {
  const tags = new Set(['html', 'head', 'body', 'root']);
  const classes = new Set<string>();
  const ids = new Set<string>();
  for (const [, tag = ''] of page.matchAll(/<([a-z][a-z0-9]*)/g)) tags.add(tag);
  for (const [, list = ''] of page.matchAll(/ class="([^"]*)"/g))
    for (const name of list.split(' ')) classes.add(name);
  for (const [, id = ''] of page.matchAll(/ id="([^"]*)"/g)) ids.add(id);
  const directions = new Set([...page.matchAll(/ dir="([a-z]+)"/g)].map(([, direction = '']) => direction));
  return { tags, classes, ids, directions };
}

/** The rules of a block: what stands before a `{` decides whether the block stays. */
function rules(css: string, names: Names): string {
  let out = '';
  let at = 0;
  while (at < css.length) {
    const end = nextSign(css, at);
    if (end < 0) return out + css.slice(at).trim();
    if (css[end] === ';') {
      out += css.slice(at, end + 1);
      at = end + 1;
      continue;
    }
    const close = matching(css, end, '{', '}');
    out += block(css.slice(at, end).trim(), css.slice(end + 1, close), names);
    at = close + 1;
  }
  return out;
}

function block(before: string, body: string, names: Names): string {
  if (before.startsWith('@page') || before.startsWith('@bottom')) return `${before}{${body}}`;
  const selectors = before.startsWith('@') ? [before] : split(before);
  const kept = selectors.flatMap((one) => (one.startsWith('@') ? [one] : (possible(one, names) ?? [])));
  if (kept.length === 0) return '';
  const inner = rules(body, names);
  return inner.trim() === '' ? '' : `${kept.join(',')}{${inner}}`;
}

/** Where the next declaration or statement ends, or a block begins, outside quotation marks; -1 where none does. */
function nextSign(css: string, from: number): number {
  for (let at = from; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === ';' || sign === '{') return at;
    if (sign === '"' || sign === "'") at = css.indexOf(sign, at + 1);
  }
  return -1;
}

function matching(css: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === '"' || sign === "'") at = css.indexOf(sign, at + 1);
    else if (sign === open) depth += 1;
    else if (sign === close) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Error(`a ${open} of the style sheet is not closed`);
}

/** A list of selectors, one by one. */
function split(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= list.length; at += 1) {
    const sign = list[at];
    if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    else if ((sign === ',' && depth === 0) || at === list.length) {
      parts.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return parts;
}

/** A selector without the alternatives that match nothing, or null where none is left. */
function possible(selector: string, names: Names): string | null {
  let plain = '';
  let out = '';
  for (let at = 0; at < selector.length; at += 1) {
    const pseudo = /^:([a-z-]+)\(/.exec(selector.slice(at, at + 24));
    if (!pseudo) {
      plain += selector[at];
      out += selector[at];
      continue;
    }
    const open = at + pseudo[0].length - 1;
    const close = matching(selector, open, '(', ')');
    const within = split(selector.slice(open + 1, close));
    const needed = pseudo[1] === 'is' || pseudo[1] === 'where' || pseudo[1] === 'has';
    const kept = needed ? within.flatMap((one) => possible(one, names) ?? []) : within;
    if (kept.length === 0) return null;
    out += `${pseudo[0]}${kept.join(',')})`;
    at = close;
  }
  for (const [, direction = ''] of plain.matchAll(/\[dir=([a-z]+)\]/g)) {
    if (!names.directions.has(direction)) return null;
  }
  const bare = plain.replace(/\[[^\]]*\]/g, '').replace(/::?[a-z-]+/g, '');
  for (const [, sign, name = ''] of bare.matchAll(/([.#]?)([a-zA-Z][\w-]*)/g)) {
    if (sign === '.' && !names.classes.has(name) && !SCRIPTED.test(name)) return null;
    if (sign === '#' && !names.ids.has(name)) return null;
    if (sign === '' && !names.tags.has(name)) return null;
  }
  return out;
}
