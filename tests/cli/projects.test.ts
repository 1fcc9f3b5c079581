import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hexapla } from '../support/cli.ts';
import { allFiles, newFolder } from '../support/folder.ts';

const CASES = fileURLToPath(new URL('../fixtures/projects/', import.meta.url));

interface Step {
  readonly run: readonly string[];
  readonly stdin?: string;
  readonly exit: number;
}

/** Pages and manifests have tests of their own: here it counts that they are there. */
const isPage = (path: string): boolean => /\.html$|\.search\.js$|manifest\.json$/.test(path);

describe('a folder in, a folder out', () => {
  it.each(readdirSync(CASES))('%s', async (name) => {
    const folder = newFolder();
    cpSync(join(CASES, name, 'in'), folder, { recursive: true });
    const steps = JSON.parse(readFileSync(join(CASES, name, 'steps.json'), 'utf8')) as Step[];
    for (const { run, stdin = '', exit } of steps) {
      const ran = await hexapla(folder, run, { stdin });
      expect([run, ran.exit, ran.err]).toEqual([run, exit, exit > 1 ? expect.stringMatching(/./) : '']);
    }
    const files = allFiles(folder);
    const pages = Object.keys(files)
      .filter(isPage)
      .map((path) => `${path}\n`)
      .join('');
    const rest = Object.fromEntries(Object.entries(files).filter(([path]) => !isPage(path)));
    const { 'pages.txt': wanted = '', ...expected } = allFiles(join(CASES, name, 'out'));
    expect(rest).toEqual(expected);
    expect(pages).toBe(wanted);
  });
});
