import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hexapla } from '../support/cli.ts';
import {
  does,
  edit,
  idAlone,
  idsOf,
  live,
  mergeBranches,
  progress,
  read,
  repository,
  SENTENCES,
  source,
  texts,
  translate,
  useDriver,
} from '../support/repository.ts';

describe('git, with the document edited', () => {
  it.each([true, false])('keeps every id when both branches edit it (merge driver: %s)', async (driver) => {
    const folder = await repository();
    const before = idsOf(folder);
    if (driver) useDriver(folder);
    const conflicts = await mergeBranches(
      folder,
      () => edit(folder, 'The first one.', 'The very first one. And a new one.'),
      () => edit(folder, 'The fifth one.', 'The fifth and last one.'),
    );
    expect(conflicts).toEqual([]);
    expect((await hexapla(folder, ['status'])).exit).toBe(0);
    await does(folder, 'extract');
    const after = live(folder);
    expect(after.map(([, text]) => text)).toEqual([
      'The very first one.',
      'And a new one.',
      ...SENTENCES.slice(1, 4),
      'The fifth and last one.',
    ]);
    expect(after.map(([id]) => id).filter((_, i) => i !== 1)).toEqual(before);
    expect(source(folder).retired).toEqual({});
    expect(await does(folder, 'extract')).toContain('Nothing changed.');
  });

  it.each([true, false])(
    'takes new paragraphs side by side from both branches (merge driver: %s)',
    async (driver) => {
      const folder = await repository();
      const before = idsOf(folder);
      if (driver) useDriver(folder);
      const end = 'The fifth one.\n';
      const conflicts = await mergeBranches(
        folder,
        () => edit(folder, end, `${end}\nOurs is new.\n`),
        () => edit(folder, end, `${end}\nTheirs is new.\n`),
      );
      // The author settles the document; the catalogue is left to Hexapla.
      expect(conflicts).toContain('locales/en/a.md');
      expect(conflicts.length).toBe(driver ? 1 : 2);
      const merged = read(folder, 'locales/en/a.md')
        .replace(/^<{7}.*\n|^>{7}.*\n/gm, '')
        .replace(/^={7}.*\n/m, '\n');
      writeFileSync(join(folder, 'locales/en/a.md'), merged);
      const ids = [await idAlone(folder, 'main'), await idAlone(folder, 'theirs')];
      await does(folder, 'extract');
      expect(live(folder).map(([id]) => id)).toEqual([...before, ...ids]);
      expect(
        live(folder)
          .slice(-2)
          .map(([, text]) => text),
      ).toEqual(['Ours is new.', 'Theirs is new.']);
    },
  );

  it('gives one id to a sentence that both branches add', async () => {
    const folder = await repository();
    useDriver(folder);
    const add = (): Promise<void> => edit(folder, 'The fifth one.', 'The fifth one. A sixth one.');
    await mergeBranches(
      folder,
      async () => {
        await add();
        await edit(folder, 'The first one.', 'The very first one.');
      },
      add,
    );
    await does(folder, 'extract');
    expect(live(folder).map(([, text]) => text)).toEqual([
      'The very first one.',
      ...SENTENCES.slice(1),
      'A sixth one.',
    ]);
    expect(source(folder).retired).toEqual({});
  });

  it.each([true, false])('knows that a translation is of the old text (merge driver: %s)', async (driver) => {
    const folder = await repository();
    const [, b, c] = idsOf(folder);
    if (driver) useDriver(folder);
    const conflicts = await mergeBranches(
      folder,
      () => edit(folder, 'The second one.', 'The second one is another one.'),
      () => translate(folder, { [b]: 'Երկու։', [c]: 'Երեք։' }),
    );
    expect(conflicts).toEqual([]);
    expect(texts(folder)).toEqual({ [b]: 'Երկու։', [c]: 'Երեք։' });
    expect(await progress(folder)).toMatchObject({ segments: 5, missing: 3, translated: 2, stale: 1 });
  });

  it.each([true, false])(
    'knows every wording when both edit one sentence (merge driver: %s)',
    async (driver) => {
      const folder = await repository();
      const before = idsOf(folder);
      const [, b] = before;
      if (driver) useDriver(folder);
      const conflicts = await mergeBranches(
        folder,
        async () => {
          await edit(folder, 'The second one.', 'The second one of ours.');
          await translate(folder, { [b]: 'Մերը։' });
        },
        () => edit(folder, 'The second one.', 'The second one of theirs.'),
      );
      expect(conflicts).toEqual([...(driver ? [] : ['locales/en/a.json']), 'locales/en/a.md']);
      const settled = 'The first one. The second one of all. The third one.';
      const document = read(folder, 'locales/en/a.md').replace(/^<{7}[\s\S]*^>{7}.*$/m, settled);
      writeFileSync(join(folder, 'locales/en/a.md'), document);
      await does(folder, 'extract');
      expect(live(folder).map(([id]) => id)).toEqual(before);
      const entry = source(folder).units[0]?.segments[b];
      expect(entry?.text).toBe('The second one of all.');
      expect(entry?.was?.map(({ text }) => text).sort()).toEqual([
        'The second one of ours.',
        'The second one of theirs.',
        'The second one.',
      ]);
      // Not of an unknown text: what it was made from is remembered.
      expect(await progress(folder)).toMatchObject({ translated: 1, stale: 1 });
      expect((await does(folder, 'status', '--json')).includes('unknown-base')).toBe(false);
    },
  );

  it('keeps the translation of a sentence that the other branch takes away', async () => {
    const folder = await repository();
    const [a, b] = idsOf(folder);
    useDriver(folder);
    const conflicts = await mergeBranches(
      folder,
      () => edit(folder, ' The second one.', ''),
      () => translate(folder, { [a]: 'Մեկ։', [b]: 'Երկու։' }),
    );
    expect(conflicts).toEqual([]);
    expect(Object.keys(source(folder).retired)).toEqual([b]);
    expect(texts(folder)).toEqual({ [a]: 'Մեկ։', [b]: 'Երկու։' });
    await edit(folder, 'The first one.', 'The first one. The second one.');
    expect(await progress(folder)).toMatchObject({ segments: 5, missing: 3, translated: 2, stale: 0 });
  });

  it('keeps the edit of a sentence that the other branch takes away', async () => {
    const folder = await repository();
    const before = idsOf(folder);
    useDriver(folder);
    const conflicts = await mergeBranches(
      folder,
      () => edit(folder, '\n\nThe fourth one. The fifth one.', '\n\nThe fourth one.'),
      () => edit(folder, 'The fifth one.', 'The fifth and last one.'),
    );
    expect(conflicts).toEqual(['locales/en/a.md']);
    const document = read(folder, 'locales/en/a.md');
    writeFileSync(
      join(folder, 'locales/en/a.md'),
      document.replace(/^<{7}[\s\S]*^>{7}.*$/m, 'The fourth one. The fifth and last one.'),
    );
    await does(folder, 'extract');
    expect(live(folder).map(([id]) => id)).toEqual(before);
    expect(source(folder).retired).toEqual({});
  });
});
