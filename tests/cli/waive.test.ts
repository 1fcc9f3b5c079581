import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckData } from '../../src/report/json.ts';
import { checkProject } from '../support/check-project.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';

const TEXT = 'The hall opens at noon.\n\nBring 24 chairs and some water.\n';
const WRONG = ['La salle ouvre à midi.', 'Apportez 42 chaises et de l’eau.'];
const LET = ['--reason', 'The French hall is larger.', '--by', 'Ani'];

const rulesOf = async (folder: string) => {
  const { exit, data } = await hexaplaJson<CheckData>(folder, ['check']);
  return { exit, waived: data.counts.waived, rules: data.findings.map(({ rule }) => rule) };
};

describe('hexapla waive', () => {
  test('lets a finding stand, in a file that a person can read, until the wording changes', async () => {
    const { folder, ids } = checkProject(TEXT, { fr: WRONG });
    const id = ids[1] ?? '';
    expect((await hexapla(folder, ['waive', 'numbers', 'doc', id, '--locale', 'fr', ...LET])).exit).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'locales/waivers.json'), 'utf8'))).toEqual({
      hexapla: 1,
      waivers: [
        {
          ...{ rule: 'numbers', document: 'doc.md', locale: 'fr', segment: id },
          ...{ reason: 'The French hall is larger.', by: 'Ani' },
          ...{ source: 'Bring 24 chairs and some water.', target: WRONG[1] },
        },
      ],
    });
    expect(await rulesOf(folder)).toEqual({ exit: 0, waived: 1, rules: [] });
    await hexapla(folder, ['set', 'doc', id, '--locale', 'fr'], {
      stdin: 'Apportez 43 chaises et de l’eau.',
    });
    expect((await rulesOf(folder)).rules).toEqual(expect.arrayContaining(['numbers', 'waiver-stale']));
    await hexapla(folder, ['set', 'doc', id, '--locale', 'fr'], {
      stdin: 'Apportez 24 chaises et de l’eau.',
    });
    const { rules } = await rulesOf(folder);
    expect(rules).toContain('waiver-stale');
    expect(rules).not.toContain('numbers');
  });

  test('without an id, all findings of the check in that language; --remove takes it back', async () => {
    const { folder } = checkProject(TEXT, { fr: [null, null], de: [null, null] });
    await hexapla(folder, ['waive', 'missing', 'doc', '--locale', 'fr', ...LET]);
    const { data } = await hexaplaJson<CheckData>(folder, ['check', '--rule', 'missing']);
    expect(data.findings.map(({ locale }) => locale)).toEqual(['de', 'de']);
    await hexapla(folder, ['waive', 'missing', 'doc', '--locale', 'fr', '--remove']);
    const after = await hexaplaJson<CheckData>(folder, ['check', '--rule', 'missing']);
    expect(after.data.findings).toHaveLength(4);
  });

  test('what is not found cannot be waived; a reason and a name are asked for', async () => {
    const { folder, ids } = checkProject(TEXT, { fr: WRONG });
    const first = await hexapla(folder, ['waive', 'numbers', 'doc', ids[0] ?? '', '--locale', 'fr', ...LET]);
    expect(first.exit).toBe(2);
    expect(first.err).toContain('numbers');
    const nameless = await hexapla(folder, ['waive', 'numbers', 'doc', '--locale', 'fr', '--reason', 'So.']);
    expect(nameless.exit).toBe(2);
    expect(nameless.err).toContain('--by');
  });
});
