import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { commandTable } from '../src/cli/help.ts';
import { commandWords } from '../src/cli/words.ts';
import { RULE_IDS } from '../src/model/rules.ts';
import { configSchema, parseConfig } from '../src/project/config.ts';
import { checkProject } from './support/check-project.ts';
import { hexapla } from './support/cli.ts';
import { allFiles, newFolder } from './support/folder.ts';
import { translated } from './support/translate.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The words of a command line, quotation marks understood. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

const walk = [...readme.matchAll(/```sh walk-through\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);

test('the walk-through does what it says, as written', async () => {
  const folder = newFolder({
    'statement.md': '# Our statement\n\nWe met in **Tbilisi**. We agreed on *ten* points.\n',
  });
  expect(walk.map((line) => wordsOf(line)[1])).toEqual([
    'init',
    'extract',
    'export',
    'import',
    'review',
    'build',
  ]);
  for (const line of walk) {
    const [program, ...words] = wordsOf(line);
    expect(program).toBe('hexapla');
    if (words[0] === 'import') {
      const file = join(folder, words[1] ?? '');
      writeFileSync(file, translated(readFileSync(file, 'utf8'), 'fr'));
    }
    const ran = await hexapla(folder, words);
    expect(ran).toMatchObject({ exit: 0, err: '' });
  }
  const files = allFiles(folder);
  expect(files['editions/fr/statement.md']).toBe(
    '# Our statement [fr]\n\nWe met in **Tbilisi**. [fr] We agreed on *ten* points. [fr]\n',
  );
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'editions/fr/statement.html',
      'editions/parallel/statement.html',
      'editions/manifest.json',
    ]),
  );
});

test('i18next resources go out and come back, as written', async () => {
  const english = readFileSync(new URL('../locales/en/ui.json', import.meta.url), 'utf8');
  const folder = newFolder({ 'locales/en/ui.json': english });
  const [, block = ''] = /```sh strings\n([\s\S]*?)```/.exec(readme) ?? [];
  const lines = block.trim().split('\n').map(wordsOf);
  expect(lines.map(([, ...words]) => words.slice(0, 2).join(' '))).toEqual([
    'strings export',
    'strings import',
  ]);
  for (const [, ...words] of lines) {
    if (words[1] === 'import') {
      const file = join(folder, words[2] ?? '');
      const filled = readFileSync(file, 'utf8').replace(
        /<source>([\s\S]*?)<\/source>/g,
        '$&<target>$1</target>',
      );
      writeFileSync(file, filled);
    }
    expect(await hexapla(folder, words)).toMatchObject({ exit: 0, err: '' });
  }
  expect(allFiles(folder)['locales/hy/ui.json']).toBe(english);
});

test('a handoff goes out as a spreadsheet and as a package, comes back, and is valid, as written', async () => {
  const folder = newFolder({ 'statement.md': '# Our statement\n\nWe met in **Tbilisi**.\n' });
  const init = ['init', '--source', 'en', '--target', 'fr', '--documents', 'statement.md'];
  for (const words of [init, ['extract'], ['export']]) {
    expect(await hexapla(folder, words)).toMatchObject({ exit: 0 });
  }
  const [, block = ''] = /```sh formats\n([\s\S]*?)```/.exec(readme) ?? [];
  const lines = block.trim().split('\n').map(wordsOf);
  expect(lines.map(([, command]) => command)).toEqual(['export', 'import', 'export', 'validate']);
  for (const [, ...words] of lines) {
    expect(await hexapla(folder, words)).toMatchObject({ exit: 0, err: '' });
  }
});

test('an edition is published, built and verified, as written', async () => {
  const folder = newFolder({ 'statement.md': '# Our statement\n\nWe met in **Tbilisi**.\n' });
  const init = ['init', '--source', 'en', '--target', 'fr', '--documents', 'statement.md'];
  for (const words of [init, ['extract'], ['export']]) await hexapla(folder, words);
  const file = join(folder, 'handoff/fr/statement.fr.xlf');
  writeFileSync(file, translated(readFileSync(file, 'utf8'), 'fr'));
  await hexapla(folder, ['import', 'handoff/fr/statement.fr.xlf']);
  await hexapla(folder, ['review', 'statement', '--locale', 'fr', '--all', '--by', 'A']);
  const [, block = ''] = /```sh publish\n([\s\S]*?)```/.exec(readme) ?? [];
  const lines = block.trim().split('\n').map(wordsOf);
  expect(lines.map(([, command]) => command)).toEqual(['diff', 'publish', 'build', 'verify']);
  for (const [, ...words] of lines) {
    expect(await hexapla(folder, words)).toMatchObject({ exit: 0, err: '' });
  }
  const files = allFiles(folder);
  expect(files['locales/fr/statement.published.md'] ?? '').toContain('Tbilisi');
  expect(files['editions/fr/statement.html']).toContain('31 janvier 2026');
});

test('the table of commands is the one that the code gives', () => {
  const { words } = commandWords('en');
  const table = /<!-- commands -->\n([\s\S]*?)<!-- \/commands -->/.exec(readme)?.[1];
  expect(table).toBe(commandTable((key) => words(key)));
  expect(table?.split('\n').length).toBe(COMMANDS.length + 3);
});

test('every path that the README names in this repository exists', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(2);
  for (const path of links) expect(() => readFileSync(new URL(`../${path}`, import.meta.url))).not.toThrow();
});

/** Each setting of the README's table with the default that stands there. */
function settingsShown(): Map<string, string> {
  const table = readme.slice(readme.indexOf('| key of `hexapla.json` |')).split('\n\n')[0] ?? '';
  const rows = table
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    rows.flatMap(([, keys = '', shown = '']) => {
      const names = keys.replaceAll('`', '').split(', ');
      const values = shown.replaceAll('`', '').split(', ');
      // Several settings in a row have a default each; one setting may have a list.
      return names.map((name, i): [string, string] => [
        name,
        (names.length > 1 ? values[i] : values.join(', ')) ?? '',
      ]);
    }),
  );
}

test('checks are run as written', async () => {
  const texts = { fr: ['Qui est là?', 'Apportez 24 chaises.'] };
  const markdown = 'Who is there?\n\nBring 24 chairs.\n';
  const { folder } = checkProject(markdown, texts, { minState: 'translated' });
  const [, block = ''] = /```sh checks\n([\s\S]*?)```/.exec(readme) ?? [];
  const lines = block.trim().split('\n').map(wordsOf);
  expect(lines.length).toBeGreaterThan(4);
  expect(readme).toContain(`${RULE_IDS.length} checks`);
  for (const [program, ...words] of lines) {
    expect([program, words[0]]).toEqual(['hexapla', 'check']);
    expect(await hexapla(folder, words)).toMatchObject({ exit: 0, err: '' });
  }
  const files = allFiles(folder);
  expect(files['locales/fr/doc.json']).toMatch(/Qui est là[\u00a0\u202f]\?/);
  expect(JSON.parse(files['findings.sarif'] ?? '')).toMatchObject({ version: '2.1.0' });
  expect(files['findings.html']).toContain('<!doctype html>');
});

test('the table of settings has every setting, with the default that the code has', () => {
  const { sourceLocale, targetLocales, documents, ...optional } = parseConfig(
    '{"sourceLocale":"en","targetLocales":[],"documents":["a.md"]}',
  );
  const written = (value: unknown): string =>
    typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : '';
  const required = Object.keys({ sourceLocale, targetLocales, documents }).map((name) => [name, '']);
  const expected = [...required, ...Object.entries(optional).map(([name, value]) => [name, written(value)])];
  expect(Object.fromEntries(settingsShown())).toEqual(Object.fromEntries(expected));
  const { properties } = configSchema() as { properties: Record<string, { default?: unknown }> };
  for (const [name, value] of Object.entries(optional))
    expect([name, properties[name]?.default]).toEqual([name, value]);
});
