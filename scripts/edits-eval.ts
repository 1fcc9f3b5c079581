// Measures the classes that the rules propose against the labelled edits in tests/fixtures/edits: the confusion
// matrix in all and by language, then every edit that is judged otherwise than it is labelled.
// Usage: npx tsx scripts/edits-eval.ts
import { EDIT_CLASSES } from '../src/model/catalogue.ts';
import { judgedEdits } from '../tests/catalogue/edits-table.ts';

const edits = judgedEdits();
const wrong = edits.filter(({ label, found }) => label !== found);
const languages = [...new Set(edits.map(({ language }) => language))];
const count = (label: string, found: string, list = edits): number =>
  list.filter((edit) => edit.label === label && edit.found === found).length;

console.log(`${'labelled'.padEnd(12)}${EDIT_CLASSES.map((found) => found.padStart(10)).join('')}`);
for (const label of EDIT_CLASSES) {
  console.log(
    label.padEnd(12) + EDIT_CLASSES.map((found) => String(count(label, found)).padStart(10)).join(''),
  );
}
console.log(`\n${'language'.padEnd(12)}${'edits'.padStart(10)}${'right'.padStart(10)}`);
for (const language of languages) {
  const own = edits.filter((edit) => edit.language === language);
  const right = own.filter(({ label, found }) => label === found).length;
  console.log(language.padEnd(12) + String(own.length).padStart(10) + String(right).padStart(10));
}
const share = ((100 * (edits.length - wrong.length)) / edits.length).toFixed(1);
console.log(`\n${edits.length - wrong.length} of ${edits.length} right (${share} %)`);
for (const { language, label, found, before, after, why } of wrong) {
  console.log(`\n${language}: labelled ${label} (${why}), called ${found}\n  ${before}\n  ${after}`);
}
