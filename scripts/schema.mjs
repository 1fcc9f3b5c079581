// Writes the JSON Schemas of the configuration (for editors) and of the rows that `build --data` writes, from what the
// program itself uses. Runs after tsc.
import { readFileSync, writeFileSync } from 'node:fs';
import { rowsSchema } from '../dist/edition/data-rows.js';
import { configSchema } from '../dist/project/config.js';

const words = JSON.parse(readFileSync(new URL('../locales/en/ui.json', import.meta.url), 'utf8'));
const schema = configSchema();
for (const [key, property] of Object.entries(schema.properties)) {
  const description = words.config[key];
  if (description) property.description = description;
}
write('hexapla.schema.json', schema);
write('rows.schema.json', rowsSchema());

function write(name, value) {
  writeFileSync(new URL(`../dist/${name}`, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);
}
