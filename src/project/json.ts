/** Where a value or key of a JSON text begins, by its path (`targetLocales.0`); UTF-16 offsets. */
export type JsonPlaces = ReadonlyMap<string, number>;

/** A JSON text, read. */
export interface LocatedJson {
  readonly value: unknown;
  /** A property's place is its key's; an array element's is its own. */
  readonly places: JsonPlaces;
}

const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\]|\\.)*")|([^\s{}[\],:"]+)|(\S))/gy;

/** Reads JSON and remembers where everything stands; a mistake gives the offset at which reading stopped. */
export function parseLocated(text: string): LocatedJson | { readonly offset: number } {
  try {
    return { value: JSON.parse(text) as unknown, places: locate(text) };
  } catch {
    return { offset: firstMistake(text) };
  }
}

/** The line, counted from 1, in which an offset (UTF-16) stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Walks the tokens of a text that is known to be JSON. */
function locate(text: string): JsonPlaces {
  const places = new Map<string, number>();
  const stack: { array: boolean; index: number; key: string }[] = [];
  let awaitingKey = false;
  const note = (offset: number): void => {
    const path = stack.map((level) => (level.array ? String(level.index) : level.key)).join('.');
    if (!places.has(path)) places.set(path, offset);
  };
  for (const token of text.matchAll(TOKEN)) {
    const [whole, mark, quoted] = token;
    const start = token.index + whole.length - whole.trimStart().length;
    const top = stack.at(-1);
    if (mark === undefined || mark === '{' || mark === '[') {
      if (quoted !== undefined && awaitingKey && top) {
        top.key = JSON.parse(quoted) as string;
        awaitingKey = false;
      }
      note(start);
    }
    if (mark === '{' || mark === '[') {
      stack.push({ array: mark === '[', index: 0, key: '' });
      awaitingKey = mark === '{';
    } else if (mark === '}' || mark === ']') {
      stack.pop();
      awaitingKey = false;
    } else if (mark === ',' && top) {
      top.index++;
      awaitingKey = !top.array;
    }
  }
  return places;
}

/** The offset of the shortest beginning that no JSON text has, found by halving: JSON.parse names it in Node only. */
function firstMistake(text: string): number {
  try {
    JSON.parse(text);
  } catch (error) {
    const at = /at position (\d+)/.exec(error instanceof Error ? error.message : '');
    if (at) return Number(at[1]);
  }
  return text.length;
}
