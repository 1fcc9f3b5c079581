import { HexaplaError } from '../model/error.ts';

/** A stored file that is being checked: its name, its text and what it holds. */
export interface Stored {
  readonly file: string;
  readonly text: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Reads a stored file's JSON and its version. Errors: `catalogue-invalid` with the line, `catalogue-newer`.
 */
export function readStored(text: string, file: string, version: number): Stored {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const line = lineAt(text, at);
    throw new HexaplaError('catalogue-invalid', { detail: 'json' }, { file, line });
  }
  if (!isObject(value) || typeof value['hexapla'] !== 'number') {
    throw new HexaplaError('catalogue-invalid', { detail: 'hexapla' }, { file, line: 1 });
  }
  if (value['hexapla'] > version) {
    throw new HexaplaError('catalogue-newer', { version: value['hexapla'] }, { file });
  }
  return { file, text, value };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Whether a value is an object that is no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a string, or absent. */
export function isOptional(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

/** The error for an entry or key that is not as it should be, at the line where its name stands. */
export function invalid(stored: Stored, name: string): HexaplaError {
  const at = stored.text.indexOf(JSON.stringify(name));
  const place = at < 0 ? { file: stored.file } : { file: stored.file, line: lineAt(stored.text, at) };
  return new HexaplaError('catalogue-invalid', { detail: name }, place);
}

/** A required text of the file's head. */
export function textAt(stored: Stored, key: string): string {
  const value = stored.value[key];
  if (typeof value !== 'string') throw invalid(stored, key);
  return value;
}

/** An object of the file, by key. */
export function tableAt(stored: Stored, key: string): [string, unknown][] {
  const value = stored.value[key];
  if (!isObject(value)) throw invalid(stored, key);
  return Object.entries(value);
}
