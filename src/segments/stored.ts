import type { Block, ParsedDocument } from '../model/block.ts';
import type { SourceCatalogue, Wording } from '../model/catalogue.ts';
import { OBJECT, plainOf, standsInText } from './cut.ts';

/** Where a block's text is cut: counts of the characters before each cut that are no white space, rising. */
export type Cuts = readonly number[];

/** Gives the cuts that a block's text already has in a catalogue, or null where its text is not there. */
export type StoredBoundaries = (block: Block) => Cuts | null;

/**
 * The boundaries of a catalogue's units, by their text without white space: a unit whose text is unchanged keeps its
 * boundaries however its lines are wrapped and whatever the rules say now. Of units with one text the boundaries are
 * given in their order. A text that is put together from segments which the catalogue knows, earlier wordings and retired ones too, is cut
 * between them: so a text that comes back gets its boundaries back.
 */
export function storedBoundaries(catalogue: SourceCatalogue): StoredBoundaries {
  const byText = new Map<string, number[][]>();
  for (const { segments } of catalogue.units) {
    let text = '';
    const cuts: number[] = [];
    for (const id in segments) {
      const entry = segments[id];
      if (!entry) continue;
      if (text !== '') cuts.push(text.length);
      text += squeezedWording(entry);
    }
    const known = byText.get(text);
    if (known) known.push(cuts);
    else byText.set(text, [cuts]);
  }
  let tiles: Tiles | null = null;
  return (block) => {
    const text = squeezedText(block);
    const known = byText.get(text);
    if (!known) {
      tiles ??= tilesOf(catalogue);
      return tiling(text, tiles);
    }
    return (known.length > 1 ? known.shift() : known[0]) ?? [];
  };
}

/** The texts of known segments, earlier ones too, by how they begin, without white space; the longest first. */
type Tiles = ReadonlyMap<string, readonly string[]>;

const BEGINNING = 12;
/** Of segments that begin alike only so many are tried, so that the work stays linear. */
const MOST_ALIKE = 16;

function tilesOf({ units, retired }: SourceCatalogue): Tiles {
  const entries = [...units.flatMap(({ segments }) => Object.values(segments)), ...Object.values(retired)];
  const byBeginning = new Map<string, string[]>();
  const wordings = entries.flatMap((entry) => [entry, ...(entry.was ?? [])]);
  for (const text of new Set(wordings.map(squeezedWording))) {
    if (text === '') continue;
    const beginning = text.slice(0, BEGINNING);
    const alike = byBeginning.get(beginning);
    if (!alike) byBeginning.set(beginning, [text]);
    else if (alike.length < MOST_ALIKE) alike.push(text);
  }
  for (const alike of byBeginning.values()) alike.sort((a, b) => b.length - a.length);
  return byBeginning;
}

/** The cuts between known segments that make a text up, from its beginning to its end; null where they do not. */
function tiling(text: string, tiles: Tiles): Cuts | null {
  const cuts: number[] = [];
  let at = 0;
  while (at < text.length) {
    const tile = tileAt(text, at, tiles);
    if (tile === null) return null;
    at += tile.length;
    if (at < text.length) cuts.push(at);
  }
  return cuts.length === 0 ? null : cuts;
}

function tileAt(text: string, at: number, tiles: Tiles): string | null {
  const long = tiles.get(text.slice(at, at + BEGINNING))?.find((tile) => text.startsWith(tile, at));
  if (long !== undefined) return long;
  for (let length = BEGINNING - 1; length > 0; length--) {
    if (tiles.has(text.slice(at, at + length))) return text.slice(at, at + length);
  }
  return null;
}

/** How many soft line breaks are looked up, and how many characters on either side of each. */
const SAMPLE = 32;
const CONTEXT = 14;

/**
 * Whether a document was wrapped anew since its line breaks were taken for boundaries: of a sample of its soft line
 * breaks, more stand within stored segments than between them. Linear in the length of the document.
 */
export function isRewrapped(parsed: ParsedDocument, catalogue: SourceCatalogue): boolean {
  if (catalogue.softBreaks === 'space') return false;
  const places = softBreaksOf(parsed);
  if (places.length === 0) return false;
  const { text, cuts } = joined(catalogue);
  const step = Math.max(1, Math.floor(places.length / SAMPLE));
  let within = 0;
  let between = 0;
  for (let k = 0; k < places.length; k += step) {
    const [before, after] = places[k] ?? ['', ''];
    const at = text.indexOf(before + after);
    if (at >= 0 && cuts.has(at + before.length)) between++;
    else if (at >= 0) within++;
  }
  return within > between;
}

/** The characters around each soft line break that has text on both sides, without white space. */
function softBreaksOf(parsed: ParsedDocument): [before: string, after: string][] {
  return parsed.blocks.flatMap((block) => {
    if (!block.inlines.some(({ kind }) => kind === 'soft')) return [];
    const whole = squeezedText(block);
    let passed = 0;
    return block.inlines.flatMap((token): [string, string][] => {
      passed += squeeze(plainOf(token)).length;
      const before = whole.slice(Math.max(0, passed - CONTEXT), passed);
      const after = whole.slice(passed, passed + CONTEXT);
      return token.kind === 'soft' && before !== '' && after !== '' ? [[before, after]] : [];
    });
  });
}

/** All texts of a catalogue in one, a line a unit, and where segments meet. */
function joined(catalogue: SourceCatalogue): { text: string; cuts: Set<number> } {
  const cuts = new Set<number>();
  let text = '';
  for (const { segments } of catalogue.units) {
    text += '\n';
    for (const id in segments) {
      cuts.add(text.length);
      const entry = segments[id];
      if (entry) text += squeezedWording(entry);
    }
  }
  return { text, cuts };
}

function squeezedText(block: Block): string {
  return squeeze(block.inlines.map(plainOf).join(''));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

const STORED = /\s+|<([0-9]+)(\/?)>|<\/[0-9]+>|&lt;|&amp;/g;

/** A stored segment's text with one character for each code that stands in the text, as in a block's plain text. */
function squeezedWording({ text, codes }: Wording): string {
  if (!/[<&]/.test(text)) return squeeze(text);
  return text.replace(STORED, (token, id?: string, single?: string) => {
    if (token === '&lt;') return '<';
    if (token === '&amp;') return '&';
    return id !== undefined && single && standsInText(codes[id]?.type) ? OBJECT : '';
  });
}
