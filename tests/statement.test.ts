import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseSource, parseTarget } from '../src/catalogue/parse.ts';
import { pageWords } from '../src/cli/words.ts';
import { hexapla, hexaplaJson } from './support/cli.ts';
import { allFiles, newFolder } from './support/folder.ts';
import { textsByLanguage } from './support/language-walk.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const LOCALES = ['hy', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de'];
const { words } = pageWords(LOCALES);

/** This repository's own project, in a folder of its own. */
function project(folder = newFolder()): string {
  cpSync(join(root, 'hexapla.json'), join(folder, 'hexapla.json'));
  cpSync(join(root, 'locales'), join(folder, 'locales'), { recursive: true });
  return folder;
}

describe('this repository’s own statement', () => {
  test.skipIf(!existsSync(join(root, '../shared/statement.md')))(
    'is the user’s document, byte for byte (needs ../shared/statement.md)',
    () => {
      const given = readFileSync(join(root, '../shared/statement.md'));
      expect(readFileSync(join(root, 'locales/en/statement.md')).equals(given)).toBe(true);
    },
  );

  test('its catalogues are current: extract changes nothing', async () => {
    const folder = project();
    const before = allFiles(folder);
    const { exit, data } = await hexaplaJson<{
      documents: { segments: number; changes: { unchanged: number } }[];
    }>(folder, ['extract']);
    expect([exit, data.documents[0]?.segments, data.documents[0]?.changes.unchanged]).toEqual([0, 27, 27]);
    expect(allFiles(folder)).toEqual(before);
  });

  test('check passes, and calls all nine translations unreviewed machine drafts', async () => {
    const { exit, data } = await hexaplaJson<{
      findings: { rule: string; locale: string; message: string }[];
    }>(project(), ['check']);
    expect(exit).toBe(0);
    expect(data.findings.map(({ rule, locale }) => [rule, locale])).toEqual(
      LOCALES.map((locale) => ['machine-drafts', locale]),
    );
    for (const { message } of data.findings) expect(message).toContain('unreviewed machine drafts');
  });

  test('every figure of the source stands in each translation', () => {
    const source = parseSource(readFileSync(join(root, 'locales/en/statement.json'), 'utf8'), 'en');
    for (const locale of LOCALES) {
      const { targets } = parseTarget(
        readFileSync(join(root, `locales/${locale}/statement.json`), 'utf8'),
        locale,
      );
      for (const { segments } of source.units) {
        for (const [id, { text }] of Object.entries(segments)) {
          const figures = (one: string) =>
            (one.replace(/<[^>]+>/g, '').match(/\d+/g) ?? []).map(Number).sort();
          expect([locale, id, figures(targets[id]?.text ?? '')]).toEqual([locale, id, figures(text)]);
        }
      }
    }
  });

  test('its handoffs’ records are those that the catalogues name', () => {
    for (const locale of LOCALES)
      expect(readdirSync(join(root, `locales/${locale}/statement.handoffs`))).toHaveLength(1);
  });
});

describe('its editions', () => {
  let files: Record<string, string> = {};
  beforeAll(async () => {
    const folder = project(mkdtempSync(join(tmpdir(), 'hexapla-')));
    const { exit } = await hexapla(folder, ['build']);
    expect(exit).toBe(0);
    files = allFiles(join(folder, 'editions'));
    rmSync(folder, { recursive: true });
  });

  test('the English edition is the source, byte for byte', () => {
    expect(files['en/statement.md']).toBe(readFileSync(join(root, 'locales/en/statement.md'), 'utf8'));
  });

  test.each(LOCALES)(
    '%s: four empty lines, one bold span, five lines of signatories, no newline at the end',
    (locale) => {
      const text = files[`${locale}/statement.md`] ?? '';
      const body = text.replace(/^<!-- hexapla:notice -->[\s\S]*?<!-- \/hexapla:notice -->\n\n/, '');
      expect(body).not.toBe(text);
      expect(text).toContain(words(locale, 'page.notice.machine.all'));
      expect(body).toMatch(/^\n\n\n\n[^\n]/);
      expect(body.match(/(?<!\*)\*\*(?!\*)/g)).toHaveLength(2);
      expect(body.split('\n\n').at(-1)?.split('\n')).toHaveLength(5);
      expect(body).toMatch(/\[[^\]]+\]\(#\)/);
      expect(body).toMatch(/[^\n]\*$/);
    },
  );

  test('the parallel edition: a row a segment, each cell in its language, drafts marked', () => {
    const page = files['parallel/statement.html'] ?? '';
    expect(page.match(/<tr[^>]* id="s[0-9a-z]{8}"/g)).toHaveLength(27);
    expect(page).not.toMatch(/<script[^>]* src=|https?:\/\/(?!www\.w3\.org|schema\.org)/);
    const texts = textsByLanguage(page);
    const text = (locale: string) =>
      texts
        .filter(({ lang }) => lang === locale)
        .map((one) => one.text)
        .join(' ');
    expect(text('hy')).toMatch(/Լեռնային Ղարաբաղ/);
    expect(text('ka')).toMatch(/მთიანი ყარაბაღ/);
    expect(text('en')).not.toMatch(/Ղարաբաղ|ყარაბაღ|Карабах/);
    for (const locale of LOCALES) expect(text(locale)).toContain(words(locale, 'page.mark.machine'));
    expect(text('en')).toContain('All translations on this page are unreviewed machine drafts.');
  });

  test('the manifest lists what each edition was built from', () => {
    const { documents } = JSON.parse(files['manifest.json'] ?? '{}');
    expect(
      documents[0].editions.map(({ locale, published }: { locale: string; published: boolean }) => [
        locale,
        published,
      ]),
    ).toEqual(['en', ...LOCALES].map((locale) => [locale, true]));
    expect(documents[0].editions[1]).toMatchObject({
      origins: { machine: 27 },
      progress: { translated: 27, machine: 27 },
    });
  });

  test('building again gives the same bytes', async () => {
    const folder = project();
    await hexapla(folder, ['build']);
    expect(allFiles(join(folder, 'editions'))).toEqual(files);
  });
});
