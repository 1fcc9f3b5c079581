import { describe, expect, it } from 'vitest';
import { HexaplaError } from '../../src/model/error.ts';
import {
  formatGlossary,
  glossaryPath,
  glossarySchema,
  parseGlossary,
  readGlossary,
} from '../../src/project/glossary.ts';
import { newFolder } from '../support/folder.ts';

const TEXT = `{
  "hexapla": 1,
  "terms": {
    "steering-committee":
      {"definition":"Who leads.","forms":{"en":["Steering Committee"],"fr":["comité directeur"]},"forbidden":{"fr":["comité de pilotage"]}},
    "eu":
      {"forms":{"en":["EU"],"az-Latn":["Aİ"]}}
  }
}
`;

function refusal(text: string): [string, unknown, number | undefined] {
  try {
    parseGlossary(text, 'locales/glossary.json');
  } catch (error) {
    if (error instanceof HexaplaError) return [error.code, error.values['detail'], error.place.line];
    throw error;
  }
  throw new Error('the glossary was taken');
}

describe('the glossary', () => {
  it('is terms by their ids', () => {
    expect(parseGlossary(TEXT, 'g')).toEqual({
      'steering-committee': {
        definition: 'Who leads.',
        forms: { en: ['Steering Committee'], fr: ['comité directeur'] },
        forbidden: { fr: ['comité de pilotage'] },
      },
      eu: { forms: { en: ['EU'], 'az-Latn': ['Aİ'] }, forbidden: {} },
    });
  });

  it('may say more of a term and of what is forbidden, and is written in one way', () => {
    const text = `{
  "hexapla": 1,
  "terms": {
    "baku":
      {"note":"A city.","keep":true,"forms":{"en":["Baku"],"hy":["Բաքու","Բաքվ*"]},"forbidden":{"fr":["Baku",{"form":"Bacou","use":"Bakou","reason":"style","severity":"error","exceptIn":["Bacou FM"]}]}}
  }
}
`;
    const glossary = parseGlossary(text, 'g');
    expect(glossary['baku']).toEqual({
      note: 'A city.',
      keep: true,
      forms: { en: ['Baku'], hy: ['Բաքու', 'Բաքվ*'] },
      forbidden: {
        fr: [
          'Baku',
          { form: 'Bacou', use: 'Bakou', reason: 'style', severity: 'error', exceptIn: ['Bacou FM'] },
        ],
      },
    });
    expect(formatGlossary(glossary)).toBe(text);
    const { baku: { forms = {} } = {} } = glossary;
    const loose = {
      z: { forms: {}, forbidden: { fr: [] } },
      a: { forms, forbidden: { en: [{ form: 'x' }] } },
    };
    expect(formatGlossary(loose)).toBe(
      '{\n  "hexapla": 1,\n  "terms": {\n    "a":\n      {"forms":{"en":["Baku"],"hy":["Բաքու","Բաքվ*"]},"forbidden":{"en":["x"]}},\n    "z":\n      {"forms":{}}\n  }\n}\n',
    );
    expect(parseGlossary(formatGlossary({}), 'g')).toEqual({});
  });

  it('has a schema for editors', () => {
    expect(glossarySchema()).toMatchObject({ title: 'glossary.json', required: ['hexapla', 'terms'] });
  });

  it('is above the folders of the locales, or there is none', () => {
    expect(glossaryPath({ catalogues: 'locales/{locale}/{name}.json' })).toBe('locales/glossary.json');
    expect(glossaryPath({ catalogues: '{locale}/{name}.json' })).toBe('glossary.json');
    expect(glossaryPath({ catalogues: 'a/b-{locale}/{name}.json' })).toBe('a/glossary.json');
    const config = { catalogues: 'locales/{locale}/{name}.json' };
    expect(readGlossary(newFolder({}), config)).toEqual({});
    expect(Object.keys(readGlossary(newFolder({ 'locales/glossary.json': TEXT }), config))).toHaveLength(2);
  });

  it.each([
    ['no JSON', TEXT.replace('"eu":', '"eu"'), 'json', 7],
    ['no version', TEXT.replace('  "hexapla": 1,\n', ''), 'hexapla', 1],
    ['an unknown key', TEXT.replace('"forms":{"en":["EU"]', '"form":{"en":["EU"]'), 'terms.eu.forms', 6],
    ['another type', TEXT.replace('["EU"]', '"EU"'), 'terms.eu.forms.en', 7],
    ['an empty form', TEXT.replace('["EU"]', '[" "]'), 'terms.eu.forms.en.0', 7],
    ['a locale that is none', TEXT.replace('az-Latn', 'az_Latn'), 'terms.eu.forms.az_Latn', 7],
    ['an id that XLIFF has no place for', TEXT.replace('"eu"', '"e u"'), 'terms.e u', 6],
    ['a star within a word', TEXT.replace('"EU"', '"E*U"'), 'terms.eu.forms.en.0', 7],
    [
      'an unknown severity',
      TEXT.replace('"comité de pilotage"', '{"form":"x","severity":"bad"}'),
      'terms.steering-committee.forbidden.fr.0',
      5,
    ],
    ['a list', '[]', 'hexapla', 1],
  ])('names the place of %s', (_, text, detail, line) => {
    expect(refusal(text)).toEqual(['catalogue-invalid', detail, line]);
  });

  it('of a later Hexapla is not read', () => {
    expect(refusal(TEXT.replace('1', '2'))[0]).toBe('catalogue-newer');
  });
});
