import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexapla } from '../support/cli.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';
import { PROGRAM, startHexapla } from '../support/processes.ts';
import { runs } from '../support/settings.ts';

const CONFIG = {
  sourceLocale: 'en',
  targetLocales: ['hy', 'fr'],
  documents: ['docs/*.md'],
  minState: 'translated',
  policy: 'fallback',
};
const textOf = (i: number): string =>
  `# Letter ${i}\n\nWe demand **peace** ${i} times. It has ${i}00 pages.\n`;

async function project(count: number): Promise<string> {
  const documents = Array.from({ length: count }, (_, i) => [`docs/d${i}.md`, textOf(i)]);
  const folder = newFolder({ 'hexapla.json': JSON.stringify(CONFIG), ...Object.fromEntries(documents) });
  const { exit, err } = await hexapla(folder, ['extract']);
  if (exit !== 0) throw new Error(err);
  return folder;
}

const build = (folder: string, cache: string | null, ...words: string[]) =>
  hexapla(folder, ['build', ...words], { env: cache === null ? {} : { XDG_CACHE_HOME: cache } });
const editions = (folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(allFiles(folder)).filter(([path]) => path.startsWith('editions/')));

const change = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), document: fc.nat(3), number: fc.nat(99) }),
  fc.record({
    kind: fc.constant('translate' as const),
    document: fc.nat(3),
    text: fc.constantFrom('Ա.', 'Բ.'),
  }),
  fc.record({ kind: fc.constant('damage' as const), place: fc.nat(100), text: fc.constantFrom('', 'x') }),
  fc.record({ kind: fc.constant('remove' as const), place: fc.nat(100) }),
  fc.record({ kind: fc.constant('policy' as const), policy: fc.constantFrom('hold', 'fallback') }),
  fc.record({ kind: fc.constant('publish' as const), document: fc.nat(3) }),
  fc.record({
    kind: fc.constant('cache' as const),
    text: fc.constantFrom('', 'x\n', `${'0'.repeat(64)}{\n`),
  }),
);

describe('a build that skips what has not changed', () => {
  it('gives what a full build gives, whatever changed, was damaged or taken away since', async () => {
    const folder = await project(4);
    const cache = newFolder();
    await build(folder, cache);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        for (const one of changes) await apply(folder, cache, one);
        expect(await build(folder, cache)).toMatchObject({ err: '' });
        const skipped = editions(folder);
        rmSync(join(folder, 'editions'), { recursive: true });
        await build(folder, null);
        expect(skipped).toEqual(editions(folder));
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  }, 300_000);

  it('writes and renders nothing the second time', async () => {
    const folder = await project(3);
    const cache = newFolder();
    await build(folder, cache);
    const files = editions(folder);
    const times = Object.keys(files).map((path) => statSync(join(folder, path)).ino);
    const again = await build(folder, cache);
    expect([again.exit, again.err]).toEqual([0, '']);
    expect(Object.keys(editions(folder)).map((path) => statSync(join(folder, path)).ino)).toEqual(times);
    expect(editions(folder)).toEqual(files);
    // What it says is the same too.
    expect((await build(folder, null)).out).toBe(again.out);
    expect(Object.keys(allFiles(cache)).filter((path) => path.endsWith('.builds'))).toHaveLength(1);
  });

  it('takes away an edition that is held back, though the cache knows of its being there', async () => {
    const folder = await project(1);
    const cache = newFolder();
    await build(folder, cache);
    expect(editions(folder)).toHaveProperty(['editions/hy/d0.md']);
    await build(folder, cache, '--policy', 'hold');
    expect(editions(folder)).not.toHaveProperty(['editions/hy/d0.md']);
    putFiles(folder, { 'editions/hy/d0.md': 'x' });
    await build(folder, cache, '--policy', 'hold');
    expect(editions(folder)).not.toHaveProperty(['editions/hy/d0.md']);
  });
});

async function apply(
  folder: string,
  cache: string,
  one: typeof change extends fc.Arbitrary<infer T> ? T : never,
): Promise<void> {
  const paths = Object.keys(editions(folder));
  if (one.kind === 'edit') {
    putFiles(folder, { [`docs/d${one.document}.md`]: textOf(one.number) });
    await hexapla(folder, ['extract']);
  } else if (one.kind === 'translate') {
    const listed = JSON.parse((await hexapla(folder, ['segments', `d${one.document}`, '--json'])).out);
    const id = listed.segments.at(-1).id;
    await hexapla(folder, ['set', `d${one.document}`, id, '-l', 'hy'], { stdin: one.text });
  } else if (one.kind === 'policy') {
    putFiles(folder, { 'hexapla.json': JSON.stringify({ ...CONFIG, policy: one.policy }) });
  } else if (one.kind === 'publish') {
    await hexapla(folder, ['publish', `d${one.document}`, '--by', 'P', '-l', 'hy,en']);
  } else if (one.kind === 'cache') {
    for (const path of Object.keys(allFiles(cache))) writeFileSync(join(cache, path), one.text);
  } else {
    const path = join(folder, paths[one.place % paths.length] ?? '');
    if (one.kind === 'remove') rmSync(path);
    else writeFileSync(path, one.text);
  }
}

const isBuilt = PROGRAM.length === 1;

describe.skipIf(!isBuilt)('a build in several threads (needs npm run build, newer than the sources)', () => {
  it('gives what one thread gives', async () => {
    const folder = await project(24);
    const ran = await startHexapla(folder, ['build']).ended;
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const threaded = editions(folder);
    expect(Object.keys(threaded)).toHaveLength(24 * 12 + 7);
    rmSync(join(folder, 'editions'), { recursive: true });
    for (let i = 0; i < 24; i += 6) await build(folder, null);
    expect(editions(folder)).toEqual(threaded);
  }, 120_000);

  it('tells the first mistake by the documents’ order, and leaves nothing behind', async () => {
    const folder = await project(24);
    for (const name of ['d7', 'd20', 'd3']) putFiles(folder, { [`locales/hy/${name}.json`]: '{' });
    const before = allFiles(folder);
    const ran = await startHexapla(folder, ['build', '--json']).ended;
    // By path: d0, d1, d10 … d19, d2, d20.
    expect([ran.exit, JSON.parse(ran.out)]).toMatchObject([
      3,
      { error: { code: 'catalogue-invalid', file: 'locales/hy/d20.json', line: 1 } },
    ]);
    expect(allFiles(folder)).toEqual(before);
  }, 120_000);
});
