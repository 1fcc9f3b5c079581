import { LAST_LOCALE, localeChain } from './locale.ts';
import type { WordTree } from './strings.ts';

/**
 * Gives texts that have nothing to fill in (help) to readers of a locale, with the fallback that `createStrings` has,
 * and without the library that holds it: help is asked for often, and loading takes longer than looking up. The key
 * itself where there is no text.
 */
export function plainTexts(
  resources: Readonly<Record<string, WordTree>>,
  locale: string,
): (key: string) => string {
  const trees = [...localeChain(locale), LAST_LOCALE].map((tag) => resources[tag] ?? {});
  return (key) => {
    const path = key.split('.');
    return trees.map((tree) => textAt(tree, path)).find((text) => text !== null) ?? key;
  };
}

function textAt(tree: WordTree, path: readonly string[]): string | null {
  let at: string | WordTree | undefined = tree;
  for (const name of path) {
    if (typeof at !== 'object' || !Object.hasOwn(at, name)) return null;
    at = at[name];
  }
  return typeof at === 'string' ? at : null;
}
