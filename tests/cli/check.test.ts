import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TargetCatalogue } from '../../src/model/catalogue.ts';
import { RULE_IDS } from '../../src/model/rules.ts';
import type { CheckData } from '../../src/report/json.ts';
import { checkProject } from '../support/check-project.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';

const TEXT = 'The hall opens at noon.\n\nBring 24 chairs and some water.\n';
const GOOD = ['La salle ouvre à midi.', 'Apportez 24 chaises et de l’eau.'];
const WRONG = ['La salle ouvre à midi.', 'Apportez 42 chaises et de l’eau.'];

const brief = ({ findings }: Pick<CheckData, 'findings'>) =>
  findings.map(({ rule, severity, locale, segment }) => [rule, severity, locale, segment]);

async function check(folder: string, ...words: string[]) {
  return hexaplaJson<CheckData>(folder, ['check', ...words]);
}

describe('what is found', () => {
  test('nothing in good translations; the exit code says so', async () => {
    const { folder } = checkProject(TEXT, { fr: GOOD });
    const { exit, data } = await check(folder);
    expect([exit, brief(data)]).toEqual([0, []]);
    expect(data).toMatchObject({ version: 1, format: 'hexapla.check/1', counts: { errors: 0 } });
    expect((await hexapla(folder, ['check'])).out).toContain('nothing found');
  });

  test('a wrong number, with the file and the line to mend', async () => {
    const { folder, ids } = checkProject(TEXT, { fr: WRONG });
    const { exit, data } = await check(folder);
    expect([exit, brief(data)]).toEqual([1, [['numbers', 'error', 'fr', ids[1]]]]);
    const [finding] = data.findings;
    expect(finding).toMatchObject({ file: 'locales/fr/doc.json', source: 'Bring 24 chairs and some water.' });
    const line = readFileSync(join(folder, 'locales/fr/doc.json'), 'utf8').split('\n')[
      (finding?.line ?? 0) - 1
    ];
    expect(line).toContain(ids[1]);
    const { out } = await hexapla(folder, ['check']);
    expect(out).toMatch(/error +numbers +doc\.md +fr/);
  });

  test('--rule, --locale and a document narrow the look; a wrong id is answered by the nearest right one', async () => {
    const { folder } = checkProject(TEXT, { fr: WRONG, de: [null, null] });
    expect(brief((await check(folder, '--rule', 'missing', '--locale', 'fr')).data)).toEqual([]);
    expect((await check(folder, '--rule', 'missing', '--locale', 'de')).data.findings).toHaveLength(2);
    expect((await check(folder, 'doc', '--rule', 'numbers')).data.findings).toHaveLength(1);
    const wrong = await hexapla(folder, ['check', '--rule', 'nubmers']);
    expect(wrong.exit).toBe(2);
    expect(wrong.err).toContain('numbers');
  });

  test('--fail-on and --max-warnings decide the exit code', async () => {
    const { folder } = checkProject(TEXT, { fr: ['La salle ouvre à midi', GOOD[1] ?? ''] });
    expect(brief((await check(folder)).data).map(([rule, severity]) => [rule, severity])).toEqual([
      ['end-punctuation', 'warning'],
    ]);
    expect((await check(folder)).exit).toBe(0);
    expect((await check(folder, '--fail-on', 'warning')).exit).toBe(1);
    expect((await check(folder, '--max-warnings', '1')).exit).toBe(0);
    expect((await check(folder, '--max-warnings', '0')).exit).toBe(1);
    expect((await hexapla(folder, ['check', '--max-warnings', 'none'])).exit).toBe(2);
  });
});

describe('what a project decides', () => {
  test('severities for all, then for a locale or a document, later ones before earlier ones', async () => {
    const { folder, ids } = checkProject(
      TEXT,
      { fr: WRONG, 'fr-CA': WRONG, 'fr-CH': WRONG },
      {
        checks: { rules: { numbers: 'warning' } },
        overrides: [
          { locales: ['fr-CA', 'fr-CH'], rules: { numbers: 'off' } },
          { locales: ['fr-CH'], documents: ['doc'], rules: { numbers: 'info' } },
        ],
      },
    );
    expect(brief((await check(folder, '--rule', 'numbers')).data)).toEqual([
      ['numbers', 'warning', 'fr', ids[1]],
      ['numbers', 'info', 'fr-CH', ids[1]],
    ]);
  });

  test('work in progress: what is missing is a note, what is wrong stays an error', async () => {
    const { folder } = checkProject(TEXT, { fr: [null, WRONG[1] ?? ''] });
    const rules = ['--rule', 'missing,numbers'];
    const severities = async (...more: string[]) =>
      brief((await check(folder, ...rules, ...more)).data).map(([rule, severity]) => `${rule} ${severity}`);
    expect(await severities()).toEqual(['missing error', 'numbers error']);
    expect(await severities('--draft')).toEqual(['missing info', 'numbers error']);
  });

  test('only the required languages must be complete', async () => {
    const { folder } = checkProject(
      TEXT,
      { fr: [null, null], de: [null, null] },
      { checks: { required: ['fr'] } },
    );
    const { data } = await check(folder, '--rule', 'missing');
    expect([...new Set(data.findings.map(({ locale, severity }) => `${locale} ${severity}`))]).toEqual([
      'fr error',
      'de info',
    ]);
  });

  test.each([
    [{ checks: { rules: { nubmers: 'off' } } }, 'numbers'],
    [{ checks: { rules: { numbers: 'of' } } }, 'off'],
    [{ checks: { required: ['fi'] } }, 'fr'],
    [{ checks: { placeholders: ['('] } }, 'placeholders'],
    [{ overrides: [{ rules: { urlss: 'off' } }] }, 'urls'],
  ])('a mistake in %j is told', async (config, named) => {
    const { folder } = checkProject(TEXT, { fr: GOOD }, config);
    const { exit, err } = await hexapla(folder, ['check']);
    expect(exit).toBe(2);
    expect(err).toContain(named);
  });
});

test('surplus files, and a language without any', async () => {
  const { folder } = checkProject(TEXT, { fr: GOOD, de: [null, null] });
  const other = readFileSync(join(folder, 'locales/fr/doc.json'), 'utf8');
  writeFileSync(join(folder, 'locales/fr/old.json'), other);
  writeFileSync(join(folder, 'locales/fr/ui.json'), '{ "hello": "Bonjour" }');
  const { data } = await check(folder, '--rule', 'surplus-file');
  expect(data.findings.map(({ values }) => values)).toEqual([
    expect.objectContaining({ path: 'locales/fr/old.json' }),
  ]);
});

describe('again', () => {
  test('what has not changed is not looked at again, and nothing else is different', async () => {
    const { folder, ids } = checkProject(TEXT, { fr: WRONG, de: ['Der Saal öffnet mittags.', null] });
    const env = { SOURCE_DATE_EPOCH: '1767225600', XDG_CACHE_HOME: newFolder() };
    const once = await hexapla(folder, ['check', '--json'], { env });
    const twice = await hexapla(folder, ['check', '--json'], { env });
    expect(twice.out).toBe(once.out);
    const path = join(folder, 'locales/fr/doc.json');
    const target = JSON.parse(readFileSync(path, 'utf8')) as TargetCatalogue;
    writeFileSync(path, JSON.stringify(target).replace('42 chaises', '24 chaises'));
    const mended = JSON.parse((await hexapla(folder, ['check', '--json'], { env })).out) as CheckData;
    expect(brief(mended).filter(([rule]) => rule === 'numbers')).toEqual([]);
    expect(brief(mended)).toContainEqual(['missing', 'error', 'de', ids[1]]);
  });

  test('--timing tells what each check costs', async () => {
    const { folder } = checkProject(TEXT, { fr: GOOD });
    const { data } = await hexaplaJson<{ timing: { targets: number; rules: { rule: string }[] } }>(folder, [
      ...['check', '--timing'],
    ]);
    expect(data.timing.targets).toBe(2);
    expect(data.timing.rules.map(({ rule }) => rule)).toContain('numbers');
    expect((await hexapla(folder, ['check', '--timing'])).out).toContain('numbers');
  });
});

describe('--explain', () => {
  test.each(RULE_IDS)('%s', async (rule) => {
    const { exit, out } = await hexapla('/', ['check', '--explain', rule]);
    expect(exit).toBe(0);
    expect(out.startsWith(`${rule}\n`)).toBe(true);
    expect(out).not.toContain('rule.');
  });

  test('a wrong id is answered by the nearest right one', async () => {
    const { exit, err } = await hexapla('/', ['check', '--explain', 'spelled-numbers']);
    expect(exit).toBe(2);
    expect(err).toContain('spelled-number');
  });
});

describe('a file that came back is checked before it is taken', () => {
  test('its findings name its own lines; the project stays as it is', async () => {
    const { folder, ids } = checkProject(TEXT, { fr: [null, null] });
    await hexapla(folder, ['export', '--locale', 'fr']);
    const path = join(folder, 'handoff/fr/doc.fr.xlf');
    const sent = readFileSync(path, 'utf8');
    const filled = sent
      .replace(/<target[^>]*\/>|<target[^>]*><\/target>/g, '')
      .replace(/(<source[^>]*>)(The hall[^<]*)(<\/source>)/, `$1$2$3<target>${GOOD[0]}</target>`)
      .replace(/(<source[^>]*>)(Bring[^<]*)(<\/source>)/, `$1$2$3<target>${WRONG[1]}</target>`);
    writeFileSync(path, filled);
    const before = readFileSync(join(folder, 'locales/fr/doc.json'), 'utf8');
    const { exit, data } = await check(folder, 'handoff/fr/doc.fr.xlf');
    expect(exit).toBe(1);
    const numbers = data.findings.find(({ rule }) => rule === 'numbers');
    expect(numbers).toMatchObject({ segment: ids[1], file: 'handoff/fr/doc.fr.xlf' });
    expect(filled.split('\n')[(numbers?.line ?? 0) - 1]).toContain(ids[1]);
    expect(readFileSync(join(folder, 'locales/fr/doc.json'), 'utf8')).toBe(before);
  });
});
