import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { type CleanFile, type CleanUnit, type CleanXliff, cleanXliff } from './clean.ts';
import { type ReturnedPiece, returnedOf } from './inline.ts';
import { readTree, type XliffKind } from './package.ts';

/** A unit of a returned file. */
export interface ReturnedString extends CleanUnit {
  /** Whether the library read just what our own reader sees; nothing is taken from a unit where it did not. */
  readonly readable: boolean;
}

export interface ReturnedStrings extends Omit<CleanXliff, 'files'> {
  readonly files: readonly { readonly original: string; readonly units: readonly ReturnedString[] }[];
}

/**
 * Reads a file of strings as a translator returned it, through the library. Our own reader goes first: it refuses
 * what is damaged or hostile, and gives the library only what it reads without loss. Errors as of `readXliff`.
 */
export function readStrings(text: string, file: string): ReturnedStrings {
  const clean = cleanXliff(text, file);
  const guard = unusedCharacter(text);
  const tree = readTree(canonicalXml(clean, guard), clean.kind);
  const decode = (one: string): string => one.replaceAll(guard, '');
  const files = clean.files.map(({ original, units }, at) => {
    const read = tree.resources[`f${at}`] ?? {};
    return {
      original,
      units: units.map((unit, index): ReturnedString => {
        const { source, target } = read[`u${index}`] ?? {};
        const ours = [unit.source, unit.target ?? []];
        const theirs = [returnedOf(source, decode), returnedOf(target, decode)];
        return { ...unit, readable: JSON.stringify(ours) === JSON.stringify(theirs) };
      }),
    };
  });
  return { ...clean, files };
}

/**
 * A character that the text does not have, to put around each run of text: the library drops runs of white space and
 * what follows the last line break.
 */
function unusedCharacter(text: string): string {
  const candidates = Array.from({ length: 0xf8ff - 0xe000 }, (_, at) => String.fromCharCode(0xe000 + at));
  const few = candidates.slice(0, 8).find((char) => !text.includes(char) && !isReferredTo(char, text));
  if (few !== undefined) return few;
  const used = new Set(text);
  return candidates.find((char) => !used.has(char) && !isReferredTo(char, text)) ?? '\uF8FF';
}

/** Whether a character reference could bring a character in. */
function isReferredTo(char: string, text: string): boolean {
  const code = char.charCodeAt(0);
  return text.includes('&#') && new RegExp(`&#(?:0*${code}|x0*${code.toString(16)});`, 'i').test(text);
}

const ELEMENTS: Readonly<Record<XliffKind, Readonly<Record<'single' | 'pair' | 'start' | 'end', string>>>> = {
  '1.2': { single: 'x', pair: 'g', start: 'bx', end: 'ex' },
  '2.0': { single: 'ph', pair: 'pc', start: 'sc', end: 'ec' },
};

/** The file again with nothing in it that the library would lose, and with ids of our own. */
function canonicalXml({ kind, files }: CleanXliff, guard: string): string {
  const body = (units: readonly CleanUnit[]): string =>
    units.map((unit, index) => canonicalUnit(unit, `u${index}`, kind, guard)).join('');
  if (kind === '1.2') {
    const file = ({ units }: CleanFile, at: number): string =>
      `<file original="f${at}" source-language="und"><body>${body(units)}</body></file>`;
    return `<xliff version="1.2">${files.map(file).join('')}</xliff>`;
  }
  const file = ({ units }: CleanFile, at: number): string => `<file id="f${at}">${body(units)}</file>`;
  return `<xliff version="2.0" srcLang="und">${files.map(file).join('')}</xliff>`;
}

function canonicalUnit({ source, target }: CleanUnit, id: string, kind: XliffKind, guard: string): string {
  const content = (pieces: readonly ReturnedPiece[]): string =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return guard + escapeText(piece) + guard;
        const name = ELEMENTS[kind][piece.code];
        const start = `<${name} id="${escapeAttribute(piece.id)}" equiv-text="${escapeAttribute(piece.shown)}"`;
        return piece.code === 'pair' ? `${start}>${content(piece.children)}</${name}>` : `${start}/>`;
      })
      .join('');
  const translation = target === null ? '' : `<target>${content(target)}</target>`;
  const both = `<source>${content(source)}</source>${translation}`;
  return kind === '1.2'
    ? `<trans-unit id="${id}">${both}</trans-unit>`
    : `<unit id="${id}"><segment>${both}</segment></unit>`;
}
