import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordChecks } from '../../src/cli/verify-records.ts';
import { openProject } from '../../src/project/project.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, putFiles } from '../support/folder.ts';
import { project, translateAll } from '../support/letter.ts';

interface Verified {
  readonly same: number;
  readonly files: readonly { path: string; status: string }[];
  readonly versions: { differ: readonly string[] };
  readonly records: readonly { path: string; problems: readonly string[] }[];
  readonly signatures: readonly { path: string; status: string; by: string | null; key: string | null }[];
}

/** A project whose French edition is published and built. */
async function built(): Promise<string> {
  const folder = await project();
  await translateAll(folder, 'fr');
  for (const words of [
    ['review', 'a', '--all', '-l', 'fr', '--by', 'Rita'],
    ['publish', '-l', 'fr', '--by', 'Paul', '--date', '2026-02-03'],
  ]) {
    const { exit, err } = await hexapla(folder, words);
    if (exit !== 0) throw new Error(err);
  }
  await hexapla(folder, ['build']);
  return folder;
}

const verifying = (folder: string, ...words: string[]) => hexaplaJson<Verified>(folder, ['verify', ...words]);

describe('verify', () => {
  it('finds everything as it would be built, and writes nothing', async () => {
    const folder = await built();
    const before = allFiles(folder);
    const { exit, data } = await verifying(folder);
    expect([exit, data.files, data.versions.differ]).toEqual([0, [], []]);
    expect(data.same).toBe(Object.keys(before).filter((path) => path.startsWith('editions/')).length);
    expect(data.records.map(({ path, problems }) => [path, problems])).toEqual([
      ['locales/fr/a.published.json', []],
    ]);
    expect(allFiles(folder)).toEqual(before);
  });

  it('builds again what was asked for then: some languages, another policy', async () => {
    const folder = await built();
    rmSync(join(folder, 'editions'), { recursive: true });
    await hexapla(folder, ['build', '--locale', 'hy', '--policy', 'fallback', '--out', 'site']);
    expect((await verifying(folder, '--out', 'site')).exit).toBe(0);
    const { exit, data } = await verifying(folder);
    expect([exit, data.files[0]]).toEqual([1, { path: 'editions/en/a.html', status: 'missing' }]);
  });

  it('tells file by file what is changed, missing and extra', async () => {
    const folder = await built();
    writeFileSync(join(folder, 'editions/fr/a.md'), 'War.\n');
    rmSync(join(folder, 'editions/fr/a.html'));
    putFiles(folder, { 'editions/fr/b.md': 'x', 'editions/de/a.md': 'x' });
    const { exit, data } = await verifying(folder);
    expect([exit, data.files]).toEqual([
      1,
      [
        { path: 'editions/de/a.md', status: 'extra' },
        { path: 'editions/fr/a.html', status: 'missing' },
        { path: 'editions/fr/a.md', status: 'changed' },
        { path: 'editions/fr/b.md', status: 'extra' },
      ],
    ]);
    const { out } = await hexapla(folder, ['verify']);
    expect(out).toMatch(/editions\/fr\/a\.md +not as it would be built/);
  });

  it.each([
    [
      'other versions',
      (text: string) => text.replace(/"icu":"[^"]*"/, '"icu":"1.0"').replace(/"cldr":"[^"]*"/, '"cldr":"2"'),
      ['icu', 'cldr'],
    ],
    ['what is no JSON', () => '{', []],
    ['another form', () => '[[]]', []],
    ['a changed digest', (text: string) => text.replace(/"digest":"./, '"digest":"x'), []],
  ])('a manifest with %s is changed', async (_, change, differ) => {
    const folder = await built();
    const path = join(folder, 'editions/manifest.json');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const { exit, data } = await verifying(folder);
    expect([exit, data.files, data.versions.differ]).toEqual([
      1,
      [{ path: 'editions/manifest.json', status: 'changed' }],
      differ,
    ]);
    if (differ.length > 0)
      expect((await hexapla(folder, ['verify'])).out).toContain('It was built with ICU 1.0');
  });

  it.each<[string, string, (text: string) => string, string[]]>([
    ['an edition that was changed', 'a.published.md', (text) => text.replace('peace', 'war'), ['changed']],
    ['a name that was changed', 'a.published.json', (text) => text.replaceAll('Rita', 'Rosa'), []],
    [
      'an approval that is made up',
      'a.published.json',
      (text) => text.replace('"by":"Rita"', '"by":"Rosa"'),
      ['approvals'],
    ],
    [
      'another count',
      'a.published.json',
      (text) => text.replace('"machineShare":0', '"machineShare":0.5'),
      ['counts'],
    ],
    [
      'another text',
      'a.published.json',
      (text) => text.replace('demand peace. (fr)', 'demand war. (fr)'),
      ['edition', 'outputs', 'wording', 'approvals'],
    ],
    ['another form', 'a.published.json', (text) => `${text}\n`, ['form']],
    ['no more than half', 'a.published.json', (text) => text.slice(0, 900), ['damaged']],
  ])('a publication with %s', async (_, name, change, problems) => {
    const folder = await built();
    const path = join(folder, 'locales/fr', name);
    const text = readFileSync(path, 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(path, change(text));
    expect(recordChecks(openProject(folder)).map((one) => one.problems)).toEqual([problems]);
  });

  it('an edition without a record', async () => {
    const folder = await built();
    rmSync(join(folder, 'locales/fr/a.published.json'));
    await hexapla(folder, ['build']);
    const { exit, data } = await verifying(folder);
    expect([exit, data.records[0]?.problems]).toEqual([1, ['unrecorded']]);
  });
});

const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe.skipIf(!hasKeygen)('signatures (needs ssh-keygen)', () => {
  function keyIn(folder: string, name: string): void {
    const args = ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name)];
    expect(spawnSync('ssh-keygen', args).status).toBe(0);
  }

  async function signed(): Promise<string> {
    const folder = await built();
    keyIn(folder, 'key');
    keyIn(folder, 'other');
    const lines = [
      ['paul@example.org', 'key'],
      ['mallory@example.org', 'other'],
    ].map(([name, key]) => {
      const [type, base64] = readFileSync(join(folder, `${key}.pub`), 'utf8').split(' ');
      return `${name} namespaces="hexapla" ${type} ${base64}\n`;
    });
    putFiles(folder, { signers: lines[0] ?? '', strangers: lines[1] ?? '' });
    for (const words of [
      ['publish', '-l', 'fr', '--by', 'Paul', '--sign', 'key'],
      ['build', '--sign', 'key'],
    ]) {
      const { exit, err } = await hexapla(folder, words);
      expect([exit > 1, err]).toEqual([false, '']);
    }
    return folder;
  }

  it('are good: of the manifest and of the record, by an allowed signer or whoever it is', async () => {
    const folder = await signed();
    const { exit, data } = await verifying(folder, '--signers', 'signers');
    expect(exit).toBe(0);
    expect(data.signatures.map(({ path, status, by }) => [path, status, by])).toEqual([
      ['editions/manifest.json', 'good', 'paul@example.org'],
      ['locales/fr/a.published.json', 'good', 'paul@example.org'],
    ]);
    const anyone = await verifying(folder, '--signature');
    expect([anyone.exit, anyone.data.signatures[0]]).toMatchObject([0, { status: 'good', by: null }]);
    expect(anyone.data.signatures[0]?.key).toMatch(/^SHA256:/);
  });

  it('are bad: by a stranger, of another text, and not a signature at all', async () => {
    const folder = await signed();
    const statuses = async (...words: string[]) => {
      const { exit, data } = await verifying(folder, ...words);
      return [exit, ...data.signatures.map(({ status }) => status)];
    };
    expect(await statuses('--signers', 'strangers')).toEqual([1, 'bad', 'bad']);
    const record = join(folder, 'locales/fr/a.published.json');
    writeFileSync(record, readFileSync(record, 'utf8').replaceAll('Rita', 'Rosa'));
    expect(await statuses('--signers', 'signers')).toEqual([1, 'good', 'bad']);
    expect(await statuses('--signature')).toEqual([1, 'good', 'bad']);
    putFiles(folder, { 'editions/manifest.json.sig': 'nonsense' });
    expect(await statuses('--signature')).toEqual([1, 'bad', 'bad']);
    rmSync(`${record}.sig`);
    expect(await statuses('--signature')).toEqual([1, 'bad', 'unsigned']);
  });

  it('go when what they are of is written anew without one', async () => {
    const folder = await signed();
    expect(Object.keys(allFiles(folder)).filter((path) => path.endsWith('.sig'))).toHaveLength(2);
    await hexapla(folder, ['build']);
    expect(allFiles(folder)).toHaveProperty(['editions/manifest.json.sig']);
    await hexapla(folder, ['publish', '-l', 'fr', '--by', 'Paul', '--note', 'More']);
    await hexapla(folder, ['build']);
    expect(Object.keys(allFiles(folder)).filter((path) => path.endsWith('.sig'))).toEqual([]);
  });

  it('end in one clear error where the key or the program is absent, and nothing is written', async () => {
    const folder = await built();
    const before = allFiles(folder);
    const words = ['publish', '-l', 'fr', '--by', 'P', '--note', 'x', '--sign', 'no-key'];
    expect(await hexapla(folder, words)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('ssh-keygen'),
    });
    expect(await hexapla(folder, ['build', '--sign', 'no-key'])).toMatchObject({ exit: 2 });
    const { exit, err } = await hexapla(folder, words, { env: { PATH: join(folder, 'nowhere') } });
    expect([exit, err]).toEqual([2, expect.stringContaining('ssh-keygen is not installed')]);
    expect(allFiles(folder)).toEqual(before);
  });
});
