import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { type Listed, project } from '../support/letter.ts';
import { stagesProject } from '../support/stages.ts';

interface History {
  readonly history: readonly {
    readonly commit: string;
    readonly date: string;
    readonly locales: Readonly<
      Record<
        string,
        {
          readonly segments: number;
          readonly missing: number;
          readonly stale: number;
          readonly ready: number;
          readonly shares: { readonly translated: number; readonly ready: number; readonly stale: number };
        }
      >
    >;
  }[];
}

/** Commits all that is in a folder, on a day. */
function commit(folder: string, date: string): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...words: string[]): unknown => {
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', ['-C', folder, ...who, ...words], { stdio: 'pipe', env });
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '--allow-empty', '-m', 'work');
}

async function grown(): Promise<string> {
  const folder = await stagesProject();
  commit(folder, '2026-01-02T10:00:00Z');
  const { data } = await hexaplaJson<Listed>(folder, ['segments', 'appeal']);
  for (const [at, { id, text }] of data.segments.slice(0, 2).entries()) {
    const target = text.replace(/[A-Z][a-z ]+/g, '平和');
    await hexapla(folder, ['set', 'appeal', id, '-l', 'ja'], { stdin: target });
    commit(folder, `2026-02-0${at + 1}T10:00:00Z`);
  }
  // A commit that touches no catalogue is no moment of the history.
  commit(folder, '2026-03-01T10:00:00Z');
  await hexapla(folder, ['review', 'appeal', '--all', '-l', 'ja', '--by', 'B']);
  commit(folder, '2026-03-05T10:00:00Z');
  return folder;
}

describe('hexapla status --since', () => {
  it('tells how each locale came on, commit by commit, with a curve on a terminal and in lines in a file', async () => {
    const folder = await grown();
    const { exit, data } = await hexaplaJson<History>(folder, ['status', '--since', 'HEAD~4']);
    expect(exit).toBe(0);
    expect(data.history.map(({ date }) => date.slice(0, 10))).toEqual([
      '2026-01-02',
      '2026-02-01',
      '2026-02-02',
      '2026-03-05',
    ]);
    const ja = data.history.map(({ locales }) => locales['ja']);
    expect(ja.map((one) => one?.missing)).toEqual([8, 7, 6, 6]);
    expect(ja.map((one) => one?.ready)).toEqual([0, 0, 0, 2]);
    expect(ja.at(-1)?.shares).toEqual({ translated: 0.25, ready: 0.25, stale: 0 });
    // What nobody touched stays as it was, in all documents together.
    const hy = data.history.map(({ locales }) => locales['hy']);
    expect(hy[0]).toMatchObject({ segments: 8, missing: 0, stale: 2, ready: 6 });
    expect(new Set(hy.map((one) => JSON.stringify(one))).size).toBe(1);

    const shown = await hexapla(folder, ['status', '--since', 'HEAD~4'], {
      columns: 80,
      env: { NO_COLOR: '1' },
    });
    expect(shown.out).toContain('From 2026-01-02 to 2026-03-05, 4 changes of the catalogues:');
    expect(shown.out).toMatch(/^ja +Japanese +▂ +0% +25% +25% +0%$/m);
    const ascii = await hexapla(folder, ['status', '--since', 'HEAD~4'], {
      columns: 80,
      env: { NO_COLOR: '1', LC_ALL: 'C' },
    });
    expect(ascii.out).toMatch(/^[\x20-\x7e\n]+$/);
    const piped = await hexapla(folder, ['status', '--since', 'HEAD~4']);
    expect(piped.out.trim().split('\n')).toHaveLength(1 + 4 * 5);
  });

  it('says of the last commit what status says of the files', async () => {
    const folder = await stagesProject();
    commit(folder, '2026-01-02T10:00:00Z');
    interface Now {
      readonly documents: readonly { readonly locales: Record<string, Record<string, number>> }[];
    }
    const { data } = await hexaplaJson<History & Now>(folder, ['status', '--since', 'HEAD']);
    expect(data.history).toHaveLength(1);
    for (const [locale, then] of Object.entries(data.history[0]?.locales ?? {})) {
      const total = (key: string): number =>
        data.documents.reduce((sum, { locales }) => sum + (locales[locale]?.[key] ?? 0), 0);
      expect([locale, then.segments, then.missing, then.stale]).toEqual([
        locale,
        total('segments'),
        total('missing'),
        total('stale'),
      ]);
    }
  });

  it('refuses what git does not know', async () => {
    const folder = await project();
    expect(await hexapla(folder, ['status', '--since', 'nowhere'])).toMatchObject({ exit: 2, out: '' });
    expect((await hexapla(folder, ['status', '--since', '--all'])).exit).toBe(2);
  });
});
