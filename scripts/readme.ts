// Writes the table of commands into README.md, from the code. With --check it only says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { commandTable } from '../src/cli/help.ts';
import { commandWords } from '../src/cli/words.ts';

const file = new URL('../README.md', import.meta.url);
const before = readFileSync(file, 'utf8');
const { words } = commandWords('en');
const table = commandTable((key) => words(key));
const after = before.replace(
  /(<!-- commands -->\n)[\s\S]*?(<!-- \/commands -->)/,
  (_, start: string, end: string) => `${start}${table}${end}`,
);
if (process.argv.includes('--check')) process.exitCode = before === after ? 0 : 1;
else writeFileSync(file, after);
