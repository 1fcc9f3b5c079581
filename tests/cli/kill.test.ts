import { describe, expect, it } from 'vitest';
import { LOCK_FILE } from '../../src/project/lock.ts';
import { openProject } from '../../src/project/project.ts';
import { hexapla } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { copyOf, killed, paceOf, WRITING } from '../support/kill.ts';

const rounds = process.env['HEXAPLA_FULL'] === '1' ? 100 : 7;

/** Most of the time goes by before anything is written, so three of four are killed while they work or write. */
const PHASES = ['write', 'start', 'write', 'work'] as const;

const isOurs = (path: string): boolean => path.startsWith(LOCK_FILE) || path.endsWith('.tmp');

describe('a command that is killed', () => {
  const tally = { early: 0, locked: 0, halfWritten: 0, halfRenamed: 0, late: 0 };

  it.each(WRITING)(
    '%s leaves the project whole, and the next run finishes its work',
    async (_, { words, writesTo, before: prepare }) => {
      const template = await prepare();
      const before = allFiles(template);
      const undisturbed = copyOf(template);
      const pace = await paceOf(undisturbed, words, writesTo);
      const after = allFiles(undisturbed);
      const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
      expect(changed.length).toBeGreaterThan(2);
      const documents = openProject(template).documents;

      for (let round = 0; round < rounds; round++) {
        const folder = copyOf(template);
        const phase = PHASES[round % PHASES.length] ?? 'start';
        await killed(folder, words, { phase, share: Math.random() }, { pace, writesTo });
        const left = allFiles(folder);
        for (const [path, text] of Object.entries(left)) {
          if (!isOurs(path) && text !== before[path]) expect([path, text]).toEqual([path, after[path]]);
        }
        for (const path of Object.keys(before)) {
          if (path in after) expect(left).toHaveProperty([path]);
        }
        expect(openProject(folder).documents).toEqual(documents);
        count(left, changed, after);
        const { exit, err } = await hexapla(folder, words);
        expect([exit, err]).toEqual([0, '']);
        expect(allFiles(folder)).toEqual(after);
      }
    },
    1_200_000,
  );

  function count(left: Readonly<Record<string, string>>, changed: readonly string[], after: object): void {
    const done = changed.filter((path) => left[path] === after[path as keyof typeof after]).length;
    if (Object.keys(left).some((path) => path.endsWith('.tmp'))) {
      if (done > 0) tally.halfRenamed++;
      else tally.halfWritten++;
    } else if (LOCK_FILE in left) tally.locked++;
    else if (done === 0) tally.early++;
    else tally.late++;
  }

  it('was killed while it wrote', () => {
    console.log('killed:', JSON.stringify(tally));
    expect(tally.locked + tally.halfWritten + tally.halfRenamed).toBeGreaterThan(0);
  });
});
