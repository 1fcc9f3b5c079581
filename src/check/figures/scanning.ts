import type { FigureLexicon } from '../../languages/figure-lexicon.ts';
import type { DateFigure, Figure, TimeFigure } from './figure.ts';
import type { Folded } from './fold.ts';

/** What scanning needs to know of a text. */
export interface Scan {
  readonly locale: string;
  readonly lexicon: FigureLexicon;
  readonly folded: Folded;
  /** By offset into the folded text, whether it is read already. */
  readonly taken: Uint8Array | null;
}

/** What scanning has found so far. */
export interface Finds {
  readonly numbers: Figure[];
  readonly dates: DateFigure[];
  readonly times: TimeFigure[];
}

/** Matches a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
