import { escapeAttribute } from '../xml/escape.ts';
import { asReturned, twiceEscaped, valueFor } from './inline.ts';
import { type StringsFormat, writeTree, type XliffKind, type XliffTree, type XliffUnit } from './package.ts';
import { readStrings } from './read.ts';
import type { StringUnit } from './units.ts';

/** One resource file's units. */
export interface StringsFile {
  /** The source file's path, with `/`. */
  readonly original: string;
  readonly units: readonly StringUnit[];
}

/** What a file of strings is written from. */
export interface StringsTransfer {
  readonly sourceLocale: string;
  readonly targetLocale: string;
  readonly files: readonly StringsFile[];
}

/** A file of strings, and the units that could not be carried, by file. */
export interface WrittenStrings {
  readonly text: string;
  readonly lost: readonly (readonly StringUnit[])[];
}

/**
 * Writes XLIFF through the library and reads it back: a unit that does not come back as it was sent is left out and
 * named. Files without units are left out.
 */
export function writeStrings(transfer: StringsTransfer, format: StringsFormat): WrittenStrings {
  const text = writeXml(transfer, format);
  const lost = lostUnits(transfer, text);
  if (lost.every((units) => units.length === 0)) return { text, lost };
  const files = transfer.files.map(({ original, units }, at) => {
    return { original, units: units.filter((unit) => !lost[at]?.includes(unit)) };
  });
  return { text: writeXml({ ...transfer, files }, format), lost };
}

function writeXml({ sourceLocale, targetLocale, files }: StringsTransfer, format: StringsFormat): string {
  const kind: XliffKind = format === 'xliff-1.2' ? '1.2' : '2.0';
  // Without a prototype: a file may be named `__proto__`.
  const resources: Record<string, Record<string, XliffUnit>> = Object.create(null);
  for (const { original, units } of files) {
    if (units.length === 0) continue;
    const name = kind === '1.2' ? escapeAttribute(original) : fileIdOf(original);
    resources[name] = Object.fromEntries(uniqueIds(units).map(([id, unit]) => [id, treeUnit(unit, kind)]));
  }
  const tree: XliffTree = { sourceLanguage: sourceLocale, targetLanguage: targetLocale, resources };
  return `<?xml version="1.0" encoding="UTF-8"?>${laidOut(writeTree(tree, kind))}\n`;
}

/** Ids are digests of 50 bits; should two ever agree, the later one gets a longer id. */
function uniqueIds(units: readonly StringUnit[]): readonly (readonly [string, StringUnit])[] {
  const used = new Set<string>();
  return units.map((unit) => {
    let { id } = unit;
    while (used.has(id)) id += 'x';
    used.add(id);
    return [id, unit] as const;
  });
}

function treeUnit({ name, source, target, notes }: StringUnit, kind: XliffKind): XliffUnit {
  const named = escapeAttribute(name);
  const space = { 'xml:space': 'preserve' };
  return {
    source: valueFor(source, kind),
    ...(target === null ? {} : { target: valueFor(target, kind) }),
    ...(notes.length === 0 ? {} : { note: notes.map((note) => twiceEscaped(visible(note))) }),
    additionalAttributes: kind === '1.2' ? { resname: named, ...space } : { name: named, ...space },
  };
}

/** A note with each character that XML forbids as U+FFFD: notes are not read back. */
function visible(note: string): string {
  return note.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu, '\uFFFD');
}

/** A path as an id of XLIFF 2, which is an NMTOKEN: `/` becomes `:`, other signs are `_` with their code point. */
export function fileIdOf(original: string): string {
  const id = original
    .replace(/[^A-Za-z0-9./-]/gu, (char) => `_${(char.codePointAt(0) ?? 0).toString(16)}_`)
    .replaceAll('/', ':');
  return /^[0-9.-]/.test(id) ? `_${id.charCodeAt(0).toString(16)}_${id.slice(1)}` : id;
}

/** The path that an id of XLIFF 2 stands for. */
export function originalOf(id: string): string {
  return id
    .replaceAll(':', '/')
    .replace(/_([0-9a-f]{1,6})_/g, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    );
}

const DEPTHS: Readonly<Record<string, number>> = {
  xliff: 0,
  file: 1,
  body: 2,
  unit: 2,
  'trans-unit': 3,
  notes: 3,
  segment: 3,
  source: 4,
  target: 4,
  note: 4,
};

/** A line for each element, outside of texts: in XML from the library every `<` begins a tag. */
function laidOut(xml: string): string {
  return xml.replace(/<(\/?)([a-z-]+)(?=[\s/>])/g, (tag, slash: string, name: string) => {
    const depth = DEPTHS[name];
    if (depth === undefined || (slash !== '' && depth === 4)) return tag;
    return `\n${'  '.repeat(depth)}${tag}`;
  });
}

/** The units that do not come back as they were sent, by file. */
function lostUnits({ files }: StringsTransfer, text: string): readonly (readonly StringUnit[])[] {
  const sent = files.filter(({ units }) => units.length > 0);
  if (sent.length === 0) return files.map(() => []);
  const back = readStrings(text, '').files;
  return files.map((file) => {
    const read = back[sent.indexOf(file)]?.units ?? [];
    return file.units.filter((unit, index) => {
      const found = read[index];
      const same =
        found?.readable === true &&
        found.name === unit.name &&
        JSON.stringify([found.source, found.target]) ===
          JSON.stringify([asReturned(unit.source), unit.target && asReturned(unit.target)]);
      return !same;
    });
  });
}
