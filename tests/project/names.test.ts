import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Names } from '../../src/model/names.ts';
import { formatNames, namesPath, namesSchema, parseNames, readNames } from '../../src/project/names.ts';
import { newFolder } from '../support/folder.ts';
import { runs } from '../support/settings.ts';
import { thrown } from '../support/thrown.ts';

const TEXT = `{
  "hexapla": 1,
  "names": {
    "baku":
      {"kind":"place","forms":{"en":["Baku"],"hy":["Բաքու","Բաքվ*"]}},
    "zelensky":
      {"forms":{"en":["Zelensky","Zelenskyy"]}}
  }
}
`;

describe('the list of names', () => {
  it('is names by their ids, and is written as it was read', () => {
    const names = parseNames(TEXT, 'n');
    expect(names).toEqual({
      baku: { kind: 'place', forms: { en: ['Baku'], hy: ['Բաքու', 'Բաքվ*'] } },
      zelensky: { forms: { en: ['Zelensky', 'Zelenskyy'] } },
    });
    expect(formatNames(names)).toBe(TEXT);
    expect(formatNames({})).toBe('{\n  "hexapla": 1,\n  "names": {}\n}\n');
    expect(parseNames(formatNames({}), 'n')).toEqual({});
  });

  it('is beside the glossary, or there is none', () => {
    const config = { catalogues: 'locales/{locale}/{name}.json' };
    expect(namesPath(config)).toBe('locales/names.json');
    expect(readNames(newFolder({}), config)).toEqual({});
    expect(Object.keys(readNames(newFolder({ 'locales/names.json': TEXT }), config))).toEqual([
      'baku',
      'zelensky',
    ]);
  });

  it.each([
    ['no JSON', TEXT.replace('"zelensky":', '"zelensky"'), 'json', 7],
    ['no version', TEXT.replace('  "hexapla": 1,\n', ''), 'hexapla', 1],
    ['another kind', TEXT.replace('"place"', '"river"'), 'names.baku.kind', 5],
    ['an unknown key', TEXT.replace('"kind"', '"sort"'), 'names.baku.sort', 5],
    ['a star alone', TEXT.replace('"Zelensky"', '"*"'), 'names.zelensky.forms.en.0', 7],
    ['a star within a word', TEXT.replace('"Zelensky"', '"Z*y"'), 'names.zelensky.forms.en.0', 7],
    ['a locale that is none', TEXT.replace('"hy"', '"hy_AM"'), 'names.baku.forms.hy_AM', 5],
  ])('names the place of %s', (_, text, detail, line) => {
    const { code, values, place } = thrown(() => parseNames(text, 'locales/names.json'));
    expect([code, values['detail'], place]).toEqual([
      'catalogue-invalid',
      detail,
      { file: 'locales/names.json', line },
    ]);
  });

  it('of a later Hexapla is not read', () => {
    expect(thrown(() => parseNames(TEXT.replace('1', '2'), 'n')).code).toBe('catalogue-newer');
  });

  it('reads what it writes', () => {
    const form = fc.constantFrom('Baku', 'Баку', 'Բաքվ*', 'New York', "l'Aquila", '"x"', 'прав* человека');
    const name = fc.record(
      {
        kind: fc.constantFrom('person' as const, 'place' as const, 'organisation' as const),
        forms: fc.dictionary(
          fc.constantFrom('en', 'hy', 'az-Cyrl', 'pt-BR'),
          fc.array(form, { maxLength: 3 }),
        ),
      },
      { requiredKeys: ['forms'] },
    );
    const ids = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,8}$/);
    fc.assert(
      fc.property(fc.dictionary(ids, name), (names) => {
        const text = formatNames(names as Names);
        expect(parseNames(text, 'n')).toEqual(names);
        expect(formatNames(parseNames(text, 'n'))).toBe(text);
      }),
      { numRuns: runs },
    );
  });

  it('has a schema for editors', () => {
    expect(namesSchema()).toMatchObject({ title: 'names.json', required: ['hexapla', 'names'] });
  });
});
