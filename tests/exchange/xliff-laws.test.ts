import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutForbidden } from '../../src/exchange/xml/escape.ts';
import { readXliff, readXliffBytes } from '../../src/exchange/xliff/read.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import type { Content, Inline } from '../../src/model/content.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { XLIFF_FORMATS, type Transfer, type XliffFormat } from '../../src/model/transfer.ts';
import { arbitraryTransfer } from '../support/arbitrary-transfer.ts';
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
      fc.property(arbitraryTransfer(true), (transfer) => {
        const xml = writeXliff(transfer, { ...PLAIN, format });
        const returned = readXliff(xml, 'f.xlf');
        expect(returned).toHaveLength(1);
        expect(summary(returned[0])).toEqual(carried(transfer, format));
      }),
      { numRuns: runs },
    );
  });

  it('writes the same text for the same handoff, and no native code', () => {
    fc.assert(
      fc.property(arbitraryTransfer(true), fc.constantFrom('plain', 'omegat'), (transfer, profile) => {
        const options = { format, profile, toolVersion: '1.2.3' } as const;
        const xml = writeXliff(transfer, options);
        expect(writeXliff(structuredClone(transfer), options)).toBe(xml);
        expect(xml).not.toContain('NATIVE');
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

describe.skipIf(!existsSync(schemas) || !hasLint)(
  'official schemas (needs ../shared/xliff/schemas and xmllint)',
  () => {
    it.each(XLIFF_FORMATS)('%s: everything written is valid', (format) => {
      const folder = mkdtempSync(join(tmpdir(), 'hexapla-xliff-'));
      try {
        const transfers = fc.sample(arbitraryTransfer(true), Math.min(runs, 600));
        const paths = transfers.map((transfer, index) => {
          const path = join(folder, `${index}.xlf`);
          const profile = index % 2 === 0 ? 'plain' : 'omegat';
          writeFileSync(path, writeXliff(transfer, { format, profile, toolVersion: '0.1.0' }));
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
