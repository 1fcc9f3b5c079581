import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTbx, type TbxTerm } from '../../src/exchange/tbx/read.ts';
import { writeTbx, writeTermbase } from '../../src/exchange/tbx/write.ts';
import { withoutForbidden } from '../../src/exchange/xml/escape.ts';
import type { TransferTerm } from '../../src/model/transfer.ts';
import { thrown } from '../support/thrown.ts';
import { TERMS } from './letter-transfer.ts';
import { runs } from './support.ts';
import { fixture, OPTIONS, secondsOf, valid } from './tables-support.ts';

const word = fc
  .array(
    fc.constantFrom(
      'a',
      ' b ',
      '<',
      '&',
      '"',
      ']]>',
      '_',
      '_20_',
      '.',
      '1',
      '-',
      '\t',
      'é',
      '👩',
      '\u0301',
      '\u0001',
      '\uD800',
      '\uFFFE',
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => `x${parts.join('')}y`);

const terms: fc.Arbitrary<TransferTerm[]> = fc.uniqueArray(
  fc.record(
    {
      id: fc.oneof(
        word,
        fc.string({ minLength: 1 }).filter((text) => !/\p{Cs}/u.test(text)),
      ),
      term: word,
      definition: word,
      translations: fc.array(word, { maxLength: 3 }),
      forbidden: fc.array(word, { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'term', 'translations', 'forbidden'] },
  ),
  { minLength: 1, maxLength: 4, selector: ({ id }) => id },
);

// What TBX carries: no white space at the ends, no characters that XML lacks, no language without a term.
function carried({ id, term, definition, translations, forbidden }: TransferTerm): TbxTerm {
  const shown = (all: readonly string[]): string[] => all.map(withoutForbidden);
  return {
    id,
    ...(definition !== undefined && { definition: withoutForbidden(definition) }),
    terms: {
      en: { preferred: shown([term]), forbidden: [] },
      ...(translations.length + forbidden.length > 0 && {
        fr: { preferred: shown(translations), forbidden: shown(forbidden) },
      }),
    },
  };
}

const wellFormed = (text: string): boolean => !/\p{Cs}/u.test(text);

describe('TBX', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(terms, (given) => {
        fc.pre(given.every(({ id }) => wellFormed(id)));
        const text = writeTbx(given, 'en', 'fr', OPTIONS);
        expect(readTbx(text, 'f.tbx')).toEqual(given.map(carried));
        expect(writeTbx(structuredClone(given), 'en', 'fr', OPTIONS)).toBe(text);
      }),
      { numRuns: runs },
    );
  });

  it('is the file in letter.fr.tbx', () => {
    expect(writeTbx(TERMS, 'en', 'fr', { ...OPTIONS, toolVersion: '0.1.0' })).toBe(fixture('letter.fr.tbx'));
  });

  it('writes a term once', () => {
    expect(writeTbx([...TERMS, ...TERMS], 'en', 'fr', OPTIONS)).toBe(writeTbx(TERMS, 'en', 'fr', OPTIONS));
  });

  it('reads what a termbase gives', () => {
    expect(readTbx(fixture('letter.trados.tbx'), 'f.tbx')).toEqual([
      {
        id: 'c1',
        definition: 'A side of a contract.',
        terms: {
          'en-GB': { preferred: ['party'], forbidden: [] },
          fr: { preferred: ['partie', 'partie contractante'], forbidden: ['parti'] },
        },
      },
    ]);
  });

  it('reads ISO 30042:2019, in the style with an element for each category too', () => {
    expect(readTbx(fixture('letter.2019.tbx'), 'f.tbx')).toEqual([
      {
        id: 'c1',
        terms: {
          en: { preferred: ['party'], forbidden: [] },
          fr: { preferred: ['partie'], forbidden: ['parti'] },
        },
      },
    ]);
  });

  it.each([
    ['another format', '<tmx version="1.4"/>', 'return-invalid', 'format'],
    ['no entry', '<martif><text><body/></text></martif>', 'return-invalid', 'rows'],
    ['entities', '<!DOCTYPE martif [<!ENTITY a "b">]><martif/>', 'xml-doctype', undefined],
    ['an end too early', '<martif><text><body><termEntry>', 'xml-syntax', undefined],
    ['depth', `<martif>${'<a>'.repeat(300)}`, 'xml-depth', undefined],
  ])('refuses a file with one error: %s', (_name, text, code, reason) => {
    const error = thrown(() => readTbx(text, 'f.tbx'));
    expect([error.code, error.place.file]).toEqual([code, 'f.tbx']);
    if (reason !== undefined) expect(error.values['reason']).toBe(reason);
  });

  it('takes no more time than its length', () => {
    const tig =
      '<tig><term>a</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>';
    const entry = `<termEntry id="a"><langSet xml:lang="__proto__">${tig.repeat(50_000)}</langSet></termEntry>`;
    const small = '<termEntry id="a"><langSet xml:lang="en"><tig><term>a</term></tig></langSet></termEntry>';
    let read: readonly TbxTerm[] = [];
    const run = (): void => {
      read = readTbx(`<martif><text><body>${entry}${small.repeat(50_000)}</body></text></martif>`, 'f.tbx');
    };
    expect(secondsOf(run)).toBeLessThan(5);
    expect(read).toHaveLength(50_001);
    expect(Object.keys(read[0]?.terms ?? {})).toEqual(['__proto__']);
  });
});

// The content models of TBX-Basic (2008), for the elements that Hexapla writes.
const DTD = `<!ELEMENT martif (martifHeader, text)>
<!ATTLIST martif type CDATA #REQUIRED xml:lang CDATA #REQUIRED>
<!ELEMENT martifHeader (fileDesc, encodingDesc?)>
<!ELEMENT fileDesc (sourceDesc+)>
<!ELEMENT sourceDesc (p+)>
<!ELEMENT encodingDesc (p+)>
<!ELEMENT p (#PCDATA)>
<!ATTLIST p type CDATA #IMPLIED>
<!ELEMENT text (body)>
<!ELEMENT body (termEntry+)>
<!ELEMENT termEntry (descrip*, note*, langSet+)>
<!ATTLIST termEntry id ID #IMPLIED>
<!ELEMENT descrip (#PCDATA)>
<!ATTLIST descrip type CDATA #REQUIRED>
<!ELEMENT langSet (tig+)>
<!ATTLIST langSet xml:lang CDATA #REQUIRED>
<!ELEMENT tig (term, termNote*, note*)>
<!ELEMENT note (#PCDATA)>
<!ELEMENT term (#PCDATA)>
<!ELEMENT termNote (#PCDATA)>
<!ATTLIST termNote type CDATA #REQUIRED>
`;

describe.skipIf(!valid.possible)('TBX-Basic (needs xmllint)', () => {
  it('everything written has the form of the standard', () => {
    const texts = fc.sample(terms, Math.min(runs, 300)).map((given) => writeTbx(given, 'en', 'fr', OPTIONS));
    const noted: TbxTerm = {
      id: 'a',
      definition: 'A.',
      note: 'B & C.',
      terms: {
        en: { preferred: ['d'], forbidden: ['e'], notes: { e: 'F.' } },
        fr: { preferred: ['g', 'h'], forbidden: [] },
      },
    };
    const termbase = writeTermbase([noted], 'en', OPTIONS);
    expect(readTbx(termbase, 'f.tbx')).toEqual([noted]);
    expect(valid.problems([...texts, termbase], DTD)).toBe('');
    expect(valid.problems([(texts[0] ?? '').replace('<body>', '<body><term>a</term>')], DTD)).not.toBe('');
  });
});
