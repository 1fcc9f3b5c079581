import type { Content, Inline } from '../model/content.ts';
import type { Edit } from '../model/finding.ts';
import { CODE } from './text.ts';

/** A run of text in content, with its place in the plain text (UTF-16). */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  /** Its edits in order, once they are given out. */
  readonly edits: Edit[];
}

/**
 * Applies edits of a text's `plain` to its content, all codes kept: paired codes take no place in `plain`, a single one is
 * one `CODE`. Null where an edit touches a code or reaches across one, where two overlap or insert at one place, or where
 * one is out of bounds.
 */
export function applyEdits(content: Content, edits: readonly Edit[]): Content | null {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  if (!areApart(ordered)) return null;
  const merged = mergedContent(content);
  const runs: Run[] = [];
  const length = collectRuns(merged, 0, 0, runs);
  if (length === 0 && runs.length === 0) return textAlone(merged, ordered);
  for (const edit of ordered) {
    const run = runFor(runs, edit);
    if (!run) return null;
    run.edits.push(edit);
  }
  return mergedContent(rewritten(merged, runs.values()));
}

function areApart(ordered: readonly Edit[]): boolean {
  return ordered.every((edit, at) => {
    const before = ordered[at - 1];
    if (edit.start < 0 || edit.end < edit.start || edit.text.includes(CODE)) return false;
    if (!before) return true;
    const isSamePlace = edit.start === edit.end && before.start === before.end && edit.start === before.start;
    return before.end <= edit.start && !isSamePlace;
  });
}

/** Content with neighbouring texts made one, and without empty ones. */
function mergedContent(content: Content): Content {
  const out: Inline[] = [];
  for (const node of content) {
    const last = out.at(-1);
    if (node.kind === 'code')
      out.push(node.children ? { ...node, children: mergedContent(node.children) } : node);
    else if (last?.kind === 'text') out[out.length - 1] = { kind: 'text', text: last.text + node.text };
    else if (node.text !== '') out.push(node);
  }
  return out;
}

/** Collects the runs of text in order, and gives the place after the content. */
function collectRuns(content: Content, from: number, depth: number, runs: Run[]): number {
  let place = from;
  for (const node of content) {
    if (node.kind === 'text') {
      runs.push({ start: place, end: place + node.text.length, depth, edits: [] });
      place += node.text.length;
    } else if (node.children === null) place += 1;
    else place = collectRuns(node.children, place, depth + 1, runs);
  }
  return place;
}

/** The run that holds an edit; between two runs an insertion goes into the one in fewer codes, or into the earlier. */
function runFor(runs: readonly Run[], { start, end }: Edit): Run | null {
  let best: Run | null = null;
  let low = 0;
  for (let high = runs.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < runs.length; at++) {
    const run = runs[at];
    if (!run || run.start > start) break;
    if (end <= run.end && (start < end ? start < run.end : true) && (!best || run.depth < best.depth))
      best = run;
  }
  return best;
}

function textAlone(content: Content, edits: readonly Edit[]): Content | null {
  if (content.length > 0) return edits.length === 0 ? content : null;
  if (edits.some(({ end }) => end > 0)) return null;
  return mergedContent(edits.map(({ text }) => ({ kind: 'text', text })));
}

function rewritten(content: Content, runs: Iterator<Run>): Content {
  return content.map((node): Inline => {
    if (node.kind === 'code')
      return node.children ? { ...node, children: rewritten(node.children, runs) } : node;
    const run = runs.next().value as Run;
    let text = '';
    let place = 0;
    for (const edit of run.edits) {
      text += node.text.slice(place, edit.start - run.start) + edit.text;
      place = edit.end - run.start;
    }
    return { kind: 'text', text: text + node.text.slice(place) };
  });
}
