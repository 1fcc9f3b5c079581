// Writes the configuration's JSON Schema for editors, from the schema that the program itself uses. Runs after tsc.
import { readFileSync, writeFileSync } from 'node:fs';
import { configSchema } from '../dist/project/config.js';

const words = JSON.parse(readFileSync(new URL('../locales/en/ui.json', import.meta.url), 'utf8'));
const schema = configSchema();
for (const [key, property] of Object.entries(schema.properties)) {
  const description = words.config[key];
  if (description) property.description = description;
}
writeFileSync(
  new URL('../dist/hexapla.schema.json', import.meta.url),
  `${JSON.stringify(schema, null, 2)}\n`,
);
