import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinTargets } from '../../src/catalogue/join.ts';
import { readPo } from '../../src/exchange/po/read.ts';
import { writePo } from '../../src/exchange/po/write.ts';
import { readTable } from '../../src/exchange/tables/csv-read.ts';
import { writeTable } from '../../src/exchange/tables/csv-write.ts';
import { readTmx } from '../../src/exchange/tmx/read.ts';
import { writeTmx } from '../../src/exchange/tmx/write.ts';
import { parseContent } from '../../src/model/content.ts';
import type { ImportReport, Returned, Transfer } from '../../src/model/transfer.ts';
import { importReturn, prepareHandoff } from '../../src/pipeline-exchange.ts';
import { begin, edited, idsOf, opened, type World, written } from '../support/return-world.ts';
import { settings } from '../support/settings.ts';
import { inFolder, isInstalled, OPTIONS, utf8 } from './tables-support.ts';

type Format = 'tmx' | 'po' | 'csv' | 'tsv';
const FORMATS: readonly Format[] = ['tmx', 'po', 'csv', 'tsv'];

function write(transfers: readonly Transfer[], format: Format): string {
  if (format === 'tmx') return writeTmx(transfers, OPTIONS);
  return format === 'po' ? writePo(transfers, OPTIONS) : writeTable(transfers, OPTIONS, format);
}

function read(text: string, format: Format): Returned | undefined {
  if (format === 'tmx') return readTmx(text, 'f')[0];
  return (format === 'po' ? readPo : readTable)(utf8(text), 'f')[0];
}

function handoff(world: World, format: Format): { readonly transfer: Transfer; readonly back: Back } {
  const words = (key: string): string => key;
  const { transfer, record } = prepareHandoff({
    open: opened(world),
    target: world.target,
    locale: 'fr',
    format,
    only: null,
    settings,
    words,
  });
  const back: Back = (text, acceptState = false) => {
    const returned = read(text, format);
    if (returned === undefined) throw new Error('nothing was read');
    const options = { by: 'Ann', origin: 'human', acceptState, acceptSame: false } as const;
    return {
      ...world,
      ...importReturn({ returned, source: world.source, target: world.target, record, options }),
    };
  };
  return { transfer, back };
}

type Back = (text: string, acceptState?: boolean) => World & { readonly report: ImportReport };

// One segment of every sort: translated, missing, joined with the next, stale, and one that a spreadsheet would compute.
const LETTER = `# A *title*

Both **parties** agree. Use \`x<y\` & stop, [friend](https://x.org). Today we **march**. Tomorrow we **rest**.

Old wording.

=1+1
`;

function story(): World {
  const texts = [null, 'Les deux <1>parties</1> sont d’accord.', null, null, null, 'Ancien texte.', '−2'];
  const first = written(begin(LETTER), texts);
  const [, , , march = '', rest = ''] = idsOf(first);
  const target = joinTargets(first.source, first.target, {
    ids: [march, rest],
    text: 'Aujourd’hui nous <1>marchons</1>, demain <1001>repos</1001>.',
    origin: 'human',
  });
  return edited({ ...first, target }, 'Old wording', 'Old and long wording');
}

describe.each(FORMATS)('%s, sent and returned', (format) => {
  const world = story();
  const { transfer, back } = handoff(world, format);
  const text = write([transfer], format);

  it.each([false, true])('untouched changes nothing (states believed: %s)', (acceptState) => {
    const after = back(text, acceptState);
    expect(after.target).toBe(world.target);
    expect(after.report).toMatchObject({ applied: [], stale: [], conflicts: [], rejected: [] });
  });

  it('with translations gives them to the project, their codes whole', () => {
    const [title = '', both = '', use = '', march = '', , old = '', sum = ''] = idsOf(world);
    const texts: Record<string, string> = {
      [title]: 'Un <1>titre</1>',
      [both]: 'Les deux <1>parties</1> & d’accord.'.replace('&', '&amp;'),
      [use]: 'Ami <2>à moi</2>, "<1/>" &amp;lt; ; &lt;b> stop.',
      [march]: 'Demain <1001>repos</1001>,\taujourd’hui <1>marche</1>.',
      [old]: '-Tout autre texte',
      [sum]: '=2',
    };
    const units = transfer.units.map((unit) => ({
      ...unit,
      segments: unit.segments.map((one) => {
        const target = texts[one.id];
        if (target === undefined) return one;
        return { ...one, target: parseContent(target), state: 'translated' as const, stale: false };
      }),
    }));
    const after = back(write([{ ...transfer, units }], format));
    expect(after.report.rejected).toEqual([]);
    expect(after.report.missing).toEqual([]);
    const stored = Object.fromEntries(
      Object.entries(after.target.targets).map(([id, one]) => [id, one.text]),
    );
    expect(stored).toEqual({ ...texts, [march]: (texts[march] ?? '').replace('\t', ' ') });
    expect(after.target.targets[march]?.covers).toHaveLength(1);
  });

  it('refuses a translation that lost a code, and stores the others', () => {
    const [, both = ''] = idsOf(world);
    const units = transfer.units.map((unit) => ({
      ...unit,
      segments: unit.segments.map((one) =>
        one.id === both
          ? { ...one, target: parseContent('Les deux parties'), state: 'translated' as const }
          : one,
      ),
    }));
    const { report } = back(write([{ ...transfer, units }], format));
    expect(report.rejected).toMatchObject([{ id: both, reason: 'codes-lost', codes: ['1'] }]);
  });
});

// Data of the import filter: https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html
function throughCalc(text: string, from: number, to: number): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'a.csv'), text);
    const options = `csv:Text - txt - csv (StarCalc):${to},34,76,1,,0,false,true,false`;
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        `--infilter=CSV:${from},34,76,1,,0,false,true`,
        '--convert-to',
        options,
        '--outdir',
        join(folder, 'out'),
        join(folder, 'a.csv'),
      ],
      { stdio: 'pipe', timeout: 120_000 },
    );
    return readFileSync(join(folder, 'out', 'a.csv'), 'utf8');
  });
}

describe.skipIf(!isInstalled('soffice'))('LibreOffice (needs libreoffice-calc)', () => {
  it.each([
    ['csv', 44, 59],
    ['tsv', 9, 44],
  ] as const)(
    'opens and saves a %s, and nothing in it has become a number',
    { timeout: 180_000 },
    (format, from, to) => {
      const world = story();
      const { transfer, back } = handoff(world, format);
      const [unit] = transfer.units;
      const texts = [
        '=1+1',
        '-5',
        '+5',
        '@a',
        '1/2',
        '007',
        '12 May 2020',
        'May 2020',
        '1e5',
        '12345678901234567890',
        "'x",
        '’x',
        '" q',
        ' y ',
        '10%',
        '1,5',
        'TRUE',
      ];
      const risky = texts.map((text, index) => ({
        id: `s${index}`,
        source: [{ kind: 'text' as const, text }],
        target: [{ kind: 'text' as const, text }],
        codes: {},
        state: 'translated' as const,
        stale: false,
        notes: [],
      }));
      const gaps = risky.slice(1).map(() => ' ');
      const more = { ...transfer, units: unit === undefined ? [] : [{ ...unit, segments: risky, gaps }] };
      const returned = read(throughCalc(write([more], format), from, to), format);
      expect(returned?.segments.map(({ source, target }) => [source, target])).toEqual(
        risky.map(({ source, target }) => [source, target]),
      );
      const after = back(throughCalc(write([transfer], format), from, to), true);
      expect(after.target).toBe(world.target);
      expect(after.report.rejected).toEqual([]);
    },
  );
});
