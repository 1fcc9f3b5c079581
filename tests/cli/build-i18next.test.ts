import { createHash } from 'node:crypto';
import { createInstance, type i18n } from 'i18next';
import { describe, expect, test } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';
import type { Listed } from '../support/letter.ts';

const CONFIG = {
  sourceLocale: 'en',
  targetLocales: ['ro', 'hy'],
  documents: ['locales/en/**/*.md'],
  minState: 'translated',
  policy: 'fallback',
};
const LETTER = 'We demand **peace**.\n\nPeace & justice, {{now}}. It has 200 pages.\n';

interface Project {
  readonly folder: string;
  /** Ids of the letter's segments. */
  readonly ids: readonly [string, string, string];
}

async function project(policy = 'fallback'): Promise<Project> {
  const folder = newFolder({
    'hexapla.json': JSON.stringify({ ...CONFIG, policy }),
    'locales/en/a.md': LETTER,
    'locales/en/more/b.md': 'Another letter.\n',
  });
  await hexapla(folder, ['extract']);
  const { data } = await hexaplaJson<Listed>(folder, ['segments', 'a']);
  return { folder, ids: data.segments.map(({ id }) => id) as [string, string, string] };
}

async function set(folder: string, locale: string, id: string, text: string): Promise<void> {
  const { exit, err } = await hexapla(folder, ['set', 'a', id, '-l', locale], { stdin: text });
  if (exit !== 0) throw new Error(err);
}

/** i18next with the built resources as they are, each file's path saying its language and namespace. */
async function load(folder: string, lng: string): Promise<i18n> {
  const resources: Record<string, Record<string, object>> = {};
  const place = /^editions\/i18next\/([^/]+)\/(.+)\.json$/;
  for (const [path, text] of Object.entries(allFiles(folder))) {
    const [, locale, namespace] = place.exec(path) ?? [];
    if (locale === undefined || namespace === undefined) continue;
    resources[locale] = { ...resources[locale], [namespace]: JSON.parse(text) };
  }
  const loaded = createInstance();
  await loaded.init({ lng, fallbackLng: 'en', ns: ['a', 'more/b'], defaultNS: 'a', resources });
  return loaded;
}

describe('build writes i18next resources', () => {
  test('that i18next loads as they are: a segment in three languages, with fallback', async () => {
    const { folder, ids } = await project();
    const [first, second, third] = ids;
    await set(folder, 'ro', first, 'Cerem <1>pace</1>.');
    await set(folder, 'hy', first, 'Պահանջում ենք <1>խաղաղություն</1>։');
    await set(folder, 'hy', third, '200 էջ է։');
    expect((await hexapla(folder, ['build'])).exit).toBe(0);
    const { t, languages } = await load(folder, 'ro-MD');
    expect(languages).toEqual(['ro-MD', 'ro', 'en']);
    const of = (id: string) => ['ro-MD', 'hy', 'en'].map((lng) => t(id, { lng }));
    expect(of(first)).toEqual([
      'Cerem <1>pace</1>.',
      'Պահանջում ենք <1>խաղաղություն</1>։',
      'We demand <1>peace</1>.',
    ]);
    expect(of(third)).toEqual(['It has 200 pages.', '200 էջ է։', 'It has 200 pages.']);
    // i18next itself says which language it found.
    const details = t(third, { returnDetails: true });
    expect(details).toMatchObject({ res: 'It has 200 pages.', usedLng: 'en' });
    expect(t(second, { skipInterpolation: true })).toBe('Peace &amp; justice, {{now}}.');
    expect(t(`${first}_other`, 'no such key')).toBe('no such key');
    const [other] = (await hexaplaJson<Listed>(folder, ['segments', 'more/b'])).data.segments;
    expect(t(other?.id ?? '', { ns: 'more/b' })).toBe('Another letter.');
    expect(t('$meta.document')).toBe('locales/en/a.md');
  });

  test('that the manifest and the report of build list', async () => {
    const { folder } = await project();
    const { data } = await hexaplaJson<{ editions: { locale: string; document: string; files: string[] }[] }>(
      folder,
      ['build'],
    );
    const files = allFiles(folder);
    expect(data.editions.map(({ files: own }) => own.at(-1))).toEqual([
      ...['en', 'ro', 'hy'].map((locale) => `editions/i18next/${locale}/a.json`),
      ...['en', 'ro', 'hy'].map((locale) => `editions/i18next/${locale}/more/b.json`),
    ]);
    const { documents } = JSON.parse(files['editions/manifest.json'] ?? '') as {
      documents: { editions: { files: { path: string; digest: string }[] }[] }[];
    };
    const listed = documents.flatMap(({ editions }) => editions.flatMap(({ files: own }) => own));
    const resources = listed.filter(({ path }) => path.startsWith('editions/i18next/'));
    expect(resources).toHaveLength(6);
    for (const { path, digest } of resources) {
      expect(digest).toBe(
        createHash('sha256')
          .update(files[path] ?? '')
          .digest('hex'),
      );
    }
  });

  test('of published editions alone, and takes them away with an edition', async () => {
    const { folder, ids } = await project('hold');
    const resources = (): string[] =>
      Object.keys(allFiles(folder)).filter(
        (path) => path.startsWith('editions/i18next/') && path.endsWith('/a.json'),
      );
    await hexapla(folder, ['build']);
    expect(resources()).toEqual(['editions/i18next/en/a.json']);
    for (const id of ids) await set(folder, 'hy', id, id === ids[0] ? '<1>ա</1>' : 'ա');
    await hexapla(folder, ['build']);
    expect(resources()).toEqual(['editions/i18next/en/a.json', 'editions/i18next/hy/a.json']);
    const strict = { ...CONFIG, policy: 'hold', minState: 'final' };
    putFiles(folder, { 'hexapla.json': JSON.stringify(strict) });
    await hexapla(folder, ['build']);
    expect(resources()).toEqual(['editions/i18next/en/a.json']);
  });

  test('in which a segment that one language joins to another stays whole in the others', async () => {
    const { folder, ids } = await project();
    const [, second, third] = ids;
    for (const id of [second, third]) await set(folder, 'hy', id, `միասին ${id}`);
    await set(folder, 'ro', third, 'Are 200 de pagini.');
    const stored = JSON.parse(allFiles(folder)['locales/hy/a.json'] ?? '');
    stored.targets[second].covers = [{ id: third, madeFrom: stored.targets[third].madeFrom }];
    delete stored.targets[third];
    putFiles(folder, { 'locales/hy/a.json': JSON.stringify(stored) });
    expect((await hexapla(folder, ['build'])).err).toBe('');
    const { t } = await load(folder, 'hy');
    expect([t(second), t(third)]).toEqual([`միասին ${second}`, '']);
    expect(t(third, { lng: 'en' })).toBe('It has 200 pages.');
    expect(t(third, { lng: 'ro' })).toBe('Are 200 de pagini.');
    expect(t('$meta.joined', { returnObjects: true })).toEqual({ [third]: second });
  });

  test('and none of a pseudo-translation', async () => {
    const { folder } = await project();
    await hexapla(folder, ['pseudo']);
    const built = Object.keys(allFiles(folder)).filter((path) => path.startsWith('editions/'));
    expect(built).toContain('editions/en-XA/a.md');
    expect(built.filter((path) => path.includes('i18next'))).toEqual([]);
  });
});
