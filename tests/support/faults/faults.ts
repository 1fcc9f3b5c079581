import { editionFaults } from './edition-faults.ts';
import { type Fault, faultsOf, type Kind } from './fault.ts';
import { FIGURE_KINDS } from './kinds-figures.ts';
import { LANGUAGE_KINDS } from './kinds-language.ts';
import { LETTER_KINDS } from './kinds-letters.ts';
import { MARK_KINDS } from './kinds-marks.ts';
import { MARKUP_KINDS } from './kinds-markup.ts';
import { TERM_KINDS } from './kinds-terms.ts';
import { WORD_KINDS } from './kinds-words.ts';
import { createRandom } from './random.ts';
import { faultWorlds } from './worlds.ts';

const KINDS: readonly Kind[] = [
  ...FIGURE_KINDS,
  ...MARK_KINDS,
  ...LETTER_KINDS,
  ...LANGUAGE_KINDS,
  ...WORD_KINDS,
  ...MARKUP_KINDS,
  ...TERM_KINDS,
];

/** All seeded faults, the same ones in every run. Each kind has its own numbers, so that a new kind moves no other. */
export function seededFaults(): Fault[] {
  const worlds = faultWorlds();
  const texts = KINDS.flatMap((kind) =>
    faultsOf(kind, worlds, createRandom(seedOf(`${kind.rule} ${kind.name}`))),
  );
  return [...texts, ...editionFaults(worlds, createRandom(seedOf('editions')))];
}

function seedOf(text: string): number {
  let seed = 2166136261;
  for (const letter of text) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return seed;
}
