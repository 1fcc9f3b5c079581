import { z } from 'zod';
import { type ErrorValues, HexaplaError } from '../model/error.ts';
import type { Glossary } from '../model/glossary.ts';
import { canonicalLocale } from '../model/locale.ts';
import type { Config } from './config.ts';
import { readFile } from './files.ts';
import { type LocatedJson, lineAt, parseLocated } from './json.ts';

/** The version of the form in which a glossary is stored. */
const GLOSSARY_VERSION = 1;

const forms = z.record(
  z.string().refine((tag) => canonicalLocale(tag) === tag),
  z.array(z.string().trim().min(1)),
);
const schema = z.strictObject({
  hexapla: z.literal(GLOSSARY_VERSION),
  terms: z.record(
    // An id goes into XLIFF, where it has to be a name token.
    z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    z.strictObject({
      definition: z.string().min(1).optional(),
      forms,
      forbidden: forms.default({}),
    }),
  ),
});

/** Where a project's glossary is: above the folders of its locales. */
export function glossaryPath({ catalogues }: Pick<Config, 'catalogues'>): string {
  const fixed = catalogues.slice(0, catalogues.indexOf('{'));
  return `${fixed.slice(0, fixed.lastIndexOf('/') + 1)}glossary.json`;
}

/** A project's glossary; no terms where there is no file. Throws as `parseGlossary` and `readFile` do. */
export function readGlossary(root: string, config: Pick<Config, 'catalogues'>): Glossary {
  const path = glossaryPath(config);
  const bytes = readFile(root, path);
  return bytes === null ? {} : parseGlossary(new TextDecoder('utf-8').decode(bytes), path);
}

/**
 * Reads the text of a glossary. Throws `catalogue-invalid` with the line and the name of what is wrong,
 * `catalogue-newer`.
 */
export function parseGlossary(text: string, file: string): Glossary {
  const located = parseLocated(text);
  if ('offset' in located) throw invalid({ detail: 'json' }, file, lineAt(text, located.offset));
  const version = (located.value as { hexapla?: unknown } | null)?.hexapla;
  if (typeof version === 'number' && version > GLOSSARY_VERSION) {
    throw new HexaplaError('catalogue-newer', { version }, { file });
  }
  const parsed = schema.safeParse(located.value);
  if (parsed.success) {
    return Object.fromEntries(
      Object.entries(parsed.data.terms).map(([id, { definition, ...term }]) => [
        id,
        definition === undefined ? term : { ...term, definition },
      ]),
    );
  }
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown].map(String);
  throw invalid({ detail: path.join('.') || 'hexapla' }, file, lineOf(path, located, text));
}

function lineOf(path: readonly string[], { places }: LocatedJson, text: string): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = places.get(path.slice(0, length).join('.'));
    if (offset !== undefined) return lineAt(text, offset);
  }
  return 1;
}

function invalid(values: ErrorValues, file: string, line: number): HexaplaError {
  return new HexaplaError('catalogue-invalid', values, { file, line });
}
