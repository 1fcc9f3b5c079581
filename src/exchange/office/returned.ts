import { STATES, type State } from '../../model/catalogue.ts';
import type { Returned, ReturnedSegment, TransferFormat } from '../../model/transfer.ts';
import { parseMarked } from '../tables/marks.ts';

/** A row of a table as it came back. */
interface ReturnedRow {
  readonly id: string;
  readonly line: number;
  readonly source: string;
  readonly target: string;
  readonly state: string;
  /** The translator's remark; empty for none. */
  readonly comment: string;
  /** What keeps the row from being read. */
  readonly problem: string | null;
}

/** What a table says of the handoff that it was. */
export interface Reference {
  readonly document: string | null;
  readonly handoff: string | null;
  /** Empty where it is not known. */
  readonly sourceLocale: string;
  readonly targetLocale: string | null;
}

/** Puts rows to the handoffs that they belong to, in the order in which those are first seen. */
export class Returns {
  private readonly format: TransferFormat;
  private readonly found: Map<string, { reference: Reference; segments: ReturnedSegment[] }> = new Map();

  constructor(format: TransferFormat) {
    this.format = format;
  }

  /** Begins a handoff, should it have no row. */
  begin(reference: Reference): ReturnedSegment[] {
    const { document, handoff, sourceLocale, targetLocale } = reference;
    const key = JSON.stringify([document, handoff, sourceLocale, targetLocale]);
    let group = this.found.get(key);
    if (group === undefined) {
      group = { reference, segments: [] };
      this.found.set(key, group);
    }
    return group.segments;
  }

  add(reference: Reference, row: ReturnedRow): void {
    const segments = this.begin(reference);
    const source = parseMarked(row.source);
    const target = parseMarked(row.target);
    segments.push({
      id: row.id,
      unit: null,
      line: row.line,
      column: 1,
      source: source.content,
      target: target.content,
      state: stateOf(row.state),
      problem: row.problem ?? source.problem ?? target.problem,
      ...(row.comment === '' ? {} : { comment: row.comment }),
    });
  }

  finish(): Returned[] {
    return [...this.found.values()].map(({ reference, segments }) => ({
      format: this.format,
      ...reference,
      segments,
    }));
  }
}

function stateOf(text: string): State | null {
  const word = text.slice(0, 64).trim().toLowerCase();
  return STATES.find((state) => state === word) ?? null;
}

/** A tag as tables hold it: with a language, a script, a region and so on between hyphens. */
export const TAG: RegExp = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}$/;
