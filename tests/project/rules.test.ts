import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/project/config.ts';
import { rulesFor } from '../../src/project/rules.ts';

const config = parseConfig(
  JSON.stringify({
    sourceLocale: 'en',
    targetLocales: ['hy', 'fr'],
    documents: ['docs/**/*.md'],
    policy: 'previous',
    thresholds: { reviewed: 0.9 },
    overrides: [
      { locales: ['fr'], policy: 'hold' },
      { documents: ['press/*', 'docs/press/**'], thresholds: { translated: 1 } },
      { locales: ['fr'], documents: ['letter'], thresholds: null },
    ],
  }),
);
const press = { path: 'docs/press/2026/a.md', name: 'press/2026/a' };
const letter = { path: 'docs/letter.md', name: 'letter' };

describe('the rules of publication', () => {
  it.each([
    [letter, 'hy', 'previous', { reviewed: 0.9 }],
    [letter, 'fr', 'hold', null],
    [press, 'hy', 'previous', { translated: 1 }],
    [press, 'fr', 'hold', { translated: 1 }],
  ] as const)('for %j in %s: %s, %j', (document, locale, policy, thresholds) => {
    expect(rulesFor(config, document, locale, null)).toEqual({ policy, thresholds, minState: 'reviewed' });
  });

  it('a policy that is asked for goes before them; fallback is asked for whatever there is', () => {
    expect(rulesFor(config, press, 'fr', 'previous')).toMatchObject({
      policy: 'previous',
      thresholds: { translated: 1 },
    });
    expect(rulesFor(config, press, 'fr', 'fallback')).toMatchObject({ policy: 'fallback', thresholds: null });
  });
});
