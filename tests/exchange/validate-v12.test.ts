import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/exchange/validate/problem.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import { decodeXml } from '../../src/exchange/xml/bytes.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { arbitraryTransfer } from '../support/arbitrary-transfer.ts';
import { runs } from './support.ts';
import { codesOf, validate } from './validate-support.ts';
import { canLint, lint, SHARED } from './validate-v12-lint.ts';
import { mutationsOf } from './validate-v12-mutations.ts';
import { OLD_SNIPPETS, RICH, RICH_STRICT } from './validate-v12-snippets.ts';

describe('constraints of XLIFF 1.2', () => {
  it.each(OLD_SNIPPETS)('%s', (_what, text, codes) => {
    expect(codesOf(text)).toEqual([...codes].sort());
  });

  it('every code of 1.2 is met', () => {
    const source = readFileSync('src/exchange/validate/v12/codes.ts', 'utf8');
    const all = [...source.matchAll(/'([a-z0-9-]+)'/g)].map((found) => found[1]);
    const met = new Set(OLD_SNIPPETS.flatMap(([, , codes]) => codes as readonly string[]));
    expect(all.filter((code) => code !== undefined && !met.has(code))).toEqual([]);
  });

  it('whatever is written is valid, in pieces of any size', () => {
    fc.assert(
      fc.property(arbitraryTransfer(true), fc.integer({ min: 1, max: 500 }), (transfer, size) => {
        const text = writeXliff(transfer, { format: 'xliff-1.2', profile: 'plain', toolVersion: '0.1.0' });
        expect(validate(text, size).problems).toEqual([]);
      }),
      { numRuns: Math.min(runs, 500) },
    );
  });
});

type Variant = 'strict' | 'transitional';

// What the schemas say too; the rest goes beyond them.
const SAID_BY_SCHEMAS: readonly ProblemCode[] = [
  'element-unknown',
  'element-misplaced',
  'element-order',
  'element-repeated',
  'element-missing',
  'element-foreign',
  'text-misplaced',
  'attribute-unknown',
  'attribute-missing',
  'attribute-misplaced',
  'attribute-foreign',
  'value-not-listed',
  'value-malformed',
  'nmtoken-malformed',
  'number-malformed',
  'date-malformed',
  'v12-unit-id-repeated',
  'v12-group-id-repeated',
  'v12-name-repeated',
  'v12-tool-repeated',
  'v12-tool-unresolved',
  'v12-phase-repeated',
  'v12-rid-repeated',
  'v12-mid-repeated',
  'v12-mid-unresolved',
  'v12-uid-repeated',
  'v12-file-missing',
  'v12-deprecated',
];
const OF_SCHEMAS: ReadonlySet<ProblemCode> = new Set(SAID_BY_SCHEMAS);

// The schemas have notes before elements of other namespaces; libxml2 lets them follow those.
const SLIP_OF_LIBXML2 = / note after a foreign one$/;

/** How a file is judged by us, in the words of the schemas: what of the problems the schemas know too, and all. */
function judge(text: string): { known: string[]; all: number } | null {
  try {
    const { problems, total } = validate(text);
    const known = problems.filter(({ code }) => OF_SCHEMAS.has(code));
    return {
      known: known.map(({ line, code, values }) => `${line} ${code} ${JSON.stringify(values)}`),
      all: total,
    };
  } catch (error) {
    if (error instanceof HexaplaError) return null;
    throw error;
  }
}

// That extensions have schemas is the one thing that the strict schema asks and a file cannot show.
const EXTENSION =
  /No matching global (?:element|attribute) declaration|No match found for key-sequence.*KR_phase/;

function compare(texts: ReadonlyMap<string, string>, variant: Variant): string[] {
  const differences: string[] = [];
  for (const [name, { accepted, said }] of lint(texts, `1.2/xliff-core-1.2-${variant}.xsd`)) {
    const ours = judge(texts.get(name) ?? '');
    if (ours === null) continue;
    if (accepted && ours.known.length > 0 && !SLIP_OF_LIBXML2.test(name)) {
      differences.push(`${name}: accepted, but ${ours.known.join('; ')}`);
    }
    const refused = said.filter((line) => !(variant === 'strict' && EXTENSION.test(line)));
    if (!accepted && refused.length > 0 && ours.all === 0) {
      differences.push(`${name}: silent, but ${refused[0]}`);
    }
  }
  return differences;
}

/** The samples of 1.2 that are in an encoding that is read, by name. */
function samples(): Map<string, string> {
  const folder = join(SHARED, 'samples-1.2');
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(?:xlf|xliff|sdlxliff)$/.test(name) || name.endsWith(OLD_ENCODING)) continue;
    texts.set(name, decodeXml(readFileSync(join(folder, name)), name));
  }
  return texts;
}
const OLD_ENCODING = 'RB-12-Test02.xlf';

describe.skipIf(!canLint)('XLIFF 1.2 beside the official schemas (needs ../shared/xliff and xmllint)', () => {
  it('samples: nothing is told of what the transitional schema accepts, and something of what it refuses', () => {
    const texts = samples();
    expect(texts.size).toBeGreaterThan(45);
    expect(compare(texts, 'transitional')).toEqual([]);
  });

  it('samples that the transitional schema accepts are silent altogether', () => {
    const texts = samples();
    const verdicts = lint(texts, '1.2/xliff-core-1.2-transitional.xsd');
    const accepted = [...texts].filter(([name]) => verdicts.get(name)?.accepted);
    expect(accepted.length).toBeGreaterThan(25);
    const loud = accepted.map(([name, text]) => [name, codesOf(text)] as const);
    expect(loud.filter(([, codes]) => codes.length > 0)).toEqual([]);
  });

  it.each([
    ['transitional', RICH],
    ['strict', RICH_STRICT],
  ] as const)(
    'single changes of a file with everything: %s',
    (variant, text) => {
      const changes = mutationsOf(text);
      expect(changes.size).toBeGreaterThan(400);
      expect(compare(new Map([['as it is', text]]), variant)).toEqual([]);
      expect(compare(changes, variant)).toEqual([]);
    },
    60_000,
  );

  it('single changes of what is written', () => {
    const transfers = fc.sample(arbitraryTransfer(true), Math.min(runs, 400));
    const texts = new Map<string, string>();
    for (const [index, transfer] of transfers.entries()) {
      const text = writeXliff(transfer, { format: 'xliff-1.2', profile: 'plain', toolVersion: '0.1.0' });
      const [picked] = fc.sample(fc.constantFrom(...mutationsOf(text)), 1);
      if (picked !== undefined) texts.set(`${index} ${picked[0]}`, picked[1]);
    }
    expect(compare(texts, 'transitional')).toEqual([]);
  }, 60_000);
});
