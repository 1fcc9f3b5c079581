import { describe, expect, it } from 'vitest';
import { hexapla } from '../support/cli.ts';
import { allFiles, putFiles } from '../support/folder.ts';
import { idsOf, project } from '../support/letter.ts';

describe('the merge driver', () => {
  const path = 'locales/hy/a.json';

  it('merges, reports what both sides changed, and writes over ours', async () => {
    const folder = await project();
    const [first, second] = await idsOf(folder);
    const states: string[] = [''];
    for (const [id, stdin] of [
      [first, 'Մեկ։'],
      [second, '<1>Երկու</1>։'],
    ] as const) {
      const other = await project();
      if (id === second) await hexapla(other, ['set', 'a', first, '-l', 'hy'], { stdin: 'Առաջին։' });
      await hexapla(other, ['set', 'a', id, '-l', 'hy'], { stdin });
      states.push(allFiles(other)[path] ?? '');
    }
    putFiles(folder, { base: states[0] ?? '', ours: states[1] ?? '', theirs: states[2] ?? '' });
    const { exit, out, err } = await hexapla(folder, ['merge-driver', 'base', 'ours', 'theirs', path]);
    expect([exit, out]).toEqual([0, '']);
    expect(err).toContain(`${path}: 1 segment was changed on both sides; ours stays`);
    const merged = JSON.parse(allFiles(folder)['ours'] ?? '') as { targets: object; suggestions: object };
    expect(merged).toMatchObject({
      targets: { [first]: { text: 'Մեկ։' }, [second]: { text: '<1>Երկու</1>։' } },
      suggestions: { [first]: [{ text: 'Առաջին։' }] },
    });
  });

  it.each([
    ['a side that is cut off', '{ "hexapla": 1, "targets": {', 'ours:1', 3],
    [
      'a side of another kind',
      '{\n  "hexapla": 1,\n  "units": [],\n  "retired": {}\n}\n',
      'cannot be merged',
      2,
    ],
  ])('leaves ours as it is with %s', async (_, text, hint, code) => {
    const folder = await project({
      base: '',
      ours: text,
      theirs: '{\n  "hexapla": 1,\n  "targets": {}\n}\n',
    });
    const { exit, err } = await hexapla(folder, ['merge-driver', 'base', 'ours', 'theirs']);
    expect([exit, err]).toEqual([code, expect.stringContaining(hint)]);
    expect(allFiles(folder)['ours']).toBe(text);
  });
});
