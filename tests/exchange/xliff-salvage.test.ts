import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXliff, readXliffBytes } from '../../src/exchange/xliff/read.ts';
import { type Salvage, salvageXliff, salvageXliffBytes } from '../../src/exchange/xliff/salvage.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import { HexaplaError } from '../../src/model/error.ts';
import type { Returned, ReturnedSegment } from '../../src/model/transfer.ts';
import { XLIFF_FORMATS } from '../../src/model/transfer.ts';
import { arbitraryTransfer } from '../support/arbitrary-transfer.ts';
import { PLAIN, runs, sample } from './support.ts';

type Content = Omit<ReturnedSegment, 'line' | 'column' | 'unit'>;

const contentOf = ({ line: _line, column: _column, unit: _unit, ...content }: ReturnedSegment): Content =>
  content;
const all = (returned: readonly Returned[]): ReturnedSegment[] =>
  returned.flatMap(({ segments }) => segments);

/** The units of a text, from `<` to `>`: what the exports of Hexapla have no comments or sections to hide. */
function unitsOf(xml: string): { readonly start: number; readonly end: number; readonly id: string }[] {
  return [...xml.matchAll(/<((?:trans-)?unit) [\s\S]*?<\/\1>/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    id: / id="([^"]*)"/.exec(found[0])?.[1] ?? '',
  }));
}

function salvaged(text: string): Salvage | null {
  try {
    return salvageXliff(text, 'f.xlf');
  } catch (error) {
    if (error instanceof HexaplaError) return null;
    throw error;
  }
}

// Each of these makes whatever it stands in not well formed, whatever follows, and begins and ends no file.
const JUNK = [
  '< ',
  '& ',
  '&b; ',
  '<<>> ',
  '\u0000',
  '\uD800 ',
  '<x < ',
  '<target < ',
  '<target>&< ',
  '</source>& ',
  '</target>& ',
  '</group>& ',
  '<source>< ',
  '<trans-unit id="< ',
  '<unit id="u1">&</unit> ',
  '<!-- < ',
  '<!DOCTYPE x> ',
  '<a b="c" b="d"> ',
  '<?xml version="1.0"?> ',
  "<note a=' < ",
];

interface Wound {
  readonly at: number;
  readonly length: number;
  readonly junk: string;
}

const wound: fc.Arbitrary<Wound> = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(30), fc.nat(600)),
  junk: fc.constantFrom(...JUNK),
});

/** Puts the junk in place of a stretch that lies behind the start tag of the file and before its end. */
function wounded(
  xml: string,
  { at, length, junk }: Wound,
): { text: string; from: number; to: number } | null {
  const first = xml.indexOf('>', xml.indexOf('<file')) + 1;
  const body = xml.indexOf('<body>');
  const begin = body === -1 ? first : body + '<body>'.length;
  const end = xml.indexOf(body === -1 ? '</file>' : '</body>');
  if (end <= begin) return null;
  const from = begin + (at % (end - begin));
  const to = Math.min(end, from + length);
  return { text: xml.slice(0, from) + junk + xml.slice(to), from, to };
}

describe.each(XLIFF_FORMATS)('%s damaged in one place', (format) => {
  it('gives every unit that the damage leaves whole, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryTransfer(false), wound, (transfer, one) => {
        const xml = writeXliff(transfer, { ...PLAIN, format });
        const hurt = wounded(xml, one);
        if (hurt === null) return;
        const before = all(readXliff(xml, 'f.xlf'));
        const { returned, damage } = salvageXliff(hurt.text, 'f.xlf');
        const whole = new Set(
          unitsOf(xml).flatMap(({ start, end, id }) => (end <= hurt.from || start >= hurt.to ? [id] : [])),
        );
        const kept = before.filter((segment) =>
          whole.has(format === 'xliff-1.2' ? segment.id : (segment.unit ?? '')),
        );
        expect(all(returned).map(contentOf)).toEqual(kept.map(contentOf));
        expect(damage.length).toBeGreaterThan(0);
        const line = xml.slice(0, hurt.from).split('\n').length;
        const last = hurt.text.slice(0, hurt.text.length - (xml.length - hurt.to)).split('\n').length;
        expect(damage.some(({ line: from, endLine }) => from <= last + 1 && endLine >= line)).toBe(true);
        const lost = before.filter((segment) => !kept.includes(segment));
        for (const { id, unit } of lost) {
          const name = format === 'xliff-1.2' ? id : unit;
          const tag = new RegExp(`<(?:trans-)?unit id="${name}"[^<>]*>`);
          if (tag.test(hurt.text)) expect(damage.flatMap(({ units }) => units)).toContain(name);
        }
      }),
      { numRuns: runs * 3 },
    );
  });

  it('gives what stands before, where it is cut off', () => {
    fc.assert(
      fc.property(arbitraryTransfer(false), fc.nat(), (transfer, at) => {
        const xml = writeXliff(transfer, { ...PLAIN, format });
        const cut = xml.slice(0, at % xml.length);
        const result = salvaged(cut);
        if (result === null) return;
        const whole = unitsOf(cut).map(({ id }) => id);
        const kept = all(readXliff(xml, 'f.xlf')).filter(({ id, unit }) =>
          whole.includes(format === 'xliff-1.2' ? id : (unit ?? '')),
        );
        expect(all(result.returned).map(contentOf)).toEqual(kept.map(contentOf));
      }),
      { numRuns: runs },
    );
  });

  it('undamaged is what the reader gives', () => {
    fc.assert(
      fc.property(arbitraryTransfer(true), (transfer) => {
        const xml = writeXliff(transfer, { ...PLAIN, format });
        expect(salvageXliff(xml, 'f')).toEqual({ returned: readXliff(xml, 'f'), damage: [] });
      }),
      { numRuns: Math.min(runs, 500) },
    );
  });

  it('says where what it gives stands in the file', () => {
    const xml = writeXliff(sample(), { ...PLAIN, format });
    const hurt = xml.replace('<source>Use', '<source>& Use');
    const places = new Map(all(readXliff(xml, 'f')).map(({ id, line, column }) => [id, { line, column }]));
    const { returned, damage } = salvageXliff(hurt, 'f');
    expect(returned).toHaveLength(1);
    for (const { id, line, column, unit } of all(returned)) {
      expect({ line, column }).toEqual(places.get(id));
      expect(unit).toMatch(/^u/);
    }
    const lost = format === 'xliff-1.2' ? 's9d1x0ta7' : 'u7f3kq2m4';
    expect(damage).toEqual([
      {
        line: expect.any(Number),
        column: expect.any(Number),
        endLine: expect.any(Number),
        reason: 'character',
        units: [lost],
      },
    ]);
  });
});

it.each(['xliff-1.2', 'xliff-2.1'] as const)(
  '%s: an end tag too early leaves no text that the file did not hold',
  (format) => {
    const xml = writeXliff(sample(), { ...PLAIN, format });
    const name = format === 'xliff-1.2' ? 'trans-unit' : 'unit';
    const before = new Map(all(readXliff(xml, 'f')).map((segment) => [segment.id, segment]));
    const [unit] = unitsOf(xml);
    for (let at = unit?.start ?? 0; at < (unit?.end ?? 0); at += 1) {
      const { returned, damage } = salvageXliff(`${xml.slice(0, at)}</${name}>< ${xml.slice(at)}`, 'f');
      expect(damage.length).toBeGreaterThan(0);
      expect(all(returned).map(({ id }) => id)).toContain('s00000003');
      for (const { id, source, target } of all(returned)) {
        expect(source).toEqual(before.get(id)?.source);
        if (target !== null) expect(target).toEqual(before.get(id)?.target);
      }
    }
  },
);

describe('two files in one', () => {
  const first = writeXliff(sample(), { ...PLAIN, format: 'xliff-1.2' });
  const second = first
    .replaceAll('s4k7', 't4k7')
    .replaceAll('s9d1', 't9d1')
    .replaceAll('s0000', 't0000')
    .replace('locales/en/statement.md', 'other.md');
  const ids = (salvage: Salvage): unknown[] =>
    salvage.returned.map(({ document, segments }) => [document, segments.map(({ id }) => id)]);

  it('one behind the other', () => {
    expect(ids(salvageXliff(first + second, 'f'))).toEqual([
      ['locales/en/statement.md', ['s4k7qz2m1', 's9d1x0ta7', 's00000003']],
      ['other.md', ['t4k7qz2m1', 't9d1x0ta7', 't00000003']],
    ]);
  });

  it('one within a unit of the other', () => {
    const at = first.indexOf('stop.');
    const salvage = salvageXliff(first.slice(0, at) + second + first.slice(at), 'f');
    expect(ids(salvage)).toEqual([
      ['locales/en/statement.md', ['s4k7qz2m1', 's00000003']],
      ['other.md', ['t4k7qz2m1', 't9d1x0ta7', 't00000003']],
    ]);
    expect(salvage.damage[0]).toMatchObject({ reason: 'nested', units: ['s9d1x0ta7'] });
  });

  it('the half of one and the half of the other', () => {
    const cut = first.slice(0, first.indexOf('stop.'));
    expect(ids(salvageXliff(cut + second, 'f'))).toEqual([
      ['locales/en/statement.md', ['s4k7qz2m1']],
      ['other.md', ['t4k7qz2m1', 't9d1x0ta7', 't00000003']],
    ]);
  });

  it('a lost start of a file takes its units with it', () => {
    const both = first.replace(
      '  </file>',
      `  </file>\n${/ {2}<file[\s\S]*<\/file>/.exec(second)?.[0] ?? ''}`,
    );
    const hurt = both.replace('<file original="other.md"', '<file original="other.md');
    const salvage = salvageXliff(hurt, 'f');
    expect(ids(salvage)).toEqual([['locales/en/statement.md', ['s4k7qz2m1', 's9d1x0ta7', 's00000003']]]);
    expect(salvage.damage.flatMap(({ units }) => units)).toEqual(['t4k7qz2m1', 't9d1x0ta7', 't00000003']);
    expect(salvage.damage.some(({ reason }) => reason === 'file')).toBe(true);
  });
});

describe('never content that the reader would not give', () => {
  const file = (body: string): string =>
    `<xliff version="1.2"><file original="d" source-language="en" target-language="fr" datatype="plaintext"><header><note>n</note></header><body>${body}</body></file></xliff>`;
  const unit = (id: string, inner = ''): string =>
    `<trans-unit id="${id}"><source>a</source>${inner}</trans-unit>`;
  const ids = (text: string): string[] => all(salvageXliff(text, 'f').returned).map(({ id }) => id);

  it.each([
    ['in a comment', `${unit('a')}<!-- ${unit('x')} -->&${unit('b')}`, ['a', 'b']],
    [
      'in a CDATA section',
      `<trans-unit id="a"><source><![CDATA[${unit('x')}]]></source></trans-unit>&${unit('b')}`,
      ['b'],
    ],
    ['in matches', `${unit('a', `<alt-trans>${unit('x')}</alt-trans>`)}&${unit('b')}`, ['a', 'b']],
    ['in another namespace', `<y xmlns="urn:y">${unit('x')}</y>&${unit('b')}`, ['b']],
    ['in an element that is none of ours', `<y>${unit('x')}</y>&${unit('b')}`, ['b']],
  ])('%s', (_name, body, expected) => {
    expect(ids(file(body))).toEqual(expected);
  });

  it('a lost end tag of the header hides no unit', () => {
    expect(ids(file(unit('a')).replace('</header>', ''))).toEqual(['a']);
    expect(ids(file(unit('a')).replace('</note>', ''))).toEqual(['a']);
  });

  it.each([
    ['a DOCTYPE', `<!DOCTYPE x>${file('&')}`, 'xml-doctype'],
    ['another root', '<html>&</html>', 'xliff-foreign'],
    ['nothing of a file', '<xliff version="1.2"><', 'xml-syntax'],
    ['another version', file('&').replace('"1.2"', '"7"'), 'xliff-version'],
  ])('%s is refused', (_name, text, code) => {
    expect(() => salvageXliff(text, 'f')).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('bytes', () => {
  const xml = writeXliff(sample(), { ...PLAIN, format: 'xliff-2.1' });
  const ids = (bytes: Uint8Array): string[] =>
    all(salvageXliffBytes(bytes, 'f').returned).map(({ id }) => id);

  it.each([
    ['that are no UTF-8', Buffer.from(xml.replace('’', '\u0080'), 'latin1')],
    [
      'of UTF-8 with a mark',
      Buffer.concat([Buffer.from('\uFEFF'), Buffer.from(xml.replace('’', '\u0080'), 'latin1')]),
    ],
    ['of UTF-16 with half a pair', Buffer.from(`\uFEFF${xml.replace('’', '\uD800')}`, 'utf16le')],
    ['of UTF-16, big end first', Buffer.from(`\uFEFF${xml.replace('’', '\uD800')}`, 'utf16le').swap16()],
  ])('%s: the units without them', (_name, bytes) => {
    expect(() => readXliffBytes(bytes, 'f')).toThrow(HexaplaError);
    expect(ids(bytes)).toEqual(['s00000003']);
  });

  it('an odd byte at the end', () => {
    const bytes = Buffer.concat([Buffer.from(`\uFEFF${xml}`, 'utf16le'), Buffer.from([0x20])]);
    expect(ids(bytes)).toHaveLength(3);
  });
});

describe('time', () => {
  const head = '<xliff version="1.2"><file original="d" source-language="en" datatype="plaintext"><body>';
  it.each([
    ['units without ends', '<trans-unit id="a"><source>a'.repeat(50_000)],
    ['ends without units', '</trans-unit></group></file>'.repeat(50_000)],
    ['strays within units', `<trans-unit id="a">${'</group>'.repeat(5)}`.repeat(30_000)],
    ['units within units', `${'<trans-unit id="a">'.repeat(30_000)}${'</trans-unit>'.repeat(30_000)}`],
    [
      'elements within elements',
      `${'<a>'.repeat(100_000)}<trans-unit id="a"><source>a</source></trans-unit>${'</a>'.repeat(99_000)}`,
    ],
    [
      'groups within groups',
      `${'<group>'.repeat(50_000)}${'<trans-unit id="a"><source>a</source></trans-unit>'.repeat(20_000)}`,
    ],
    [
      'named groups within groups',
      `${'<group id="g">'.repeat(20_000)}${'<trans-unit id="a"><source>a</source></trans-unit></group>'.repeat(20_000)}`,
    ],
    ['comments without ends', '<!-- '.repeat(200_000)],
    ['sections without ends', '<![CDATA['.repeat(200_000)],
    ['instructions without ends', '<?a '.repeat(200_000)],
    ['tags without ends', '<a b="'.repeat(200_000)],
    ['attributes without end', `<a ${'b="c" '.repeat(300_000)}`],
    ['spaces without end', `<a${' '.repeat(500_000)}`],
    ['roots within roots', head.repeat(10_000)],
    ['a & in every unit', '<trans-unit id="a"><source>&</source></trans-unit>'.repeat(50_000)],
  ])('%s end in bounded time', (_name, body) => {
    const start = process.cpuUsage();
    expect(salvaged(`${head}${body}<`)?.damage.length ?? 1).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});

const folder = '../shared/xliff';

describe.skipIf(!existsSync(folder))('real files (needs ../shared/xliff)', () => {
  it('with a stray & in one unit give all the others', () => {
    let count = 0;
    for (const sub of [
      'samples-1.2',
      'samples-2.x',
      'testsuite/2.1/core/valid',
      'testsuite/2.2/modules/valid',
    ]) {
      for (const name of readdirSync(join(folder, sub), { recursive: true, encoding: 'utf8' })) {
        if (!/\.(?:xlf|xliff|sdlxliff)$/.test(name)) continue;
        const text = readFileSync(join(folder, sub, name), 'utf8').replace(/^\uFEFF/, '');
        const at = text.lastIndexOf('</source>');
        try {
          readXliff(text, name);
        } catch {
          continue;
        }
        const before = all(readXliff(text, name))
          .map(contentOf)
          .map((one) => JSON.stringify(one));
        const { returned } = salvageXliff(`${text.slice(0, at)}&${text.slice(at)}`, name);
        const after = all(returned)
          .map(contentOf)
          .map((one) => JSON.stringify(one));
        expect(after.filter((one) => !before.includes(one))).toEqual([]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(90);
  });
});
