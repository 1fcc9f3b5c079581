import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';
import { CONFIG, idsOf, LETTER, type Listed, project } from '../support/letter.ts';
import { segment, unitFile } from '../support/return-world.ts';
import { comesBack, lines, sentTo, stored } from '../support/returns.ts';

interface UndoneFiles {
  readonly files: readonly {
    readonly document: string;
    readonly locale: string;
    readonly undone: readonly string[];
    readonly kept: readonly string[];
    readonly suggestions: readonly string[];
    readonly account: readonly object[];
  }[];
}

/** The letter after Ann's return into French, which replaced a machine draft, and Zoé's, which is in conflict. */
async function returned() {
  const folder = await project();
  const ids = await idsOf(folder);
  const [peace, , pages] = ids;
  await hexapla(folder, ['set', 'a', peace, '-l', 'fr', '--origin', 'machine'], { stdin: 'Ébauche.' });
  const empty = stored(folder, 'fr');
  const handoff = await sentTo(folder, 'fr');
  comesBack(folder, 'ann.xlf', handoff, { [peace]: 'La paix.', [pages]: '200 pages.' });
  comesBack(folder, 'zoe.xlf', handoff, { [peace]: 'La paix !' });
  await hexapla(folder, ['import', 'ann.xlf']);
  const first = stored(folder, 'fr');
  await hexapla(folder, ['import', 'zoe.xlf']);
  return { folder, ids, empty, first, second: stored(folder, 'fr') };
}

const undo = (folder: string, ...words: string[]) =>
  hexaplaJson<UndoneFiles>(folder, ['import', '--undo', ...words]);
const statusIn = async (folder: string): Promise<object> =>
  (await hexaplaJson<object>(folder, ['status'])).data;

describe('import --undo', () => {
  it('takes the imports back, the last first, until none is left', async () => {
    const { folder, ids } = await returned();
    const [peace, , pages] = ids;
    const one = await undo(folder);
    expect(one).toEqual({
      exit: 0,
      data: {
        files: [
          {
            document: 'locales/en/a.md',
            locale: 'fr',
            undone: [],
            kept: [],
            suggestions: [peace],
            account: [{ id: peace, outcome: 'suggestion', before: 'La paix !', after: null }],
          },
        ],
      },
    });
    expect((await hexapla(folder, ['suggestions'])).out).toBe('Nothing waits for a decision.\n');
    const { data } = await undo(folder);
    expect(data.files).toMatchObject([
      {
        undone: [peace, pages],
        account: [
          { id: peace, outcome: 'undone', before: 'La paix.', after: 'Ébauche.' },
          { id: pages, outcome: 'undone', before: '200 pages.', after: null },
        ],
      },
    ]);
    expect(await statusIn(folder)).toMatchObject({
      documents: [{ locales: { fr: { missing: 2, machine: 1, suggestions: 0 } } }],
    });
    expect(await undo(folder)).toMatchObject({ exit: 2, data: { error: { code: 'import-unknown' } } });
  });

  it('of a file takes back that one, and importing it again brings the same', async () => {
    const { folder, first, second } = await returned();
    expect((await undo(folder, 'zoe.xlf')).exit).toBe(0);
    await hexapla(folder, ['import', 'zoe.xlf']);
    expect(stored(folder, 'fr')).toBe(second);
    await undo(folder, 'zoe.xlf', 'ann.xlf');
    await hexapla(folder, ['import', 'ann.xlf']);
    const later = stored(folder, 'fr').split('"suggestions"')[0];
    expect(later).toBe(first.split('"suggestions"')[0]);
  });

  it('shows with --dry-run what would come back, and writes nothing', async () => {
    const { folder, ids } = await returned();
    const [peace, , pages] = ids;
    const before = allFiles(folder);
    const { exit, out } = await hexapla(folder, ['import', '--undo', '--dry-run', 'ann.xlf']);
    expect([exit, allFiles(folder)]).toEqual([0, before]);
    expect(lines(out)).toEqual([
      'document | language | undone | changed since | suggestions',
      'locales/en/a.md | fr | 2 | 0 | 0',
      `locales/en/a.md | fr | ${peace} | undone`,
      '− La paix.',
      '+ Ébauche.',
      `locales/en/a.md | fr | ${pages} | undone`,
      '− 200 pages.',
      'Nothing was written.',
      'Next: hexapla import --undo ann.xlf',
    ]);
    const dry = await undo(folder, '--dry-run', 'ann.xlf');
    expect(allFiles(folder)).toEqual(before);
    expect(await undo(folder, 'ann.xlf')).toEqual(dry);
  });

  it('leaves what somebody has changed since, and says so', async () => {
    const { folder, ids } = await returned();
    const [peace, , pages] = ids;
    await hexapla(folder, ['review', 'a', peace, '-l', 'fr', '--by', 'R']);
    const { data } = await undo(folder, 'ann.xlf');
    expect(data.files).toMatchObject([
      {
        undone: [pages],
        kept: [peace],
        account: [
          { id: pages, outcome: 'undone' },
          { id: peace, outcome: 'kept', before: 'La paix.', after: 'La paix.' },
        ],
      },
    ]);
    expect(stored(folder, 'fr')).toContain('"text":"La paix.","state":"reviewed"');
  });

  it('goes past an import that changed nothing, and names what it takes back', async () => {
    const { folder, empty } = await returned();
    await hexapla(folder, ['import', 'zoe.xlf']);
    const { out } = await hexapla(folder, ['import', '--undo']);
    expect(lines(out)).toEqual([
      'document | language | undone | changed since | suggestions',
      'locales/en/a.md | fr | 0 | 0 | 1',
      expect.stringContaining('The earlier targets are back.'),
      'Next: hexapla status',
    ]);
    await undo(folder);
    expect(stored(folder, 'fr').split('"suggestions"')[0]).toBe(empty.split('"suggestions"')[0]);
  });

  it('gives segments that a tool had joined their own targets back, and shows each', async () => {
    const folder = await project();
    const [, report, pages] = await idsOf(folder);
    const drafts = { [report]: 'Voir <1>ça</1>.', [pages]: '200 pages.' };
    for (const [id, stdin] of Object.entries(drafts)) {
      await hexapla(folder, ['set', 'a', id, '-l', 'fr', '--origin', 'machine'], { stdin });
    }
    const before = JSON.parse(stored(folder, 'fr'));
    const { data: letter } = await hexaplaJson<Listed>(folder, ['segments', 'a']);
    const coded = (text: string): string => `<pc id="${report}-1">${text}</pc>`;
    const source = `See the ${coded('report')}. It has 200 pages.`;
    const own = segment(report, source, `Le ${coded('rapport')} : 200 pages.`);
    const file = unitFile(letter.segments[1]?.unit ?? '', own).replace('doc.md', 'locales/en/a.md');
    putFiles(folder, { 'joined.xlf': file });
    const dry = await hexapla(folder, ['import', 'joined.xlf', '--dry-run']);
    expect(lines(dry.out).slice(2, 5)).toEqual([
      expect.stringContaining(`| ${report} ${pages} | applied`),
      '− Voir <1>ça</1>.',
      '+ Le <1>rapport</1> : 200 pages.',
    ]);
    const { exit, data } = await hexaplaJson<object>(folder, ['import', 'joined.xlf']);
    expect([exit, data]).toMatchObject([0, { files: [{ applied: [report, pages] }] }]);
    const undone = await undo(folder);
    expect(undone.data.files).toMatchObject([
      {
        undone: [report],
        account: [
          { id: report, before: 'Le <1>rapport</1> : 200 pages.', after: 'Voir <1>ça</1>.' },
          { id: pages, outcome: 'undone', before: null, after: '200 pages.' },
        ],
      },
    ]);
    expect(JSON.parse(stored(folder, 'fr')).targets).toEqual(before.targets);
  });

  it('takes several files of one import back together, in every document and language', async () => {
    const folder = newFolder({
      'hexapla.json': JSON.stringify(CONFIG),
      'locales/en/a.md': LETTER,
      'locales/en/b.md': 'We agreed.\n',
    });
    await hexapla(folder, ['extract']);
    await hexapla(folder, ['export']);
    const files = allFiles(folder);
    const [peace] = await idsOf(folder);
    const { data: other } = await hexaplaJson<Listed>(folder, ['segments', 'b']);
    const agreed = other.segments[0]?.id ?? '';
    comesBack(folder, 'a.xlf', files['handoff/fr/a.fr.xlf'] ?? '', { [peace]: 'La paix.' });
    comesBack(folder, 'b.xlf', files['handoff/hy/b.hy.xlf'] ?? '', { [agreed]: 'Համաձայնեցինք։' });
    await hexapla(folder, ['import', 'a.xlf', 'b.xlf']);
    const { data } = await undo(folder);
    expect(data.files).toMatchObject([
      { document: 'locales/en/a.md', locale: 'fr', undone: [peace] },
      { document: 'locales/en/b.md', locale: 'hy', undone: [agreed] },
    ]);
  });

  it.each([
    [['nothing.xlf'], 'file-missing'],
    [['locales/en/a.md'], 'import-unknown'],
    [['--by', 'Ann'], 'usage'],
    [['--accept-same'], 'usage'],
  ])('refuses %j (%s), and changes nothing', async (words, code) => {
    const { folder } = await returned();
    const before = allFiles(folder);
    const { exit, data } = await hexaplaJson<{ error: { code: string } }>(folder, [
      'import',
      '--undo',
      ...words,
    ]);
    expect([exit, data.error.code]).toEqual([2, code]);
    expect(allFiles(folder)).toEqual(before);
  });
});
