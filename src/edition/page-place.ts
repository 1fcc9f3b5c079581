import type { OutlineNode } from '../model/block.ts';

/** Where a block stands in its document, as far as a row outside that structure has to tell. */
export interface Place {
  /** Level of a heading on the page: never deeper than one below the heading before it. */
  readonly heading: number | null;
  /** How many lists and quotes it stands in. */
  readonly depth: number;
  readonly quoted: boolean;
  /** For the first block of a list item. */
  readonly item: ItemPlace | null;
  /** For cells; row 0 is the head. */
  readonly table: { readonly row: number; readonly column: number; readonly head: boolean } | null;
  readonly footnote: string | null;
}

interface ItemPlace {
  readonly position: number;
  readonly count: number;
  /** Null in a list without numbers. */
  readonly number: number | null;
  readonly checked: boolean | null;
}

interface Walk {
  readonly places: Map<number, Place>;
  /** Levels of the headings that are open, as the document has them. */
  readonly open: number[];
  readonly top: number;
}

/** The place of what stands in no list, quote, table or footnote and is no heading. */
export const NOWHERE: Place = {
  heading: null,
  depth: 0,
  quoted: false,
  item: null,
  table: null,
  footnote: null,
};

/** The place of each block with text. `top` is the level of the first heading on the page. Linear in the outline. */
export function placeBlocks(outline: readonly OutlineNode[], top: number): Map<number, Place> {
  const walk: Walk = { places: new Map(), open: [], top };
  for (const node of outline) visit(walk, node, NOWHERE);
  return walk.places;
}

function visit(walk: Walk, node: OutlineNode, place: Place): void {
  if (node.block !== undefined) {
    const heading = node.type === 'heading' ? headingLevel(walk, node.level ?? 1) : null;
    walk.places.set(node.block, { ...place, heading });
  }
  switch (node.type) {
    case 'list':
      visitList(walk, node, place);
      break;
    case 'table':
      visitTable(walk, node, place);
      break;
    case 'quote':
      visitAll(walk, node, { ...place, depth: place.depth + 1, quoted: true });
      break;
    case 'footnote':
      visitAll(walk, node, { ...place, footnote: node.label ?? '' });
      break;
    default:
      visitAll(walk, node, place);
  }
}

/** The first child alone has the place of the item: the others continue it. */
function visitAll(walk: Walk, node: OutlineNode, place: Place): void {
  node.children.forEach((child, index) => {
    visit(walk, child, index === 0 && node.block === undefined ? place : { ...place, item: null });
  });
}

function visitList(walk: Walk, list: OutlineNode, place: Place): void {
  const count = list.children.length;
  list.children.forEach((node, index) => {
    const number = list.ordered ? (list.first ?? 1) + index : null;
    const item: ItemPlace = { position: index + 1, count, number, checked: node.checked ?? null };
    visit(walk, node, { ...place, depth: place.depth + 1, item });
  });
}

function visitTable(walk: Walk, table: OutlineNode, place: Place): void {
  let bodyRow = 0;
  for (const row of table.children) {
    const head = row.head === true;
    if (!head) bodyRow += 1;
    row.children.forEach((cell, index) => {
      const own = { row: head ? 0 : bodyRow, column: index + 1, head };
      visit(walk, cell, { ...place, item: null, table: own });
    });
  }
}

function headingLevel(walk: Walk, level: number): number {
  while ((walk.open.at(-1) ?? 0) >= level) walk.open.pop();
  walk.open.push(level);
  return Math.min(walk.top + walk.open.length - 1, 6);
}
