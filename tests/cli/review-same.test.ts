import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { idsOf, project } from '../support/letter.ts';
import { comesBack, sentTo, stored } from '../support/returns.ts';

const review = (folder: string, ...words: string[]) =>
  hexaplaJson<object>(folder, ['review', 'a', '--locale', 'fr', '--by', 'R', ...words]);

describe('hexapla review --same', () => {
  it('takes the source as the target, where a file cannot say it', async () => {
    const folder = await project();
    const [, report] = await idsOf(folder);
    const handoff = await sentTo(folder, 'fr');
    comesBack(folder, 'same.xlf', handoff, { [report]: 'See the <g id="1">report</g>.' });
    const { data: imported } = await hexaplaJson<{ files: { missing: string[] }[] }>(folder, [
      'import',
      'same.xlf',
    ]);
    expect(imported.files[0]?.missing).toContain(report);
    const { exit, data } = await review(folder, report, '--same');
    expect([exit, data]).toEqual([
      0,
      {
        document: 'locales/en/a.md',
        locale: 'fr',
        targets: {
          [report]: {
            text: 'See the <1>report</1>.',
            state: 'reviewed',
            origin: 'human',
            by: 'R',
            on: '2026-01-01',
            madeFrom: expect.stringMatching(/^[0-9a-f]{16}$/),
          },
        },
      },
    ]);
    const { data: status } = await hexaplaJson<object>(folder, ['status']);
    expect(status).toMatchObject({ documents: [{ locales: { fr: { missing: 2, reviewed: 1 } } }] });
  });

  it('keeps what was there, and changes nothing the second time', async () => {
    const folder = await project();
    const [peace] = await idsOf(folder);
    await hexapla(folder, ['set', 'a', peace, '-l', 'fr'], { stdin: 'La paix.' });
    const { data } = await review(folder, peace, '--same', '--state', 'final');
    expect(data).toMatchObject({ targets: { [peace]: { state: 'final', was: [{ text: 'La paix.' }] } } });
    const before = stored(folder, 'fr');
    const words = ['review', 'a', peace, '-l', 'fr', '--by', 'S', '--same'];
    expect((await hexapla(folder, words)).out).toContain('No target was changed.');
    expect(stored(folder, 'fr')).toBe(before);
  });

  it('ends a target that translated the segment along with another', async () => {
    const folder = await project();
    const [, report, pages] = await idsOf(folder);
    await hexapla(folder, [
      'join',
      'a',
      report,
      pages,
      '-l',
      'fr',
      '--text',
      'Le <1>rapport</1> : 200 pages.',
    ]);
    await review(folder, pages, '--same');
    const { targets } = JSON.parse(stored(folder, 'fr'));
    // The first never had a text of its own: it keeps the joined one until somebody has divided it.
    expect(targets[report]).toMatchObject({ text: 'Le <1>rapport</1> : 200 pages.', state: 'initial' });
    expect(targets[report].covers).toBeUndefined();
    expect(targets[pages]).toMatchObject({ text: 'It has 200 pages.', state: 'reviewed' });
  });

  it.each([
    [['--same'], 'missing-argument'],
    [['--same', '--all'], 'usage'],
    [['--same', 's00000000'], 'segment-unknown'],
  ])('refuses %j (%s), and changes nothing', async (words, code) => {
    const folder = await project();
    const before = allFiles(folder);
    const { exit, data } = await review(folder, ...words);
    expect([exit, data]).toMatchObject([2, { error: { code } }]);
    expect(allFiles(folder)).toEqual(before);
  });
});
