/** Where runs of backticks stand in a text, by their length, the last first; made when one is not closed. */
export interface Ticks {
  places: Map<number, number[]> | null;
}

/**
 * Where the next run of exactly `size` backticks begins, not before `from`, or -1. Questions come with rising
 * offsets; all of them together are near linear in the text's length.
 */
export function nextTicks(ticks: Ticks, text: string, size: number, from: number): number {
  if (!ticks.places) {
    const found = searchTicks(text, size, from);
    if (found >= 0) return found;
    ticks.places = tickPlaces(text, from);
  }
  const places = ticks.places.get(size);
  while (places && places.length > 0 && places.at(-1)! < from) places.pop();
  return places?.at(-1) ?? -1;
}

function searchTicks(text: string, size: number, from: number): number {
  for (let at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at)) {
    const end = tickEnd(text, at);
    if (end - at === size) return at;
    at = end;
  }
  return -1;
}

function tickPlaces(text: string, from: number): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at)) {
    const end = tickEnd(text, at);
    const same = places.get(end - at);
    if (same) same.push(at);
    else places.set(end - at, [at]);
    at = end;
  }
  for (const same of places.values()) same.reverse();
  return places;
}

function tickEnd(text: string, at: number): number {
  let end = at + 1;
  while (text.charCodeAt(end) === 96) end++;
  return end;
}

/** What a code span shows; in a table's cell a pipe is written with a backslash even there. */
export function codeContent(raw: string, cell: boolean): string {
  const content = (cell ? raw.replaceAll('\\|', '|') : raw).replace(/\n[ \t]*/g, ' ');
  const padded = content.startsWith(' ') && content.endsWith(' ') && /[^ ]/.test(content);
  return padded ? content.slice(1, -1) : content;
}
