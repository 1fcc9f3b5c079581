import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TargetCatalogue } from '../../src/model/catalogue.ts';
import { checkProject } from '../support/check-project.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';

const TEXT = 'Who is **there**?\n\nShe said "yes" to all.\n\nThe hall opens.\n';

const project = () =>
  checkProject(TEXT, {
    fr: ['Qui est <1>là</1>?', 'Elle a dit "oui" à tout.', 'La salle  ouvre\u200b.'],
    hy: ['Ո՞վ է <1>այնտեղ</1>։', 'Նա «այո» ասաց բոլորին:', 'Սրահը բացվում է։'],
  });

const targets = (folder: string, locale: string) =>
  JSON.parse(readFileSync(join(folder, `locales/${locale}/doc.json`), 'utf8')) as TargetCatalogue;

test('first a preview: nothing is written', async () => {
  const { folder } = project();
  const before = allFiles(folder);
  const { exit, out } = await hexapla(folder, ['check', '--fix']);
  expect(exit).toBe(0);
  expect(allFiles(folder)).toEqual(before);
  expect(out).toContain('⟨');
  expect(out).toContain('Nothing is written yet.');
  expect(out).toContain('hexapla check --fix --write');
});

test('then each change is an edit of its own, in state translated, the text before it kept', async () => {
  const { folder, ids } = project();
  const { data } = await hexaplaJson<{ written: boolean; fixes: { segment: string }[] }>(folder, [
    ...['check', '--fix', '--write', '--by', 'Editor'],
  ]);
  expect(data.written).toBe(true);
  const [first = '', second = '', third = ''] = ids;
  const fr = targets(folder, 'fr').targets;
  expect(fr[first]?.text).toMatch(/^Qui est <1>là<\/1>[\u00a0\u202f]\?$/);
  expect(fr[second]?.text).toMatch(/^Elle a dit «[\u00a0\u202f]oui[\u00a0\u202f]» à tout\.$/);
  expect(fr[third]?.text).toBe('La salle ouvre.');
  expect(targets(folder, 'hy').targets[second]?.text).toBe('Նա «այո» ասաց բոլորին։');
  expect(fr[third]).toMatchObject({ state: 'translated', by: 'Editor' });
  expect(fr[third]?.was?.at(-1)).toMatchObject({ text: 'La salle  ouvre\u200b.', state: 'final' });
  expect(targets(folder, 'hy').targets[first]?.state).toBe('final');
  const again = await hexaplaJson<{ fixes: unknown[] }>(folder, ['check', '--fix']);
  expect(again.data.fixes).toEqual([]);
});
