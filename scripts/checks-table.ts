// Writes the table of rules and the counts of other tools' checks into src/check/README.md. With --check it only says
// whether they are current.
import { readFileSync, writeFileSync } from 'node:fs';
import { OVERVIEW, renewed } from '../tests/support/overview.ts';

const before = readFileSync(OVERVIEW, 'utf8');
const after = renewed(before);
if (process.argv.includes('--check')) process.exitCode = before === after ? 0 : 1;
else writeFileSync(OVERVIEW, after);
