import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Release } from '../../src/model/publication.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, putFiles } from '../support/folder.ts';
import { CONFIG, edit, idsOf, project, translateAll } from '../support/letter.ts';

interface Published {
  readonly editions: readonly {
    locale: string;
    published: boolean;
    reason: string | null;
    unchanged: boolean;
    release: Release | null;
    files: readonly string[];
  }[];
}

interface Built {
  readonly editions: readonly {
    locale: string;
    published: boolean;
    shows: string | null;
    reason: string | null;
    path: string | null;
    release: (Release & { shown: boolean }) | null;
  }[];
}

/** The letter translated into French and approved, with more of a configuration. */
async function ready(more: object = {}): Promise<string> {
  const folder = await project();
  putFiles(folder, { 'hexapla.json': JSON.stringify({ ...CONFIG, ...more }) });
  await translateAll(folder, 'fr');
  await fine(folder, 'review', 'a', '--all', '-l', 'fr', '--by', 'Rita', '--date', '2026-02-01');
  return folder;
}

async function fine(folder: string, ...words: string[]): Promise<string> {
  const { exit, out, err } = await hexapla(folder, words);
  if (exit !== 0) throw new Error(`${words.join(' ')}: ${exit} ${out}${err}`);
  return out;
}

const publishing = (folder: string, ...words: string[]) =>
  hexaplaJson<Published>(folder, ['publish', 'a', '--locale', 'fr', '--by', 'Paul', ...words]);
const building = async (folder: string, ...words: string[]) => {
  const { exit, data } = await hexaplaJson<Built>(folder, ['build', ...words]);
  return { exit, fr: data.editions.find(({ locale }) => locale === 'fr') };
};

describe('publish', () => {
  it('records who, when, from what and approved by whom, beside the catalogue', async () => {
    const folder = await ready();
    const { exit, data } = await publishing(folder, '--date', '2026-02-03', '--note', 'For the press');
    expect(exit).toBe(0);
    const files = ['locales/fr/a.published.md', 'locales/fr/a.published.json'];
    expect(data.editions).toEqual([
      {
        document: 'locales/en/a.md',
        locale: 'fr',
        published: true,
        reason: null,
        unchanged: false,
        release: expect.objectContaining({
          date: '2026-02-03',
          by: 'Paul',
          note: 'For the press',
          segments: 3,
        }),
        files,
      },
    ]);
    const stored = allFiles(folder);
    expect(stored['locales/fr/a.published.md']).toContain('We demand peace. (fr)');
    const record = JSON.parse(stored['locales/fr/a.published.json'] ?? '');
    expect(record).toMatchObject({
      document: 'locales/en/a.md',
      date: '2026-02-03',
      counts: { segments: 3, states: { reviewed: 3 }, origins: { human: 3 }, machineShare: 0 },
      approvals: [{ by: 'Rita', on: '2026-02-01', state: 'reviewed', segments: await idsOf(folder) }],
      versions: { icu: process.versions.icu },
    });
    expect(Object.keys(record.inputs)).toEqual([
      'hexapla.json',
      'locales/en/a.md',
      'locales/en/a.json',
      'locales/fr/a.json',
    ]);
    expect((await building(folder)).fr).toMatchObject({
      shows: 'current',
      release: { shown: true, by: 'Paul' },
    });
    expect(allFiles(folder)['editions/fr/a.md']).toBe(stored['locales/fr/a.published.md']);
  });

  it('changes nothing when the same is published again, unless another day or note is given for it', async () => {
    const folder = await ready();
    await publishing(folder, '--date', '2026-02-03');
    const before = allFiles(folder);
    const again = await publishing(folder);
    expect(again.data.editions[0]).toMatchObject({
      unchanged: true,
      release: { date: '2026-02-03', by: 'Paul' },
    });
    expect(allFiles(folder)).toEqual(before);
    await publishing(folder, '--date', '2026-02-04', '--note', 'Mended');
    const record = JSON.parse(allFiles(folder)['locales/fr/a.published.json'] ?? '');
    expect(record).toMatchObject({ date: '2026-02-04', note: 'Mended', earlier: [] });
  });

  it('keeps the releases before it', async () => {
    const folder = await ready();
    for (const day of ['03', '05']) {
      await publishing(folder, '--date', `2026-02-${day}`);
      const [id] = await idsOf(folder);
      await hexapla(folder, ['set', 'a', id, '-l', 'fr'], { stdin: `Le ${day}.` });
    }
    await publishing(folder, '--date', '2026-02-06');
    const { earlier } = JSON.parse(allFiles(folder)['locales/fr/a.published.json'] ?? '');
    expect(earlier.map(({ date }: Release) => date)).toEqual(['2026-02-03', '2026-02-05']);
  });

  it('holds back what is not ready, writes nothing of it, and publishes the rest', async () => {
    const folder = await ready();
    const { exit, data } = await hexaplaJson<Published>(folder, ['publish', '--by', 'Paul']);
    expect(exit).toBe(1);
    expect(data.editions.map(({ locale, published, reason }) => [locale, published, reason])).toEqual([
      ['en', true, null],
      ['hy', false, 'missing'],
      ['fr', true, null],
    ]);
    const written = Object.keys(allFiles(folder)).filter((path) => path.includes('.published.'));
    expect(written).toEqual(
      ['en', 'fr'].flatMap((l) => [`locales/${l}/a.published.json`, `locales/${l}/a.published.md`]),
    );
    const { out } = await hexapla(folder, ['publish', '--by', 'Paul', '-l', 'hy']);
    expect(out).toContain('held back: 3 segments are missing');
  });

  it.each(['2026-2-3', 'today', '2026-02-30', '2026-02-03T10:00'])('refuses %j for a day', async (day) => {
    const folder = await ready();
    const { exit, err } = await hexapla(folder, ['publish', '--by', 'P', '--date', day]);
    expect([exit, err]).toEqual([2, expect.stringContaining(`“${day}” is not a day`)]);
  });

  it('takes the day from SOURCE_DATE_EPOCH where none is given', async () => {
    const folder = await ready();
    const { data } = await publishing(folder);
    expect(data.editions[0]?.release?.date).toBe('2026-01-01');
  });
});

describe('what is decided by the policy', () => {
  const moveOn = async (folder: string): Promise<void> => {
    edit(folder, '200', '2000');
    await fine(folder, 'extract');
  };

  it('hold: the edition goes, and an alarm is the reason', async () => {
    const folder = await ready({ policy: 'hold', thresholds: { reviewed: 0.1 } });
    expect((await building(folder)).fr).toMatchObject({ published: true });
    await moveOn(folder);
    expect((await building(folder)).fr).toMatchObject({ published: false, reason: 'alarm', path: null });
    expect(Object.keys(allFiles(folder)).filter((path) => path.startsWith('editions/fr'))).toEqual([]);
  });

  it('previous: the last published edition stays, with its day and what changed', async () => {
    const folder = await ready({ policy: 'previous', targetLocales: ['fr'], authentic: ['en'] });
    await moveOn(folder);
    // Nothing was published yet, so nothing can stay.
    expect((await building(folder)).fr).toMatchObject({ published: false, reason: 'alarm' });
    edit(folder, '2000', '200');
    await fine(folder, 'extract');
    await publishing(folder, '--date', '2026-02-03');
    await moveOn(folder);
    const { exit, fr } = await building(folder);
    expect([exit, fr]).toEqual([
      0,
      expect.objectContaining({
        published: true,
        shows: 'previous',
        reason: 'alarm',
        path: 'editions/fr/a.md',
      }),
    ]);
    const files = allFiles(folder);
    expect(files['editions/fr/a.md']).toContain('It has 200 pages. (fr)');
    expect(files['editions/fr/a.md']).toMatch(/2026/);
    expect(files['editions/fr/a.html']).toContain('It has 200 pages. (fr)');
    expect(files['editions/i18next/fr/a.json']).toContain('It has 200 pages. (fr)');
    expect(JSON.parse(files['editions/manifest.json'] ?? '').documents[0].editions[1]).toMatchObject({
      published: true,
      shows: 'previous',
      reason: 'alarm',
      decision: {
        policy: 'previous',
        alarms: 1,
        thresholds: [{ state: 'translated', least: 1, met: false }],
      },
      release: { date: '2026-02-03', shown: true },
    });
    const { out } = await hexapla(folder, ['build']);
    expect(out).toContain('(the edition of 2026-02-03 stays: 1 segment may now say something wrong');
    expect((await publishing(folder)).data.editions[0]).toMatchObject({ published: false, reason: 'alarm' });
    expect(allFiles(folder)['locales/fr/a.published.md']).toBe(files['locales/fr/a.published.md']);
  });

  it('previous: a record that tells another text than was published stops the build', async () => {
    const folder = await ready({ policy: 'previous' });
    await publishing(folder, '--date', '2026-02-03');
    await moveOn(folder);
    const path = 'locales/fr/a.published.json';
    const record = allFiles(folder)[path] ?? '';
    putFiles(folder, { [path]: record.replace('demand peace. (fr)', 'demand war. (fr)') });
    const { exit, err } = await hexapla(folder, ['build']);
    expect([exit, err]).toEqual([
      3,
      expect.stringContaining(`${path}: This publication’s record does not fit`),
    ]);
    // One that a later version reads otherwise stays all the same.
    putFiles(folder, { [path]: record.replace('"kind": "paragraph"', '"kind": "item"') });
    expect((await building(folder)).fr).toMatchObject({ published: true, shows: 'previous' });
    expect(allFiles(folder)['editions/fr/a.html']).toContain('It has 200 pages. (fr)');
  });

  it('no date in what is built comes from a clock', async () => {
    const folder = await ready({ policy: 'previous', site: 'https://e.org/' });
    await publishing(folder, '--date', '2026-02-03');
    await moveOn(folder);
    onTestFinished(() => void vi.useRealTimers());
    const built = [];
    for (const now of ['2026-03-01', '2033-12-31']) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${now}T23:59:00Z`) });
      await building(folder);
      built.push(allFiles(folder));
    }
    expect(built[1]).toEqual(built[0]);
    expect(JSON.stringify(built[0])).not.toMatch(/2033|2026-03/);
  });

  it('thresholds: by state and share, other ones for a locale or a document', async () => {
    const folder = await ready({ thresholds: { translated: 0.6 } });
    const [id] = await idsOf(folder);
    edit(folder, 'We demand peace', 'We demand peace and bread');
    await fine(folder, 'extract');
    const { fr } = await building(folder);
    expect(fr).toMatchObject({ published: true, reason: null });
    // What is stale shows the source, marked.
    expect(allFiles(folder)['editions/fr/a.md']).toContain('<span lang="en" dir="ltr">');
    const overrides = [{ locales: ['fr'], thresholds: { translated: 0.6, final: 0.5 } }];
    const config = { ...CONFIG, thresholds: { translated: 0.6 }, overrides };
    putFiles(folder, { 'hexapla.json': JSON.stringify(config) });
    expect((await building(folder)).fr).toMatchObject({ published: false, reason: 'threshold' });
    const { out } = await hexapla(folder, ['build']);
    expect(out).toContain('0% of the segments are final or better, and 50% must be');
    overrides.push({
      documents: ['other', 'locales/en/a*.md'],
      policy: 'fallback',
      thresholds: null,
    } as never);
    putFiles(folder, { 'hexapla.json': JSON.stringify({ ...config, overrides }) });
    expect((await building(folder)).fr).toMatchObject({ published: true });
    expect(id).toMatch(/^s/);
  });

  it('the machine share and the authentic language are told at the head', async () => {
    const folder = await ready({ authentic: ['en', 'hy'] });
    const [id] = await idsOf(folder);
    await hexapla(folder, ['set', 'a', id, '-l', 'fr', '--origin', 'machine'], { stdin: 'La paix.' });
    await fine(folder, 'review', 'a', id, '-l', 'fr', '--by', 'Rita');
    await building(folder);
    const head = allFiles(folder)['editions/fr/a.md']?.split('<!-- /hexapla:notice -->')[0] ?? '';
    expect(head).toMatch(/33\s?%/);
    expect(head).toContain('anglais et arménien');
  });
});

describe('a publication that was damaged', () => {
  it.each<[string, string, (text: string) => string, string]>([
    [
      'the edition',
      'locales/fr/a.published.md',
      (text) => text.replace('peace', 'war'),
      'changed afterwards',
    ],
    ['the record', 'locales/fr/a.published.json', (text) => text.slice(0, 300), 'not whole JSON'],
    [
      'its day',
      'locales/fr/a.published.json',
      (text) => text.replace('02-03"', '02-33"'),
      'a.published.json:6',
    ],
    [
      'its language',
      'locales/fr/a.published.json',
      (text) => text.replace('"fr"', '"hy"'),
      'another document',
    ],
    [
      'its source',
      'locales/fr/a.published.json',
      (text) => text.replace('We demand peace.\\n', 'We.\\n'),
      'made again',
    ],
  ])('%s: build says so and writes nothing', async (_, path, change, said) => {
    const folder = await ready();
    await publishing(folder, '--date', '2026-02-03');
    const text = allFiles(folder)[path] ?? '';
    expect(change(text)).not.toBe(text);
    putFiles(folder, { [path]: change(text) });
    const { exit, err } = await hexapla(folder, ['build']);
    expect([exit, err]).toEqual([3, expect.stringContaining(said)]);
    expect(Object.keys(allFiles(folder)).some((file) => file.startsWith('editions/'))).toBe(false);
  });

  it('half written, publish finishes it', async () => {
    const folder = await ready();
    await publishing(folder, '--date', '2026-02-03');
    const after = allFiles(folder);
    putFiles(folder, { 'locales/fr/a.published.md': 'half' });
    await publishing(folder, '--date', '2026-02-03');
    expect(allFiles(folder)).toEqual(after);
  });
});
