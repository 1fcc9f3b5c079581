import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { idsOf, project } from '../support/letter.ts';
import { comesBack, lines, revised, sentTo, stored } from '../support/returns.ts';

interface Suggestions {
  readonly suggestions: readonly { readonly id: string; readonly number: number; readonly text: string }[];
}

/** The letter, where for its first segment two texts wait in French and one in Armenian. */
async function waiting(): Promise<{ folder: string; peace: string; pages: string }> {
  const folder = await project();
  const [peace, , pages] = await idsOf(folder);
  const french = await sentTo(folder, 'fr');
  const armenian = await sentTo(folder, 'hy');
  await hexapla(folder, ['set', 'a', peace, '-l', 'fr'], { stdin: 'La paix.' });
  await hexapla(folder, ['set', 'a', peace, '-l', 'hy'], { stdin: 'Խաղաղություն։' });
  comesBack(folder, 'ann.xlf', french, { [peace]: 'Paix !' });
  comesBack(folder, 'zoe.xlf', french, { [peace]: 'Nous exigeons la paix.' });
  comesBack(folder, 'ani.xlf', armenian, { [peace]: 'Պահանջում ենք։' });
  await hexapla(folder, ['import', 'ann.xlf', '--by', 'Ann']);
  await hexapla(folder, ['import', 'zoe.xlf', 'ani.xlf']);
  return { folder, peace, pages };
}

const list = async (folder: string, ...words: string[]): Promise<Suggestions['suggestions']> =>
  (await hexaplaJson<Suggestions>(folder, ['suggestions', ...words])).data.suggestions;
const errorOf = async (folder: string, ...words: string[]) => {
  const { exit, data } = await hexaplaJson<{ error: { code: string } }>(folder, ['suggestions', ...words]);
  return [exit, data.error.code];
};

describe('hexapla suggestions', () => {
  it('lists what waits, beside what stands there', async () => {
    const { folder, peace } = await waiting();
    const { exit, out } = await hexapla(folder, ['suggestions']);
    expect([exit, lines(out)]).toEqual([
      0,
      [
        'document | language | segment | reason | text',
        `locales/en/a.md | hy | ${peace} | newer target there | + Պահանջում ենք։`,
        '− Խաղաղություն։',
        `locales/en/a.md | fr | ${peace} | newer target there, from Ann | + Paix !`,
        '− La paix.',
        `locales/en/a.md | fr | ${peace} --number 2 | newer target there | + Nous exigeons la paix.`,
        '− La paix.',
        'Take or decline one with hexapla suggestions --take ID or hexapla suggestions --drop ID.',
      ],
    ]);
    expect(await list(folder, '--locale', 'fr')).toEqual([
      {
        document: 'locales/en/a.md',
        locale: 'fr',
        id: peace,
        number: 1,
        text: 'Paix !',
        state: 'translated',
        origin: 'human',
        by: 'Ann',
        madeFrom: expect.stringMatching(/^[0-9a-f]{16}$/),
        why: 'conflict',
        base: null,
        ours: 'La paix.',
        covers: [],
        heirs: [],
        retired: false,
      },
      expect.objectContaining({ number: 2, by: null, text: 'Nous exigeons la paix.' }),
    ]);
    expect(await list(folder, 'a')).toHaveLength(3);
  });

  it('says that nothing waits', async () => {
    const folder = await project();
    expect(await hexapla(folder, ['suggestions'])).toEqual({
      exit: 0,
      out: 'Nothing waits for a decision.\n',
      err: '',
    });
    expect(await list(folder)).toEqual([]);
  });

  it('takes one: the other texts stay', async () => {
    const { folder, peace } = await waiting();
    const { exit, out } = await hexapla(folder, [
      'suggestions',
      '--take',
      peace,
      '--number',
      '2',
      '--locale',
      'fr',
    ]);
    expect([exit, lines(out)]).toEqual([
      0,
      [`The text is now the target of ${peace} (locales/en/a.md, French).`, 'Next: hexapla suggestions'],
    ]);
    expect(stored(folder, 'fr')).toMatch(/"text":"Nous exigeons la paix\.".*"was":\[\{"text":"La paix\."/);
    expect(await list(folder, '--locale', 'fr')).toMatchObject([{ number: 1, text: 'Paix !' }]);
  });

  it('drops one: it waits no more, and is kept', async () => {
    const { folder, peace } = await waiting();
    const { data } = await hexaplaJson<Suggestions>(folder, ['suggestions', '-l', 'hy', '--drop', peace]);
    expect(data.suggestions).toMatchObject([{ id: peace, locale: 'hy', text: 'Պահանջում ենք։' }]);
    expect(await list(folder, '--locale', 'hy')).toEqual([]);
    expect(stored(folder, 'hy')).toMatch(/"Պահանջում ենք։".*"reason":"declined"/);
    expect(stored(folder, 'hy')).toContain('"text":"Խաղաղություն։"');
  });

  it('takes the text of a segment that is gone for one that has come in its place', async () => {
    const { folder, peace, pages } = await waiting();
    await revised(folder, 'We demand peace.\n\n', '');
    const { out } = await hexapla(folder, ['suggestions', '-l', 'hy']);
    expect(lines(out)[1]).toContain(peace);
    expect(await list(folder, '-l', 'hy')).toMatchObject([{ id: peace, retired: true }]);
    expect(await errorOf(folder, '-l', 'hy', '--take', peace)).toEqual([2, 'segment-unknown']);
    const taken = await hexapla(folder, ['suggestions', '-l', 'hy', '--take', peace, '--into', pages]);
    expect(taken.exit).toBe(0);
    expect(await list(folder, '-l', 'hy')).toEqual([]);
    const { data } = await hexaplaJson<object>(folder, ['status']);
    expect(data).toMatchObject({ documents: [{ locales: { hy: { segments: 2, missing: 1, stale: 1 } } }] });
  });

  it('asks which one is meant where one waits in several places, naming them', async () => {
    const { folder, peace } = await waiting();
    const before = allFiles(folder);
    const { exit, err } = await hexapla(folder, ['suggestions', '--take', peace]);
    expect([exit, err]).toEqual([2, expect.stringContaining('a --locale hy and a --locale fr')]);
    expect(await errorOf(folder, '--take', peace)).toEqual([2, 'suggestion-unclear']);
    expect(allFiles(folder)).toEqual(before);
  });

  it.each([
    [['--take', 's00000000'], 'suggestion-unknown'],
    [['--drop', 'ID', '--number', '3', '-l', 'fr'], 'suggestion-unknown'],
    [['--drop', 'ID', '--number', 'two'], 'bad-option-value'],
    [['--take', 'ID', '--number', '0'], 'bad-option-value'],
    [['--take', 'ID', '--drop', 'ID'], 'usage'],
    [['--drop', 'ID', '--into', 'ID'], 'usage'],
    [['--number', '2'], 'missing-argument'],
    [['--into', 'ID'], 'missing-argument'],
    [['--take', 'ID', '-l', 'hy', '--into', 's00000000'], 'segment-unknown'],
    [['--take', 'ID', '-l', 'de'], 'locale-unknown'],
    [['b'], 'document-unknown'],
  ])('refuses %j (%s), and changes nothing', async (words, code) => {
    const { folder, peace } = await waiting();
    const before = allFiles(folder);
    const meant = words.map((word) => (word === 'ID' ? peace : word));
    expect(await errorOf(folder, ...meant)).toEqual([2, code]);
    expect(allFiles(folder)).toEqual(before);
  });
});
