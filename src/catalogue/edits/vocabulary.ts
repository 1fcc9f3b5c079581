import { nameKey } from './facts.ts';
import { lexiconOf } from './lexicon.ts';
import { isCapital, tokensOf } from './tokens.ts';

/** What the texts of a project say about a word. */
export interface Vocabulary {
  /**
   * Whether a misspelling may be taken for mended: the wrong form stands nowhere any more, and the right one elsewhere
   * than in the `times` places that were mended.
   */
  readonly isMend: (wrong: string, right: string, times: number) => boolean;
  /** Whether a word stands in lower case somewhere, and nowhere with a capital letter but where a sentence begins. */
  readonly isCommon: (word: string) => boolean;
  /** Whether a word stands with a capital letter within a sentence, and never in lower case. */
  readonly isName: (word: string) => boolean;
}

interface Counts {
  readonly any: Map<string, number>;
  readonly small: Set<string>;
  readonly names: Set<string>;
}

/** The vocabulary of texts, read when first asked; linear in their length. */
export function vocabularyOf(texts: () => Iterable<string>): Vocabulary {
  let made: Counts | null = null;
  const counts = (): Counts => {
    made ??= count(texts());
    return made;
  };
  return {
    isMend: (wrong, right, times) => {
      const { any } = counts();
      return !any.has(fold(wrong)) && (any.get(fold(right)) ?? 0) > times;
    },
    isCommon: (word) => counts().small.has(fold(word)) && !counts().names.has(nameKey(word)),
    isName: (word) => {
      const { names, small } = counts();
      return names.has(word) && !small.has(fold(word));
    },
  };
}

/** No language of its own: words are compared as they are written. */
const PLAIN = lexiconOf('und');

function count(texts: Iterable<string>): Counts {
  const counts: Counts = { any: new Map(), small: new Set(), names: new Set() };
  for (const text of texts) {
    for (const { kind, raw, first } of tokensOf(text, PLAIN)) {
      if (kind !== 'word') continue;
      const word = fold(raw);
      counts.any.set(word, (counts.any.get(word) ?? 0) + 1);
      if (!isCapital(raw)) counts.small.add(word);
      else if (!first) counts.names.add(nameKey(raw));
    }
  }
  return counts;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[’ʼ]/gu, "'");
}
