import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../scripts/strings-eval.ts';
import { exportStrings } from '../../../src/exchange/strings/export.ts';
import { importStrings } from '../../../src/exchange/strings/import.ts';
import { readResource } from '../../../src/exchange/strings/json-read.ts';
import { writeResource } from '../../../src/exchange/strings/json-write.ts';
import { STRINGS_FORMATS } from '../../../src/exchange/strings/package.ts';
import { readStrings } from '../../../src/exchange/strings/read.ts';

describe('real resource files of other projects', () => {
  it('go to a translator and back without loss', () => {
    const trips = evaluate(process.env['HEXAPLA_FULL'] === '1');
    expect(new Set(trips.map(({ file }) => file)).size).toBeGreaterThanOrEqual(50);
    expect(trips.reduce((total, { texts }) => total + texts, 0)).toBeGreaterThan(15_000);
    expect(trips.flatMap(({ file, wrong }) => wrong.map((what) => `${file}: ${what}`))).toEqual([]);
    expect(trips.flatMap(({ file, refused }) => refused.map((one) => ({ file, ...one })))).toEqual([]);
    expect(trips.reduce((total, { added }) => total + added, 0)).toBeGreaterThan(0);
  });
});

describe.each(STRINGS_FORMATS)('our own interface strings in %s', (format) => {
  it('come back with the same keys in the same order', () => {
    const text = readFileSync(new URL('../../../locales/en/ui.json', import.meta.url), 'utf8');
    const source = readResource(text, 'ui.json');
    const file = { original: 'locales/en/ui.json', source, target: source, notes: null };
    const options = { sourceLocale: 'en', targetLocale: 'hy', format, onlyMissing: false, words: String };
    const { text: xliff } = exportStrings([file], options);
    const [returned] = readStrings(xliff ?? '', 'ui.xlf').files;
    const made = importStrings(returned?.units ?? [], source, null, { origin: 'human', reviewed: false });
    expect(made.refused).toEqual([]);
    expect(made.resource && writeResource(made.resource.root, made.resource.style)).toBe(text);
  });
});
