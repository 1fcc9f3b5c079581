import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { edit, idsOf, LETTER, project, translateAll } from '../support/letter.ts';

describe('--json', () => {
  it('of extract lists what changed', async () => {
    const folder = await project();
    const [first, , third] = await idsOf(folder);
    edit(folder, '200 pages', '2000 pages');
    edit(folder, 'We demand peace.\n\n', '');
    const { data } = await hexaplaJson<object>(folder, ['extract', 'a', '--dry-run']);
    expect(data).toEqual({
      documents: [
        {
          document: 'locales/en/a.md',
          segments: 2,
          words: expect.any(Number),
          changes: {
            unchanged: 1,
            added: [],
            retired: [first],
            restored: [],
            moved: [],
            edited: [{ id: third, class: 'meaning', from: 'It has 200 pages.', to: 'It has 2000 pages.' }],
            split: [],
            merged: [],
          },
        },
      ],
    });
  });

  it('of status counts, and knows which handoffs are out', async () => {
    const folder = await project();
    const [first] = await idsOf(folder);
    const sent = await hexaplaJson<{ files: { handoff: string; segments: number }[] }>(folder, [
      'export',
      '-l',
      'hy',
    ]);
    expect(sent.data.files).toEqual([
      {
        locale: 'hy',
        document: 'locales/en/a.md',
        path: 'handoff/hy/a.hy.xlf',
        segments: 3,
        handoff: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
    await hexapla(folder, ['set', 'a', first, '-l', 'hy'], { stdin: 'Խաղաղություն։' });
    const { data } = await hexaplaJson<{ documents: { locales: Record<string, object> }[] }>(folder, [
      'status',
    ]);
    const handoffs = [sent.data.files[0]?.handoff];
    expect(data.documents[0]).toMatchObject({
      document: 'locales/en/a.md',
      locales: {
        hy: { segments: 3, missing: 2, stale: 0, initial: 0, translated: 1, reviewed: 0, final: 0, handoffs },
        fr: { segments: 3, missing: 3, handoffs: [] },
      },
    });
    await translateAll(folder, 'hy');
    const later = await hexaplaJson<{ documents: { locales: Record<string, object> }[] }>(folder, ['status']);
    expect(later.data.documents[0]?.locales['hy']).toMatchObject({ missing: 0, handoffs: [] });
  });

  it('of set, review and classify gives what was written', async () => {
    const folder = await project();
    const [first] = await idsOf(folder);
    const set = await hexaplaJson<object>(folder, ['set', 'a', first, '-l', 'hy', '--by', 'Ani'], 'Մեկ։\n');
    expect(set.data).toMatchObject({
      id: first,
      target: { text: 'Մեկ։', state: 'translated', origin: 'human', by: 'Ani' },
    });
    edit(folder, 'We demand peace.', 'We demand a peace.');
    await hexapla(folder, ['extract']);
    const review = await hexaplaJson<object>(folder, [
      'review',
      'a',
      first,
      '-l',
      'hy',
      '--by',
      'Aram',
      '--confirm',
    ]);
    expect(review.data).toMatchObject({ locale: 'hy', targets: { [first]: { text: 'Մեկ։', by: 'Aram' } } });
    const classify = await hexaplaJson<object>(folder, ['classify', 'a', first, 'cosmetic']);
    expect(classify.data).toMatchObject({
      id: first,
      text: 'We demand a peace.',
      was: [{ edit: 'cosmetic', decided: true }],
    });
  });

  it('of check lists findings with their words', async () => {
    const folder = await project();
    const [first] = await idsOf(folder);
    const { exit, data } = await hexaplaJson<{ findings: { rule: string }[] }>(folder, ['check']);
    expect(exit).toBe(1);
    expect(data).toMatchObject({ version: 1 });
    const missing = data.findings.find(({ rule }) => rule === 'missing');
    expect(missing).toMatchObject({
      rule: 'missing',
      severity: 'error',
      locale: 'hy',
      document: 'locales/en/a.md',
      segment: first,
      values: { kind: 'none' },
      message: 'There is no translation.',
      file: 'locales/en/a.md',
    });
    const { out } = await hexapla(folder, ['check', '--format', 'json']);
    expect(JSON.parse(out)).toEqual(data);
  });

  it('of build says what is published, and why not', async () => {
    const folder = await project();
    await translateAll(folder, 'fr');
    const { exit, data } = await hexaplaJson<{ editions: object[] }>(folder, ['build']);
    expect(exit).toBe(1);
    expect(data).toMatchObject({
      editions: [
        {
          locale: 'en',
          document: 'locales/en/a.md',
          path: 'editions/en/a.md',
          published: true,
          reason: null,
        },
        { locale: 'hy', document: 'locales/en/a.md', path: null, published: false, reason: 'missing' },
        {
          locale: 'fr',
          document: 'locales/en/a.md',
          path: 'editions/fr/a.md',
          published: true,
          reason: null,
        },
      ],
      parallel: ['editions/parallel/a.html'],
      manifest: 'editions/manifest.json',
    });
    const files = allFiles(folder);
    expect(files['editions/en/a.md']).toBe(LETTER);
    expect(Object.keys(files)).not.toContain('editions/hy/a.md');
    expect(JSON.parse(files['editions/manifest.json'] ?? '')).toMatchObject({
      documents: [
        { editions: [{}, { locale: 'hy', published: false }, { locale: 'fr', origins: { human: 3 } }] },
      ],
    });
  });

  it('of pseudo is that of build', async () => {
    const folder = await project();
    const { exit, data } = await hexaplaJson<object>(folder, ['pseudo']);
    expect(exit).toBe(0);
    expect(data).toMatchObject({
      editions: [{ locale: 'en-XA', path: 'editions/en-XA/a.md', published: true }],
    });
    expect(allFiles(folder)['editions/en-XA/a.md']).toContain('](https://example.org/r)');
    for (const locale of ['hy', 'en', 'no tag'])
      expect((await hexapla(folder, ['pseudo', '--locale', locale])).exit).toBe(2);
    expect(await hexaplaJson(folder, ['status'])).toMatchObject({
      data: { documents: [{ locales: { hy: { missing: 3 } } }] },
    });
  });
});

describe('build', () => {
  it('takes away an edition that is held back now, and shows the source, marked, on request', async () => {
    const folder = await project();
    await translateAll(folder, 'fr');
    await hexapla(folder, ['build']);
    edit(folder, '200', '2000');
    await hexapla(folder, ['extract']);
    expect((await hexapla(folder, ['build', '--locale', 'fr'])).exit).toBe(1);
    expect(Object.keys(allFiles(folder)).filter((path) => path.startsWith('editions/fr'))).toEqual([]);
    const filled = await hexapla(folder, ['build', '--locale', 'hy', '--policy', 'fallback']);
    expect([filled.exit, filled.err]).toEqual([0, '']);
    expect(allFiles(folder)['editions/hy/a.md']).toContain('<span lang="en" dir="ltr">');
  });

  it('gives the same bytes twice', async () => {
    const folder = await project();
    await translateAll(folder, 'fr');
    await hexapla(folder, ['build']);
    const before = allFiles(folder);
    await hexapla(folder, ['build']);
    expect(allFiles(folder)).toEqual(before);
  });
});
