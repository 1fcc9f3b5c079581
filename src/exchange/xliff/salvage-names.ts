import { attributePlaces } from '../xml/tag.ts';
import { formatOfRoot } from './read.ts';

/** What an element is to one who looks for whole units. `body` stands for all that is only around units. */
export type Kind = 'root' | 'file' | 'group' | 'body' | 'unit' | 'other';

/** What a name is in a file whose names have that prefix. */
export function kindOf(
  name: string,
  { prefix, old }: { readonly prefix: string; readonly old: boolean },
): Kind {
  if (!name.startsWith(prefix)) return 'other';
  switch (name.slice(prefix.length)) {
    case 'file':
      return 'file';
    case 'group':
      return 'group';
    case 'body':
    case 'bin-unit':
      return old ? 'body' : 'other';
    case 'trans-unit':
      return old ? 'unit' : 'other';
    case 'unit':
      return old ? 'other' : 'unit';
    default:
      return 'other';
  }
}

/** What a root's tag says of the names in it; null for a tag that is no root's, or not of a version that is read. */
export function rootOf(name: string, raw: string): { readonly prefix: string; readonly old: boolean } | null {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, colon + 1);
  if (name.slice(colon + 1) !== 'xliff') return null;
  const attributes = attributesOf(raw);
  const namespace = attributes[colon === -1 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`];
  const format = formatOfRoot('xliff', namespace?.trim() ?? (colon === -1 ? '' : undefined), attributes);
  return typeof format === 'string' ? { prefix, old: format === 'xliff-1.2' } : null;
}

/** Whether a tag declares the prefix of XLIFF's names to be another namespace's. */
export function redeclares(raw: string, prefix: string): boolean {
  if (!raw.includes('xmlns')) return false;
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const value = attributesOf(raw)[name];
  return value !== undefined && !/^\s*urn:oasis:names:tc:xliff:document:/.test(value);
}

function attributesOf(raw: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = Object.create(null);
  for (const { name, valueStart, valueEnd } of attributePlaces(raw))
    attributes[name] = raw.slice(valueStart, valueEnd);
  return attributes;
}

/** The id in a start tag, as it is written. */
export function idOf(raw: string): string | null {
  return attributesOf(raw)['id'] ?? null;
}
