import { describe, expect, it } from 'vitest';
import { hexapla } from '../support/cli.ts';
import {
  commit,
  does,
  git,
  idsOf,
  mergeBranches,
  repository,
  target,
  texts,
  translate,
  useDriver,
} from '../support/repository.ts';

describe('git', () => {
  it('merges translations of adjacent segments by itself', async () => {
    const folder = await repository();
    const [a, b, c] = idsOf(folder);
    await translate(folder, { [a]: 'Մեկ։', [b]: 'Երկու։', [c]: 'Երեք։' });
    commit(folder);
    await mergeBranches(
      folder,
      () => translate(folder, { [a]: 'Առաջին։' }),
      () => translate(folder, { [b]: 'Երկրորդ։' }),
    );
    expect(texts(folder)).toEqual({ [a]: 'Առաջին։', [b]: 'Երկրորդ։', [c]: 'Երեք։' });
    await does(folder, 'status');
  });

  it('merges neighbouring new translations with the merge driver', async () => {
    const folder = await repository();
    const [a, b, c, d] = idsOf(folder);
    await translate(folder, { [a]: 'Մեկ։', [d]: 'Չորս։' });
    commit(folder);
    useDriver(folder);
    await mergeBranches(
      folder,
      () => translate(folder, { [b]: 'Երկու։' }),
      () => translate(folder, { [c]: 'Երեք։' }),
    );
    expect(Object.keys(texts(folder))).toEqual([a, b, c, d]);
    expect(target(folder).suggestions).toEqual({});
  });

  it('keeps both translations of one segment with the merge driver', async () => {
    const folder = await repository();
    const [a] = idsOf(folder);
    useDriver(folder);
    await mergeBranches(
      folder,
      () => translate(folder, { [a]: 'Մեկ։' }),
      () => translate(folder, { [a]: 'Առաջին։' }),
    );
    expect(texts(folder)).toEqual({ [a]: 'Մեկ։' });
    expect(target(folder).suggestions[a]).toMatchObject([{ text: 'Առաջին։', reason: 'conflict' }]);
  });

  it('leaves conflict markers that extract merges, and that other commands refuse', async () => {
    const folder = await repository();
    const [, b, c] = idsOf(folder);
    const conflicts = await mergeBranches(
      folder,
      () => translate(folder, { [b]: 'Երկու։' }),
      () => translate(folder, { [c]: 'Երեք։' }),
    );
    expect(conflicts).toEqual(['locales/hy/a.json']);
    const refused = await hexapla(folder, ['status']);
    expect([refused.exit, refused.err]).toEqual([3, expect.stringContaining('locales/hy/a.json:')]);
    expect(await does(folder, 'extract')).toContain('locales/hy/a.json: the two sides');
    expect(texts(folder)).toEqual({ [b]: 'Երկու։', [c]: 'Երեք։' });
    expect(await does(folder, 'extract')).toContain('Nothing changed.');
  });

  it.each(['merge', 'diff3', 'zdiff3'])(
    'keeps both corrections of one translation (conflict style %s)',
    async (style) => {
      const folder = await repository();
      git(folder, 'config', 'merge.conflictStyle', style);
      const [a, b, c] = idsOf(folder);
      await translate(folder, { [a]: 'Մեկ։', [b]: 'Երկու։', [c]: 'Երեք։' });
      commit(folder);
      const conflicts = await mergeBranches(
        folder,
        () => translate(folder, { [a]: 'Մէկ։', [b]: 'Երկուսը։' }),
        () => translate(folder, { [b]: 'Երկրորդը։', [c]: 'Երրորդը։' }),
      );
      expect(conflicts).toEqual(['locales/hy/a.json']);
      await does(folder, 'extract');
      expect(texts(folder)).toEqual({ [a]: 'Մէկ։', [b]: 'Երկուսը։', [c]: 'Երրորդը։' });
      expect(target(folder).suggestions).toMatchObject({ [b]: [{ text: 'Երկրորդը։' }] });
      expect(target(folder).targets[b]?.was).toMatchObject([{ text: 'Երկու։' }]);
    },
  );
});
