import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECK_FORMATS } from '../../src/cli/command-parts.ts';
import type { CheckData } from '../../src/report/json.ts';
import { checkProject } from '../support/check-project.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';

const TEXT = 'The hall opens at noon.\n\nBring 24 chairs and some water.\n';
const WRONG = ['La salle ouvre à midi.', 'Apportez 42 chaises et de l’eau.'];

/** What each format has of the one finding, so that a reader of it knows what it is about. */
const TOLD: Readonly<Record<string, RegExp>> = {
  text: /numbers/,
  json: /"rule":"numbers"/,
  sarif: /"ruleId":\s*"numbers"/,
  junit: /<testcase[^>]*numbers/,
  github: /^::error file=locales\/fr\/doc\.json,line=\d+/m,
  summary: /`numbers`/,
  gitlab: /"check_name":\s*"numbers"/,
  checkstyle: /source="[^"]*numbers"/,
  csv: /^error,numbers,fr,doc\.md/m,
  markdown: /`numbers`/,
  html: /<mark>42<\/mark>/,
  badge: /^<svg/,
  'badge-json': /"schemaVersion":1/,
};

describe('reports', () => {
  test.each(CHECK_FORMATS)('as %s', async (format) => {
    const { folder } = checkProject(TEXT, { fr: WRONG });
    const { exit, out } = await hexapla(folder, ['check', '--format', format]);
    expect(exit).toBe(1);
    expect(out).toMatch(TOLD[format] ?? /^$/);
    const path = `reports/${format}.out`;
    const written = await hexapla(folder, ['check', '--format', format, '--out', path]);
    expect(written.out).toContain(path);
    // What a terminal or a file gets is the same bytes.
    expect(readFileSync(join(folder, path), 'utf8')).toBe(out);
  });

  test('several of one run, in files; a wrong format is refused before anything is done', async () => {
    const { folder } = checkProject(TEXT, { fr: WRONG });
    const also = ['--also', 'csv=a.csv', '--also', 'junit=b/c.xml'];
    expect((await hexapla(folder, ['check', ...also])).exit).toBe(1);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toContain('numbers');
    expect(readFileSync(join(folder, 'b/c.xml'), 'utf8')).toContain('<testsuites');
    const wrong = await hexapla(folder, ['check', '--also', 'sariff=d.sarif']);
    expect(wrong.exit).toBe(2);
    expect(existsSync(join(folder, 'd.sarif'))).toBe(false);
  });

  test('a machine’s text is called an unreviewed draft wherever it is shown', async () => {
    const { folder } = checkProject(TEXT, { fr: WRONG });
    const path = join(folder, 'locales/fr/doc.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replaceAll('"state":"final","origin":"human"', '"state":"translated","origin":"machine"')
        .replaceAll('"was":', '"wasnt":')
        .replace(/,"wasnt":\[[^\]]*\]/g, ''),
    );
    for (const format of ['html', 'markdown', 'summary', 'csv', 'json']) {
      const { out } = await hexapla(folder, ['check', '--format', format, '--rule', 'numbers', '--draft']);
      expect(out).toMatch(/Unreviewed machine draft|unreviewed machine draft|,machine,|"draft":true/);
    }
  });
});

describe('a baseline', () => {
  test('what was found before is known, and only new findings are told', async () => {
    const { folder, ids } = checkProject(TEXT, { fr: WRONG });
    const first = await hexapla(folder, ['check', '--write-baseline']);
    expect(first.exit).toBe(0);
    expect(first.out).toContain('locales/baseline.json');
    const again = await hexaplaJson<CheckData>(folder, ['check']);
    expect([again.exit, again.data.findings]).toEqual([0, []]);
    const stdin = 'La salle ouvre à 13 h.';
    await hexapla(folder, ['set', 'doc', ids[0] ?? '', '--locale', 'fr'], { stdin });
    const later = await hexaplaJson<CheckData>(folder, ['check', '--rule', 'numbers']);
    expect(later.data.findings.map(({ segment }) => segment)).toEqual([ids[0]]);
  });

  test('a baseline that is named must be there', async () => {
    const { folder } = checkProject(TEXT, { fr: WRONG });
    const { exit, err } = await hexapla(folder, ['check', '--baseline', 'old.json']);
    expect(exit).toBeGreaterThan(1);
    expect(err).toContain('old.json');
  });
});

test('export --findings tells translators what was found', async () => {
  const { folder } = checkProject(TEXT, { fr: WRONG });
  await hexapla(folder, ['export', '--locale', 'fr', '--format', 'xliff-2.1', '--findings']);
  const sent = readFileSync(join(folder, 'handoff/fr/doc.fr.xlf'), 'utf8');
  expect(sent).toContain('locQualityIssue');
  expect(sent).toContain('The number 24 became 42');
  const valid = await hexapla(folder, ['validate', 'handoff/fr/doc.fr.xlf']);
  expect(valid.exit).toBe(0);
});
