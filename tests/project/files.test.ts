import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HexaplaError } from '../../src/model/error.ts';
import { hasFile, listFiles, readFile, writeFiles } from '../../src/project/files.ts';
import { allFiles, newFolder } from '../support/folder.ts';

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof HexaplaError) return error.code;
    throw error;
  }
  return 'none';
}

describe('writing', () => {
  it('makes folders, replaces, and says what changed', () => {
    const root = newFolder({ 'a.txt': 'old', 'same.txt': 'same' });
    const before = statSync(join(root, 'same.txt')).ino;
    const changed = writeFiles(root, [
      { path: 'a.txt', text: 'new' },
      { path: 'same.txt', text: 'same' },
      { path: 'b/c/d.txt', text: 'ա' },
    ]);
    expect(changed).toEqual(['a.txt', 'b/c/d.txt']);
    expect(allFiles(root)).toEqual({ 'a.txt': 'new', 'b/c/d.txt': 'ա', 'same.txt': 'same' });
    expect(statSync(join(root, 'same.txt')).ino).toBe(before);
  });

  it('leaves everything as it was when one of the files cannot be written', () => {
    const root = newFolder({ 'a.txt': 'old', blocked: 'a file, not a folder' });
    const files = [
      { path: 'a.txt', text: 'new' },
      { path: 'new/b.txt', text: 'new' },
      { path: 'blocked/c.txt', text: 'new' },
    ];
    expect(codeOf(() => writeFiles(root, files))).toBe('file-unwritable');
    expect(allFiles(root)).toEqual({ 'a.txt': 'old', blocked: 'a file, not a folder' });
    expect(readdirSync(root).sort()).toEqual(['a.txt', 'blocked']);
  });

  it('does not replace a folder, and writes where no folder can be made nowhere else', () => {
    const root = newFolder({ 'a/b.txt': 'x' });
    expect(codeOf(() => writeFiles(root, [{ path: 'a', text: 'y' }]))).toBe('file-unwritable');
    expect(codeOf(() => writeFiles('/proc/self', [{ path: 'new/file', text: 'y' }]))).toBe('file-unwritable');
    expect(allFiles(root)).toEqual({ 'a/b.txt': 'x' });
  });

  it('keeps the mode of a file, and writes through a link that stays inside', () => {
    const root = newFolder({ 'real/a.txt': 'old' });
    symlinkSync('real/a.txt', join(root, 'link.txt'));
    writeFiles(root, [{ path: 'link.txt', text: 'new' }]);
    expect(readFileSync(join(root, 'real/a.txt'), 'utf8')).toBe('new');
  });
});

describe('paths', () => {
  it.each(['../x', '/etc/passwd', 'a/../../x', 'a\\..\\..\\x', 'x\0y'])('refuses %j', (path) => {
    const root = newFolder();
    expect(codeOf(() => readFile(root, path))).toBe('path-escape');
    expect(codeOf(() => writeFiles(root, [{ path, text: '' }]))).toBe('path-escape');
  });

  it('refuses links that lead out, also where the file is not there yet', () => {
    const outside = newFolder({ 'secret.txt': 'x' });
    const root = newFolder();
    symlinkSync(outside, join(root, 'folder'));
    symlinkSync(join(outside, 'secret.txt'), join(root, 'file.txt'));
    symlinkSync(join(outside, 'nothing'), join(root, 'dangling'));
    for (const path of ['folder/secret.txt', 'file.txt', 'folder/new.txt', 'folder/a/b.txt', 'dangling']) {
      expect(
        codeOf(() => hasFile(root, path)),
        path,
      ).toBe('path-escape');
      expect(
        codeOf(() => writeFiles(root, [{ path, text: 'y' }])),
        path,
      ).toBe('path-escape');
    }
    expect(allFiles(outside)).toEqual({ 'secret.txt': 'x' });
  });

  it('reads what is there, and says what cannot be read', () => {
    const root = newFolder({ 'a.txt': 'x' });
    mkdirSync(join(root, 'folder'));
    expect(Buffer.from(readFile(root, 'a.txt') ?? []).toString()).toBe('x');
    expect(readFile(root, 'b.txt')).toBe(null);
    expect(readFile(root, 'a.txt/b.txt')).toBe(null);
    expect(codeOf(() => readFile(root, 'folder'))).toBe('file-unreadable');
  });

  it('lists files in order, without hidden folders and links to folders', () => {
    const root = newFolder({
      'b.md': '',
      'a/z.md': '',
      'a/B.md': '',
      '.git/x.md': '',
      'node_modules/x.md': '',
    });
    symlinkSync('..', join(root, 'a/up'));
    expect(listFiles(root, '')).toEqual(['a/B.md', 'a/up', 'a/z.md', 'b.md']);
    expect(listFiles(root, 'a/')).toEqual(['a/B.md', 'a/up', 'a/z.md']);
    expect(listFiles(root, 'nothing/')).toEqual([]);
  });
});
