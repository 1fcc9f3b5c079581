import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { idsOf, project } from '../support/letter.ts';
import { comesBack, lines, revised, sentTo } from '../support/returns.ts';

interface Handoffs {
  readonly handoffs: readonly { readonly handoff: string; readonly out: boolean }[];
}

const list = async (folder: string, ...words: string[]): Promise<Handoffs['handoffs']> =>
  (await hexaplaJson<Handoffs>(folder, ['handoffs', ...words])).data.handoffs;
const outByStatus = async (folder: string): Promise<readonly string[]> => {
  const { data } = await hexaplaJson<{ documents: { locales: { fr: { handoffs: string[] } } }[] }>(folder, [
    'status',
  ]);
  return data.documents[0]?.locales.fr.handoffs ?? [];
};

describe('hexapla handoffs', () => {
  it('lists what is out, since when, and what each lacks', async () => {
    const folder = await project();
    const ids = await idsOf(folder);
    expect(await hexapla(folder, ['handoffs'])).toEqual({ exit: 0, out: 'No file is out.\n', err: '' });
    const handoff = await sentTo(folder, 'fr');
    const [sent] = await list(folder);
    expect(sent).toEqual({
      handoff: expect.stringMatching(/^[0-9a-f]{16}$/),
      document: 'locales/en/a.md',
      locale: 'fr',
      format: 'xliff-1.2',
      segments: 3,
      out: true,
      missing: ids,
      stale: [],
      returned: [],
      untouched: [],
      retired: [],
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    comesBack(folder, 'half.xlf', handoff, { [ids[0]]: 'La paix.' });
    await hexapla(folder, ['import', 'half.xlf']);
    const before = allFiles(folder);
    const { out } = await hexapla(folder, ['handoffs']);
    expect(lines(out)).toEqual([
      'document | language | handoff | since | segments | missing | stale | returned | untouched | retired',
      expect.stringMatching(
        new RegExp(
          `^locales/en/a.md \\| fr \\| ${sent?.handoff} \\| .*20\\d\\d.* \\| 3 \\| 2 \\| 0 \\| 1 \\| 0 \\| 0$`,
        ),
      ),
    ]);
    expect(allFiles(folder)).toEqual(before);
    expect(await list(folder, '--locale', 'hy')).toEqual([]);
    expect(await list(folder, 'a', '-l', 'fr')).toMatchObject([
      { missing: ids.slice(1), returned: [ids[0]] },
    ]);
  });

  it('lists one that has come back whole only with --all, also when the source is edited then', async () => {
    const folder = await project();
    const [peace, report, pages] = await idsOf(folder);
    const handoff = await sentTo(folder, 'fr');
    const first = await outByStatus(folder);
    comesBack(folder, 'whole.xlf', handoff, {
      [peace]: 'La paix.',
      [report]: 'Voir le <g id="1">rapport</g>.',
      [pages]: '200 pages.',
    });
    await hexapla(folder, ['import', 'whole.xlf']);
    expect([await list(folder), await outByStatus(folder)]).toEqual([[], []]);
    await revised(folder, '200 pages', '300 pages');
    expect([await list(folder), await outByStatus(folder)]).toEqual([[], []]);
    expect(await list(folder, '--all')).toMatchObject([{ handoff: first[0], out: false, stale: [pages] }]);

    // The new wording is sent: that file is out, and status knows the same.
    await sentTo(folder, 'fr');
    const out = (await list(folder)).map((one) => one.handoff);
    expect(out).toHaveLength(1);
    expect(out).not.toEqual(first);
    expect(await outByStatus(folder)).toEqual(out);
    expect(await list(folder, '--all')).toHaveLength(2);
  });

  it.each([
    [['b'], 'document-unknown'],
    [['--locale', 'de'], 'locale-unknown'],
  ])('refuses %j (%s)', async (words, code) => {
    const folder = await project();
    const { exit, data } = await hexaplaJson<object>(folder, ['handoffs', ...words]);
    expect([exit, data]).toMatchObject([2, { error: { code } }]);
  });
});
