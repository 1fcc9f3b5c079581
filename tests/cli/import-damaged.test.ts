import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { XLIFF_FORMATS } from '../../src/model/transfer.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { idsOf, project, translateAll } from '../support/letter.ts';

interface ImportedFiles {
  readonly files: readonly { applied: string[]; rejected: { id: string; reason: string }[] }[];
  readonly damage?: readonly { line: number; endLine: number; units: string[] }[];
  readonly updated?: readonly string[];
}

async function handoff(
  format: string,
): Promise<{ folder: string; path: string; place: string; text: string }> {
  const folder = await project();
  await translateAll(folder, 'hy');
  await hexapla(folder, ['export', '--locale', 'hy', '--format', format]);
  const path = 'handoff/hy/a.hy.xlf';
  const place = join(folder, path);
  return { folder, path, place, text: readFileSync(place, 'utf8') };
}

describe.each(XLIFF_FORMATS)('a damaged %s file', (format) => {
  it('is refused as a whole, and --salvage takes what is whole and says what is lost', async () => {
    const { folder, path, place, text } = await handoff(format);
    const [, , pages] = await idsOf(folder);
    const changed = text.replaceAll('. (hy)', '. [hy]');
    writeFileSync(place, changed.replace('It has 200 pages. [hy]', 'It has <200 pages. [hy]'));
    const before = allFiles(folder);
    const refused = await hexaplaJson<{ error: object }>(folder, ['import', path]);
    expect([refused.exit, refused.data.error]).toMatchObject([3, { code: 'xml-syntax', file: path }]);
    expect(allFiles(folder)).toEqual(before);
    const { exit, data } = await hexaplaJson<ImportedFiles>(folder, ['import', path, '--salvage']);
    expect(exit).toBe(1);
    expect(data.files.flatMap(({ applied }) => applied)).not.toContain(pages);
    // In XLIFF 2 the second sentence stands in one unit with the third, and is lost with it.
    expect(data.files.flatMap(({ applied }) => applied)).toHaveLength(format === 'xliff-1.2' ? 2 : 1);
    expect(data.damage).toHaveLength(1);
    const { out } = await hexapla(folder, ['import', path, '--salvage', '--dry-run']);
    expect(out).toMatch(/^handoff\/hy\/a\.hy\.xlf:\d+: damaged up to line \d+/);
  });
});

describe.each(XLIFF_FORMATS)('--update of %s', (format) => {
  it('writes states and findings into the file, once, and leaves all else as it was', async () => {
    const { folder, path, place, text } = await handoff(format);
    const [peace, , pages] = await idsOf(folder);
    const mine = text.replace('<file ', '<file   ').replace('demand peace. (hy)', 'want peace. (hy)');
    writeFileSync(place, mine.replace('200 pages.<', '300 pages.<'));
    const { exit, data } = await hexaplaJson<ImportedFiles>(folder, ['import', path, '--update']);
    expect([exit, data.updated]).toEqual([1, [path]]);
    expect(data.files[0]?.applied).toEqual([peace]);
    expect(data.files[0]?.rejected).toMatchObject([{ id: pages, reason: 'source-changed' }]);
    const updated = readFileSync(place, 'utf8');
    expect(updated).toContain('<file   ');
    expect(updated).toMatch(/<note[^>]*>[^<]*source/);
    expect((await hexapla(folder, ['validate', path])).exit).toBe(0);
    await hexaplaJson(folder, ['import', path, '--update']);
    expect(readFileSync(place, 'utf8')).toBe(updated);
  });

  it('leaves the file alone in a dry run, or where it cannot be read', async () => {
    const { folder, path, place, text } = await handoff(format);
    await hexapla(folder, ['import', path, '--update', '--dry-run']);
    expect(readFileSync(place, 'utf8')).toBe(text);
    writeFileSync(place, text.slice(0, -20));
    const before = allFiles(folder);
    expect((await hexapla(folder, ['import', path, '--update'])).exit).toBe(3);
    expect(allFiles(folder)).toEqual(before);
  });
});
