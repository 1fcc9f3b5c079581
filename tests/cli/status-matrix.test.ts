import { expect, it } from 'vitest';
import { reasonOf } from '../../src/cli/status-matrix.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { project } from '../support/letter.ts';
import { stagesProject } from '../support/stages.ts';

interface Sized {
  readonly segments: number;
  readonly words: number;
  readonly characters: number;
}
interface Status {
  readonly documents: readonly {
    readonly locales: Readonly<
      Record<
        string,
        Sized & { readonly byState: Record<string, Sized>; readonly reason: string | null } & Record<
            string,
            unknown
          >
      >
    >;
  }[];
}

it('measures each state in segments, words and characters, which add up', async () => {
  const folder = await stagesProject();
  const { data } = await hexaplaJson<Status>(folder, ['status']);
  for (const { locales } of data.documents) {
    for (const one of Object.values(locales)) {
      const total = (key: keyof Sized): number =>
        Object.values(one.byState).reduce((sum, size) => sum + size[key], 0);
      expect([total('segments'), total('words'), total('characters')]).toEqual([
        one.segments,
        one.words,
        one.characters,
      ]);
      for (const [state, { segments }] of Object.entries(one.byState))
        expect([state, one[state]]).toEqual([state, segments]);
    }
  }
  const [appeal] = data.documents;
  expect(appeal?.locales['ja']?.byState['missing']).toEqual({ segments: 5, words: 24, characters: 113 });
});

it('names the gravest reason in each place of the matrix', async () => {
  const folder = await stagesProject();
  const { data } = await hexaplaJson<Status>(folder, ['status']);
  const reasons = data.documents.map(({ locales }) => Object.values(locales).map(({ reason }) => reason));
  expect(reasons).toEqual([
    ['alarm', 'alarm', 'alarm', 'missing', 'missing'],
    [null, null, 'below-state', 'missing', 'missing'],
  ]);
  const { out } = await hexapla(folder, ['status'], { columns: 100, env: { NO_COLOR: '1' } });
  expect(out).toMatch(/appeal\.md +!1 +!1 +!1 +·3 +·5\n/);
  expect(out).toMatch(/council\.md +✓ +✓ +<3 +·1 +·3\n/);
});

it('has no matrix for a single document', async () => {
  const folder = await project();
  const { out } = await hexapla(folder, ['status'], { columns: 100, env: { NO_COLOR: '1' } });
  expect(out).not.toContain('✓ complete');
  expect(out.split('\n').filter((line) => line.includes('.md'))).toHaveLength(1);
});

it('says what is graver first', () => {
  const none = { segments: 9, missing: 0, stale: 0, alarms: 0, machine: 0, words: 9, below: 0 };
  const states = { initial: 0, translated: 9, reviewed: 0, final: 0 };
  expect(reasonOf({ ...none, ...states })).toBeNull();
  expect(reasonOf({ ...none, ...states, below: 2 })).toEqual({ reason: 'below-state', count: 2 });
  expect(reasonOf({ ...none, ...states, below: 2, stale: 1 })).toEqual({ reason: 'stale', count: 1 });
  expect(reasonOf({ ...none, ...states, missing: 3, stale: 1 })).toEqual({ reason: 'missing', count: 3 });
  expect(reasonOf({ ...none, ...states, missing: 3, stale: 2, alarms: 1 })).toEqual({
    reason: 'alarm',
    count: 1,
  });
});
