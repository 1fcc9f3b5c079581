import { HexaplaError } from '../model/error.ts';

/** Runs what touches the disk: where the system refuses, throws a HexaplaError for the path that names the cause. */
export function guard<T>(
  path: string,
  code: 'file-unreadable' | 'file-unwritable' | 'path-escape',
  act: () => T,
): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof HexaplaError || codeOf(error) === null) throw error;
    const values = code === 'path-escape' ? { path } : { cause: codeOf(error) ?? '' };
    throw new HexaplaError(code, values, { file: path });
  }
}

/** The code that the system gave an error (`ENOENT`), or null for an error of another kind. */
export function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}
