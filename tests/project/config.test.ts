import { describe, expect, it } from 'vitest';
import { HexaplaError } from '../../src/model/error.ts';
import { configSchema, parseConfig } from '../../src/project/config.ts';

const least = { sourceLocale: 'en', targetLocales: ['hy', 'fr'], documents: ['locales/en/*.md'] };

function refusal(text: string): HexaplaError {
  try {
    parseConfig(text);
  } catch (error) {
    if (error instanceof HexaplaError) return error;
    throw error;
  }
  throw new Error('the configuration was taken');
}

const write = (more: object): string => JSON.stringify({ ...least, ...more }, null, 2);

describe('the configuration', () => {
  it('fills in the defaults of the contract', () => {
    expect(parseConfig(JSON.stringify(least))).toEqual({
      ...least,
      catalogues: 'locales/{locale}/{name}.json',
      handoff: 'handoff/{locale}/{name}.{locale}.xlf',
      editions: 'editions',
      segmentation: 'sentence',
      softBreaks: 'auto',
      policy: 'hold',
      minState: 'reviewed',
      links: {},
      site: null,
      frontMatter: ['title', 'description', 'subtitle', 'summary'],
      instruction: null,
      spellings: [],
      names: [],
      sizeLimits: {},
      thresholds: null,
      overrides: [],
      authentic: [],
      keep: { texts: [], kinds: [] },
      checks: {
        stage: 'publish',
        required: null,
        rules: {},
        placeholders: [],
        lengths: {},
        dictionaries: {},
      },
    });
  });

  it('takes every setting, a schema reference and a byte order mark', () => {
    const text = write({
      $schema: 'x',
      site: 'https://example.org/s',
      links: { 'https://x/en': { fr: 'https://x/fr' } },
    });
    expect(parseConfig(`\uFEFF${text}`).site).toBe('https://example.org/s');
  });

  it.each<[string, string, object, number]>([
    [
      'a misspelt setting',
      write({ segmantation: 'block' }),
      { reason: 'unknown', key: 'segmantation', nearest: 'segmentation' },
      10,
    ],
    [
      'a misspelt kind of unit',
      write({ keep: { kinds: ['cel'] } }),
      { reason: 'choice', key: 'keep.kinds.0', nearest: 'cell' },
      12,
    ],
    [
      'a misspelt part of a setting',
      write({ keep: { text: [] } }),
      { reason: 'unknown', key: 'keep.text', nearest: 'texts' },
      11,
    ],
    [
      'a limit for what is no kind of unit',
      write({ sizeLimits: { heading: 60, titel: 60 } }),
      { reason: 'unknown', key: 'sizeLimits.titel', nearest: 'title' },
      12,
    ],
    [
      'a limit that nothing meets',
      write({ sizeLimits: { title: 0 } }),
      { reason: 'value', key: 'sizeLimits.title' },
      11,
    ],
    [
      'a misspelt state of a threshold',
      write({ thresholds: { reviewd: 1 } }),
      { reason: 'unknown', key: 'thresholds.reviewd', nearest: 'reviewed' },
      11,
    ],
    [
      'a share above one',
      write({ thresholds: { reviewed: 95 } }),
      { reason: 'value', key: 'thresholds.reviewed', value: '95' },
      11,
    ],
    [
      'a misspelt part of an override',
      write({ overrides: [{ locale: ['hy'] }] }),
      { reason: 'unknown', key: 'overrides.0.locale', nearest: 'locales' },
      12,
    ],
    [
      'a misspelt state in an override',
      write({ overrides: [{ thresholds: { finl: 1 } }] }),
      { reason: 'unknown', key: 'overrides.0.thresholds.finl', nearest: 'final' },
      13,
    ],
    [
      'an override for a language that the project has not',
      write({ overrides: [{ locales: ['hy'] }, { locales: ['ru'] }] }),
      { reason: 'value', key: 'overrides.1.locales.0', value: '"ru"' },
      18,
    ],
    [
      'an authentic language that the project has not',
      write({ authentic: ['en', 'he'] }),
      { reason: 'value', key: 'authentic.1', nearest: 'hy' },
      12,
    ],
    ['an unknown setting', write({ zzz: 1 }), { reason: 'unknown', key: 'zzz' }, 10],
    [
      'a misspelt choice',
      write({ policy: 'holt' }),
      { reason: 'choice', key: 'policy', nearest: 'hold' },
      10,
    ],
    [
      'a wrong type',
      write({ targetLocales: 'hy' }),
      { reason: 'value', key: 'targetLocales', value: '"hy"' },
      3,
    ],
    [
      'an absent setting',
      '{\n  "sourceLocale": "en",\n  "documents": ["a.md"]\n}',
      { reason: 'absent', key: 'targetLocales' },
      1,
    ],
    [
      'an absent, misspelt setting',
      '{\n  "sourceLocale": "en",\n  "targetLocale": [],\n  "documents": ["a.md"]\n}',
      { reason: 'unknown', key: 'targetLocale', nearest: 'targetLocales' },
      3,
    ],
    [
      'a tag that is not canonical',
      write({ targetLocales: ['fr', 'pt-br'] }),
      { reason: 'locale', key: 'targetLocales.1', nearest: 'pt-BR' },
      5,
    ],
    ['no tag at all', write({ sourceLocale: 'english!' }), { reason: 'locale', key: 'sourceLocale' }, 2],
    ['a language twice', write({ targetLocales: ['fr', 'fr'] }), { reason: 'twice' }, 3],
    ['the source as a target', write({ targetLocales: ['fr', 'en'] }), { reason: 'source', key: 'en' }, 5],
    [
      'a catalogue for all languages',
      write({ catalogues: 'locales/{name}.json' }),
      { reason: 'pattern', key: 'catalogues' },
      10,
    ],
    ['no documents', write({ documents: [] }), { reason: 'value', key: 'documents' }, 7],
    ['a missing comma', '{\n  "sourceLocale": "en"\n  "targetLocales": []\n}', { reason: 'syntax' }, 3],
    ['a cut-off text', '{\n  "sourceLocale": "en",\n', { reason: 'syntax' }, 3],
    ['no object', '[]', { reason: 'value', key: '' }, 1],
  ])('names %s, with its line', (_, text, values, line) => {
    const error = refusal(text);
    expect(error.code).toBe('config-invalid');
    expect(error.values).toMatchObject(values);
    const { column, ...place } = error.place;
    expect(place).toEqual({ file: 'hexapla.json', line });
    expect(column !== undefined).toBe(error.values['reason'] === 'syntax');
  });

  it.each(['../out', '/etc', 'a/../../b', 'C:\\x', '\\\\host\\x', '~/x'])('refuses the path %s', (path) => {
    expect(refusal(write({ editions: path })).code).toBe('path-escape');
    expect(refusal(write({ documents: [path] })).code).toBe('path-escape');
  });

  it('has a JSON Schema with every setting', () => {
    const { properties, required } = configSchema() as { properties: object; required: string[] };
    expect(Object.keys(properties)).toEqual(['$schema', ...Object.keys(parseConfig(JSON.stringify(least)))]);
    expect(required).toEqual(Object.keys(least));
  });
});
