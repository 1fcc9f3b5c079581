import type { Block, SourceInline } from '../model/block.ts';
import type { SoftBreaks } from '../model/catalogue.ts';
import { type Boundaries, plainOf } from './cut.ts';
import type { Cuts } from './stored.ts';

/** How a block is cut: at which line breaks, and where in the runs between those. */
export interface CutRule {
  readonly boundaries: Boundaries;
  readonly isBreak: (token: SourceInline) => boolean;
}

/** Cuts by the rules for sentences; soft line breaks as the document means them. */
export function freshRule(boundaries: Boundaries, softBreaks: SoftBreaks): CutRule {
  return {
    boundaries,
    isBreak: ({ kind }) => kind === 'hard' || (kind === 'soft' && softBreaks === 'boundary'),
  };
}

/** Cuts where a block's text is cut already: at soft line breaks only where they stand in such places. */
export function storedRule(cuts: Cuts, block: Block): CutRule {
  if (cuts.length === 0) return WHOLE;
  const known = new Set(cuts);
  const breaks = new Set<SourceInline>();
  let passed = 0;
  for (const token of block.inlines) {
    if (token.kind === 'soft' && known.has(passed)) breaks.add(token);
    passed += plainOf(token).replace(/\s+/g, '').length;
  }
  return {
    boundaries: cutter(cuts),
    isBreak: (token) => token.kind === 'hard' || breaks.has(token),
  };
}

const WHOLE: CutRule = { boundaries: () => [], isBreak: ({ kind }) => kind === 'hard' };

/** Finds the cuts in the block's runs as these are asked for. */
function cutter(cuts: Cuts): Boundaries {
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
