import type { z } from 'zod';
import { HexaplaError } from '../model/error.ts';
import type { Config } from './config.ts';
import { type LocatedJson, lineAt, parseLocated } from './json.ts';

/** Where one of a project's own lists is: above the folders of its locales. */
export function listPath({ catalogues }: Pick<Config, 'catalogues'>, name: string): string {
  const fixed = catalogues.slice(0, catalogues.indexOf('{'));
  return `${fixed.slice(0, fixed.lastIndexOf('/') + 1)}${name}.json`;
}

/**
 * Reads the text of a list by its schema. Throws `catalogue-invalid` with the line and the name of what is wrong,
 * `catalogue-newer`.
 */
export function parseList<T>(text: string, file: string, schema: z.ZodType<T>, newest: number): T {
  const located = parseLocated(text);
  if ('offset' in located) {
    throw new HexaplaError(
      'catalogue-invalid',
      { detail: 'json' },
      { file, line: lineAt(text, located.offset) },
    );
  }
  const version = (located.value as { hexapla?: unknown } | null)?.hexapla;
  if (typeof version === 'number' && version > newest) {
    throw new HexaplaError('catalogue-newer', { version }, { file });
  }
  const parsed = schema.safeParse(located.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown].map(String);
  const line = lineOf(path, located, text);
  throw new HexaplaError('catalogue-invalid', { detail: path.join('.') || 'hexapla' }, { file, line });
}

function lineOf(path: readonly string[], { places }: LocatedJson, text: string): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = places.get(path.slice(0, length).join('.'));
    if (offset !== undefined) return lineAt(text, offset);
  }
  return 1;
}
