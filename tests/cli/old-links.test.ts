import { expect, test } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';

const config = { sourceLocale: 'en', targetLocales: ['fr'], documents: ['a.md'], policy: 'fallback' };

interface Listing {
  readonly segments: readonly { readonly id: string; readonly text: string }[];
}

test('a link to a sentence that is gone leads to the row that its text went into', async () => {
  const folder = newFolder({
    'hexapla.json': JSON.stringify(config),
    'a.md':
      'We met in late spring in the old town hall.\nWe agreed on ten points of the common plan.\nWe left.\n',
  });
  await hexapla(folder, ['extract']);
  const before = await hexaplaJson<Listing>(folder, ['segments', 'a.md']);
  putFiles(folder, {
    'a.md':
      'We met in late spring in the old town hall and we agreed on ten points of the common plan.\nWe left.\n',
  });
  await hexapla(folder, ['extract']);
  const after = await hexaplaJson<Listing>(folder, ['segments', 'a.md']);
  const [kept] = after.data.segments;
  const gone = before.data.segments.filter(({ id }) => !after.data.segments.some((one) => one.id === id));
  expect([after.data.segments.length, gone.length]).toEqual([2, 1]);
  await hexapla(folder, ['build']);
  const page = allFiles(folder)['editions/parallel/a.html'] ?? '';
  const row = new RegExp(`<tr[^>]* id="${kept?.id}"[\\s\\S]*?</tr>`).exec(page)?.[0] ?? '';
  expect(row).toContain(`<span id="${gone[0]?.id}"></span>`);
  expect(page.match(new RegExp(`id="${gone[0]?.id}"`, 'g'))).toHaveLength(1);
});
