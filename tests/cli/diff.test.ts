import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { edit, idsOf, project, translateAll } from '../support/letter.ts';

interface Diff {
  readonly documents: readonly {
    locale: string;
    segments: {
      id: string;
      kind: string;
      stale?: string;
      target?: string;
      parts: { kind: string; text: string }[];
    }[];
  }[];
}

function git(folder: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

describe('diff', () => {
  it('tells what changed in the source since each stale translation was made', async () => {
    const folder = await project();
    const [, , pages] = await idsOf(folder);
    await translateAll(folder, 'hy');
    edit(folder, '200 pages', '2000 pages');
    await hexapla(folder, ['extract']);
    const { exit, data } = await hexaplaJson<Diff>(folder, ['diff', '--locale', 'hy']);
    expect(exit).toBe(0);
    expect(data.documents[0]?.segments).toMatchObject([
      {
        id: pages,
        kind: 'edited',
        stale: 'meaning',
        target: 'It has 200 pages. (hy)',
        parts: [
          { kind: 'same', text: 'It has ' },
          { kind: 'removed', text: '200' },
          { kind: 'added', text: '2000' },
          { kind: 'same', text: ' pages.' },
        ],
      },
    ]);
    const { out } = await hexapla(folder, ['diff', 'a', '--locale', 'hy']);
    expect(out).toContain(`${pages}  the meaning changed since it was translated\n`);
    expect(out).toContain('    It has [-200-]{+2000+} pages.\n  = It has 200 pages. (hy)\n');
    expect(out).toContain(`Next: hexapla review locales/en/a.md ${pages} --locale hy --confirm --by`);
    const { data: none } = await hexaplaJson<Diff>(folder, ['diff', '--locale', 'fr']);
    expect(none.documents[0]?.segments).toEqual([]);
  });

  it('writes the revisions side by side as a page, in the language of its reader', async () => {
    const folder = await project({ 'locales/en/a.md': 'It has <200> & 300 pages.\n' });
    await hexapla(folder, ['extract']);
    const { data } = await hexaplaJson<{ segments: { id: string }[] }>(folder, ['segments', 'a']);
    const id = data.segments[0]?.id ?? '';
    await hexapla(folder, ['set', 'a', id, '--locale', 'hy'], { stdin: '&lt;200> և 300' });
    edit(folder, '300', '3000');
    await hexapla(folder, ['extract']);
    const { out } = await hexapla(folder, ['diff', '-l', 'hy', '--html', 'd.html', '--ui-locale', 'fr']);
    expect(out).toContain('d.html');
    const page = readFileSync(join(folder, 'd.html'), 'utf8');
    expect(page).toContain('<html lang="fr" dir="ltr">');
    expect(page).toMatch(
      /<div lang="en" dir="ltr">It has &lt;200&gt; &amp; <del>.*300<\/del> pages\.<\/div>/,
    );
    expect(page).toMatch(/<ins>.*3000<\/ins>/);
    expect(page).toContain('<div lang="hy" dir="ltr">&lt;200&gt; և 300</div>');
    expect(page).not.toContain('<script');
  });

  it('compares revisions of git, of the source and of a translation', async () => {
    const folder = await project();
    const [peace, report] = await idsOf(folder);
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'one');
    await translateAll(folder, 'hy');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'two');
    edit(folder, 'We demand peace.', 'We demand a lasting peace.\n\nNow.');
    await hexapla(folder, ['extract']);
    await hexapla(folder, ['set', 'a', report, '--locale', 'hy'], { stdin: 'See <1>it</1>.' });
    const source = await hexaplaJson<Diff>(folder, ['diff']);
    expect(source.data.documents[0]?.segments.map(({ id, kind }) => [id === peace, kind])).toEqual([
      [true, 'edited'],
      [false, 'added'],
    ]);
    const back = await hexaplaJson<Diff>(folder, ['diff', '--from', 'HEAD~1', '--to', 'HEAD']);
    expect(back.data.documents[0]?.segments).toEqual([]);
    const hy = await hexaplaJson<Diff>(folder, ['diff', '--locale', 'hy', '--from', 'HEAD']);
    expect(hy.data.documents[0]?.segments).toMatchObject([{ id: report, kind: 'edited' }]);
    const first = await hexaplaJson<Diff>(folder, ['diff', '-l', 'hy', '--from', 'HEAD~1', '--to', 'HEAD']);
    expect(first.data.documents[0]?.segments.map(({ kind }) => kind)).toEqual(['added', 'added', 'added']);
    expect((await hexapla(folder, ['diff', '--from', 'HEAD', '--to', 'HEAD'])).out).toBe(
      'Nothing changed.\n',
    );
  });

  it.each([[['--from', 'no-such']], [['--from', '--upload-pack=x']], [['--from', 'HEAD:locales']]])(
    'names a revision that git does not know: %j',
    async (words) => {
      const folder = await project();
      git(folder, 'init', '-q');
      git(folder, 'add', '.');
      git(folder, 'commit', '-qm', 'one');
      const [option = '', value = ''] = words;
      const { exit, data } = await hexaplaJson<{ error: { code: string } }>(folder, [
        'diff',
        `${option}=${value}`,
      ]);
      expect([exit, data.error.code]).toEqual([2, 'revision-unknown']);
    },
  );
});
