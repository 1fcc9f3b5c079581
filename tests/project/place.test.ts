import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAbove, findRoot } from '../../src/project/place.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';
import { project } from '../support/letter.ts';
import { translated } from '../support/translate.ts';

const names = (list: { document: string }[]): string[] => list.map(({ document }) => document);

describe('a project is found', () => {
  it('in a folder or the nearest one above', () => {
    const folder = newFolder({ 'hexapla.json': '{}', 'a/b/c.md': 'x', 'a/inner/hexapla.json': '{}' });
    expect(findRoot(folder)).toBe(folder);
    expect(findRoot(join(folder, 'a/b'))).toBe(folder);
    expect(findRoot(join(folder, 'a/inner'))).toBe(join(folder, 'a/inner'));
    expect(findRoot(join(folder, 'no/such/folder'))).toBe(folder);
    expect(findAbove(newFolder(), 'hexapla.json')).toBe(null);
  });

  it('from below, where paths are as they are written there', async () => {
    const folder = await project();
    putFiles(folder, { 'below/deep/x.txt': '' });
    const deep = join(folder, 'below/deep');
    const exported = await hexapla(deep, ['export', '--locale', 'fr', '--out', '.']);
    expect(exported.out).toContain('Next: hexapla import fr/a.fr.xlf\n');
    const sent = allFiles(folder)['below/deep/fr/a.fr.xlf'] ?? '';
    putFiles(folder, { 'below/back.xlf': translated(sent, 'fr') });
    const { exit, data } = await hexaplaJson<{ files: { path: string; applied: string[] }[] }>(deep, [
      'import',
      '../back.xlf',
    ]);
    expect([exit, data.files[0]?.path, data.files[0]?.applied.length]).toEqual([0, 'below/back.xlf', 3]);
    const locales = join(folder, 'locales/en');
    for (const written of ['a.md', './a.md', 'a', '../en/a.md']) {
      const { data: found } = await hexaplaJson<{ documents: { document: string }[] }>(locales, [
        'extract',
        written,
      ]);
      expect(names(found.documents)).toEqual(['locales/en/a.md']);
    }
    expect(Object.keys(allFiles(folder)).filter((path) => path.includes('hexapla.json'))).toHaveLength(1);
  });

  it('from the folder that -C names, and hints keep it', async () => {
    const folder = await project();
    const parent = newFolder({ 'x y/z.txt': '' });
    const there = realpathSync(folder);
    const { out } = await hexapla(parent, ['-C', join(there, 'locales'), 'export', '-l', 'fr']);
    expect(out).toContain(`Next: hexapla -C ${join(there, 'locales')} import ../handoff/fr/a.fr.xlf\n`);
    const nowhere = await hexapla(folder, ['-C', 'nowhere', 'status']);
    expect([nowhere.exit, nowhere.err]).toEqual([
      2,
      expect.stringContaining('nowhere: There is no such file.'),
    ]);
  });

  it('nowhere, and then the folder is named', async () => {
    const folder = newFolder();
    const { exit, err } = await hexapla(folder, ['status']);
    expect([exit, err.includes(folder)]).toEqual([2, true]);
    expect(err).toContain('nor in a folder above it');
  });
});
