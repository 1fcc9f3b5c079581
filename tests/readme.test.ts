import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { commandTable } from '../src/cli/help.ts';
import { commandWords } from '../src/cli/words.ts';
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
