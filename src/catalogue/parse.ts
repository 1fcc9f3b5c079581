import type { UnitKind } from '../model/block.ts';
import {
  type CatalogueUnit,
  type Comment,
  type Cover,
  EDIT_CLASSES,
  type EditClass,
  type HandoffRecord,
  type HandoffSegment,
  type ImportMark,
  ORIGINS,
  type Origin,
  type PastTarget,
  type PastWording,
  type RetiredEntry,
  type SourceCatalogue,
  type SourceEntry,
  STATES,
  type State,
  SUGGESTION_REASONS,
  type Suggestion,
  type SuggestionReason,
  type Target,
  type TargetCatalogue,
  type TargetOrder,
} from '../model/catalogue.ts';
import { type Code, type Codes, parseContent } from '../model/content.ts';
import { STORED_VERSION } from './json.ts';
import { invalid, isObject, isOptional, readStored, type Stored, tableAt, textAt } from './shape.ts';

const SEGMENT_ID = /^s[0-9a-z]{8}$/;
const UNIT_ID = /^u[0-9a-z]{8}$/;

/** Reads a stored source catalogue. Errors: `catalogue-invalid` (with line), `catalogue-newer`. */
export function parseSource(text: string, file: string): SourceCatalogue {
  return sourceFrom(readStored(text, file, STORED_VERSION));
}

/** The source catalogue in a stored file. Errors as `parseSource`. */
export function sourceFrom(stored: Stored): SourceCatalogue {
  const softBreaks = textAt(stored, 'softBreaks');
  if (softBreaks !== 'space' && softBreaks !== 'boundary') throw invalid(stored, 'softBreaks');
  const { units } = stored.value;
  if (!Array.isArray(units)) throw invalid(stored, 'units');
  const seen = new Set<string>();
  return {
    document: textAt(stored, 'document'),
    locale: textAt(stored, 'locale'),
    softBreaks,
    profile: textAt(stored, 'profile'),
    units: units.map((unit) => unitOf(stored, unit, seen)),
    retired: Object.fromEntries(
      tableAt(stored, 'retired').map(([id, value]) => {
        if (seen.has(id)) throw invalid(stored, id);
        return [id, sourceEntry(stored, id, value)];
      }),
    ),
  };
}

/** Reads a stored target catalogue. Errors as `parseSource`. */
export function parseTarget(text: string, file: string): TargetCatalogue {
  return targetFrom(readStored(text, file, STORED_VERSION));
}

/** The target catalogue in a stored file. Errors as `parseSource`. */
export function targetFrom(stored: Stored): TargetCatalogue {
  const orders = optionalTable(stored, 'orders').map(([id, value]) => [id, orderOf(stored, id, value)]);
  const remarks = optionalTable(stored, 'remarks').map(([id, value]) => [id, commentsOf(stored, id, value)]);
  return {
    document: textAt(stored, 'document'),
    locale: textAt(stored, 'locale'),
    targets: Object.fromEntries(
      tableAt(stored, 'targets').map(([id, value]) => [id, targetOf(stored, id, value)]),
    ),
    suggestions: Object.fromEntries(
      tableAt(stored, 'suggestions').map(([id, value]) => {
        if (!SEGMENT_ID.test(id) || !Array.isArray(value)) throw invalid(stored, id);
        return [id, value.map((one) => suggestionOf(stored, id, one))];
      }),
    ),
    ...(orders.length > 0 && { orders: Object.fromEntries(orders) }),
    ...(remarks.length > 0 && { remarks: Object.fromEntries(remarks) }),
  };
}

/** Reads a handoff's stored record. Errors as `parseSource`. */
export function parseRecord(text: string, file: string): HandoffRecord {
  const stored = readStored(text, file, STORED_VERSION);
  const orders = optionalTable(stored, 'orders').map(([id, value]) => {
    if (!UNIT_ID.test(id) || !isTexts(value)) throw invalid(stored, id);
    return [id, value] as const;
  });
  return {
    document: textAt(stored, 'document'),
    locale: textAt(stored, 'locale'),
    sourceLocale: textAt(stored, 'sourceLocale'),
    format: textAt(stored, 'format'),
    digest: textAt(stored, 'digest'),
    segments: Object.fromEntries(
      tableAt(stored, 'segments').map(([id, value]) => [id, sentOf(stored, id, value)]),
    ),
    ...(orders.length > 0 && { orders: Object.fromEntries(orders) }),
  };
}

function unitOf(stored: Stored, unit: unknown, seen: Set<string>): CatalogueUnit {
  if (!isObject(unit)) throw invalid(stored, 'units');
  const { id, kind, segments } = unit;
  if (typeof id !== 'string' || !UNIT_ID.test(id) || seen.has(id)) throw invalid(stored, String(id));
  if (typeof kind !== 'string' || !isObject(segments)) throw invalid(stored, id);
  seen.add(id);
  const entries = Object.entries(segments).map(([key, value]) => {
    if (seen.has(key)) throw invalid(stored, key);
    seen.add(key);
    return [key, sourceEntry(stored, key, value)] as const;
  });
  return { id, kind: kind as UnitKind, segments: Object.fromEntries(entries) };
}

function sourceEntry(stored: Stored, id: string, value: unknown): SourceEntry & RetiredEntry {
  if (!SEGMENT_ID.test(id) || !isObject(value)) throw invalid(stored, id);
  const { text, codes, was, from, copyOf, unit, became, after } = value;
  if (!isStoredText(text) || ![from, copyOf, unit, after].every(isOptional)) throw invalid(stored, id);
  if (became !== undefined && !(Array.isArray(became) && became.every((one) => typeof one === 'string'))) {
    throw invalid(stored, id);
  }
  if (was !== undefined && !Array.isArray(was)) throw invalid(stored, id);
  return {
    text,
    codes: codesOf(stored, id, codes),
    ...(was && { was: was.map((one) => pastWording(stored, id, one)) }),
    ...(from !== undefined && { from: from as string }),
    ...(copyOf !== undefined && { copyOf: copyOf as string }),
    ...(became !== undefined && { became: became as string[] }),
    ...(after !== undefined && { after: after as string }),
    ...(unit !== undefined && { unit: unit as string }),
  };
}

function pastWording(stored: Stored, id: string, value: unknown): PastWording {
  if (!isObject(value)) throw invalid(stored, id);
  const { text, codes, edit, decided } = value;
  if (!isStoredText(text) || !EDIT_CLASSES.includes(edit as EditClass)) throw invalid(stored, id);
  const past = { text, codes: codesOf(stored, id, codes), edit: edit as EditClass };
  return decided === true ? { ...past, decided } : past;
}

function isStoredText(text: unknown): text is string {
  return typeof text === 'string' && (!/[<&]/.test(text) || parseContent(text) !== null);
}

function codesOf(stored: Stored, id: string, codes: unknown): Codes {
  if (codes === undefined) return {};
  if (!isObject(codes)) throw invalid(stored, id);
  for (const [number, code] of Object.entries(codes)) {
    const fine =
      /^[1-9][0-9]{0,8}$/.test(number) &&
      isObject(code) &&
      typeof code['type'] === 'string' &&
      [code['href'], code['text'], code['span']].every(isOptional) &&
      Array.isArray(code['parts']) &&
      code['parts'].every(
        (part) => typeof part === 'string' || (isObject(part) && typeof part['unit'] === 'string'),
      );
    if (!fine) throw invalid(stored, id);
  }
  return codes as Record<string, Code>;
}

function pastTarget(stored: Stored, id: string, value: unknown): PastTarget {
  if (!isObject(value)) throw invalid(stored, id);
  const { text, state, origin, by, on, madeFrom, covers, of } = value;
  const fine = isStoredText(text) && typeof madeFrom === 'string' && [by, on, of].every(isOptional);
  if (!fine || !STATES.includes(state as State) || !ORIGINS.includes(origin as Origin))
    throw invalid(stored, id);
  if (covers !== undefined && !(Array.isArray(covers) && covers.every(isCover))) throw invalid(stored, id);
  return {
    text,
    state: state as State,
    origin: origin as Origin,
    ...(by !== undefined && { by: by as string }),
    ...(on !== undefined && { on: on as string }),
    madeFrom,
    ...(covers !== undefined && { covers }),
    ...markOf(stored, id, value),
    ...(of !== undefined && { of: of as string }),
  };
}

function isCover(value: unknown): value is Cover {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['madeFrom'] === 'string';
}

function markOf(
  stored: Stored,
  id: string,
  value: Readonly<Record<string, unknown>>,
): { readonly import?: ImportMark } {
  const mark = value['import'];
  if (mark === undefined) return {};
  if (!isImportMark(mark)) throw invalid(stored, id);
  return { import: mark };
}

function isImportMark(value: unknown): value is ImportMark {
  return typeof value === 'string' && /^[1-9][0-9]{0,8}-[0-9a-f]{16}$/.test(value);
}

function orderOf(stored: Stored, id: string, value: unknown): TargetOrder {
  if (!UNIT_ID.test(id) || !isObject(value)) throw invalid(stored, id);
  const { ids, was } = value;
  if (!isTexts(ids) || !(was === undefined || Array.isArray(was))) throw invalid(stored, id);
  return {
    ids,
    ...markOf(stored, id, value),
    ...(was !== undefined && { was: was.map((one) => orderOf(stored, id, one)) }),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function optionalTable(stored: Stored, key: string): [string, unknown][] {
  return stored.value[key] === undefined ? [] : tableAt(stored, key);
}

function targetOf(stored: Stored, id: string, value: unknown): Target {
  if (!SEGMENT_ID.test(id) || !isObject(value)) throw invalid(stored, id);
  const { was = [], comments } = value;
  if (!Array.isArray(was)) throw invalid(stored, id);
  const past = (was as unknown[]).map((one) => pastTarget(stored, id, one));
  return {
    ...pastTarget(stored, id, value),
    ...(past.length > 0 && { was: past }),
    ...(comments !== undefined && { comments: commentsOf(stored, id, comments) }),
  };
}

function commentsOf(stored: Stored, id: string, value: unknown): readonly Comment[] {
  const fits = (one: unknown): one is Comment =>
    isObject(one) && typeof one['text'] === 'string' && isOptional(one['by']);
  if (!SEGMENT_ID.test(id) || !Array.isArray(value) || !value.every(fits)) throw invalid(stored, id);
  return value;
}

function suggestionOf(stored: Stored, id: string, value: unknown): Suggestion {
  const past = pastTarget(stored, id, value);
  const { base, reason } = value as Record<string, unknown>;
  if (!isOptional(base) || !SUGGESTION_REASONS.includes(reason as SuggestionReason))
    throw invalid(stored, id);
  return { ...past, ...(base !== undefined && { base }), reason: reason as SuggestionReason };
}

function sentOf(stored: Stored, id: string, value: unknown): HandoffSegment {
  if (!SEGMENT_ID.test(id) || !isObject(value)) throw invalid(stored, id);
  const { source, hash, target, state } = value;
  if (!isStoredText(source) || typeof hash !== 'string' || !isOptional(target)) throw invalid(stored, id);
  if (state !== undefined && !STATES.includes(state as State)) throw invalid(stored, id);
  return {
    source,
    hash,
    ...(target !== undefined && { target }),
    ...(state !== undefined && { state: state as State }),
  };
}
