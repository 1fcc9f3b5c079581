import type { MarkToken, Token } from './markdown-write-tokens.ts';

/** What a character is for the rules of emphasis: `w` white space, `p` punctuation, `l` anything else. */
export type Side = 'w' | 'p' | 'l';

/** Delimiters that stand together and are read as one run. `at`: index of its first token. */
export interface DelimiterRun {
  readonly mark: string;
  readonly tokens: readonly MarkToken[];
  readonly at: number;
}

/** Groups neighbouring delimiters of one character. */
export function runsOf(tokens: readonly Token[]): DelimiterRun[] {
  const runs: DelimiterRun[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'mark') continue;
    const { mark } = token.pair;
    const group: MarkToken[] = [token];
    for (let next = tokens[at + group.length]; next?.kind === 'mark'; next = tokens[at + group.length]) {
      if (next.pair.mark !== mark) break;
      group.push(next);
    }
    runs.push({ mark, tokens: group, at });
    at += group.length - 1;
  }
  return runs;
}

/** Whether a run between two characters can open or close. https://spec.commonmark.org/0.31.2/#delimiter-run */
export function flanking(mark: string, before: Side, after: Side): Ability {
  const left = after !== 'w' && (after !== 'p' || before !== 'l');
  const right = before !== 'w' && (before !== 'p' || after !== 'l');
  if (mark !== '_') return { open: left, close: right };
  return { open: left && (!right || before === 'p'), close: right && (!left || after === 'p') };
}

/** What a run can do. */
export interface Ability {
  readonly open: boolean;
  readonly close: boolean;
}

interface OpenRun {
  readonly mark: string;
  readonly scope: number;
  readonly size: number;
  readonly both: boolean;
  /** What is not used yet, the innermost last. */
  readonly slots: MarkToken[];
}

/**
 * Whether a Markdown reader pairs the delimiters as they are meant, when `abilityOf` is what it thinks of a run: the
 * procedure of https://spec.commonmark.org/0.31.2/#process-emphasis, which ends here at the first pair that differs.
 * `asLeft`: the rule of three looks at what is left of the runs, as micromark does, not at what they were.
 */
export function pairsAsMeant(
  runs: readonly DelimiterRun[],
  abilityOf: (run: DelimiterRun) => Ability,
  asLeft: boolean,
): boolean {
  const stack: OpenRun[] = [];
  for (const run of runs) {
    const can = abilityOf(run);
    const size = sizeOf(run.tokens);
    if (run.mark === '~' && run.tokens.length > 1) return false;
    const left = [...run.tokens];
    while (left.length > 0 && can.close) {
      const closer = {
        mark: run.mark,
        scope: scopeOf(run),
        size: asLeft ? sizeOf(left) : size,
        both: can.open,
      };
      const opener = findOpener(stack, closer, asLeft);
      if (!opener) break;
      if (!matches(opener, left, run.mark)) return false;
      left.shift();
      opener.slots.pop();
      stack.length = stack.indexOf(opener) + (opener.slots.length > 0 ? 1 : 0);
    }
    if (left.some((token) => !token.open)) return false;
    if (left.length > 0 && !can.open) return false;
    if (left.length > 0) {
      stack.push({ mark: run.mark, scope: scopeOf(run), size, both: can.open && can.close, slots: left });
    }
  }
  return stack.length === 0;
}

function scopeOf(run: DelimiterRun): number {
  return run.tokens[0]?.pair.scope ?? 0;
}

function sizeOf(tokens: readonly MarkToken[]): number {
  return tokens.reduce((sum, { pair }) => sum + pair.size, 0);
}

function findOpener(stack: OpenRun[], closer: Omit<OpenRun, 'slots'>, asLeft: boolean): OpenRun | undefined {
  return stack.findLast((opener) => {
    if (opener.mark !== closer.mark || opener.scope !== closer.scope) return false;
    const size = asLeft ? sizeOf(opener.slots) : opener.size;
    if (closer.mark === '~') return size === closer.size;
    if (!closer.both && !opener.both) return true;
    return (size + closer.size) % 3 !== 0 || (size % 3 === 0 && closer.size % 3 === 0);
  });
}

/** Whether the pair that a reader makes next is the one that is meant. */
function matches(opener: OpenRun, left: readonly MarkToken[], mark: string): boolean {
  const innermost = opener.slots.at(-1);
  const closing = left[0];
  if (!innermost || !closing || closing.open || innermost.pair !== closing.pair) return false;
  if (mark === '~') return true;
  const two = sizeOf(opener.slots) >= 2 && sizeOf(left) >= 2;
  return closing.pair.size === (two ? 2 : 1);
}
