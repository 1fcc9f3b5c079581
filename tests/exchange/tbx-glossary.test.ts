import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termbaseOf, termsFrom } from '../../src/exchange/tbx/glossary.ts';
import { readTbx } from '../../src/exchange/tbx/read.ts';
import { writeTermbase } from '../../src/exchange/tbx/write.ts';
import { createTermFinder, termsOf } from '../../src/exchange/terms.ts';
import { type MergedTerms, mergeTerms } from '../../src/exchange/terms-merge.ts';
import { readTermTable, writeTermTable } from '../../src/exchange/terms-table.ts';
import type { Glossary } from '../../src/model/glossary.ts';
import { runs } from './support.ts';
import { OPTIONS } from './tables-support.ts';

const GLOSSARY: Glossary = {
  baku: {
    definition: 'A city.',
    note: 'On the sea.',
    keep: true,
    forms: { en: ['Baku'], hy: ['Բաքու', 'Բաքվ*'], ka: ['ბაქო*'] },
    forbidden: {
      hy: ['Պաքու', { form: 'Բագու*', reason: 'x' }, { form: 'Բաքի', reason: 'a slip', use: 'Բաքու' }],
    },
  },
  eu: { forms: { en: ['EU', 'European Union'], fr: ['UE'] }, forbidden: {} },
};

const options = { sourceLocale: 'en', locales: ['en', 'fr', 'hy'], newId: () => 'new' };
const merge = (ours: Glossary, theirs: Parameters<typeof mergeTerms>[1]): MergedTerms =>
  mergeTerms(ours, theirs, options);

describe('a glossary as a termbase', () => {
  it('has definitions, notes, whole forms and what is forbidden with its reason', () => {
    const text = writeTermbase(termbaseOf(GLOSSARY, null), 'en', OPTIONS);
    expect(text).not.toContain('*');
    expect(termsFrom(readTbx(text, 'g.tbx'))).toEqual([
      {
        id: 'baku',
        definition: 'A city.',
        note: 'On the sea.',
        forms: { en: ['Baku'], hy: ['Բաքու'] },
        forbidden: { hy: [{ form: 'Պաքու' }, { form: 'Բաքի', reason: 'a slip' }] },
      },
      { id: 'eu', forms: { en: ['EU', 'European Union'], fr: ['UE'] }, forbidden: {} },
    ]);
  });

  it('may be in some languages only', () => {
    expect(termbaseOf(GLOSSARY, ['fr']).map(({ id, terms }) => [id, Object.keys(terms)])).toEqual([
      ['eu', ['fr']],
    ]);
  });

  it('reads notes of other tools where they stand, and leaves languages out that are none', () => {
    const file = `<tbx><text><body><conceptEntry id="c"><note>On all.</note>
      <langSec xml:lang="en-GB"><note>On English.</note><termSec><term>lift</term><note>British.</note></termSec></langSec>
      <langSec xml:lang="not a tag"><termSec><term>x</term></termSec></langSec>
      <langSec xml:lang="fr"><termSec><term>as*cen*seur</term></termSec></langSec></conceptEntry></body></text></tbx>`;
    const [entry] = readTbx(file, 'c.tbx');
    expect(entry?.note).toBe('On all.');
    expect(entry?.terms['en-GB']?.notes).toEqual({ lift: 'British.' });
    expect(termsFrom(readTbx(file, 'c.tbx'))).toEqual([
      { id: 'c', note: 'On all.', forms: { 'en-GB': ['lift'], fr: ['ascenseur'] }, forbidden: {} },
    ]);
  });
});

describe('a glossary as a table', () => {
  it('has patterns too', () => {
    const bytes = new TextEncoder().encode(writeTermTable(GLOSSARY, ['en', 'hy', 'ka', 'fr']));
    expect(readTermTable(bytes, 'g.csv')).toEqual([
      {
        id: 'baku',
        definition: 'A city.',
        note: 'On the sea.',
        keep: true,
        forms: { en: ['Baku'], hy: ['Բաքու', 'Բաքվ*'], ka: ['ბაქო*'] },
        forbidden: { hy: ['Պաքու', 'Բագու*', 'Բաքի'] },
      },
      { id: 'eu', forms: { en: ['EU', 'European Union'], fr: ['UE'] }, forbidden: {} },
    ]);
  });
});

describe('merging terms', () => {
  it('adds forms, moves regional ones to what the project has, and takes nothing away', () => {
    const { glossary, changed, added } = merge(GLOSSARY, [
      {
        id: 'c1',
        forms: { 'en-GB': ['eu'], fr: ['Union européenne', 'UE'], 'pt-BR': ['UE'] },
        forbidden: {},
      },
      { id: 'x', forms: { en: ['dawn'] }, forbidden: {} },
    ]);
    expect([changed, added]).toEqual([['eu'], ['new']]);
    expect(glossary['eu']?.forms).toEqual({
      en: ['EU', 'European Union', 'eu'],
      fr: ['UE', 'Union européenne'],
      'pt-BR': ['UE'],
    });
    expect(glossary['baku']).toEqual(GLOSSARY['baku']);
  });

  it('takes a term with a known id for another where they share no form of the source', () => {
    expect(merge(GLOSSARY, [{ id: 'eu', forms: { en: ['dawn'] }, forbidden: {} }]).added).toEqual(['new']);
    expect(merge(GLOSSARY, [{ id: 'eu', forms: { fr: ['L’Union'] }, forbidden: {} }]).changed).toEqual([
      'eu',
    ]);
  });

  it('tells what contradicts, and keeps what is there', () => {
    const { glossary, conflicts } = merge(GLOSSARY, [
      {
        id: 'baku',
        definition: 'A port.',
        forms: { en: ['Baku'], hy: ['Պաքու'] },
        forbidden: { hy: ['Բաքու'] },
      },
    ]);
    expect(glossary).toEqual(GLOSSARY);
    expect(conflicts.map(({ kind, locale, theirs }) => [kind, locale, theirs])).toEqual([
      ['definition', null, 'A port.'],
      ['forbidden', 'hy', 'Պաքու'],
      ['allowed', 'hy', 'Բաքու'],
    ]);
  });

  it('with itself is the same, through a termbase and through a table too', () => {
    const word = fc.constantFrom('law', 'court', 'Law court', 'x y', 'ՄԱԿ', "l'eau", 'a & b', '=1');
    const pattern = fc.constantFrom('law*', 'прав* человека');
    const list = fc.uniqueArray(fc.oneof(word, pattern), { maxLength: 4 });
    const glossaries = fc.dictionary(
      fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/),
      fc.record({ forms: fc.record({ en: list, fr: list }), forbidden: fc.record({ hy: list }) }),
    );
    fc.assert(
      fc.property(glossaries, (given) => {
        // Each term has a name that no other has.
        const entries = Object.entries(given).map(([id, term]) => [
          id,
          { ...term, forms: { ...term.forms, en: [`name ${id}`, ...term.forms.en] } },
        ]);
        const glossary = Object.fromEntries(entries) as Glossary;
        fc.pre(Object.keys(glossary).length > 0);
        const tbx = termsFrom(readTbx(writeTermbase(termbaseOf(glossary, null), 'en', OPTIONS), 'g.tbx'));
        const csv = readTermTable(
          new TextEncoder().encode(writeTermTable(glossary, ['en', 'fr', 'hy'])),
          'g.csv',
        );
        const own = Object.entries(glossary).map(([id, term]) => ({ id, ...term }));
        for (const theirs of [tbx, csv, own]) {
          const { glossary: merged, conflicts, changed, added } = merge(glossary, theirs);
          expect([merged, conflicts, changed, added]).toEqual([glossary, [], [], []]);
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('terms that are sent', () => {
  it('show no stars: whole forms, or what is left of a pattern where there is none', () => {
    const find = (locale: string) => createTermFinder(GLOSSARY, 'en', locale)('In Baku')[0];
    expect(find('hy')).toMatchObject({ translations: ['Բաքու'], forbidden: ['Պաքու', 'Բագու…', 'Բաքի'] });
    expect(find('ka')?.translations).toEqual(['ბაქო…']);
    expect(find('fr')?.translations).toEqual(['Baku']);
    expect(termsOf(GLOSSARY, 'en', 'hy')[0]?.forbidden).toEqual(['Պաքու', 'Բաքի']);
    expect(termsOf(GLOSSARY, 'en', 'ka')[0]?.translations).toEqual(['Baku']);
  });

  it('are found by patterns of the source too', () => {
    const terms: Glossary = {
      r: { forms: { ru: ['права человека', 'прав* человека'], fr: ['x'] }, forbidden: {} },
    };
    const find = createTermFinder(terms, 'ru', 'fr');
    expect(find('О правах человека').map(({ term }) => term)).toEqual(['права человека']);
    expect(find('О правах людей')).toEqual([]);
  });
});
