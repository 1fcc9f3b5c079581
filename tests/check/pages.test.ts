import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/check/rules.ts';
import { RULE_IDS } from '../../src/model/rules.ts';
import { findIn, placesOf, rulePage } from '../support/rule-page.ts';

// Every rule has a page, and the page's examples are its tests: nothing is found in a good one, and in a bad one what the
// page says.
// HEXAPLA_RULE=id,id looks at these alone.
const asked = process.env['HEXAPLA_RULE']?.split(',');
const rules = RULES.filter(({ id }) => !asked || asked.includes(id));

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = rulePage(id);

  test('its page is headed by its id and has good and bad examples', () => {
    expect(page.text.startsWith(`# ${id}\n`)).toBe(true);
    if (rule.scope !== 'across' || rule.gather) {
      expect(page.good.length).toBeGreaterThan(0);
      expect(page.bad.length).toBeGreaterThan(0);
    }
  });

  test.each(page.good.map((example, at) => [at + 1, example] as const))('good example %i', (_, example) => {
    expect(findIn(id, example)).toEqual([]);
  });

  test.each(page.bad.map((example, at) => [at + 1, example] as const))('bad example %i', (_, example) => {
    const findings = findIn(id, example);
    expect(findings.length).toBeGreaterThan(0);
    if (example.finds) expect(placesOf(example, findings)).toEqual(example.finds);
  });
});

test.skipIf(asked)('there is one rule, one file and one page for each id', () => {
  expect(RULES.map(({ id }) => id).sort()).toEqual([...RULE_IDS].sort());
  const folder = new URL('../../src/check/rules/', import.meta.url);
  const files = readdirSync(folder).sort();
  expect(files).toEqual(RULE_IDS.flatMap((id) => [`${id}.md`, `${id}.ts`]).sort());
  expect(RULE_IDS.every((id) => existsSync(new URL(`${id}.md`, folder)))).toBe(true);
});
