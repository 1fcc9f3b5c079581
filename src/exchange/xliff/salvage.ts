import { HexaplaError } from '../../model/error.ts';
import type { Returned } from '../../model/transfer.ts';
import { decodeLoosely } from '../xml/loose.ts';
import { scanTags } from '../xml/tags.ts';
import { readXliff } from './read.ts';
import { type Damaged, type Frame, SalvageFrames, type WholeUnit } from './salvage-frames.ts';
import { type Line, lineAt, linesOf, Restored } from './salvage-restore.ts';

/** A piece of a file that could not be read. Lines and columns count from 1. */
export interface Damage {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /**
   * What is wrong with it first, in one word: those of `xml-syntax`, or `entity`; `nested` for a file within the file,
   * `depth` for elements too deep, `file` for units whose `file` element is lost.
   */
  readonly reason: string;
  /** The ids of the units (of XLIFF 1.2: the trans-units) that are lost with it, in the order of the text. */
  readonly units: readonly string[];
}

export interface Salvage {
  readonly returned: Returned[];
  /** In the order of the text; empty for a file that is not damaged. */
  readonly damage: readonly Damage[];
}

/**
 * Reads what is whole of a file that may be damaged: each unit (of XLIFF 1.2: each trans-unit) that is well formed by
 * itself and whose `file` element is known. Nothing is taken from a unit with a fault of its own, and no end tag is
 * guessed. Errors: those of `readXliff` but for what is not well formed; when nothing is whole, the reader's own. A
 * return without damage is what `readXliff` gives. Linear.
 */
export function salvageXliff(text: string, file: string): Salvage {
  const error = problemOf(text, file);
  if (!(error instanceof HexaplaError)) return { returned: error, damage: [] };
  const frames = new SalvageFrames(text);
  scanTags(text, frames, (section) => /<\/(?:[^\s<>/:]+:)?(?:trans-)?unit\s*>/.test(section));
  frames.end();
  if (frames.files.length === 0) throw error;
  const lines = linesOf(text);
  const told = damageOf(text, frames.damaged, { lines, error });
  const { returned, emptied } = withoutEmptied(readWhole(text, frames, { lines, file }));
  return { returned, damage: inOrder([...told, ...emptied]) };
}

/** A unit without a source is one that an end tag too early has cut. */
function withoutEmptied(read: readonly Returned[]): { returned: Returned[]; emptied: Damage[] } {
  const emptied: Damage[] = [];
  const returned = read.map((one) => ({
    ...one,
    segments: one.segments.filter(({ id, line, column, problem }) => {
      if (problem !== 'no-source') return true;
      emptied.push({ line, column, endLine: line, reason: 'unopened', units: [id] });
      return false;
    }),
  }));
  return { returned, emptied };
}

function inOrder(damage: readonly Damage[]): Damage[] {
  return damage.toSorted((one, other) => one.line - other.line || one.column - other.column);
}

/** The same from bytes; what is not in the file's encoding is damage. Error besides: `not-utf8` for another encoding. */
export function salvageXliffBytes(bytes: Uint8Array, file: string): Salvage {
  return salvageXliff(decodeLoosely(bytes, file), file);
}

function problemOf(text: string, file: string): Returned[] | HexaplaError {
  try {
    return readXliff(text, file);
  } catch (error) {
    const damaged = error instanceof HexaplaError && /^xml-(?:syntax|entity)$/.test(error.code);
    if (!damaged) throw error;
    return error;
  }
}

interface Source {
  readonly lines: readonly number[];
  readonly file: string;
}

function readWhole(text: string, { files, units }: SalvageFrames, { lines, file }: Source): Returned[] {
  const byFile = new Map<Frame, WholeUnit[]>(files.map((one) => [one, []]));
  for (const unit of units) if (unit.context.file !== null) byFile.get(unit.context.file)?.push(unit);
  const byRoot = new Map<Frame, Frame[]>();
  for (const one of files) {
    const { root } = one.context;
    if (root === null) continue;
    const list = byRoot.get(root);
    if (list === undefined) byRoot.set(root, [one]);
    else list.push(one);
  }
  return [...byRoot].flatMap(([root, own]) => {
    const restored = new Restored(text, lines);
    restored.addRoot(root, own, byFile);
    return readXliff(restored.text(), file).map((one) => ({
      ...one,
      segments: one.segments.map((segment) => ({ ...segment, ...restored.placeOf(segment) })),
    }));
  });
}

function damageOf(
  text: string,
  damaged: readonly Damaged[],
  { lines, error }: { lines: readonly number[]; error: HexaplaError },
): Damage[] {
  const out: { start: number; end: number; reason: string; units: string[] }[] = [];
  for (const { start, end, reason, unit } of damaged.toSorted((one, other) => one.start - other.start)) {
    const last = out.at(-1);
    const near = last !== undefined && start - last.end < 400 && !/\S/.test(text.slice(last.end, start));
    if (last !== undefined && (near || start < last.end)) {
      last.end = Math.max(last.end, end);
      if (unit !== null) last.units.push(unit);
    } else {
      out.push({ start, end, reason, units: unit === null ? [] : [unit] });
    }
  }
  const place = ({ line = 1, column = 1 }: HexaplaError['place']): Line => ({ line, column });
  const told = out.map(({ start, end, reason, units }): Damage => {
    const { line, column } = lineAt(lines, start);
    return { line, column, endLine: lineAt(lines, end).line, reason, units };
  });
  const first = place(error.place);
  if (told.some(({ line, endLine }) => line <= first.line && first.line <= endLine)) return told;
  const reason = error.code === 'xml-entity' ? 'entity' : String(error.values['reason'] ?? 'syntax');
  const own: Damage = { ...first, endLine: first.line, reason, units: [] };
  return [...told, own];
}
