import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tripOf } from '../../../scripts/strings-eval.ts';
import { compareStrings, sameStrings } from '../../../src/exchange/strings/compare.ts';
import { exportStrings } from '../../../src/exchange/strings/export.ts';
import { readResource } from '../../../src/exchange/strings/json-read.ts';
import { writeResource } from '../../../src/exchange/strings/json-write.ts';
import { nameOf, pathOf } from '../../../src/exchange/strings/key.ts';
import { STRINGS_FORMATS } from '../../../src/exchange/strings/package.ts';
import { type Piece, piecesOf } from '../../../src/exchange/strings/pieces.ts';
import { readStrings } from '../../../src/exchange/strings/read.ts';
import { tokensOf } from '../../../src/exchange/strings/tokens.ts';
import { NEW_RESOURCE, type Resource, type ResourceGroup } from '../../../src/exchange/strings/tree.ts';
import { fileIdOf, originalOf } from '../../../src/exchange/strings/write.ts';
import { HexaplaError } from '../../../src/model/error.ts';
import { runs } from '../support.ts';
import { arbitraryText, arbitraryTree } from './arbitrary.ts';

const resourceOf = (root: ResourceGroup): Resource => ({ ...NEW_RESOURCE, root });
const locales = fc.constantFrom('en', 'hy', 'uk', 'ar', 'ja', 'ga', 'fr', 'cy');

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return piece.open + textOf(piece.children ?? []) + (piece.close ?? '');
    })
    .join('');
}

describe('a resource file', () => {
  it('is read as it was written: order, numbers, every character', () => {
    const style = fc.record({
      indent: fc.constantFrom('', '  ', '    ', '\t'),
      newline: fc.constantFrom('\n' as const, '\r\n' as const),
      finalNewline: fc.boolean(),
      mark: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitraryTree, style, (root, layout) => {
        const text = writeResource(root, layout);
        const read = readResource(text, 'f.json');
        expect(writeResource(read.root, layout)).toBe(text);
        expect(JSON.parse(text.replace(/^\uFEFF/, ''))).toEqual(
          JSON.parse(writeResource(read.root, { ...layout, mark: false })),
        );
        if (root.entries.size > 0) expect(writeResource(read.root, read.style)).toBe(text);
      }),
      { numRuns: runs },
    );
  });

  it('is refused exactly where JSON.parse refuses it', () => {
    const edit = fc.record({
      at: fc.nat(),
      put: fc.constantFrom('', ',', '"', '}', ']', ':', '\\', '0', '-', ' ', '\n', '\t', 'x'),
    });
    fc.assert(
      fc.property(arbitraryTree, fc.array(edit, { maxLength: 3 }), (root, edits) => {
        let text = writeResource(root, NEW_RESOURCE.style);
        for (const { at, put } of edits) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + put + text.slice(place + 1);
        }
        const mine = attempt(() => readResource(text, 'f.json'));
        const theirs = attempt(() => JSON.parse(text) as unknown);
        if (mine.error !== null) expect(mine.error).toBeInstanceOf(HexaplaError);
        const top =
          theirs.error === null &&
          (typeof theirs.value !== 'object' || Array.isArray(theirs.value) || theirs.value === null);
        expect(mine.error === null).toBe(theirs.error === null && !top);
      }),
      { numRuns: runs * 2 },
    );
  });
});

function attempt<T>(act: () => T): { readonly value: T | null; readonly error: unknown } {
  try {
    return { value: act(), error: null };
  } catch (error) {
    return { value: null, error };
  }
}

describe('names, ids and codes', () => {
  const step = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('a', 'a.b', '0', '[0]', '__proto__', ' a', 'a ', ''),
    fc.nat(20),
  );
  const path = fc
    .tuple(fc.string({ unit: 'binary', maxLength: 4 }), fc.array(step, { maxLength: 4 }))
    .map(([first, rest]) => [first, ...rest]);

  it('a name gives its path back, and stands in XML as it is', () => {
    fc.assert(
      fc.property(path, (steps) => {
        expect(pathOf(nameOf(steps))).toEqual(steps);
        expect(nameOf(steps)).not.toMatch(/[\u0000-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/u);
      }),
      { numRuns: runs * 4 },
    );
  });

  it('a file’s id in XLIFF 2 gives its path back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (original) => {
        expect(originalOf(fileIdOf(original))).toBe(original);
        expect(fileIdOf(original)).toMatch(/^[A-Za-z_:][\w.:-]*$/);
      }),
      { numRuns: runs },
    );
  });

  it('tokens and pieces are the text again, and a text does not differ from itself', () => {
    fc.assert(
      fc.property(arbitraryText, fc.boolean(), (text, plain) => {
        const joined = tokensOf(text).map((token) => token.text);
        expect(joined.join('')).toBe(text);
        expect(textOf(piecesOf(text, plain))).toBe(text);
        expect(sameStrings(compareStrings(text, text, false))).toBe(true);
      }),
      { numRuns: runs * 4 },
    );
  });
});

describe.each(STRINGS_FORMATS)('%s', (format) => {
  it('gives every text back, translated, but what was refused by name', () => {
    fc.assert(
      fc.property(arbitraryTree, locales, locales, (root, source, target) => {
        const trip = tripOf(resourceOf(root), { file: 'a b/ui.json', source, target, format });
        expect(trip.wrong).toEqual([]);
        expect(trip.refused.filter(({ reason }) => reason !== 'list-incomplete')).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('reads a damaged file to a result or to one clear error', () => {
    const edit = fc.record({
      at: fc.nat(),
      to: fc.constantFrom('<', '>', '&', '"', '/', '', 'x', '\u0000', '<!DOCTYPE x>', '&e;'),
    });
    fc.assert(
      fc.property(
        arbitraryTree,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat()),
        (root, edits, cut) => {
          let xml = exported(root, format) ?? '<xliff/>';
          for (const { at, to } of edits) {
            const place = at % xml.length;
            xml = xml.slice(0, place) + to + xml.slice(place + 1);
          }
          if (cut !== null) xml = xml.slice(0, cut % xml.length);
          const { error } = attempt(() => readStrings(xml, 'f.xlf'));
          if (error !== null) expect(error).toBeInstanceOf(HexaplaError);
        },
      ),
      { numRuns: runs * 2 },
    );
  });
});

function exported(root: ResourceGroup, format: (typeof STRINGS_FORMATS)[number]): string | null {
  const file = {
    original: 'locales/en/ui.json',
    source: resourceOf(root),
    target: resourceOf(root),
    notes: resourceOf(root),
  };
  const options = {
    sourceLocale: 'en',
    targetLocale: 'uk',
    format,
    onlyMissing: false,
    words: (key: string) => key,
  };
  return exportStrings([file], options).text;
}

const schemas = resolve('../shared/xliff/schemas');
const hasLint = spawnSync('xmllint', ['--version']).error === undefined;
const SCHEMA = { 'xliff-1.2': '1.2/xliff-core-1.2-strict.xsd', 'xliff-2.0': 'drivers/xliff-2.0-all.xsd' };

describe.skipIf(!existsSync(schemas) || !hasLint)(
  'official schemas (needs ../shared/xliff/schemas and xmllint)',
  () => {
    it.each(STRINGS_FORMATS)('%s: every file of strings is valid', (format) => {
      const folder = mkdtempSync(join(tmpdir(), 'hexapla-strings-'));
      try {
        const paths = fc.sample(arbitraryTree, Math.min(runs, 600)).flatMap((root, index) => {
          const xml = exported(root, format);
          if (xml === null) return [];
          writeFileSync(join(folder, `${index}.xlf`), xml);
          return [join(folder, `${index}.xlf`)];
        });
        expect(paths.length).toBeGreaterThan(50);
        const env = { ...process.env, XML_CATALOG_FILES: pathToFileURL(join(schemas, 'catalog.xml')).href };
        const args = ['--nonet', '--noout', '--schema', join(schemas, SCHEMA[format]), ...paths];
        expect(() => execFileSync('xmllint', args, { env, stdio: 'pipe' })).not.toThrow();
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);
