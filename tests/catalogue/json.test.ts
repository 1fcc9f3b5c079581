import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRecord, formatSource, formatTarget } from '../../src/catalogue/json.ts';
import { parseRecord, parseSource, parseTarget } from '../../src/catalogue/parse.ts';
import { handoffRecord, sourceCatalogue, targetCatalogue } from '../support/arbitrary-catalogue.ts';
import { extract, runs } from '../support/settings.ts';
import { thrown } from '../support/thrown.ts';

describe('law 5: read∘write is the identity', () => {
  test('source catalogues', () => {
    fc.assert(
      fc.property(sourceCatalogue, (catalogue) => {
        const text = formatSource(catalogue);
        expect(parseSource(text, 'f')).toEqual(catalogue);
        expect(formatSource(parseSource(text, 'f'))).toBe(text);
      }),
      { numRuns: runs },
    );
  });

  test('target catalogues, in any order of the document', () => {
    fc.assert(
      fc.property(targetCatalogue, fc.boolean(), (catalogue, reversed) => {
        const order = Object.keys(catalogue.targets);
        const text = formatTarget(catalogue, reversed ? order.toReversed() : order.slice(1));
        expect(parseTarget(text, 'f')).toEqual(catalogue);
      }),
      { numRuns: runs },
    );
  });

  test('records of handoffs', () => {
    fc.assert(
      fc.property(handoffRecord, (record) => {
        expect(parseRecord(formatRecord(record), 'f')).toEqual(record);
      }),
      { numRuns: runs },
    );
  });
});

test('an entry takes two lines: its id, and its content', () => {
  const { catalogue } = extract('One sentence here. Two **bold** ones.\n');
  const lines = formatSource(catalogue).split('\n');
  const ids = lines.filter((line) => /^ {6}"s[0-9a-z]{8}":$/.test(line));
  const contents = lines.filter((line) => /^ {8}\{"text":".*\},?$/.test(line));
  expect([ids.length, contents.length]).toEqual([2, 2]);
  expect(formatSource(catalogue)).toMatch(/\}\n$/);
});

describe('a stored file that is not as it should be', () => {
  const { catalogue } = extract('One sentence here. Another **bold** one.\n\nA third.\n');
  const good = formatSource(catalogue);

  test('cut off anywhere: one error with the line, never a crash', () => {
    for (let end = 1; end < good.length - 1; end += 7) {
      const error = thrown(() => parseSource(good.slice(0, end), 'f.json'));
      expect(error.code).toBe('catalogue-invalid');
      expect(error.place.file).toBe('f.json');
    }
  });

  test('from a newer version', () => {
    const error = thrown(() => parseSource(good.replace('"hexapla": 1', '"hexapla": 2'), 'f.json'));
    expect([error.code, error.values.version]).toEqual(['catalogue-newer', 2]);
  });

  test.each([
    ['an id of another form', (text: string) => text.replace(/"s[0-9a-z]{8}":/, '"__proto__":')],
    ['tags that do not close', (text: string) => text.replace('</1>', '')],
    [
      'units that are no list',
      (text: string) =>
        text.replace('"units": [', '"units": {"x": [').replace(/\],\n {2}"retired"/, ']},\n  "retired"'),
    ],
    ['a code without a type', (text: string) => text.replace('"type":"strong",', '')],
    ['an unknown choice for soft breaks', (text: string) => text.replace('"boundary"', '"perhaps"')],
  ])('%s', (_, damage) => {
    expect(damage(good)).not.toBe(good);
    expect(thrown(() => parseSource(damage(good), 'f.json')).code).toBe('catalogue-invalid');
  });

  test('names the line of the entry', () => {
    const line = good.split('\n').findIndex((one) => one.includes('</1>'));
    expect(thrown(() => parseSource(good.replace('</1>', ''), 'f')).place.line).toBe(line);
  });

  test('a target with an unknown state', () => {
    const target = { text: 'x', state: 'done', origin: 'human', madeFrom: 'h' };
    const text = JSON.stringify({
      hexapla: 1,
      document: 'd',
      locale: 'fr',
      targets: { s00000000: target },
      suggestions: {},
    });
    expect(thrown(() => parseTarget(text, 'f')).code).toBe('catalogue-invalid');
  });
});
