import { createHash } from 'node:crypto';
import type {
  ImportMark,
  PastTarget,
  Suggestion,
  Target,
  TargetCatalogue,
  TargetOrder,
} from '../model/catalogue.ts';
import { pastOf } from '../model/past.ts';
import { own, withEntries } from '../model/table.ts';
import { stepBack } from './join.ts';

/** The digest of a returned file in the marks of its import: 16 hexadecimal digits of SHA-256 over its bytes. */
export function returnDigest(bytes: Uint8Array): string {
  const digest = createReturnDigest();
  digest.update(bytes);
  return digest.end();
}

/** The same for a file that comes in pieces. */
export function createReturnDigest(): { update(bytes: Uint8Array): void; end(): string } {
  const hash = createHash('sha256');
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    end: () => hash.digest('hex').slice(0, 16),
  };
}

/**
 * The number for the next import into the catalogues of a project, given in stored form: one more than the highest in
 * any mark. They are not parsed for it: a quotation mark within a text is escaped there, so what looks like a mark is
 * one. Linear.
 */
export function nextImport(stored: Iterable<string>): number {
  let last = 0;
  for (const text of stored) {
    for (const [, number] of text.matchAll(/"import":\s*"(\d+)-/g)) last = Math.max(last, Number(number));
  }
  return last + 1;
}

/** The mark of an import: what it stores carries it, until somebody changes that again. */
export function importMark(number: number, digest: string): ImportMark {
  return `${number}-${digest}`;
}

/** An import whose work still stands, wholly or in part. */
export interface StandingImport {
  readonly number: number;
  readonly digest: string;
  /** Segments whose current target it made, or for which it brought a suggestion. */
  readonly ids: readonly string[];
}

/** The imports that can be undone in a catalogue, the last first. Linear. */
export function standingImports(catalogue: TargetCatalogue): StandingImport[] {
  const found = new Map<ImportMark, Set<string>>();
  const add = (mark: ImportMark | undefined, id: string): void => {
    if (mark === undefined) return;
    const ids = found.get(mark);
    if (ids) ids.add(id);
    else found.set(mark, new Set([id]));
  };
  for (const [id, target] of Object.entries(catalogue.targets)) add(target.import, id);
  for (const [id, list] of Object.entries(catalogue.suggestions)) {
    for (const one of list) add(one.import, id);
  }
  for (const order of Object.values(catalogue.orders ?? {})) {
    for (const id of order.ids.slice(0, 1)) add(order.import, id);
  }
  return [...found]
    .map(([mark, ids]) => ({ ...partsOf(mark), ids: [...ids] }))
    .sort((one, other) => other.number - one.number || (one.digest < other.digest ? -1 : 1));
}

function partsOf(mark: ImportMark): { readonly number: number; readonly digest: string } {
  const cut = mark.indexOf('-');
  return { number: Number(mark.slice(0, cut)), digest: mark.slice(cut + 1) };
}

/** Which imports to undo: by number, by the digest of the returned file, or both. */
export interface UndoChoice {
  readonly number?: number;
  readonly digest?: string;
}

/** The catalogue without what an import did, and what became of each segment. */
export interface Undone {
  readonly target: TargetCatalogue;
  /** Segments whose target is again what it was before the import. */
  readonly undone: readonly string[];
  /** Segments whose target somebody changed since: it stays. */
  readonly kept: readonly string[];
  /** Texts that no longer wait, each with its segment. */
  readonly suggestions: readonly { readonly id: string; readonly text: string }[];
}

/**
 * Undoes an import: every target that it made and that nobody changed since gives way to the one before it, out of
 * `was`; segments that it joined have their own targets again. Nothing is lost: the texts that it brought stay among
 * the suggestions as `undone`, which wait for nothing; importing the file again takes them out. Linear.
 */
export function undoImport(catalogue: TargetCatalogue, choice: UndoChoice): Undone {
  const isMeant: IsMeant = (mark) => {
    if (mark === undefined) return false;
    const { number, digest } = partsOf(mark);
    return (choice.number ?? number) === number && (choice.digest ?? digest) === digest;
  };
  const { targets, texts, undone, kept } = withoutTargets(catalogue, isMeant);
  const { suggestions, gone } = withoutWaiting(catalogue, isMeant, texts);
  const orders = withoutOrders(catalogue.orders ?? {}, isMeant);
  if (undone.length + gone.length === 0 && orders === null) {
    return { target: catalogue, undone, kept, suggestions: [] };
  }
  const { orders: _orders, ...rest } = catalogue;
  const told = orders ?? catalogue.orders ?? {};
  const target = {
    ...rest,
    targets: withEntries(catalogue.targets, targets),
    suggestions,
    ...(Object.keys(told).length > 0 && { orders: told }),
  };
  return { target, undone, kept, suggestions: gone };
}

interface Changed {
  readonly targets: ReadonlyMap<string, Target | null>;
  /** The texts that gave way, by segment. */
  readonly texts: ReadonlyMap<string, readonly Suggestion[]>;
  readonly undone: readonly string[];
  readonly kept: readonly string[];
}

function withoutTargets({ targets: before }: TargetCatalogue, isMeant: IsMeant): Changed {
  const targets = new Map<string, Target | null>();
  const texts = new Map<string, readonly Suggestion[]>();
  const undone: string[] = [];
  const kept: string[] = [];
  for (const [id, target] of Object.entries(before)) {
    if (!isMeant(target.import)) {
      if (target.was?.some((past) => isMeant(past.import))) kept.push(id);
      continue;
    }
    const step = stepsBack(target, isMeant);
    // Somebody has given a covered segment its own target since: both cannot be.
    if ([...step.others.keys()].some((other) => own(before, other))) {
      kept.push(id);
      continue;
    }
    undone.push(id);
    targets.set(id, step.before);
    for (const [other, restored] of step.others) targets.set(other, restored);
    texts.set(
      id,
      step.texts.filter(({ text }) => text !== step.before?.text),
    );
  }
  return { targets, texts, undone, kept };
}

type IsMeant = (mark: ImportMark | undefined) => boolean;

interface Step {
  readonly before: Target | null;
  /** Own targets of segments that were covered. */
  readonly others: ReadonlyMap<string, Target>;
  /** The texts that give way, oldest first. */
  readonly texts: readonly Suggestion[];
}

/** Steps back over everything that the import did to one target. */
function stepsBack(target: Target, isMeant: IsMeant): Step {
  const others = new Map<string, Target>();
  const texts: Suggestion[] = [];
  let now: Target | null = target;
  while (now !== null && isMeant(now.import)) {
    const { before, others: returning } = stepBack(now);
    texts.unshift(undoneText(pastOf(now), before));
    for (const [id, other] of returning) others.set(id, other);
    now = before;
  }
  return { before: now, others, texts };
}

function undoneText({ import: _import, of: _of, ...past }: PastTarget, before: Target | null): Suggestion {
  const { covers, ...text } = past;
  return {
    ...text,
    ...(before !== null && { base: before.text }),
    reason: 'undone',
    ...(covers && { covers }),
  };
}

function withoutWaiting(
  catalogue: TargetCatalogue,
  isMeant: IsMeant,
  texts: ReadonlyMap<string, readonly Suggestion[]>,
): { suggestions: TargetCatalogue['suggestions']; gone: { id: string; text: string }[] } {
  const lists = new Map<string, readonly Suggestion[]>();
  const gone: { id: string; text: string }[] = [];
  for (const id of new Set([...Object.keys(catalogue.suggestions), ...texts.keys()])) {
    const before = own(catalogue.suggestions, id) ?? [];
    const after = before.map((one): Suggestion => {
      if (!isMeant(one.import)) return one;
      gone.push({ id, text: one.text });
      const { import: _import, ...rest } = one;
      return { ...rest, reason: 'undone' };
    });
    const known = new Set(after.map(({ text }) => text));
    lists.set(id, [...after, ...(texts.get(id) ?? []).filter(({ text }) => !known.has(text))]);
  }
  return { suggestions: withEntries(catalogue.suggestions, lists), gone };
}

/** The orders of targets without those that the import told; null where it told none. */
function withoutOrders(
  orders: Readonly<Record<string, TargetOrder>>,
  isMeant: IsMeant,
): Record<string, TargetOrder> | null {
  const changed = new Map<string, TargetOrder | null>();
  for (const [unit, order] of Object.entries(orders)) {
    let now: TargetOrder | null = order;
    while (now !== null && isMeant(now.import)) {
      const was: NonNullable<TargetOrder['was']> = now.was ?? [];
      const last = was.at(-1);
      const earlier = was.slice(0, -1);
      const plain = last === undefined || (last.ids.length === 0 && earlier.length === 0);
      now = plain ? null : { ...last, ...(earlier.length > 0 && { was: earlier }) };
    }
    if (now !== order) changed.set(unit, now);
  }
  return changed.size === 0 ? null : withEntries(orders, changed);
}
