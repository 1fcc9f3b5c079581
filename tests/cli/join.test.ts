import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { idsOf, project, translateAll } from '../support/letter.ts';
import { stored } from '../support/returns.ts';

interface Targets {
  readonly document: string;
  readonly locale: string;
  readonly targets: Readonly<Record<string, { readonly text: string } | null>>;
}

/** The letter, translated into French: its second and third segment stand side by side. */
async function translated(): Promise<{ folder: string; ids: [string, string, string] }> {
  const folder = await project();
  const ids = await idsOf(folder);
  await translateAll(folder, 'fr');
  return { folder, ids };
}

const joining = (folder: string, ...words: string[]) =>
  hexaplaJson<Targets>(folder, ['join', 'a', '--locale', 'fr', ...words]);
const missingIn = async (folder: string): Promise<number | undefined> => {
  const { data } = await hexaplaJson<{ documents: { locales: { fr: { missing: number } } }[] }>(folder, [
    'status',
  ]);
  return data.documents[0]?.locales.fr.missing;
};

describe('hexapla join', () => {
  it('puts the present targets together, and takes them apart again', async () => {
    const { folder, ids } = await translated();
    const [, report, pages] = ids;
    const before = stored(folder, 'fr');
    const { exit, data } = await joining(folder, report, pages);
    expect([exit, data]).toMatchObject([
      0,
      {
        document: 'locales/en/a.md',
        locale: 'fr',
        targets: {
          [report]: {
            text: 'See the <1>report</1>. (fr) It has 200 pages. (fr)',
            state: 'translated',
            covers: [{ id: pages }],
          },
          [pages]: null,
        },
      },
    ]);
    expect(await missingIn(folder)).toBe(0);
    // Either segment names the target that is to be taken apart.
    const apart = await joining(folder, pages, '--apart');
    expect(apart.data.targets).toMatchObject({
      [report]: { text: 'See the <1>report</1>. (fr)' },
      [pages]: { text: 'It has 200 pages. (fr)' },
    });
    expect(stored(folder, 'fr')).toContain(before.split('"targets"')[0] ?? '?');
    const again = await joining(folder, report, pages, '--apart');
    expect([again.exit, again.data.targets]).toEqual([0, {}]);
  });

  it('takes a text, and says what it did', async () => {
    const { folder, ids } = await translated();
    const [, report, pages] = ids;
    const text = 'Voir le <1>rapport</1> de 200 pages.';
    const words = [
      'join',
      'a',
      report,
      pages,
      '-l',
      'fr',
      '--text',
      text,
      '--by',
      'Zoé',
      '--origin',
      'machine',
    ];
    expect(await hexapla(folder, words)).toEqual({
      exit: 0,
      out: `${report} and ${pages} have one target now.\nNext: hexapla status\n`,
      err: '',
    });
    expect(stored(folder, 'fr')).toContain(
      `{"text":"${text}","state":"translated","origin":"machine","by":"Zoé"`,
    );
    expect((await hexapla(folder, ['join', 'a', report, '-l', 'fr', '--apart'])).out).toBe(
      `The target of ${report} stands for this segment alone now.\nNext: hexapla status\n`,
    );
  });

  it('is ended by a target that one of the segments gets for itself', async () => {
    const { folder, ids } = await translated();
    const [, report, pages] = ids;
    await joining(folder, report, pages, '--text', 'Voir le <1>rapport</1> de 200 pages.');
    await hexapla(folder, ['set', 'a', pages, '-l', 'fr'], { stdin: 'Il compte 200 pages.' });
    const { data } = await hexaplaJson<Targets>(folder, ['join', 'a', report, '-l', 'fr', '--apart']);
    expect(data.targets).toEqual({});
    const file = JSON.parse(stored(folder, 'fr'));
    expect(file.targets[report].text).toBe('See the <1>report</1>. (fr)');
    expect(file.targets[report].covers).toBeUndefined();
    expect(file.targets[pages].text).toBe('Il compte 200 pages.');
    expect(stored(folder, 'fr')).toContain('Voir le <1>rapport</1> de 200 pages.');
  });

  it.each<[readonly (number | string)[], string]>([
    [[0, 1], 'segments-apart'],
    [[1], 'segments-apart'],
    [[1, 's00000000'], 'segment-unknown'],
    [[1, 2, '--text', 'Sans code.'], 'text-invalid'],
    [[1, 2, '--text', ''], 'bad-option-value'],
    [[1, 2, '--apart', '--text', 'Tout.'], 'usage'],
    [['s00000000', '--apart'], 'target-missing'],
    [[], 'missing-argument'],
  ])('refuses %j (%s), and changes nothing', async (words, code) => {
    const { folder, ids } = await translated();
    const before = allFiles(folder);
    const meant = words.map((word) => (typeof word === 'number' ? (ids[word] ?? '') : word));
    const { exit, data } = await joining(folder, ...meant);
    expect([exit, data]).toMatchObject([2, { error: { code } }]);
    expect(allFiles(folder)).toEqual(before);
  });

  it('needs a text where no segment has a target', async () => {
    const folder = await project();
    const [, report, pages] = await idsOf(folder);
    const { exit, err } = await hexapla(folder, ['join', 'a', report, pages, '-l', 'fr']);
    expect([exit, err]).toEqual([2, expect.stringContaining(`Segment ${report} has no target yet.`)]);
  });
});
