import fc from 'fast-check';

/** A document as lists of sentences: what the laws on ids are stated over. */
export type Paragraphs = readonly (readonly string[])[];

const VOCABULARY = (
  'river border council report village winter teacher bridge letter harvest statement member corridor market summer ' +
  'witness medicine school border convoy family doctor mountain language election court mission road people forest'
).split(' ');
const VERBS = 'condemns supports describes delays mentions follows receives reaches protects explains'.split(
  ' ',
);

/** A sentence of seven to twelve words that the rules of English do not cut. */
export const sentence: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...VOCABULARY),
    fc.constantFrom(...VERBS),
    fc.array(fc.constantFrom(...VOCABULARY), { minLength: 4, maxLength: 8 }),
    fc.nat(9999),
  )
  .map(
    ([subject, verb, objects, number]) =>
      `The ${subject} ${verb} ${objects.join(' and ')} near ${number} houses.`,
  );

/** Paragraphs of one to four sentences, no two sentences alike. */
export const paragraphs: fc.Arbitrary<Paragraphs> = fc
  .uniqueArray(sentence, { minLength: 6, maxLength: 30 })
  .chain((sentences) =>
    fc
      .array(fc.integer({ min: 1, max: 4 }), { minLength: sentences.length, maxLength: sentences.length })
      .map((sizes) => {
        const out: string[][] = [];
        let at = 0;
        for (const size of sizes) {
          if (at >= sentences.length) break;
          out.push(sentences.slice(at, at + size));
          at += size;
        }
        return out;
      }),
  );

/** The paragraphs as Markdown. */
export function markdownOf(document: Paragraphs): string {
  return `${document.map((sentences) => sentences.join(' ')).join('\n\n')}\n`;
}

/** The sentences in order. */
export function sentencesOf(document: Paragraphs): string[] {
  return document.flat();
}

/** The document with its sentences changed; paragraph borders stay where they are, empty paragraphs go. */
export function mapSentences(
  document: Paragraphs,
  change: (sentence: string, index: number) => readonly string[],
): Paragraphs {
  let index = 0;
  return document
    .map((list) => list.flatMap((one) => change(one, index++)))
    .filter((list) => list.length > 0);
}
