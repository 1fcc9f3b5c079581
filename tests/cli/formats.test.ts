import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { TRANSFER_FORMATS } from '../../src/model/transfer.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, putFiles } from '../support/folder.ts';
import { CONFIG, project, translateAll } from '../support/letter.ts';

interface Exported {
  readonly files: readonly { path: string; locale: string; document: string; segments: number }[];
}

interface ImportedFiles {
  readonly files: readonly {
    locale: string;
    applied: string[];
    unchanged: string[];
    rejected: object[];
    conflicts: object[];
    missing: string[];
    comments: { id: string; text: string }[];
  }[];
}

const OFFICE = /\.(?:xlsx|docx|zip)$/;

/** Replaces a text in a file, within an archive in all that is text. */
function replaceIn(place: string, from: string, to: string): void {
  const bytes = readFileSync(place);
  if (!OFFICE.test(place)) {
    writeFileSync(place, bytes.toString('utf8').replaceAll(from, to));
    return;
  }
  const files = unzipSync(bytes);
  const changed = Object.entries(files).map(([name, content]) => [
    name,
    /\.(?:xml|xlf)$/.test(name) ? strToU8(strFromU8(content).replaceAll(from, to)) : content,
  ]);
  writeFileSync(place, zipSync(Object.fromEntries(changed)));
}

async function exported(folder: string, ...words: string[]): Promise<Exported['files']> {
  const { exit, data } = await hexaplaJson<Exported>(folder, ['export', ...words]);
  expect(exit).toBe(0);
  return data.files;
}

describe.each(TRANSFER_FORMATS)('%s', (format) => {
  it('changes nothing when it comes back untouched, and is the same when written twice', async () => {
    const folder = await project();
    await translateAll(folder, 'hy');
    const [file] = await exported(folder, '--format', format, '--locale', 'hy');
    const before = allFiles(folder);
    const { exit, data } = await hexaplaJson<ImportedFiles>(folder, ['import', file?.path ?? '']);
    expect([exit, data.files]).toMatchObject([
      0,
      [{ locale: 'hy', applied: [], rejected: [], conflicts: [], missing: [], comments: [] }],
    ]);
    expect(data.files[0]?.unchanged).toHaveLength(3);
    await exported(folder, '--format', format, '--locale', 'hy');
    expect(allFiles(folder)).toEqual(before);
  });

  it('leaves what is not translated missing', async () => {
    const folder = await project();
    const [file] = await exported(folder, '--format', format, '--locale', 'hy');
    const before = allFiles(folder);
    const { exit, data } = await hexaplaJson<ImportedFiles>(folder, ['import', file?.path ?? '']);
    expect([exit, data.files[0]?.missing.length]).toEqual([0, 3]);
    expect(allFiles(folder)).toEqual(before);
  });

  it('brings changed texts with their codes, and the record tells what was sent', async () => {
    const folder = await project();
    await translateAll(folder, 'hy');
    const [file] = await exported(folder, '--format', format, '--locale', 'hy');
    replaceIn(join(folder, file?.path ?? ''), '. (hy)', '. (բարև)');
    const { exit, data } = await hexaplaJson<ImportedFiles>(folder, [
      'import',
      file?.path ?? '',
      '--by',
      'A',
    ]);
    expect([exit, data.files[0]?.rejected, data.files[0]?.applied.length]).toEqual([0, [], 3]);
    const stored = readFileSync(join(folder, 'locales/hy/a.json'), 'utf8');
    expect(stored).toContain('See the <1>report</1>. (բարև)');
    const handoffs = await hexaplaJson<{ handoffs: { out: boolean }[] }>(folder, ['handoffs', '--all']);
    expect(handoffs.data.handoffs).toMatchObject([{ locale: 'hy', out: false }]);
  });

  it('refuses a text that lost its codes, by segment, and takes the rest', async () => {
    const folder = await project();
    await translateAll(folder, 'hy');
    const [file] = await exported(folder, '--format', format, '--locale', 'hy');
    const place = join(folder, file?.path ?? '');
    replaceIn(place, 'We demand peace. (hy)', 'We want peace. (hy)');
    const marks: Record<string, [string, string]> = {
      tmx: ['<ept i="1">&lt;/1&gt;</ept>. (hy)', '. (hy)'],
      po: ['</1>. (hy)', '. (hy)'],
      csv: ['⟨/1⟩. (hy)', '. (hy)'],
      tsv: ['⟨/1⟩. (hy)', '. (hy)'],
      xlsx: ['⟨/1⟩', ''],
      docx: ['⟨/1⟩', ''],
    };
    const [from, to] = marks[format] ?? ['', ''];
    if (from === '') return;
    replaceIn(place, from, to);
    const { exit, data } = await hexaplaJson<ImportedFiles>(folder, ['import', file?.path ?? '']);
    expect(exit).toBe(1);
    expect(data.files[0]?.rejected).toHaveLength(1);
    expect(data.files[0]?.applied).toHaveLength(1);
  });
});

describe('what is put together', () => {
  const two = { 'locales/en/b.md': 'Another letter.\n', 'locales/en/a.md': 'We demand peace.\n' };

  async function twoDocuments(): Promise<string> {
    const folder = await project(two);
    expect((await hexapla(folder, ['extract'])).exit).toBe(0);
    return folder;
  }

  it.each([
    ['tmx', 'document', ['handoff/mul/a.mul.tmx', 'handoff/mul/b.mul.tmx']],
    ['xlsx', 'document', ['handoff/mul/a.mul.xlsx', 'handoff/mul/b.mul.xlsx']],
    ['xliff-2.1', 'language', ['handoff/hy/all-documents.hy.xlf', 'handoff/fr/all-documents.fr.xlf']],
    ['xliff-1.2', 'language', ['handoff/hy/all-documents.hy.xlf', 'handoff/fr/all-documents.fr.xlf']],
    ['po', 'language', ['handoff/hy/all-documents.hy.po', 'handoff/fr/all-documents.fr.po']],
    ['csv', 'language', ['handoff/hy/all-documents.hy.csv', 'handoff/fr/all-documents.fr.csv']],
    ['docx', 'language', ['handoff/hy/all-documents.hy.docx', 'handoff/fr/all-documents.fr.docx']],
    ['xliff-1.2', 'package', ['handoff/hy/all-documents.hy.zip', 'handoff/fr/all-documents.fr.zip']],
  ])('%s by %s comes back whole', async (format, bundle, paths) => {
    const folder = await twoDocuments();
    for (const [document, text] of [
      ['a', 'We demand peace.'],
      ['b', 'Another letter.'],
    ] as const) {
      const { data } = await hexaplaJson<{ segments: { id: string }[] }>(folder, ['segments', document]);
      for (const locale of CONFIG.targetLocales) {
        await hexapla(folder, ['set', document, data.segments[0]?.id ?? '', '-l', locale], {
          stdin: `${text} (${locale})`,
        });
      }
    }
    const files = await exported(folder, '--format', format, '--bundle', bundle);
    expect([...new Set(files.map(({ path }) => path))]).toEqual(paths);
    expect(files).toHaveLength(4);
    for (const path of paths) {
      for (const locale of CONFIG.targetLocales)
        replaceIn(join(folder, path), `. (${locale})`, `. [${locale}]`);
    }
    const { exit, data } = await hexaplaJson<ImportedFiles>(folder, ['import', ...paths]);
    expect(exit).toBe(0);
    expect(data.files.map(({ applied }) => applied.length)).toEqual([1, 1, 1, 1]);
    expect(readFileSync(join(folder, 'locales/fr/b.json'), 'utf8')).toContain('Another letter. [fr]');
    expect(readFileSync(join(folder, 'locales/hy/a.json'), 'utf8')).toContain('We demand peace. [hy]');
  });

  it('a package has the files, the sources, pages to look at, and instructions', async () => {
    const folder = await twoDocuments();
    const files = await exported(folder, '--bundle', 'package', '--locale', 'hy');
    const names = Object.keys(unzipSync(readFileSync(join(folder, files[0]?.path ?? ''))));
    expect(names).toEqual([
      'a.hy.xlf',
      'source/a.md',
      'preview/parallel/a.html',
      'preview/en/a.html',
      'preview/hy/a.html',
      'b.hy.xlf',
      'source/b.md',
      'preview/parallel/b.html',
      'preview/en/b.html',
      'preview/hy/b.html',
      'instructions.txt',
    ]);
    const before = readFileSync(join(folder, files[0]?.path ?? ''));
    await exported(folder, '--bundle', 'package', '--locale', 'hy');
    expect(readFileSync(join(folder, files[0]?.path ?? '')).equals(before)).toBe(true);
  });

  it('a format that holds one language refuses several', async () => {
    const folder = await project();
    const { exit, data } = await hexaplaJson<{ error: { code: string; message: string } }>(folder, [
      'export',
      '--format',
      'po',
      '--bundle',
      'document',
    ]);
    expect([exit, data.error.code]).toEqual([2, 'bad-option-value']);
  });
});

describe('files that are no returns', () => {
  it.each([
    ['a.pdf', '%PDF-1.7', 'return-invalid'],
    ['a.zip', 'PK\u0003\u0004 and nothing', 'archive-invalid'],
    ['a.xlsx', 'PK\u0003\u0004 and nothing', 'archive-invalid'],
    ['a.csv', 'id,something\r\n1,2\r\n', 'return-invalid'],
    ['a.po', 'msgid "unclosed\n', 'return-invalid'],
  ])('%s is refused with one error, and nothing changes', async (name, text, code) => {
    const folder = await project();
    putFiles(folder, { [name]: text });
    const before = allFiles(folder);
    const { exit, data } = await hexaplaJson<{ error: { code: string; file: string } }>(folder, [
      'import',
      name,
    ]);
    expect([exit, data.error]).toMatchObject([3, { code, file: name }]);
    expect(allFiles(folder)).toEqual(before);
  });
});
