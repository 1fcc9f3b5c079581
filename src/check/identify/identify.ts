import type { Guess, Identify } from '../rule.ts';

let loading: Promise<Identify> | null = null;

/**
 * Loads the identification of languages (eld with its smallest data, about a megabyte), once, when it is first asked
 * for. It looks at the first 350 bytes or so of a text, and knows the languages of `languages/identifiable.ts`.
 */
export function loadIdentifier(): Promise<Identify> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Identify> {
  const { eld } = await import('eld/extrasmall');
  // A choice of languages is a detector's state, so each choice has a detector of its own; they share their data.
  const detectors = new Map<string, typeof eld>();
  return (text, among) => {
    const key = among.join(' ');
    let detector = detectors.get(key);
    if (!detector) {
      detector = eld.newInstance();
      detector.setLanguageSubset(among);
      detectors.set(key, detector);
    }
    const scores = detector.detect(text.normalize('NFC')).getScores();
    const guesses = Object.entries(scores).map(([language, score]): Guess => ({ language, score }));
    return guesses.sort((a, b) => b.score - a.score);
  };
}
