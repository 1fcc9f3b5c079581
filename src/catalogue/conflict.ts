/** The sides of a text with conflict markers; `base` where git was told to write it (diff3) and it is whole. */
export interface ConflictSides {
  readonly ours: string;
  readonly base: string | null;
  readonly theirs: string;
}

type Side = 'all' | 'ours' | 'base' | 'theirs';

const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?:\s.*)?$/;

/**
 * Takes a text with git's conflict markers apart, or gives null where there is none or they are out of order.
 * No line of a catalogue begins as a marker does. Linear.
 */
export function splitConflict(text: string): ConflictSides | null {
  if (!/^<{7}/m.test(text)) return null;
  const sides: Record<'ours' | 'base' | 'theirs', string[]> = { ours: [], base: [], theirs: [] };
  let side: Side = 'all';
  let based = true;
  let hasBase = false;
  for (const line of text.split('\n')) {
    const mark = MARKER.exec(line.replace(/\r$/, ''))?.[1]?.[0];
    const next: Side | null = mark === undefined ? side : follow(side, mark);
    if (next === null) return null;
    if (mark === undefined) {
      for (const name of ['ours', 'base', 'theirs'] as const) {
        if (side === 'all' || side === name) sides[name].push(line);
      }
    } else if (mark === '|') hasBase = true;
    else if (mark === '<') hasBase = false;
    else if (mark === '>') based &&= hasBase;
    side = next;
  }
  if (side !== 'all') return null;
  return {
    ours: sides.ours.join('\n'),
    base: based ? sides.base.join('\n') : null,
    theirs: sides.theirs.join('\n'),
  };
}

/** The side that begins after a marker, or null for a marker that cannot stand there. */
function follow(side: Side, mark: string): Side | null {
  if (mark === '<') return side === 'all' ? 'ours' : null;
  if (mark === '|') return side === 'ours' ? 'base' : null;
  if (mark === '=') return side === 'ours' || side === 'base' ? 'theirs' : null;
  return side === 'theirs' ? 'all' : null;
}
