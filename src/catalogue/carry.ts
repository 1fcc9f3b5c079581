import type { SourceEntry } from '../model/catalogue.ts';
import type { Code, Codes, Content } from '../model/content.ts';

/**
 * Gives the codes of a new wording the numbers they had: each code takes the number of the first unused earlier code
 * of its type and target, then of its type; a code that is new takes a number that the segment has never used.
 */
export function carryCodes(
  earlier: SourceEntry | null,
  content: Content,
  codes: Codes,
): { content: Content; codes: Codes } {
  if (!earlier) return { content, codes };
  const ids = Object.keys(codes);
  if (ids.length === 0) return { content, codes };
  const numbers = new Map<string, string>();
  const free = new Map(Object.entries(earlier.codes));
  const take = (same: (old: Code, code: Code) => boolean): void => {
    for (const id of ids) {
      const code = codes[id];
      if (!code || numbers.has(id)) continue;
      const match = [...free].find(([, old]) => same(old, code))?.[0];
      if (match === undefined) continue;
      numbers.set(id, match);
      free.delete(match);
    }
  };
  take((old, code) => old.type === code.type && old.href === code.href && old.text === code.text);
  take((old, code) => old.type === code.type);
  let last = highest(earlier);
  for (const id of ids) if (!numbers.has(id)) numbers.set(id, String(++last));
  return { content: renumber(content, numbers), codes: renumberCodes(codes, numbers) };
}

function highest(entry: SourceEntry): number {
  const all = [entry.codes, ...(entry.was ?? []).map(({ codes }) => codes)].flatMap((codes) =>
    Object.keys(codes),
  );
  return Math.max(0, ...all.map(Number));
}

function renumber(content: Content, numbers: ReadonlyMap<string, string>): Content {
  return content.map((node) =>
    node.kind === 'text'
      ? node
      : {
          kind: 'code',
          id: numbers.get(node.id) ?? node.id,
          children: node.children && renumber(node.children, numbers),
        },
  );
}

function renumberCodes(codes: Codes, numbers: ReadonlyMap<string, string>): Codes {
  const entries = Object.entries(codes).map(([id, code]) => [numbers.get(id) ?? id, code] as const);
  return Object.fromEntries(entries.sort((a, b) => Number(a[0]) - Number(b[0])));
}
