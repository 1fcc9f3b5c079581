import { expect, test } from 'vitest';
import { extractDocument, openDocument } from '../../src/pipeline.ts';
import { markdownFiles, specExamples } from '../support/corpus.ts';
import { settings } from '../support/settings.ts';

const texts = [
  ...specExamples().map(({ set, example, markdown }) => ({
    name: `${set} ${example}`,
    bytes: new TextEncoder().encode(markdown),
  })),
  ...markdownFiles().map(({ path, bytes }) => ({ name: path, bytes })),
];

test.each(['auto', 'boundary', 'space'] as const)(
  'a catalogue is current for the document that it was just made from (soft breaks: %s)',
  (softBreaks) => {
    const document = 'a.md';
    const own = { ...settings, softBreaks };
    let compared = 0;
    const wrong = texts.filter(({ bytes }) => {
      const { catalogue } = extractDocument({ document, bytes, settings: own, previous: null });
      compared++;
      try {
        openDocument({ document, bytes, settings: own, catalogue });
      } catch {
        return true;
      }
      return extractDocument({ document, bytes, settings: own, previous: catalogue }).catalogue !== catalogue;
    });
    expect(compared).toBeGreaterThan(1500);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  },
);
