import type { Block } from '../model/block.ts';
import type { SourceCatalogue } from '../model/catalogue.ts';
import { type Codes, type Content, parseContent } from '../model/content.ts';
import { type Boundaries, OBJECT, plainOf, standsInText } from './cut.ts';

/** Gives the boundaries that a block's text already has in a catalogue, or null where its text is not there. */
export type StoredBoundaries = (block: Block) => Boundaries | null;

/**
 * The boundaries of a catalogue's units, by their text without white space: a unit whose text is unchanged keeps its
 * boundaries whatever the rules say now. Of units with one text the boundaries are given in their order.
 */
export function storedBoundaries(catalogue: SourceCatalogue): StoredBoundaries {
  const byText = new Map<string, number[][]>();
  for (const { segments } of catalogue.units) {
    let text = '';
    const cuts: number[] = [];
    for (const { text: stored, codes } of Object.values(segments)) {
      if (text !== '') cuts.push(text.length);
      text += squeeze(visible(parseContent(stored) ?? [], codes));
    }
    const known = byText.get(text);
    if (known) known.push(cuts);
    else byText.set(text, [cuts]);
  }
  return (block) => {
    const known = byText.get(squeeze(block.inlines.map(plainOf).join('')));
    if (!known) return null;
    const cuts = (known.length > 1 ? known.shift() : known[0]) ?? [];
    return cuts.length === 0 ? none : cutter(cuts);
  };
}

function none(): readonly number[] {
  return [];
}

/** Finds the cuts, counted in characters that are no white space, in the block's runs as these are asked for. */
function cutter(cuts: readonly number[]): Boundaries {
  let passed = 0;
  let next = 0;
  return (run) => {
    const offsets: number[] = [];
    let begun = false;
    for (let i = 0; i < run.length; i++) {
      if (isSpace(run, i)) continue;
      while ((cuts[next] ?? Infinity) < passed) next++;
      if (cuts[next] === passed) {
        if (begun) offsets.push(i);
        next++;
      }
      begun = true;
      passed++;
    }
    return offsets;
  };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || (code >= 0xa0 && /\s/.test(text[at] ?? ''));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A stored segment's text with one character for each code that stands in the text, as in a block's plain text. */
function visible(content: Content, codes: Codes): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') out += node.text;
    else if (node.children) out += visible(node.children, codes);
    else if (standsInText(codes[node.id]?.type)) out += OBJECT;
  }
  return out;
}
