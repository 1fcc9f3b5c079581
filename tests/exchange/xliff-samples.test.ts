import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readXliff, readXliffBytes } from '../../src/exchange/xliff/read.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { PLAIN, sample } from './support.ts';

const folder = '../shared/xliff';

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:xlf|xliff|sdlxliff)$/.test(name))
    .map((name) => join(path, name))
    .sort();
}

function read(path: string): string {
  try {
    readXliffBytes(readFileSync(path), path);
    return 'read';
  } catch (error) {
    if (error instanceof HexaplaError) return error.code;
    throw error;
  }
}

// Not ours to read: an old encoding, and what is broken in the file itself.
const REFUSED: Record<string, string> = {
  'RB-12-Test02.xlf': 'not-utf8',
  'file-XLIFFFilter-invalid-content.xlf': 'xml-syntax',
  'invalid_xml_entity.xlf': 'xml-syntax',
  'Good-pgs_plural.xlf': 'xml-syntax',
};

describe.skipIf(!existsSync(folder))('real files (needs ../shared/xliff)', () => {
  it.each(['samples-1.2', 'samples-2.x', 'testsuite'])('%s: all that is good is read', (name) => {
    const good = filesBelow(join(folder, name)).filter((path) => !path.includes('/invalid/'));
    expect(good.length).toBeGreaterThan(3);
    for (const path of good) {
      const expected = REFUSED[path.slice(path.lastIndexOf('/') + 1)] ?? 'read';
      expect(`${path} ${read(path)}`).toBe(`${path} ${expected}`);
    }
  });

  it('testsuite: what is invalid gives a result or one clear error', () => {
    const bad = filesBelow(join(folder, 'testsuite')).filter((path) => path.includes('/invalid/'));
    expect(bad.length).toBeGreaterThan(300);
    const outcomes = new Set(bad.map(read));
    expect(outcomes).toContain('read');
    expect(outcomes).toContain('xliff-invalid');
  });
});

// The npm package `xliff` reads one segment a unit and no states; what it does read is another's view of our files.
describe('a second reader', () => {
  type Reader = (xml: string) => Promise<{ resources: Record<string, unknown> }>;
  const load = (name: string): Reader => createRequire(import.meta.url)(name) as Reader;

  it('sees the same 1.2', async () => {
    const xml = writeXliff(sample(), { ...PLAIN, format: 'xliff-1.2' });
    const { resources } = await load('xliff/xliff12ToJs')(xml);
    expect(resources).toMatchObject({
      'locales/en/statement.md': {
        u7f3kq2m4: {
          groupUnits: {
            s4k7qz2m1: {
              source: ['Both ', { GenericSpan: { id: '1', ctype: 'bold', contents: 'parties' } }, ' agree.'],
              target: ['Les deux ', { GenericSpan: { id: '1', contents: 'parties' } }, ' sont d’accord.'],
              note: 'Paragraph',
            },
            s9d1x0ta7: {
              source: ['Use ', { Standalone: { id: '2', ctype: 'x-code', 'equiv-text': 'x<y' } }, ' & stop.'],
              target: '',
              note: ['Paragraph', 'A comment.'],
            },
          },
        },
        u00000002: {
          groupUnits: {
            s00000003: { source: 'A new title', target: 'Un titre', note: ['Heading', 'A title'] },
          },
        },
      },
    });
  });

  it.each(['xliff-2.0', 'xliff-2.1', 'xliff-2.2'] as const)('sees the same %s', async (format) => {
    const { units, ...rest } = sample();
    const single = units.flatMap((unit) =>
      unit.segments.map((segment) => ({ ...unit, id: `u${segment.id}`, gaps: [], segments: [segment] })),
    );
    const xml = writeXliff({ ...rest, units: single }, { ...PLAIN, format });
    const { resources } = await load('xliff/xliff2js')(xml);
    expect(resources).toMatchObject({
      'handoff-0123456789abcdef': {
        us4k7qz2m1: {
          source: [
            'Both ',
            { Span: { id: 's4k7qz2m1-1', subType: 'xlf:b', contents: 'parties' } },
            ' agree.',
          ],
          target: ['Les deux ', { Span: { id: 's4k7qz2m1-1', contents: 'parties' } }, ' sont d’accord.'],
        },
        us9d1x0ta7: {
          source: ['Use ', { Standalone: { id: 's9d1x0ta7-2', type: 'fmt', disp: 'x<y' } }, ' & stop.'],
        },
        us00000003: { source: 'A new title', target: 'Un titre' },
      },
    });
    expect(readXliff(xml, 'f')[0]?.segments).toHaveLength(3);
  });
});
