import { type Context, type Element, type Rule, walk } from '../rule.ts';

const STARTS: Readonly<Record<string, string>> = { bpt: 'bpt', ept: 'bpt', bx: 'bx', ex: 'bx' };

/** Pairs of codes within a source or a target, and the ids of codes. */
export function codeRule(): Rule {
  const check = (text: Element, context: Context): void => {
    if (text.nodes.length > 0) checkCodes(text, context);
  };
  return { close: { source: check, 'seg-source': check, target: check } };
}

// A pair is linked by `rid`, and by `id` where there is none. https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#rid
function checkCodes(text: Element, context: Context): void {
  const open = new Map<string, Element>();
  const links = new Set<string>();
  const ids = new Set<string>();
  walk(text, (code) => {
    checkId(code, text, ids, context);
    const kind = STARTS[code.name];
    if (kind === undefined) return;
    const { rid, id = '' } = code.attributes;
    const link = rid === undefined ? `${kind} id ${id}` : `${kind} rid ${rid}`;
    if (code.name === kind) {
      if (rid !== undefined && links.has(link))
        context.report(code, 'v12-rid-repeated', '#rid', { value: rid });
      links.add(link);
      open.set(link, code);
    } else if (links.has(link)) {
      open.delete(link);
    } else {
      context.report(code, 'v12-code-unpaired', `#${code.name}`, { value: rid ?? id });
    }
  });
  for (const code of open.values()) {
    const { rid, id = '' } = code.attributes;
    context.report(code, 'v12-code-unpaired', `#${code.name}`, { value: rid ?? id });
  }
}

// In a target codes may stand again, as clones; the two ends of a pair may share an id.
function checkId(code: Element, text: Element, ids: Set<string>, context: Context): void {
  const { id, pos } = code.attributes;
  if (id === undefined || text.name === 'target' || code.name === 'mrk' || code.name === 'sub') return;
  const isEnd = code.name === 'ept' || code.name === 'ex' || pos?.trim() === 'close';
  const key = `${isEnd ? 'end' : 'start'} ${id}`;
  if (ids.has(key)) context.report(code, 'v12-code-repeated', '#id', { value: id });
  ids.add(key);
}
