import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermFinder } from '../../src/exchange/terms.ts';
import type { Glossary } from '../../src/model/glossary.ts';
import { runs } from './support.ts';

const glossary: Glossary = {
  'steering-committee': {
    definition: 'Who leads the Forum.',
    forms: { en: ['Steering Committee', 'Steering Committees'], fr: ['comité directeur'], hy: [] },
    forbidden: { fr: ['comité de pilotage'] },
  },
  committee: { forms: { en: ['committee'], fr: ['comité'] }, forbidden: {} },
  'cease-fire': { forms: { en: ['cease-fire'], fr: ['cessez-le-feu'] }, forbidden: {} },
  eu: { forms: { en: ['EU'], fr: ['UE'] }, forbidden: {} },
  only: { forms: { en: ['word'] }, forbidden: {} },
};

const find = createTermFinder(glossary, 'en', 'fr');
const ids = (text: string): string[] => find(text).map(({ id }) => id);

describe('terms in a text', () => {
  it('are found as whole words, the first letter in any case', () => {
    expect(ids('The Steering Committee met.')).toEqual(['steering-committee']);
    expect(ids('the steering committee')).toEqual(['steering-committee']);
    expect(ids('A STEERING COMMITTEE')).toEqual([]);
    expect(ids('Committees of subcommittee')).toEqual([]);
    expect(ids('the EU, not eU; Europe')).toEqual(['eu']);
    expect(ids('the eU')).toEqual(['eu']);
    expect(ids('Eu')).toEqual([]);
  });

  it('are the longest where several begin, and each is given once, in the order of the text', () => {
    expect(ids('Committee and Steering Committees and committee')).toEqual([
      'committee',
      'steering-committee',
    ]);
  });

  it('have the marks that their forms have', () => {
    expect(ids('The cease-fire holds.')).toEqual(['cease-fire']);
    expect(ids('They cease fire.')).toEqual([]);
  });

  it('come with what they are called, what not, and what they mean', () => {
    expect(find('Steering  Committee')).toEqual([
      {
        id: 'steering-committee',
        term: 'Steering Committee',
        definition: 'Who leads the Forum.',
        translations: ['comité directeur'],
        forbidden: ['comité de pilotage'],
      },
    ]);
  });

  it('are left out where nothing is said of them in the language', () => {
    expect(ids('a word')).toEqual([]);
    expect(createTermFinder(glossary, 'en', 'ka')('EU and the Steering Committee')).toMatchObject([
      { id: 'steering-committee', translations: [], definition: 'Who leads the Forum.' },
    ]);
    expect(createTermFinder({}, 'en', 'fr')('EU')).toEqual([]);
  });

  it('take the forms of the language where the locale has none', () => {
    expect(createTermFinder(glossary, 'en-GB', 'fr-CA')('the EU')).toMatchObject([{ translations: ['UE'] }]);
  });

  it('are found in scripts without spaces', () => {
    const own = createTermFinder({ un: { forms: { ja: ['国連'], fr: ['ONU'] }, forbidden: {} } }, 'ja', 'fr');
    expect(own('国連は、')).toMatchObject([{ translations: ['ONU'] }]);
    expect(own('国と連')).toEqual([]);
  });

  it('are those that a look at every place finds', () => {
    const word = fc.constantFrom(
      'Steering',
      'committee',
      'Committee',
      'cease',
      '-',
      'fire',
      'EU',
      'x',
      'steering',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const found = new Set(ids(words.join(' ')));
        const text = ` ${words.join(' ').replaceAll(' - ', '-')} `;
        const stands = (form: string): boolean => new RegExp(`[^\\p{L}]${form}(?!\\p{L})`, 'u').test(text);
        if (found.has('eu')) expect(stands('[Ee]U')).toBe(true);
        expect(found.has('eu')).toBe(stands('[Ee]U'));
        expect(found.has('steering-committee')).toBe(stands('[Ss]teering [Cc]ommittee'));
        expect(found.has('cease-fire')).toBe(stands('[Cc]ease-[Ff]ire'));
      }),
      { numRuns: runs },
    );
  });

  it('are found in one walk, however many terms there are', () => {
    const many: Glossary = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `t${index}`,
        { forms: { en: [`term number${index}`], fr: ['x'] }, forbidden: {} },
      ]),
    );
    const finder = createTermFinder(many, 'en', 'fr');
    const text = Array.from({ length: 50_000 }, (_, index) => `term number${index % 30_000}`).join(' ');
    const start = performance.now();
    expect(finder(text)).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
