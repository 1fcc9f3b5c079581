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

const PART =
  /\s*(?:([{}[\],:])|("(?:[^"\\\0-\x1F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-]))/y;

const SPACE = /\s*/y;

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/**
 * The offset of the first token that cannot stand where it stands (RFC 8259), or the text's end where it is cut off:
 * JSON.parse tells it in some versions of Node only.
 */
function firstMistake(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    SPACE.lastIndex = at;
    const start = at + (SPACE.exec(text)?.[0].length ?? 0);
    if (!part) return start;
    const [whole, mark, quoted] = part;
    const next = after(expected, mark ?? (quoted === undefined ? 'value' : 'text'), open);
    if (next === null) return start;
    expected = next;
    at += whole.length;
  }
}

/** What is expected after a token; null where it was not expected itself. `open` has the brackets that are open. */
function after(expected: Expected, token: string, open: string[]): Expected | null {
  const wantsValue = expected === 'value' || expected === 'value or end';
  const wantsKey = expected === 'key' || expected === 'key or end';
  const done = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  if ((token === '{' || token === '[') && wantsValue) {
    open.push(token);
    return token === '{' ? 'key or end' : 'value or end';
  }
  if (token === '}' || token === ']') {
    const fits = open.at(-1) === (token === '}' ? '{' : '[') && expected.endsWith('or end');
    if (!fits) return null;
    open.pop();
    return done();
  }
  if (token === ',') return expected !== 'comma or end' ? null : open.at(-1) === '{' ? 'key' : 'value';
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (token === 'text' && wantsKey) return 'colon';
  return (token === 'text' || token === 'value') && wantsValue ? done() : null;
}
