import { compareStrings, sameStrings } from './compare.ts';
import { icuShapeOf } from './icu.ts';
import { type ReturnedPiece, shownCodes, textOf } from './inline.ts';
import { idOf, nameOf, pathOf } from './key.ts';
import { mergePlan, type PlanGroup } from './merge.ts';
import { type CodeKind, codesOf, piecesOf, type StringCode } from './pieces.ts';
import { joinPlans, leafAt, planOf } from './plan.ts';
import { formOf } from './plurals.ts';
import type { ReturnedString } from './read.ts';
import {
  type KeyPath,
  META_KEY,
  NEW_RESOURCE,
  newText,
  nodeAt,
  type Resource,
  type ResourceGroup,
  type ResourceNode,
  textAt,
} from './tree.ts';
import { formSourceOf, isTranslatable } from './units.ts';

/** Why a returned text is not taken. */
export type ImportRefusal =
  | 'unknown-key'
  | 'duplicate-key'
  | 'unreadable'
  | 'partly'
  | 'codes-lost'
  | 'codes-invented'
  | 'codes-nesting'
  | 'icu'
  | 'shape'
  | 'list-incomplete';

/** A returned text that is not taken: `codes` are those that are wrong. */
export interface RefusedString {
  readonly key: string;
  readonly reason: ImportRefusal;
  readonly line: number;
  readonly codes: readonly string[];
}

export interface ImportStringsOptions {
  readonly origin: 'human' | 'machine';
  readonly reviewed: boolean;
}

/** What an import did to one target file. */
export interface ImportedStrings {
  /** The target file as it is now; null where nothing changed. */
  readonly resource: Resource | null;
  readonly applied: readonly string[];
  readonly unchanged: readonly string[];
  readonly missing: readonly string[];
  /** Texts that were taken though their source has changed since they were sent. */
  readonly stale: readonly string[];
  readonly refused: readonly RefusedString[];
}

interface Accepted {
  readonly path: KeyPath;
  readonly line: number;
  readonly text: string;
  readonly stale: boolean;
}

/**
 * Takes one file's returned texts into a target file. `source` is the file that was sent, where it is at hand: then
 * what codes stand for is read from it, not from the return.
 */
export function importStrings(
  units: readonly ReturnedString[],
  source: Resource | null,
  target: Resource | null,
  options: ImportStringsOptions,
): ImportedStrings {
  const refused: RefusedString[] = [];
  const missing: string[] = [];
  const accepted = new Map<string, Accepted>();
  const plan: PlanGroup = { kind: 'group', entries: new Map() };
  for (const unit of units) {
    const path = pathOfUnit(unit, source);
    const judged = path === null ? refusal(unit, 'unknown-key') : judge(unit, path, source);
    const key = path === null ? (unit.name ?? unit.id) : nameOf(path);
    // A text that is not taken holds its place in the order all the same, unless it has none.
    const placed = path !== null && !('reason' in judged && judged.reason === 'unknown-key');
    const leaf = placed ? leafAt(plan, path) : null;
    if ('reason' in judged) refused.push({ ...judged, key });
    else if (leaf === null) refused.push({ ...refusal(unit, 'shape'), key });
    else if (accepted.has(key)) refused.push({ ...refusal(unit, 'duplicate-key'), key });
    else if (judged.text === '') missing.push(key);
    else {
      leaf.text = judged.text;
      accepted.set(key, { ...judged, line: unit.line });
    }
  }
  return taken({ accepted, missing, refused, plan, source, target: target ?? NEW_RESOURCE, options });
}

interface Judged {
  readonly accepted: Map<string, Accepted>;
  readonly missing: readonly string[];
  readonly refused: readonly RefusedString[];
  readonly plan: PlanGroup;
  readonly source: Resource | null;
  readonly target: Resource;
  readonly options: ImportStringsOptions;
}

function taken({ accepted, missing, refused, plan, source, target, options }: Judged): ImportedStrings {
  const whole = source === null ? plan : (joinPlans(planOf(source.root), plan) as PlanGroup);
  const { root, displaced } = mergePlan(target.root, whole);
  const lost = displaced.map(({ path, reason }): RefusedString => {
    const key = nameOf(path);
    const line = accepted.get(key)?.line ?? 0;
    accepted.delete(key);
    return { key, reason, line, codes: [] };
  });
  const kept = [...accepted].filter(([, { path, text }]) => textAt(target.root, path) === text);
  const unchanged = new Set(kept.map(([key]) => key));
  const applied = [...accepted.keys()].filter((key) => !unchanged.has(key));
  const stale = [...accepted].filter(([, one]) => one.stale).map(([key]) => key);
  const resource = applied.length === 0 ? null : { ...target, root: withMeta(root, options) };
  return { resource, applied, unchanged: [...unchanged], missing, stale, refused: [...refused, ...lost] };
}

/** Where a unit's text belongs: by its name, or by its id where a tool has lost the name. */
function pathOfUnit({ name, id }: ReturnedString, source: Resource | null): KeyPath | null {
  const path = name === null ? null : pathOf(name);
  if (path !== null || source === null) return path;
  return idsOf(source).get(id) ?? null;
}

const idsKnown = new WeakMap<Resource, ReadonlyMap<string, KeyPath>>();

function idsOf(source: Resource): ReadonlyMap<string, KeyPath> {
  const known = idsKnown.get(source);
  if (known) return known;
  const ids = new Map<string, KeyPath>();
  const visit = (node: ResourceNode, path: KeyPath): void => {
    if (node.kind === 'text') ids.set(idOf(path), path);
    else if (node.kind === 'list')
      for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    else if (node.kind === 'group') for (const [key, child] of node.entries) visit(child, [...path, key]);
  };
  visit(source.root, []);
  idsKnown.set(source, ids);
  return ids;
}

/** The text of a unit with its codes put in, or why it cannot be taken; an empty text is a missing one. */
function judge(
  unit: ReturnedString,
  path: KeyPath,
  source: Resource | null,
): Omit<Accepted, 'line'> | RefusedString {
  const own = source === null ? null : sourceTextOf(path, source);
  if (source !== null && own === null) return refusal(unit, 'unknown-key');
  if (!unit.readable) return refusal(unit, 'unreadable');
  if (unit.partly) return refusal(unit, 'partly');
  const codes = codesOfUnit(unit, own);
  const sent = textOf(unit.source, codes).text;
  const wanted = own ?? sent;
  const stale = own !== null && own !== sent;
  const { text, unknown } = textOf(unit.target ?? [], codes);
  if (!isTranslatable(text) && unknown.length === 0) return { path, text: '', stale: false };
  if (unknown.length > 0) return refusal(unit, 'codes-invented', unknown);
  const last = path.at(-1);
  const form = typeof last === 'string' ? formOf(last) : null;
  const difference = compareStrings(wanted, text, form !== null);
  if (sameStrings(difference)) return { path, text, stale };
  const { lost, invented, nesting, notIcu } = difference;
  if (notIcu) return refusal(unit, 'icu');
  if (lost.length > 0) return refusal(unit, 'codes-lost', lost);
  return invented.length > 0
    ? refusal(unit, 'codes-invented', invented)
    : refusal(unit, 'codes-nesting', nesting);
}

/** The source's own text for a path: its text, or for a form that only the target language has, that of `_other`. */
function sourceTextOf(path: KeyPath, source: Resource): string | null {
  if (path[0] === META_KEY) return null;
  const node = nodeAt(source.root, path);
  if (node === null) return formSourceOf(path, source);
  return node.kind === 'text' && isTranslatable(node.text) ? node.text : null;
}

/**
 * What a unit's codes stand for: read from our own source where its codes are those of the return, else from what the
 * return's source shows. A target's own attributes are never believed.
 */
function codesOfUnit(unit: ReturnedString, own: string | null): ReadonlyMap<string, StringCode> {
  const sent = [...shownCodes(unit.source), ...charactersIn(unit.target ?? [])];
  const shown = new Map(sent.map((code) => [code.id, code]));
  if (own === null) return shown;
  const codes = codesOf(piecesOf(own, icuShapeOf(own)?.chooses ?? false));
  const same = codes.every(({ id, open }) => shown.get(id)?.open === open);
  return same ? new Map([...shown, ...codes.map((code) => [code.id, code] as const)]) : shown;
}

/** Characters that XML forbids, which a target has as codes though its source has none. */
function charactersIn(pieces: readonly ReturnedPiece[]): readonly StringCode[] {
  return shownCodes(pieces).filter(({ open, kind }: { open: string; kind: CodeKind }) => {
    return kind === 'value' && /^[\u0000-\u001F\uFFFE\uFFFF\uD800-\uDFFF]$/u.test(open);
  });
}

function refusal(unit: ReturnedString, reason: ImportRefusal, codes: readonly string[] = []): RefusedString {
  return { key: unit.name ?? unit.id, reason, line: unit.line, codes };
}

/** Says who made the texts, where the file says so already or a machine made them. */
function withMeta(root: ResourceGroup, { origin, reviewed }: ImportStringsOptions): ResourceGroup {
  const known = root.entries.get(META_KEY);
  if (known?.kind !== 'group' && origin === 'human') return root;
  const meta = new Map(known?.kind === 'group' ? known.entries : []);
  meta.set('origin', newText(origin));
  meta.set('reviewed', newText(reviewed ? 'yes' : 'no'));
  const group: ResourceGroup = { kind: 'group', entries: meta };
  if (known !== undefined) return { kind: 'group', entries: new Map(root.entries).set(META_KEY, group) };
  return { kind: 'group', entries: new Map([[META_KEY, group], ...root.entries]) };
}
