import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../src/exchange/validate/validate.ts';
import { readXliff, readXliffBytes } from '../../src/exchange/xliff/read.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import { withoutForbidden } from '../../src/exchange/xml/escape.ts';
import { type Content, type Inline, plainText } from '../../src/model/content.ts';
import { HexaplaError } from '../../src/model/error.ts';
import {
  type Transfer,
  type TransferUnit,
  XLIFF_FORMATS,
  type XliffFormat,
} from '../../src/model/transfer.ts';
import { arbitraryTransfer, arbitraryTransfers, withoutCodes } from '../support/arbitrary-transfer.ts';
import { PLAIN, runs, summary } from './support.ts';

const shown = (content: Content): Content =>
  content.map((node): Inline => {
    if (node.kind === 'text') return { kind: 'text', text: withoutForbidden(node.text) };
    return { ...node, children: node.children === null ? null : shown(node.children) };
  });

// What a format carries: 1.2 has no sign for a target that is not there, and none for some characters.
function carried(transfer: Transfer, format: XliffFormat): unknown {
  const old = format === 'xliff-1.2';
  const carry = old ? shown : (content: Content): Content => content;
  return {
    format,
    document: transfer.document,
    sourceLocale: transfer.sourceLocale,
    targetLocale: transfer.targetLocale,
    handoff: transfer.handoff === '' ? null : transfer.handoff,
    segments: transfer.units.flatMap((unit) =>
      unit.segments.map(({ id, source, target, state }) => ({
        id,
        unit: unit.id,
        source: carry(source),
        target: target === null ? (old ? [] : null) : carry(target),
        state,
        problem: null,
      })),
    ),
  };
}

describe.each(XLIFF_FORMATS)('%s', (format) => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(arbitraryTransfers(true), (transfers) => {
        const returned = readXliff(writeXliff(transfers, { ...PLAIN, format }), 'f.xlf');
        expect(returned.map(summary)).toEqual(transfers.map((one) => carried(one, format)));
      }),
      { numRuns: runs },
    );
  });

  it('writes one handoff as a list of one', () => {
    fc.assert(
      fc.property(arbitraryTransfer(true), (transfer) => {
        expect(writeXliff([transfer], { ...PLAIN, format })).toBe(writeXliff(transfer, { ...PLAIN, format }));
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('is for one pair of locales', () => {
    const [one] = fc.sample(arbitraryTransfer(false), 1);
    if (one === undefined) throw new Error('nothing was made');
    const other = { ...one, targetLocale: 'x-other' };
    expect(() => writeXliff([one, other], { ...PLAIN, format })).toThrow(/pair of locales/);
    expect(() => writeXliff([], { ...PLAIN, format })).toThrow(/needs a document/);
  });

  it('writes the same text for the same handoff, and no native code', () => {
    fc.assert(
      fc.property(arbitraryTransfers(true), fc.constantFrom('plain', 'omegat'), (transfers, profile) => {
        const options = { format, profile, toolVersion: '1.2.3' } as const;
        const xml = writeXliff(transfers, options);
        expect(writeXliff(structuredClone(transfers), options)).toBe(xml);
        expect(xml).not.toContain('NATIVE');
      }),
      { numRuns: runs },
    );
  });

  it('keeps every rule of the standard that Hexapla itself knows', () => {
    // An empty target has lost its codes, and is never sent.
    const filled = (one: Transfer): Transfer => ({
      ...one,
      units: one.units.map((unit) => ({
        ...unit,
        segments: unit.segments.map((segment) =>
          segment.target?.length === 0 ? { ...segment, target: segment.source } : segment,
        ),
      })),
    });
    fc.assert(
      fc.property(arbitraryTransfers(true), fc.constantFrom('plain', 'omegat'), (transfers, profile) => {
        const validator = validateXliff('f.xlf');
        validator.write(writeXliff(transfers.map(filled), { format, profile, toolVersion: '1' }));
        expect(validator.end().problems).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('reads a damaged file to a result or to one clear error', () => {
    const byte = fc.record({ at: fc.nat(), to: fc.oneof(fc.nat(255), fc.constantFrom(60, 62, 38, 34, 47)) });
    fc.assert(
      fc.property(
        arbitraryTransfer(false),
        fc.array(byte, { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat()),
        (transfer, edits, cut) => {
          let bytes = new TextEncoder().encode(writeXliff(transfer, { ...PLAIN, format }));
          for (const { at, to } of edits) bytes[at % bytes.length] = to;
          if (cut !== null) bytes = bytes.subarray(0, cut % bytes.length);
          try {
            for (const file of readXliffBytes(bytes, 'f.xlf')) expect(file.format).toMatch(/^xliff-/);
          } catch (error) {
            expect(error).toBeInstanceOf(HexaplaError);
          }
        },
      ),
      { numRuns: runs * 2 },
    );
  });
});

const schemas = resolve('../shared/xliff/schemas');
const hasLint = spawnSync('xmllint', ['--version']).error === undefined;
const SCHEMA: Record<XliffFormat, string> = {
  'xliff-1.2': '1.2/xliff-core-1.2-strict.xsd',
  'xliff-2.0': 'drivers/xliff-2.0-all.xsd',
  'xliff-2.1': 'drivers/xliff-2.1-all.xsd',
  'xliff-2.2': 'drivers/xliff-2.2-all.xsd',
};

// What the samples must hold, or their being valid says nothing of it.
const SHAPES = {
  old: [
    '<alt-trans ',
    'alttranstype="previous-version"',
    ' maxwidth="60"',
    ' translate="no"',
    '</file>\n  <file ',
  ],
  new: [
    '<mtc:match ',
    '<gls:glossEntry ',
    ' slr:sizeRestriction="60"',
    ' translate="no"',
    '<mrk ',
    '</file>\n  <file ',
  ],
};

describe.skipIf(!existsSync(schemas) || !hasLint)(
  'official schemas (needs ../shared/xliff/schemas and xmllint)',
  () => {
    it.each(XLIFF_FORMATS)('%s: everything written is valid', (format) => {
      const folder = mkdtempSync(join(tmpdir(), 'hexapla-xliff-'));
      try {
        const samples = fc.sample(arbitraryTransfers(true), Math.min(runs, 600));
        const texts = samples.map((transfers, index) => {
          const profile = index % 2 === 0 ? 'plain' : 'omegat';
          return writeXliff(transfers, { format, profile, toolVersion: '0.1.0' });
        });
        for (const shape of SHAPES[format === 'xliff-1.2' ? 'old' : 'new']) {
          expect(texts.some((text) => text.includes(shape))).toBe(true);
        }
        const paths = texts.map((text, index) => {
          const path = join(folder, `${index}.xlf`);
          writeFileSync(path, text);
          return path;
        });
        const catalog = pathToFileURL(join(schemas, 'catalog.xml')).href;
        const env = { ...process.env, XML_CATALOG_FILES: catalog };
        const args = ['--nonet', '--noout', '--schema', join(schemas, SCHEMA[format]), ...paths];
        expect(() => execFileSync('xmllint', args, { env, stdio: 'pipe' })).not.toThrow();
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);

// The npm package `xliff` knows units and their texts, no states and no more than one segment of a unit.
describe.each(XLIFF_FORMATS)('the npm package xliff reads code-free %s', (format) => {
  type Units = Record<string, { source?: unknown; target?: unknown; groupUnits?: Units }>;
  const load = (name: string): ((xml: string) => Promise<{ resources: Record<string, Units> }>) =>
    createRequire(import.meta.url)(name);

  it('with the same ids and texts', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTransfers(false), async (transfers) => {
        const named = transfers.map((one, index) => singles(withoutCodes(one), index));
        const xml = writeXliff(named, { ...PLAIN, format });
        const { resources } = await load(format === 'xliff-1.2' ? 'xliff/xliff12ToJs' : 'xliff/xliff2js')(
          xml,
        );
        const read = Object.values(resources).map(({ empty: _, ...units }) =>
          Object.entries(units).map(([id, unit]) => [
            id,
            ...texts(unit.groupUnits?.[id.replace(/^u/, 's')] ?? unit),
          ]),
        );
        expect(read).toEqual(named.map(({ units }) => units.map(expected)));
      }),
      { numRuns: runs },
    );
  });

  const texts = ({ source, target }: Units[string]): unknown[] => [source, target ?? ''];
  const expected = ({ id, segments }: TransferUnit): unknown[] => {
    const [segment] = segments;
    return [id, plainText(segment?.source ?? []), plainText(segment?.target ?? [])];
  };
  const singles = (transfer: Transfer, index: number): Transfer => ({
    ...transfer,
    document: `${index}.md`,
    units: transfer.units.flatMap((unit) =>
      unit.segments.map((segment) => ({
        ...unit,
        id: segment.id.replace(/^s/, 'u'),
        gaps: [],
        segments: [segment],
      })),
    ),
  });
});
