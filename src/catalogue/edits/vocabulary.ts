import { nameKey } from '../../languages/facts.ts';
import { lexiconOf } from '../../languages/lexicon.ts';
import { isCapital, tokensOf } from '../../languages/tokens.ts';

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
  /** Whether people have declared two forms to be one word. */
  readonly isListed: (one: string, other: string) => boolean;
  /** How often a word stands there, whatever its case. */
  readonly count: (word: string) => number;
}

/** What people have decided about words, for a whole project. */
export interface WordRules {
  /** Pairs of word forms of which one may stand for the other: their exchange is form alone. */
  readonly spellings: readonly (readonly [string, string])[];
  /** Words that are names, wherever they stand. */
  readonly names: readonly string[];
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
    isListed: () => false,
    count: (word) => counts().any.get(fold(word)) ?? 0,
  };
}

/** A vocabulary that knows what people have decided. A number or a name in a pair of spellings changes nothing. */
export function withRules(vocabulary: Vocabulary, { spellings, names }: WordRules): Vocabulary {
  if (spellings.length + names.length === 0) return vocabulary;
  const key = (one: string, other: string): string => [fold(one), fold(other)].sort().join('\0');
  const pairs = new Set(spellings.map(([one, other]) => key(one, other)));
  const known = new Set(names.map(nameKey));
  return {
    ...vocabulary,
    isListed: (one, other) => pairs.has(key(one, other)),
    isName: (word) => known.has(word) || vocabulary.isName(word),
  };
}

/**
 * The vocabulary of one extraction. A misspelling is mended where the wrong form stands nowhere in the new texts nor in
 * the rest of the project, and the right one stood somewhere before the edit: two edits alike do not vouch for each
 * other. `project` has the texts as they were before, those of this document (`before`) among them.
 */
export function extractionVocabulary(now: Vocabulary, before: Vocabulary, project: Vocabulary): Vocabulary {
  return {
    ...now,
    isMend: (wrong, right) =>
      now.count(wrong) === 0 &&
      project.count(wrong) <= before.count(wrong) &&
      Math.max(project.count(right), before.count(right)) > 0,
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
