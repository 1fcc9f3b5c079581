import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXliff, readXliffBytes } from '../../src/exchange/xliff/read.ts';
import {
  type Changes,
  changeKey,
  updateXliff,
  updateXliffBytes,
  updateXliffPieces,
} from '../../src/exchange/xliff/update.ts';
import type { SegmentChange } from '../../src/exchange/xliff/updater.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { type Transfer, XLIFF_FORMATS, type XliffFormat } from '../../src/model/transfer.ts';
import { arbitraryTransfer } from '../support/arbitrary-transfer.ts';
import { PLAIN, runs, sample } from './support.ts';

const arbitraryChange: fc.Arbitrary<SegmentChange> = fc.record(
  {
    state: fc.constantFrom('initial', 'translated', 'reviewed', 'final'),
    findings: fc.array(fc.constantFrom('A number is missing.', 'a < b & "c"', 'x\ny', ']]>', '\u0001'), {
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
);

function idsOf(xml: string): string[] {
  return readXliff(xml, 'f').flatMap(({ segments }, file) => segments.map(({ id }) => changeKey(file, id)));
}

// A change for about every second segment of the file.
function changesFor(xml: string, changes: readonly SegmentChange[]): Changes {
  return new Map(
    idsOf(xml).flatMap((key, index) => {
      const change = index % 2 === 0 ? changes[(index / 2) % Math.max(1, changes.length)] : undefined;
      return change === undefined ? [] : [[key, change]];
    }),
  );
}

const only = (changes: Changes, pick: (change: SegmentChange) => SegmentChange): Changes =>
  new Map([...changes].map(([key, change]) => [key, pick(change)]));

/** Whether `text` is `longer` with some of it left out. */
function isWithin(text: string, longer: string): boolean {
  let at = 0;
  for (let i = 0; i < longer.length && at < text.length; i += 1) if (longer[i] === text[at]) at += 1;
  return at === text.length;
}

const changed = (text: string, changes: Changes): string => updateXliff(text, 'f.xlf', changes);

describe.each(XLIFF_FORMATS)('%s: an update', (format) => {
  const written = (transfer: Transfer): string => writeXliff(transfer, { ...PLAIN, format });
  const given = fc.tuple(arbitraryTransfer(true), fc.array(arbitraryChange, { minLength: 1, maxLength: 4 }));

  it('of nothing changes nothing', () => {
    fc.assert(
      fc.property(arbitraryTransfer(true), (transfer) => {
        const xml = written(transfer);
        expect(changed(xml, new Map())).toBe(xml);
      }),
      { numRuns: runs },
    );
  });

  it('twice is once, and the last one alone', () => {
    fc.assert(
      fc.property(given, ([transfer, list]) => {
        const xml = written(transfer);
        const changes = changesFor(xml, list);
        const once = changed(xml, changes);
        expect(changed(once, changes)).toBe(once);
        const others = only(changes, ({ findings }) => (findings ? { findings: ['Other.', 'More.'] } : {}));
        expect(changed(changed(xml, others), changes)).toBe(once);
      }),
      { numRuns: runs },
    );
  });

  it('of findings is taken back by one of none, byte for byte', () => {
    fc.assert(
      fc.property(given, ([transfer, list]) => {
        const xml = written(transfer);
        const changes = only(changesFor(xml, list), ({ findings = ['One.'] }) => ({ findings }));
        const noted = changed(xml, changes);
        expect(isWithin(xml, noted)).toBe(true);
        expect(
          changed(
            noted,
            only(changes, () => ({ findings: [] })),
          ),
        ).toBe(xml);
      }),
      { numRuns: runs },
    );
  });

  it('changes what is read in the states of what has a target, and in nothing else', () => {
    fc.assert(
      fc.property(given, ([transfer, list]) => {
        const xml = written(transfer);
        const changes = changesFor(xml, list);
        const expected = readXliff(xml, 'f').map((file, index) => ({
          ...file,
          segments: file.segments.map(({ line: _line, column: _column, ...segment }) => ({
            ...segment,
            state:
              (segment.target === null ? null : changes.get(changeKey(index, segment.id))?.state) ??
              segment.state,
          })),
        }));
        const got = readXliff(changed(xml, changes), 'f').map((file) => ({
          ...file,
          segments: file.segments.map(({ line: _line, column: _column, ...segment }) => segment),
        }));
        expect(got).toEqual(expected);
      }),
      { numRuns: runs },
    );
  });

  it('is the same however the text is cut', () => {
    fc.assert(
      fc.property(given, fc.array(fc.nat(), { maxLength: 30 }), ([transfer, list], cuts) => {
        const xml = written(transfer);
        const changes = changesFor(xml, list);
        const update = updateXliffPieces('f.xlf', changes);
        const places = [0, ...cuts.map((cut) => cut % xml.length).toSorted((a, b) => a - b), xml.length];
        let out = '';
        for (const [index, to] of places.entries())
          out += update.write(xml.slice(places[index - 1] ?? 0, to));
        expect(out + update.end()).toBe(changed(xml, changes));
      }),
      { numRuns: runs },
    );
  });
});

const file12 = (inner: string, more = ''): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="d" source-language="en" target-language="fr" datatype="plaintext"><body><trans-unit id="s"${more}>${inner}</trans-unit></body></file></xliff>`;
const file2 = (unit: string, version = '2.1'): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="${version}" srcLang="en" trgLang="fr"><file id="f">${unit}</file></xliff>`;
const one = (change: SegmentChange): Changes => new Map([[changeKey(0, 's'), change]]);

describe('what is written', () => {
  it.each<[string, string, SegmentChange, string, string]>([
    [
      'a state',
      '<source>a</source><target state = \'new\' x="&gt;">b</target>',
      { state: 'translated' },
      '<source>a</source><target state = \'translated\' x="&gt;">b</target>',
      '',
    ],
    [
      'a state where there was none',
      '<source>a</source><target\n>b</target>',
      { state: 'translated' },
      '<source>a</source><target state="translated"\n>b</target>',
      '',
    ],
    [
      'a state in an empty tag',
      '<source>a</source><target/>',
      { state: 'translated' },
      '<source>a</source><target state="translated"/>',
      '',
    ],
    [
      'another word for the same state',
      '<source>a</source><target state="needs-review-l10n">b</target>',
      { state: 'translated' },
      '<source>a</source><target state="needs-review-l10n">b</target>',
      '',
    ],
    [
      'an approval',
      '<source>a</source><target state="translated">b</target>',
      { state: 'final' },
      '<source>a</source><target state="final">b</target>',
      ' approved="yes"',
    ],
    [
      'no state without a target',
      '<source>a</source>',
      { state: 'final', findings: ['F'] },
      '<source>a</source><note from="hexapla check" annotates="target">F</note>',
      '',
    ],
    [
      'a note behind the others',
      '<source>a</source><target state="final">b</target><note>n</note><alt-trans><target>c</target><note>m</note></alt-trans>',
      { findings: ['F'] },
      '<source>a</source><target state="final">b</target><note>n</note><note from="hexapla check" annotates="target">F</note><alt-trans><target>c</target><note>m</note></alt-trans>',
      '',
    ],
  ])('in 1.2: %s', (_name, inner, change, after, more) => {
    expect(changed(file12(inner), one(change))).toBe(file12(after, more));
  });

  it('in 1.2: an approval is taken back', () => {
    const inner = '<source>a</source><target state="final">b</target>';
    const after = '<source>a</source><target state="translated">b</target>';
    expect(changed(file12(inner, ' approved="yes"'), one({ state: 'translated' }))).toBe(
      file12(after, ' approved="no"'),
    );
  });

  it.each<[string, string, SegmentChange, string]>([
    [
      'a state, and its subState goes',
      '<unit id="u"><segment id="s" subState="x:y" state="initial"><source>a</source><target>b</target></segment></unit>',
      { state: 'final' },
      '<unit id="u"><segment id="s" state="final"><source>a</source><target>b</target></segment></unit>',
    ],
    [
      'the same state with its subState',
      '<unit id="u"><segment id="s" state="final" subState="x:y"><source>a</source><target>b</target></segment></unit>',
      { state: 'final' },
      '<unit id="u"><segment id="s" state="final" subState="x:y"><source>a</source><target>b</target></segment></unit>',
    ],
    [
      'notes before the original data, behind the modules',
      '<unit id="u"><x:m xmlns:x="m"/><originalData><data id="d">x</data></originalData><segment id="s"><source>a</source></segment></unit>',
      { state: 'final', findings: ['F', 'G'] },
      '<unit id="u"><x:m xmlns:x="m"/><notes><note id="s-f1" appliesTo="target" category="hexapla:finding">F</note><note id="s-f2" appliesTo="target" category="hexapla:finding">G</note></notes><originalData><data id="d">x</data></originalData><segment id="s"><source>a</source></segment></unit>',
    ],
    [
      'a note behind the others, with an id of its own',
      '<unit id="u"><notes><note id="s-f1">n</note></notes><segment id="s"><source>a</source></segment></unit>',
      { findings: ['F'] },
      '<unit id="u"><notes><note id="s-f1">n</note><note id="s-f2" appliesTo="target" category="hexapla:finding">F</note></notes><segment id="s"><source>a</source></segment></unit>',
    ],
  ])('in 2: %s', (_name, unit, change, after) => {
    expect(changed(file2(unit), one(change))).toBe(file2(after));
  });

  it('keeps all the rest: prefixes, modules, quotes, comments, line endings', () => {
    const xml = readFileSync('tests/fixtures/xliff/update-2.1.xlf', 'utf8').replaceAll('\n', '\r\n');
    const expected = readFileSync('tests/fixtures/xliff/update-2.1.after.xlf', 'utf8').replaceAll(
      '\n',
      '\r\n',
    );
    const changes: Changes = new Map([
      [changeKey(0, 's1'), { state: 'reviewed', findings: ['200 is 2000 in the target.'] }],
      [changeKey(0, 's2'), { state: 'translated', findings: [] }],
      [changeKey(1, 's1'), { findings: ['Not translated.'] }],
    ]);
    expect(changed(xml, changes)).toBe(expected);
  });

  it.each([
    ['UTF-16, little end first', 'utf16le', false],
    ['UTF-16, big end first', 'utf16le', true],
    ['UTF-8', 'utf8', false],
  ] as const)('in the file’s own encoding: %s with a mark', (_name, encoding, swap) => {
    const bytesOf = (text: string): Buffer => {
      const bytes = Buffer.from(`\uFEFF${text}`, encoding);
      return swap ? bytes.swap16() : bytes;
    };
    const xml = file12('<source>a 👩‍👩‍👧</source><target>ბ</target>');
    const updated = updateXliffBytes(bytesOf(xml), 'f', one({ state: 'translated', findings: ['ф'] }));
    expect(Buffer.from(updated)).toEqual(
      bytesOf(changed(xml, one({ state: 'translated', findings: ['ф'] }))),
    );
  });

  it('a broken file gives the reader’s error', () => {
    expect(() => changed(file12('<source>a').replace('</xliff>', ''), new Map())).toThrow(HexaplaError);
    expect(() => changed('<html/>', new Map())).toThrow(/xliff-foreign/);
    expect(() => changed('<xliff version="1.2"/>', new Map())).toThrow(/no-file/);
  });
});

describe('time', () => {
  it.each([
    [
      'a unit of many segments',
      file2(
        `<unit id="u">${'<segment id="s"><source>a</source><target>b</target></segment>'.repeat(20_000)}</unit>`,
      ),
    ],
    ['many notes', file12(`<source>a</source>${'<note from="hexapla check">x</note>'.repeat(20_000)}`)],
    ['a long tag', file12(`<source>a</source><target x="${'y'.repeat(3_000_000)}">b</target>`)],
  ])('%s is updated in bounded time, in small pieces too', (_name, xml) => {
    const start = process.cpuUsage();
    const update = updateXliffPieces('f', one({ state: 'final', findings: ['F'] }));
    let out = '';
    for (let at = 0; at < xml.length; at += 4096) out += update.write(xml.slice(at, at + 4096));
    out += update.end();
    expect(out).toContain('state="final"'.slice(0, xml.includes('<target') ? undefined : 0));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});

const folder = '../shared/xliff';

describe.skipIf(!existsSync(folder))('real files (needs ../shared/xliff)', () => {
  it('hold what they held, in the same order', () => {
    let count = 0;
    for (const sub of ['samples-1.2', 'samples-2.x', 'testsuite/2.1', 'testsuite/2.2']) {
      for (const name of readdirSync(join(folder, sub), { recursive: true, encoding: 'utf8' })) {
        if (!/\.(?:xlf|xliff|sdlxliff)$/.test(name) || name.includes('invalid')) continue;
        const bytes = readFileSync(join(folder, sub, name));
        const text = bytes.toString('utf8');
        try {
          readXliffBytes(bytes, name);
        } catch {
          continue;
        }
        const findings = new Map(idsOf(text).map((key) => [key, { findings: ['F & G'] }]));
        const noted = updateXliffBytes(bytes, name, findings);
        expect(isWithin(text, Buffer.from(noted).toString('utf8'))).toBe(true);
        const none = updateXliffBytes(
          noted,
          name,
          only(findings, () => ({ findings: [] })),
        );
        expect(Buffer.from(none).equals(bytes)).toBe(true);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(150);
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
    it.each(XLIFF_FORMATS)('%s: what is updated stays valid', (format) => {
      const place = mkdtempSync(join(tmpdir(), 'hexapla-update-'));
      try {
        const given = fc.tuple(
          arbitraryTransfer(true),
          fc.array(arbitraryChange, { minLength: 1, maxLength: 4 }),
        );
        const samples: [Transfer, SegmentChange[]][] = [
          [sample(), [{ state: 'final', findings: ['F'] }]],
          ...fc.sample(given, Math.min(runs, 300)),
        ];
        const paths = samples.map(([transfer, list], index) => {
          const xml = writeXliff(transfer, { ...PLAIN, format });
          const path = join(place, `${index}.xlf`);
          writeFileSync(path, changed(xml, changesFor(xml, list)));
          return path;
        });
        const catalog = pathToFileURL(join(schemas, 'catalog.xml')).href;
        const env = { ...process.env, XML_CATALOG_FILES: catalog };
        const args = ['--nonet', '--noout', '--schema', join(schemas, SCHEMA[format]), ...paths];
        expect(() => execFileSync('xmllint', args, { env, stdio: 'pipe' })).not.toThrow();
      } finally {
        rmSync(place, { recursive: true });
      }
    });
  },
);
