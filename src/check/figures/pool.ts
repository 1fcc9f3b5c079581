import type { Text } from '../text.ts';
import type { DateFigure, Figure, Figures, TimeFigure } from './figure.ts';

/** The figures of one side, and which of them have been found on the other. */
export class Pool {
  readonly text: Text;
  readonly figures: Figures;
  /** Dates and times that have been found. */
  readonly read: Set<DateFigure | TimeFigure> = new Set();
  private readonly taken = new Set<Figure>();

  constructor(text: Text, figures: Figures) {
    this.text = text;
    this.figures = figures;
  }

  take(figure: Figure): void {
    this.taken.add(figure);
  }

  isTaken(figure: Figure): boolean {
    return this.taken.has(figure);
  }

  /** All that have not been found. */
  open(): Figure[] {
    return this.figures.numbers.filter((figure) => !this.taken.has(figure));
  }

  count(): number {
    return this.taken.size + this.read.size;
  }

  hasRest(): boolean {
    return this.figures.numbers.some((figure) => !figure.isOptional && !this.taken.has(figure));
  }

  /** Those that are missed if they are not found. */
  rest(): Figure[] {
    return this.open().filter(({ kind, isOptional }) => kind === 'number' && !isOptional);
  }

  /** Those that may be said otherwise in another language. */
  names(): Figure[] {
    return this.open().filter(({ kind }) => kind !== 'number');
  }

  openDates(): DateFigure[] {
    return this.figures.dates.filter((date) => !date.isWeak && !this.read.has(date));
  }

  openTimes(): TimeFigure[] {
    return this.figures.times.filter((time) => !time.isWeak && !this.read.has(time));
  }
}
