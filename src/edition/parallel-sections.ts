import type { OutlineNode } from '../model/block.ts';
import type { Row } from '../model/row.ts';
import type { PageInput } from './page.ts';

/** A line of the parallel table: a row of segments from a number on, or a block that is the same in every language. */
export type Line =
  | { readonly kind: 'row'; readonly row: Row; readonly number: number; readonly ruled: boolean }
  | { readonly kind: 'aside'; readonly node: OutlineNode; readonly ruled: boolean };

/** A section that is long enough may end where a unit ends, and at a heading sooner; the last bound is for huge units. */
const ENOUGH = 10;
const ENOUGH_AT_HEADING = 6;
const MOST = 30;

/** The lines of the table in document order: code, HTML and rules stand between the rows. Linear. */
export function tableLines(input: PageInput): Line[] {
  const asides = collectAsides(input.parsed.outline());
  const lines: Line[] = [];
  let next = 0;
  let ruled = false;
  const asidesBefore = (offset: number): void => {
    for (let node = asides[next]; node && node.start < offset; node = asides[next]) {
      next += 1;
      if (node.type === 'rule') ruled = true;
      else {
        lines.push({ kind: 'aside', node, ruled });
        ruled = false;
      }
    }
  };
  let number = 1;
  for (const row of input.parallel.rows) {
    asidesBefore(input.parsed.blocks[row.block]?.start ?? 0);
    lines.push({ kind: 'row', row, number, ruled });
    number += row.ids.length;
    ruled = false;
  }
  asidesBefore(Number.POSITIVE_INFINITY);
  return lines;
}

function collectAsides(nodes: readonly OutlineNode[], into: OutlineNode[] = []): OutlineNode[] {
  for (const node of nodes) {
    if (node.type === 'codeBlock' || node.type === 'htmlBlock' || node.type === 'rule') into.push(node);
    else collectAsides(node.children, into);
  }
  return into;
}

/** Lines in sections that a browser can lay out one by one, cut between units and rather before a heading. Linear. */
export function tableSections(lines: readonly Line[]): readonly (readonly Line[])[] {
  const sections: Line[][] = [];
  let section: Line[] = [];
  let unit = '';
  for (const line of lines) {
    const starts = line.kind === 'aside' || line.row.unit !== unit;
    const heading = starts && line.kind === 'row' && line.row.kind === 'heading';
    const full =
      section.length >= MOST ||
      (starts && section.length >= ENOUGH) ||
      (heading && section.length >= ENOUGH_AT_HEADING);
    if (full) {
      sections.push(section);
      section = [];
    }
    section.push(line);
    unit = line.kind === 'row' ? line.row.unit : '';
  }
  if (section.length > 0) sections.push(section);
  return sections;
}
