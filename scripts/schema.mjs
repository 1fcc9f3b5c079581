// Writes the JSON Schemas of the configuration (for editors), of the rows that `build --data` writes and of what
// `check --format json` writes, from what the program itself uses. Runs after tsc.
import { readFileSync, writeFileSync } from 'node:fs';
import { rowsSchema } from '../dist/edition/data-rows.js';
import { configSchema } from '../dist/project/config.js';
import { glossarySchema } from '../dist/project/glossary.js';
import { namesSchema } from '../dist/project/names.js';
import { checkSchema } from '../dist/report/json-schema.js';

const words = JSON.parse(readFileSync(new URL('../locales/en/ui.json', import.meta.url), 'utf8'));
const schema = configSchema();
for (const [key, property] of Object.entries(schema.properties)) {
  const description = words.config[key];
  if (description) property.description = description;
}
write('hexapla.schema.json', schema);
write('rows.schema.json', rowsSchema());
write('glossary.schema.json', glossarySchema());
write('names.schema.json', namesSchema());
write('check.schema.json', checkSchema());

function write(name, value) {
  writeFileSync(new URL(`../dist/${name}`, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);
}
