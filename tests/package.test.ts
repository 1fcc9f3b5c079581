import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULE_IDS } from '../src/model/rules.ts';
import { translated } from './support/translate.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hexapla-package-'));
/** Somebody else's folder, in which the package is installed. */
const project = join(folder, 'project');
const installed = join(project, 'node_modules/hexapla');

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

let packed: Packed = { filename: '', size: 0, files: [] };

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** Packs a copy, so that `prepack` builds there and no other test loses what it runs. */
function pack(): void {
  const copy = join(folder, 'copy');
  mkdirSync(copy);
  for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'src', 'scripts', 'locales']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const out = npm(copy, ['pack', '--json', '--silent', '--pack-destination', folder]);
  [packed = packed] = JSON.parse(out.slice(out.indexOf('[\n'))) as Packed[];
}

/** Installs the package without the network: its own files, and of other packages only those that it depends on. */
function install(): void {
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', installed, '--strip-components=1']);
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    if (!/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) || dev) continue;
    mkdirSync(dirname(join(project, path)), { recursive: true });
    symlinkSync(join(root, path), join(project, path));
  }
  // As npm links programs.
  const bin = join(project, 'node_modules/.bin');
  mkdirSync(bin);
  for (const [name, path] of Object.entries(manifest.bin)) {
    chmodSync(join(installed, path), 0o755);
    symlinkSync(join('..', 'hexapla', path), join(bin, name));
  }
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
}

function npm(at: string, words: readonly string[]): string {
  return execFileSync('npm', [...words, '--offline'], {
    cwd: at,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const [PROGRAM = ''] = Object.keys(manifest.bin);

function npx(words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('npx', ['--offline', '--no', '--', PROGRAM, ...words], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
}

beforeAll(() => {
  pack();
  install();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds what is needed, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !/^dist\/.*\.(?:js|d\.ts)$/.test(path)).sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        ...['check', 'glossary', 'hexapla', 'names', 'rows'].map((name) => `dist/${name}.schema.json`),
        ...RULE_IDS.map((id) => `dist/check/rules/${id}.md`),
        ...locales().map((locale) => `locales/${locale}/ui.json`),
        'package.json',
      ].sort(),
    );
    for (const path of ['dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js'])
      expect(paths).toContain(path);
    expect(packed.size).toBeLessThan(1_700_000);
  });

  it('says which Node.js it needs', () => {
    expect(manifest.engines).toEqual({ node: '>=20.19.0' });
  });

  it('is right for publint', async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, { ...manifest, name: 'hexapla' }))).toEqual([]);
  });

  it('has types that are right', async () => {
    const tarball = new Uint8Array(readFileSync(join(folder, packed.filename)));
    const result = await checkPackage(createPackageFromTarballData(tarball));
    if (result.types === false) throw new Error('the package has no types');
    // It has modules only: what resolves CommonJS alone does not count.
    const problems = result.problems.filter(
      (problem) =>
        !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
    );
    expect(problems).toEqual([]);
    const resolved = Object.values(result.entrypoints['.']?.resolutions ?? {});
    expect(
      resolved.filter(({ resolution }) => resolution?.fileName.endsWith('dist/index.d.ts')).length,
    ).toBeGreaterThan(1);
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('type-checks in a project with module %s and moduleResolution %s', (module, moduleResolution) => {
    writeFileSync(
      join(project, 'use.ts'),
      `import { createHexapla, HexaplaError, type TargetCatalogue } from 'hexapla';
const hexapla = createHexapla({ sourceLocale: 'en', minState: 'translated' });
const source = hexapla.extract({ path: 'a.md', text: 'One.' }).catalogue;
const target: TargetCatalogue = hexapla.import('', source).target;
export const text: string = hexapla.export({ path: 'a.md', text: 'One.' }, source, 'fr', { target }).text;
// @ts-expect-error: there is no such policy.
createHexapla({ sourceLocale: 'en', policy: 'hope' });
export const isOurs = (error: unknown): boolean => error instanceof HexaplaError;
`,
    );
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2023',
      strict: true,
      noEmit: true,
      types: [],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  it('runs from init to the editions as its user is told', () => {
    writeFileSync(join(project, 'letter.md'), '# Our letter\n\nWe met in **Tbilisi**.\n');
    const done: string[] = [];
    for (let words: string[] | null = ['init', '--target', 'fr']; words !== null; ) {
      if (words[0] === 'import') {
        const file = join(project, words[1] ?? '');
        writeFileSync(file, translated(readFileSync(file, 'utf8'), 'fr'));
      }
      const { stdout, stderr, status } = npx(words);
      expect([words, stderr, status]).toEqual([words, '', 0]);
      done.push(words[0] ?? '');
      const next = /^Next: npx hexapla (.*)$/m.exec(stdout)?.[1] ?? null;
      words = next === null ? null : [...next.matchAll(/"([^"]*)"|(\S+)/g)].map(([, a, b]) => a ?? b ?? '');
    }
    expect(done).toEqual(['init', 'extract', 'export', 'import', 'review', 'build']);
    expect(readFileSync(join(project, 'editions/fr/letter.md'), 'utf8')).toBe(
      '# Our letter [fr]\n\nWe met in **Tbilisi**. [fr]\n',
    );
    expect(readdirSync(join(project, 'editions'))).toContain('parallel');
  });

  it('does the same from a program, as the README shows', () => {
    const readme = readFileSync(join(installed, 'README.md'), 'utf8');
    const [, block = ''] = /```js public-api\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(
      block
        .trim()
        .split('\n')
        .filter((line) => line !== '').length,
    ).toBeLessThanOrEqual(11);
    writeFileSync(join(project, 'example.js'), block);
    const translator = `globalThis.translate = async (text) => (${translated.toString()})(text, 'fr');`;
    writeFileSync(join(project, 'translator.js'), translator);
    const words = ['--import', './translator.js', 'example.js'];
    const out = execFileSync(process.execPath, words, { cwd: project, encoding: 'utf8' });
    expect(out).toMatch(
      /^fr\/statement\.md # Our statement \[fr\]\n\nWe met in \*\*Tbilisi\*\*\. \[fr\]\n\n/,
    );
    expect(out).toMatch(/^fr\/statement\.html <!doctype html>\n<html lang="fr"/im);
  });

  it('tells its version', () => {
    expect(npx(['--version']).stdout.split('\n')[0]).toBe(manifest.version);
  });
});

function locales(): string[] {
  const places = readdirSync(join(root, 'locales'));
  return places.filter((name) => existsSync(join(root, 'locales', name, 'ui.json')));
}
