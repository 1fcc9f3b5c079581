import type {
  CatalogueUnit,
  Comment,
  Cover,
  HandoffRecord,
  RetiredEntry,
  SourceCatalogue,
  SourceEntry,
  Suggestion,
  Target,
  TargetCatalogue,
  TargetOrder,
} from '../model/catalogue.ts';
import type { Codes } from '../model/content.ts';

/** Version of the stored forms: the value of their key `hexapla`. */
export const STORED_VERSION = 1;

/**
 * The stored form of a source catalogue. An entry takes two lines, its id on one and its content on the next, so that
 * edits of neighbouring segments merge in plain git. The same catalogue gives the same text.
 */
export function formatSource(catalogue: SourceCatalogue): string {
  const { document, locale, softBreaks, profile, units, retired } = catalogue;
  const head = headLines({ document, locale, softBreaks, profile });
  const gone = entries(sortedById(retired), formatRetired);
  return `${head}  "units": [${unitLines(units)}],\n  "retired": {${gone}}\n}\n`;
}

/** What stands between the brackets of a list of units. */
export function unitLines(units: readonly CatalogueUnit[]): string {
  const body = units.map(formatUnit).join(',\n');
  return body === '' ? '' : `\n${body}\n  `;
}

/** What stands between the braces of a table of targets. */
export function targetLines(targets: Readonly<Record<string, Target>>, order: readonly string[]): string {
  return entries(ordered(targets, order), formatTargetEntry);
}

/**
 * The stored form of a target catalogue: targets in the order of `order` (the document's live ids), then the rest by
 * id.
 */
export function formatTarget(catalogue: TargetCatalogue, order: readonly string[]): string {
  const { document, locale, targets, suggestions, orders = {}, remarks = {} } = catalogue;
  const head = headLines({ document, locale });
  const accepted = targetLines(targets, order);
  const waiting = entries(ordered(suggestions, order), (list) => JSON.stringify(list.map(suggestionForm)));
  const told = entries(sortedById(orders), formatOrder);
  const remarked = entries(ordered(remarks, order), (list) => JSON.stringify(list.map(commentForm)));
  const tail = [
    told === '' ? '' : `,\n  "orders": {${told}}`,
    remarked === '' ? '' : `,\n  "remarks": {${remarked}}`,
  ];
  return `${head}  "targets": {${accepted}},\n  "suggestions": {${waiting}}${tail.join('')}\n}\n`;
}

/** The stored form of a handoff's record, its segments in the order of the handoff. */
export function formatRecord(record: HandoffRecord): string {
  const { document, locale, sourceLocale, format, digest, segments, orders = {} } = record;
  const head = headLines({ document, locale, sourceLocale, format, digest });
  const sent = entries(Object.entries(segments), ({ source, hash, target, state }) =>
    JSON.stringify({ source, hash, target, state }),
  );
  const told = entries(sortedById(orders), (ids) => JSON.stringify(ids));
  const tail = told === '' ? '' : `,\n  "orders": {${told}}`;
  return `${head}  "segments": {${sent}}${tail}\n}\n`;
}

function headLines(head: Readonly<Record<string, string>>): string {
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n  "hexapla": ${STORED_VERSION},\n${lines.join('')}`;
}

function formatUnit({ id, kind, segments }: CatalogueUnit): string {
  let list = '';
  for (const key in segments) {
    const entry = segments[key];
    if (entry) list += `${list === '' ? '' : ',\n'}${pair('      ', key, entryText(entry))}`;
  }
  return `    { "id": "${id}", "kind": "${kind}", "segments": {\n${list}\n    } }`;
}

function entries<T>(list: readonly (readonly [string, T])[], format: (value: T) => string): string {
  return list.length === 0
    ? ''
    : `\n${list.map(([id, value]) => pair('    ', id, format(value))).join(',\n')}\n  `;
}

function pair(indent: string, id: string, content: string): string {
  return `${indent}"${id}":\n${indent}  ${content}`;
}

function sortedById<T>(table: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
}

function ordered<T>(table: Readonly<Record<string, T>>, order: readonly string[]): [string, T][] {
  const first: [string, T][] = [];
  const seen = new Set<string>();
  for (const id of order) {
    const value = table[id];
    if (value === undefined || seen.has(id)) continue;
    seen.add(id);
    first.push([id, value]);
  }
  return [...first, ...sortedById(table).filter(([id]) => !seen.has(id))];
}

// The forms below fix the order of keys, and leave absent ones out.

function codesForm(codes: Codes): unknown {
  const ids = Object.keys(codes);
  if (ids.length === 0) return undefined;
  return Object.fromEntries(
    ids
      .sort((a, b) => Number(a) - Number(b))
      .map((id) => {
        const { type, parts, href, text, span } = codes[id] ?? { type: 'html', parts: [] };
        return [id, { type, parts, href, text, span }];
      }),
  );
}

/** The many entries that are a text and nothing else take a short way. */
function entryText(entry: SourceEntry): string {
  const { text, was, from, copyOf, unit } = entry;
  const plain = !text.includes('<') && !(was ?? from ?? copyOf ?? unit);
  return plain ? `{"text":${JSON.stringify(text)}}` : JSON.stringify(entryForm(entry));
}

function entryForm({ text, codes, was, from, copyOf, unit }: SourceEntry): object {
  const past = was?.map((w) => ({
    text: w.text,
    codes: codesForm(w.codes),
    edit: w.edit,
    decided: w.decided,
  }));
  return { text, codes: codesForm(codes), from, copyOf, unit, was: past?.length ? past : undefined };
}

function formatRetired(entry: RetiredEntry): string {
  const { became, after } = entry;
  return JSON.stringify({ ...entryForm(entry), became, after });
}

function formatTargetEntry(target: Target): string {
  const { text, state, origin, by, on, madeFrom, was, covers, comments } = target;
  const past = was?.map((w) => ({
    text: w.text,
    state: w.state,
    origin: w.origin,
    by: w.by,
    on: w.on,
    madeFrom: w.madeFrom,
    covers: coversForm(w.covers),
    import: w.import,
    of: w.of,
  }));
  return JSON.stringify({
    text,
    state,
    origin,
    by,
    on,
    madeFrom,
    was: past?.length ? past : undefined,
    covers: coversForm(covers),
    import: target.import,
    comments: comments?.length ? comments.map(commentForm) : undefined,
  });
}

function commentForm({ by, text }: Comment): object {
  return { by, text };
}

function coversForm(covers: readonly Cover[] | undefined): object | undefined {
  return covers?.length ? covers.map(({ id, madeFrom }) => ({ id, madeFrom })) : undefined;
}

function suggestionForm(suggestion: Suggestion): object {
  const { text, state, origin, by, madeFrom, base, reason, covers } = suggestion;
  return {
    text,
    state,
    origin,
    by,
    madeFrom,
    base,
    reason,
    covers: coversForm(covers),
    import: suggestion.import,
  };
}

function formatOrder({ ids, import: mark, was }: TargetOrder): string {
  const past = was?.map((one) => ({ ids: one.ids, import: one.import }));
  return JSON.stringify({ ids, import: mark, was: past?.length ? past : undefined });
}
