import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTmx } from '../../src/exchange/tmx/read.ts';
import { writeTmx } from '../../src/exchange/tmx/write.ts';
import { HexaplaError } from '../../src/model/error.ts';
import type { Transfer } from '../../src/model/transfer.ts';
import { arbitraryTransfer } from '../support/arbitrary-transfer.ts';
import { runs } from './support.ts';
import { distinct, OPTIONS, shown, sortedReturns, valid } from './tables-support.ts';

/** Several documents and languages. */
const transfers = distinct(({ document, targetLocale }) => `${document} ${targetLocale}`);

// What TMX carries: a stale target is a translation of another text, and an empty one is none.
function carried(transfer: Transfer): unknown {
  const segments = transfer.units.flatMap((unit) =>
    unit.segments.map(({ id, source, target, state, stale }) => ({
      id,
      unit: unit.id,
      source: shown(source),
      target: target === null || stale ? null : shown(target),
      state: target === null || stale ? 'initial' : state,
      problem: null,
    })),
  );
  const { document, sourceLocale, targetLocale, handoff } = transfer;
  return { format: 'tmx', document, sourceLocale, targetLocale, handoff: handoff || null, segments };
}

describe('TMX', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(transfers(true), (given) => {
        const read = readTmx(writeTmx(given, OPTIONS), 'f.tmx');
        expect(sortedReturns(read)).toEqual(sortedReturns(given.map(carried)));
      }),
      { numRuns: runs },
    );
  });

  it('keeps the order of one handoff', () => {
    fc.assert(
      fc.property(arbitraryTransfer(false), (transfer) => {
        fc.pre(transfer.units.length > 0);
        const [returned] = readTmx(writeTmx([transfer], OPTIONS), 'f.tmx');
        const ids = transfer.units.flatMap(({ segments }) => segments.map(({ id }) => id));
        expect(returned?.segments.map(({ id }) => id)).toEqual(ids);
      }),
      { numRuns: runs },
    );
  });

  it('writes the same text for the same handoffs, and no native code', () => {
    fc.assert(
      fc.property(transfers(true), (given) => {
        const text = writeTmx(given, OPTIONS);
        expect(writeTmx(structuredClone(given), OPTIONS)).toBe(text);
        expect(text).not.toContain('NATIVE');
      }),
      { numRuns: runs },
    );
  });

  it('reads a damaged file to a result or to one clear error', () => {
    const byte = fc.record({ at: fc.nat(), to: fc.oneof(fc.nat(127), fc.constantFrom(60, 62, 38, 34, 47)) });
    const damage = fc.array(byte, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(transfers(false), damage, fc.option(fc.nat()), (given, edits, cut) => {
        const chars = [...writeTmx(given, OPTIONS)];
        for (const { at, to } of edits) chars[at % chars.length] = String.fromCharCode(to);
        const text = chars.slice(0, cut === null ? chars.length : cut % chars.length).join('');
        try {
          expect(readTmx(text, 'f.tmx').length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(HexaplaError);
        }
      }),
      { numRuns: runs * 2 },
    );
  });
});

// The content models of TMX 1.4b, for the elements that Hexapla writes.
const DTD = `<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED srclang CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED>
<!ELEMENT note (#PCDATA)>
<!ELEMENT seg (#PCDATA | bpt | ept | ph)*>
<!ELEMENT bpt (#PCDATA)>
<!ATTLIST bpt i CDATA #REQUIRED x CDATA #IMPLIED type CDATA #IMPLIED>
<!ELEMENT ept (#PCDATA)>
<!ATTLIST ept i CDATA #REQUIRED>
<!ELEMENT ph (#PCDATA)>
<!ATTLIST ph x CDATA #IMPLIED type CDATA #IMPLIED>
`;

describe.skipIf(!valid.possible)('TMX 1.4b (needs xmllint)', () => {
  it('everything written has the form of the standard', () => {
    const texts = fc.sample(transfers(true), Math.min(runs, 300)).map((given) => writeTmx(given, OPTIONS));
    expect(valid.problems(texts, DTD)).toBe('');
    // The check itself sees what is wrong.
    expect(valid.problems([(texts[0] ?? '').replace('<body>', '<body><seg/>')], DTD)).not.toBe('');
  });
});
