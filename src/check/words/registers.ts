import { REGISTERS } from '../../languages/registers.ts';
import { perText, type Text, type Word, wordsOf } from '../text.ts';

/** The words of a text by which it addresses its reader, in each register. */
export interface Address {
  readonly familiar: Word | null;
  readonly polite: Word | null;
}

interface WordLists {
  readonly familiar: ReadonlySet<string>;
  readonly polite: ReadonlySet<string>;
  /** Polite words that capitals tell from others. */
  readonly capital: ReadonlySet<string>;
}

const lists = new Map<string, WordLists | null>();

function listsOf(subtag: string): WordLists | null {
  let found = lists.get(subtag);
  if (found === undefined) {
    const data = REGISTERS[subtag];
    const polite = data?.polite.split(' ') ?? [];
    found = data
      ? {
          familiar: new Set(data.familiar.split(' ')),
          polite: new Set(polite.filter((word) => word === word.toLowerCase())),
          capital: new Set(polite.filter((word) => word !== word.toLowerCase())),
        }
      : null;
    lists.set(subtag, found);
  }
  return found;
}

/** What others say is in their own register. */
const QUOTED = /«[^«»]{0,400}»|“[^“”]{0,400}”|„[^„“”]{0,400}[“”]|"[^"]{0,400}"|「[^「」]{0,400}」/gu;

/** How a text addresses its reader; nothing where the language has no registers. Quotations are left aside. */
export const addressOf: (text: Text) => Address = perText((text) => {
  const own = listsOf(text.subtag);
  if (!own) return { familiar: null, polite: null };
  const quoted = [...text.plain.matchAll(QUOTED)].map(
    ({ 0: found, index }) => [index, index + found.length] as const,
  );
  const words = wordsOf(text).filter(
    ({ start }) => !quoted.some(([from, to]) => start >= from && start < to),
  );
  const isPolite = (word: Word): boolean =>
    own.capital.has(word.text)
      ? !startsSentence(text.plain, word.start)
      : own.polite.has(word.text.toLowerCase());
  return {
    familiar: words.find(({ text: word }) => own.familiar.has(word.toLowerCase())) ?? null,
    polite: words.find(isPolite) ?? null,
  };
});

function startsSentence(plain: string, start: number): boolean {
  return /(?:^|[.!?…:;–—•])[\s\p{P}]*$/u.test(plain.slice(Math.max(0, start - 6), start));
}
