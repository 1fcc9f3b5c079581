import type { SourceEntry, Target, TargetCatalogue, Wording } from '../model/catalogue.ts';
import { type Content, parseContent, plainText } from '../model/content.ts';

/** The content of a stored text that was checked when it was read. */
export function contentOf(stored: string): Content {
  const content = parseContent(stored);
  if (content === null) throw new Error(`stored text is not well formed: ${stored.slice(0, 80)}`);
  return content;
}

/** The text of a stored text without its codes. */
export function readable(stored: string): string {
  return /[<&]/.test(stored) ? plainText(contentOf(stored)) : stored;
}

/** A segment's own target; an empty one is none. */
export function targetOf(catalogue: TargetCatalogue | null, id: string): Target | undefined {
  const target =
    catalogue !== null && Object.hasOwn(catalogue.targets, id) ? catalogue.targets[id] : undefined;
  return target?.text === '' ? undefined : target;
}

/** The wording of a segment that something was made from, where the catalogue still has it. */
export function wordingOf(
  entry: SourceEntry,
  madeFrom: string,
  hash: (wording: Wording) => string,
): Wording | undefined {
  if (hash(entry) === madeFrom) return entry;
  return entry.was?.findLast((wording) => hash(wording) === madeFrom);
}
