import { describe, expect, it } from 'vitest';
import { localeOf } from '../../src/cli/addressee.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, putFiles } from '../support/folder.ts';
import { idsOf, project, translateAll } from '../support/letter.ts';

describe('import', () => {
  it('takes an untouched export as no change, twice', async () => {
    const folder = await project();
    await translateAll(folder, 'hy');
    await hexapla(folder, ['export']);
    const before = allFiles(folder);
    const { exit, data } = await hexaplaJson<{ files: object[] }>(folder, [
      'import',
      'handoff/hy/a.hy.xlf',
      'handoff/fr/a.fr.xlf',
    ]);
    expect(exit).toBe(0);
    expect(data.files).toMatchObject([
      {
        path: 'handoff/hy/a.hy.xlf',
        locale: 'hy',
        document: 'locales/en/a.md',
        applied: [],
        conflicts: [],
        rejected: [],
        missing: [],
      },
      { locale: 'fr', applied: [], unchanged: [] },
    ]);
    await hexapla(folder, ['export']);
    expect(allFiles(folder)).toEqual(before);
  });

  it('takes files for a language with a region, and one after the other for one catalogue', async () => {
    const folder = await project();
    const ids = await idsOf(folder);
    const unit = (id: string, source: string, target: string): string =>
      `<trans-unit id="${id}"><source>${source}</source><target>${target}</target></trans-unit>`;
    const file = (inner: string): string =>
      `<xliff version="1.2"><file original="x/locales/en/a.md" source-language="en" target-language="fr_FR" datatype="x"><body>${inner}</body></file></xliff>`;
    putFiles(folder, {
      'one.xlf': file(unit(ids[0], 'We demand peace.', 'Nous exigeons la paix.')),
      'two.xlf': file(unit(ids[2], 'It has 200 pages.', 'Il compte 200 pages.')),
    });
    const { data } = await hexaplaJson<object>(folder, [
      'import',
      'one.xlf',
      'two.xlf',
      '--origin',
      'machine',
    ]);
    expect(data).toMatchObject({
      files: [
        { locale: 'fr', applied: [ids[0]] },
        { applied: [ids[2]], missing: [ids[1]] },
      ],
    });
    const { data: status } = await hexaplaJson<object>(folder, ['status']);
    expect(status).toMatchObject({ documents: [{ locales: { fr: { missing: 1, machine: 2 } } }] });
  });

  it('names a file that is for something else', async () => {
    const folder = await project({
      'x.xlf':
        '<xliff version="1.2"><file original="b.md" source-language="en" target-language="hy" datatype="x"><body/></file></xliff>',
    });
    const { exit, err } = await hexapla(folder, ['import', 'x.xlf']);
    expect([exit, err]).toEqual([3, expect.stringContaining('b.md in hy')]);
  });
});

describe('the language of a return', () => {
  it.each<[string | null, string[], string | null]>([
    ['fr', ['hy', 'fr'], 'fr'],
    ['fr-FR', ['hy', 'fr'], 'fr'],
    ['FR_fr', ['hy', 'fr'], 'fr'],
    ['pt-BR', ['pt-BR', 'pt-PT'], 'pt-BR'],
    ['pt', ['pt-BR', 'pt-PT'], null],
    ['uz-Cyrl', ['uz'], null],
    ['az-Latn-AZ', ['az'], 'az'],
    ['de', ['fr'], null],
    ['?', ['fr'], null],
    [null, ['fr'], null],
  ])('%j among %j is %j', (tag, locales, found) => {
    expect(localeOf(tag, locales)).toBe(found);
  });
});
