import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { idsOf, project } from '../support/letter.ts';
import { comesBack, revised, sentTo, stored } from '../support/returns.ts';

/**
 * The letter after a life: its last segment edited twice and translated anew, texts that wait, were declined and were
 * taken back, and its first segment gone.
 */
async function lived() {
  const folder = await project();
  const [peace, report, pages] = await idsOf(folder);
  const handoff = await sentTo(folder, 'fr');
  comesBack(folder, 'ann.xlf', handoff, { [peace]: 'La paix.', [pages]: '200 pages.' });
  comesBack(folder, 'zoe.xlf', handoff, { [peace]: 'Paix !', [pages]: 'Il fait 200 pages.' });
  comesBack(folder, 'bob.xlf', handoff, { [report]: 'Voir <g id="1">ça</g>.' });
  await hexapla(folder, ['import', 'ann.xlf']);
  await revised(folder, '200 pages', '300 pages');
  await hexapla(folder, ['set', 'a', pages, '-l', 'fr'], { stdin: '300 pages.' });
  await revised(folder, '300 pages', '400 pages');
  await hexapla(folder, ['import', 'zoe.xlf']);
  await hexapla(folder, ['suggestions', '--drop', peace]);
  await hexapla(folder, ['import', 'bob.xlf']);
  await hexapla(folder, ['import', '--undo']);
  return { folder, peace, report, pages };
}

interface Documents {
  readonly documents: readonly object[];
}

const prune = (folder: string, ...words: string[]) => hexaplaJson<Documents>(folder, ['prune', ...words]);
const statusOf = async (folder: string): Promise<object> =>
  (await hexaplaJson<object>(folder, ['status'])).data;

describe('hexapla prune', () => {
  it('forgets what waits, was declined or was taken back', async () => {
    const { folder, report, pages } = await lived();
    expect(stored(folder, 'fr')).toMatch(/"declined"[\s\S]*"undone"[\s\S]*"conflict"/);
    const { exit, data } = await prune(folder, '--suggestions');
    expect([exit, data]).toEqual([
      0,
      { documents: [{ document: 'locales/en/a.md', history: 0, retired: 0, suggestions: 3 }] },
    ]);
    const { targets, suggestions } = JSON.parse(stored(folder, 'fr'));
    expect([suggestions, targets[report]]).toEqual([{}, undefined]);
    expect(targets[pages]).toMatchObject({ text: '300 pages.', was: [{ text: '200 pages.' }] });
  });

  it('forgets earlier texts, but no wording that a target or a waiting text was made from', async () => {
    const { folder, pages } = await lived();
    const status = await statusOf(folder);
    expect(status).toMatchObject({ documents: [{ locales: { fr: { stale: 1, suggestions: 1 } } }] });
    const { data } = await prune(folder, '--history');
    expect(data.documents).toMatchObject([{ history: 1, suggestions: 0 }]);
    expect(await statusOf(folder)).toEqual(status);
    expect(JSON.parse(stored(folder, 'fr')).targets[pages].was).toBeUndefined();
    // Zoé’s text, made from the first wording, still waits; without it that wording can go.
    expect(stored(folder, 'en')).toContain('It has 200 pages.');
    await hexapla(folder, ['prune', '--suggestions', '--history']);
    expect(stored(folder, 'en')).not.toContain('It has 200 pages.');
    expect(stored(folder, 'en')).toContain('It has 300 pages.');
  });

  it('forgets what is gone from the document', async () => {
    const { folder, peace } = await lived();
    await revised(folder, 'We demand peace.\n\n', '');
    const { data } = await prune(folder, '--retired');
    expect(data.documents).toMatchObject([{ history: 0, retired: 2, suggestions: 0 }]);
    expect(JSON.parse(stored(folder, 'en')).retired).toEqual({});
    expect(JSON.parse(stored(folder, 'fr')).targets[peace]).toBeUndefined();
  });

  it('says with --dry-run what would be forgotten, and writes nothing', async () => {
    const { folder } = await lived();
    const before = allFiles(folder);
    const words = ['prune', '--history', '--suggestions', '--dry-run'];
    expect(await hexapla(folder, words)).toEqual({
      exit: 0,
      out: 'This would be forgotten: 2 earlier texts, 0 retired entries, 3 suggestions. Nothing was written.\n',
      err: '',
    });
    expect(allFiles(folder)).toEqual(before);
    const { data } = await prune(folder, '--history', '--suggestions', '--dry-run');
    expect(await prune(folder, '--history', '--suggestions', 'a')).toEqual({ exit: 0, data });
  });

  it('changes no byte where there is nothing to forget', async () => {
    const { folder } = await lived();
    await hexapla(folder, ['prune', '--history', '--retired', '--suggestions']);
    const before = allFiles(folder);
    const { data } = await prune(folder, '--history', '--retired', '--suggestions');
    expect(data.documents).toMatchObject([{ history: 0, retired: 0, suggestions: 0 }]);
    expect(allFiles(folder)).toEqual(before);
  });

  it('leaves no import that could be taken back into nothing', async () => {
    const folder = await project();
    const [peace, , pages] = await idsOf(folder);
    await hexapla(folder, ['set', 'a', peace, '-l', 'fr'], { stdin: 'La paix.' });
    const handoff = await sentTo(folder, 'fr');
    comesBack(folder, 'ann.xlf', handoff, { [peace]: 'Paix !', [pages]: '200 pages.' });
    await hexapla(folder, ['import', 'ann.xlf']);
    await hexapla(folder, ['prune', '--history']);
    const { data } = await hexaplaJson<object>(folder, ['import', '--undo']);
    expect(data).toMatchObject({ files: [{ undone: [pages] }] });
    expect(JSON.parse(stored(folder, 'fr')).targets).toMatchObject({ [peace]: { text: 'Paix !' } });
  });

  it.each([
    [[], 'missing-argument'],
    [['--dry-run'], 'missing-argument'],
    [['b', '--history'], 'document-unknown'],
  ])('refuses %j (%s), and changes nothing', async (words, code) => {
    const { folder } = await lived();
    const before = allFiles(folder);
    const { exit, data } = await prune(folder, ...words);
    expect([exit, data]).toMatchObject([2, { error: { code } }]);
    expect(allFiles(folder)).toEqual(before);
  });
});
