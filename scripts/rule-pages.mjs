// Copies the page of each check beside its compiled rule, where `hexapla check --explain` reads it.
import { copyFileSync, readdirSync } from 'node:fs';

const from = new URL('../src/check/rules/', import.meta.url);
const to = new URL('../dist/check/rules/', import.meta.url);
for (const name of readdirSync(from)) {
  if (name.endsWith('.md')) copyFileSync(new URL(name, from), new URL(name, to));
}
