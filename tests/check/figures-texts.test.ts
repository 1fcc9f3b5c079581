import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Pair, PairRule } from '../../src/check/rule.ts';
import { RULES } from '../../src/check/rules.ts';
import { createText } from '../../src/check/text.ts';
import { UDHR, udhrPieces } from '../support/udhr.ts';

// Translations by professionals: what is found there are their own slips, or nothing.
const IDS = ['numbers', 'number-format', 'dates', 'times', 'percent', 'currency', 'units'];
const rules = RULES.filter((rule): rule is PairRule => rule.scope === 'pair' && IDS.includes(rule.id));

function found(source: readonly [string, string], target: readonly [string, string]): string[] {
  const [one, other] = [source, target].map(([tag, text]) => createText(tag, [{ kind: 'text', text }]));
  const pair = { id: 's1', source: one, target: other } as unknown as Pair;
  return rules.flatMap(({ id, severity: own, check }) =>
    check(pair, {} as never).map(({ severity }) => `${id} ${String(severity ?? own)}`),
  );
}

const LOCALES = Object.keys(UDHR);

test.each(LOCALES)('the declaration has the same figures in %s as in all other languages', (target) => {
  const theirs = udhrPieces(target);
  for (const source of LOCALES) {
    const findings = udhrPieces(source).flatMap(({ text }, at) => {
      const translation = theirs[at]?.text;
      // Where a language joins or leaves out a piece, there is nothing to compare.
      const isJoined = [source, target].some((one) => one === 'ja' || one === 'ar') && at < 10;
      return text && translation && !isJoined ? found([source, text], [target, translation]) : [];
    });
    expect(findings.filter((finding) => !finding.endsWith('info'))).toEqual([]);
    expect(findings.length, `remarks from ${source}`).toBeLessThan(2);
  }
});

const NEWS = new URL('../../../shared/alignment/pud-parallel/', import.meta.url);
const news = describe.skipIf(!existsSync(NEWS));

news('sentences of news and encyclopedias (needs ../shared/alignment)', () => {
  test.each(['ar', 'zh'])('hardly anything is found in %s', (target) => {
    const lines = readFileSync(new URL(`en-${target}.tsv`, NEWS), 'utf8').split('\n');
    const findings = lines.flatMap((line) => {
      const [, source, translation] = line.split('\t');
      return source && translation ? found(['en', source], [target, translation]) : [];
    });
    expect(lines.length).toBeGreaterThan(1000);
    expect(findings.length).toBeLessThan(10);
  });
});
