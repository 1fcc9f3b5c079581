import { alphabetOf } from '../../languages/alphabets.ts';
import { doubleOf } from '../../languages/confusables.ts';
import { isUnspaced, NO_SCRIPT, type Script, scriptOf, scriptsOf } from '../../languages/scripts.ts';
import { maskedOf, type Text } from '../text.ts';
import { lettersOf } from './letters.ts';

/** A word with letters of several scripts, and its place. */
export interface MixedWord {
  readonly word: string;
  /** The letters that are out of place. */
  readonly letters: string;
  readonly start: number;
  readonly end: number;
  /** The word in one script, of the same length, where doubles make it that; null elsewhere. */
  readonly to: string | null;
}

/** A part of a word in one script. */
interface Run {
  readonly script: Script;
  readonly text: string;
}

/** Letters with their marks. Hyphens, digits and apostrophes part words: `3D-модель`, `COVID-ի`. */
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** The words of a text that have letters of several scripts and are no legal mixture. Linear. */
export function mixedWordsOf(text: Text): MixedWord[] {
  if (!lettersOf(text).touching) return [];
  const found: MixedWord[] = [];
  for (const { 0: word, index } of maskedOf(text).matchAll(WORD)) {
    if (word.length === 1) continue;
    let at = index;
    for (const piece of piecesOf(word)) {
      const length = piece.reduce((sum, run) => sum + run.text.length, 0);
      if (piece.length > 1) pushMixed(found, text, piece, at, at + length);
      at += length;
    }
  }
  return found;
}

/** A word's runs, parted where a script without spaces begins or ends. */
function piecesOf(word: string): Run[][] {
  const pieces: Run[][] = [[]];
  for (const run of runsOf(word)) {
    const last = pieces.at(-1);
    const before = last?.at(-1);
    if (before && (isUnspaced(run.script) || isUnspaced(before.script))) pieces.push([run]);
    else last?.push(run);
  }
  return pieces;
}

function runsOf(word: string): Run[] {
  const runs: { script: Script; text: string }[] = [];
  for (const letter of word) {
    const script = scriptOf(letter.codePointAt(0) ?? 0);
    const last = runs.at(-1);
    if (last && (script === NO_SCRIPT || script === last.script)) last.text += letter;
    else if (last?.script === NO_SCRIPT) runs[runs.length - 1] = { script, text: last.text + letter };
    else runs.push({ script, text: letter });
  }
  return runs;
}

function pushMixed(found: MixedWord[], text: Text, runs: readonly Run[], start: number, end: number): void {
  const word = runs.map((run) => run.text).join('');
  const home = homeOf(text, runs);
  const to = inOneScript(word, text, home, runs);
  if ((to === null && isLegal(runs)) || isSchwa(text, runs)) return;
  const letters = runs.filter(({ script }) => script !== home).map((run) => run.text);
  found.push({ word, letters: [...new Set(letters.join(''))].join(' '), start, end, to });
}

/** The script that the word ought to be in: the text's own, else the one of most letters. */
function homeOf(text: Text, runs: readonly Run[]): Script {
  const own = scriptsOf(text.locale);
  const long = (script: Script): number =>
    runs.reduce((sum, run) => (run.script === script ? sum + run.text.length : sum), 0);
  const scripts = [...new Set(runs.map(({ script }) => script))];
  return scripts.find((script) => own.has(script)) ?? scripts.reduce((a, b) => (long(b) > long(a) ? b : a));
}

/** The word with each letter of another script replaced by its double in one script; null where one has none. */
function inOneScript(word: string, text: Text, home: Script, runs: readonly Run[]): string | null {
  const others = [...new Set(runs.map(({ script }) => script))].filter((script) => script !== home);
  for (const script of [home, ...others]) {
    const letters = [...word].map((letter) => {
      const own = scriptOf(letter.codePointAt(0) ?? 0);
      return own === script || own === NO_SCRIPT ? letter : doubleOf(letter, script);
    });
    if (letters.every((letter) => letter !== null) && isSpelled(letters, text, script))
      return letters.join('');
  }
  return null;
}

/** Whether all letters are in the alphabet of the text's language, where the word is in its script. */
function isSpelled(letters: readonly string[], { locale, subtag }: Text, script: Script): boolean {
  const alphabet = scriptsOf(locale).has(script) && script === 'Cyrl' ? alphabetOf(subtag, script) : null;
  return (
    alphabet === null ||
    letters.every((letter) => alphabet.has(letter.toLowerCase()) || /\p{M}/u.test(letter))
  );
}

/**
 * Mixtures that people write: a foreign name or acronym with endings or prefixes of the language (`BMTში`, `הPDF`),
 * a symbol of physics or mathematics (`μm`, `Δt`). Doubles are never among them: `inOneScript` has seen them.
 */
function isLegal(runs: readonly Run[]): boolean {
  const latin = runs.filter(({ script }) => script === 'Latn');
  const scripts = new Set(runs.map(({ script }) => script));
  if (scripts.size > 2 || latin.length !== 1) return false;
  const [{ text: foreign } = { text: '' }] = latin;
  const other = runs.find(({ script }) => script !== 'Latn');
  if (other?.script === 'Grek' && runs.length === 2 && other.text.length === 1 && foreign.length <= 2)
    return true;
  if (foreign.length < 2) return false;
  const [first, second] = runs;
  if (other?.script !== 'Cyrl' && other?.script !== 'Grek' && other?.script !== 'Armn') {
    return first?.script === 'Latn' || /\p{Lu}/u.test(foreign);
  }
  const ending = second?.text ?? '';
  if (runs.length !== 2 || first?.script !== 'Latn' || !/^\p{Ll}+$/u.test(ending)) return false;
  return /^\p{Lu}{2,}$/u.test(foreign) || (ending.length <= 4 && /^\p{Lu}\p{L}{3,}$/u.test(foreign));
}

/** A Cyrillic ә in Azerbaijani in Latin letters is the rule `az-letters`' to say. */
function isSchwa({ subtag }: Text, runs: readonly Run[]): boolean {
  return subtag === 'az' && runs.every(({ script, text }) => script === 'Latn' || /^[әӘ]+$/u.test(text));
}

/** Words of one letter, as they are written in Cyrillic. */
const ONE_LETTER: Readonly<Record<string, string>> = {
  ru: 'аоусиквя',
  uk: 'аоуіязвйє',
  be: 'аоуізя',
  bg: 'аосиквуя',
  mk: 'аои',
  sr: 'аоисуку',
};
const ALONE = /(?<=\p{sc=Cyrl}[,;:]? )[aceikopxy](?= \p{sc=Cyrl})/gu;

/** Latin letters that stand alone between Cyrillic words and look like a word of the language: `мир i лад`. */
export function strayLettersOf(text: Text): MixedWord[] {
  const words = ONE_LETTER[text.subtag];
  if (words === undefined || !scriptsOf(text.locale).has('Cyrl')) return [];
  return [...text.plain.matchAll(ALONE)].flatMap(({ 0: letter, index }) => {
    const to = doubleOf(letter, 'Cyrl');
    if (to === null || !words.includes(to)) return [];
    return [{ word: letter, letters: letter, start: index, end: index + 1, to }];
  });
}
