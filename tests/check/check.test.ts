import { describe, expect, test } from 'vitest';
import { formatSource, formatTarget } from '../../src/catalogue/json.ts';
import { reviewTargets, setTarget } from '../../src/catalogue/review.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import type { Finding } from '../../src/model/finding.ts';
import { RULE_IDS, type RuleId } from '../../src/model/rules.ts';
import { openDocument, type Settings } from '../../src/pipeline.ts';
import { checkDocument } from '../../src/pipeline-check.ts';
import { hexapla } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';
import { extract, liveIds, settings } from '../support/settings.ts';

const none: TargetCatalogue = { document: 'doc.md', locale: 'fr', targets: {}, suggestions: {} };
const TEXT = 'The **first** sentence is here. The second one follows.\n';

function check(
  markdown: string,
  catalogue: SourceCatalogue,
  targets: Record<string, TargetCatalogue | null>,
  over: Partial<Settings> = {},
  only: readonly RuleId[] = OLD,
): Finding[] {
  const all = { ...settings, minState: 'translated' as const, ...over };
  const bytes = new TextEncoder().encode(markdown);
  return checkDocument({
    open: openDocument({ document: 'doc.md', bytes, catalogue, settings: all }),
    targets,
    settings: all,
    order: { choice: () => null, only },
  });
}

/** The rules that these tests are about: others have their own, and their pages. */
const OLD: readonly RuleId[] = [
  ...(['missing', 'stale', 'stale-meaning', 'unreviewed', 'inline-codes'] as const),
  ...(['machine-drafts', 'opaque', 'no-locales'] as const),
];

const brief = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, segment }) => [rule, severity, segment]);

describe('each rule finds its fault, and nothing where there is none', () => {
  const source = extract(TEXT).catalogue;
  const [[one = ''] = [], [two = ''] = []] = liveIds(source);
  const human = (text: string) => ({ text, origin: 'human' as const });
  const whole = setTarget(
    source,
    setTarget(source, none, one, human('La <1>première</1>.')),
    two,
    human('La seconde.'),
  );

  test('a complete locale has no findings', () => {
    expect(check(TEXT, source, { fr: whole })).toEqual([]);
  });

  test('missing', () => {
    const half = setTarget(source, none, one, human('La <1>première</1>.'));
    expect(brief(check(TEXT, source, { fr: half }))).toEqual([['missing', 'error', two]]);
    expect(brief(check(TEXT, source, { fr: null }))).toEqual([
      ['missing', 'error', one],
      ['missing', 'error', two],
    ]);
  });

  test('missing: a target of codes or white space alone', () => {
    const bare = {
      ...whole,
      targets: { ...whole.targets, [one]: { ...whole.targets[one]!, text: '<1> </1>' } },
    };
    expect(brief(check(TEXT, source, { fr: bare }))).toEqual([['missing', 'error', one]]);
    const nothing = { ...whole, targets: { ...whole.targets, [two]: { ...whole.targets[two]!, text: '' } } };
    expect(brief(check(TEXT, source, { fr: nothing }))).toEqual([['missing', 'error', two]]);
  });

  test('stale, with the class of the edit', () => {
    const later = TEXT.replace('second one follows', 'third one follows 2 others');
    const edited = extract(later, source).catalogue;
    const findings = check(later, edited, { fr: whole });
    expect(findings.map(({ rule, segment, values }) => [rule, segment, values])).toEqual([
      ['stale-meaning', two, {}],
    ]);
  });

  test('unreviewed', () => {
    expect(brief(check(TEXT, source, { fr: whole }, { minState: 'reviewed' }))).toEqual([
      ['unreviewed', 'error', one],
      ['unreviewed', 'error', two],
    ]);
    const { target } = reviewTargets(source, whole, {
      ids: 'all',
      state: 'reviewed',
      confirm: false,
      by: 'R',
    });
    expect(check(TEXT, source, { fr: target }, { minState: 'reviewed' })).toEqual([]);
  });

  test.each([
    ['lost', 'La première.', '1'],
    ['invented', 'La <1>première</1> <2/>.', '2'],
    ['nesting', 'La <1/> première.', '1'],
  ])('inline-codes: %s', (kind, text, code) => {
    const broken = { ...whole, targets: { ...whole.targets, [one]: { ...whole.targets[one]!, text } } };
    const [finding, ...others] = check(TEXT, source, { fr: broken });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'inline-codes',
      severity: 'error',
      segment: one,
      values: { [kind]: code },
    });
  });

  test('machine-drafts: one a locale, with their number', () => {
    const draft = setTarget(source, whole, two, { text: 'La seconde.', origin: 'machine' });
    const findings = check(TEXT, source, { fr: draft });
    expect(findings).toEqual([
      {
        rule: 'machine-drafts',
        severity: 'info',
        locale: 'fr',
        document: 'doc.md',
        segment: null,
        values: { count: 1 },
      },
    ]);
  });

  test('opaque: text that nobody can translate, with its line', () => {
    const markdown = `${TEXT}\n<div>Some text</div>\n`;
    const later = extract(markdown, source).catalogue;
    expect(check(markdown, later, { fr: whole })).toEqual([
      {
        rule: 'opaque',
        severity: 'warning',
        locale: null,
        document: 'doc.md',
        segment: null,
        values: { kind: 'html', line: 3 },
      },
    ]);
  });

  test('no-locales: a check never passes on nothing', () => {
    expect(brief(check(TEXT, source, {}))).toEqual([['no-locales', 'error', null]]);
  });
});

test('every finding is told in words, and the exit code is that of the asked severity', async () => {
  const markdown = `${TEXT}\n<div>Some text</div>\n`;
  const source = extract(markdown).catalogue;
  const target = setTarget(source, none, liveIds(source)[1]?.[0] ?? '', {
    text: 'La seconde.',
    origin: 'machine',
  });
  const folder = newFolder({
    'hexapla.json': JSON.stringify({ sourceLocale: 'en', targetLocales: ['fr'], documents: ['doc.md'] }),
    'doc.md': markdown,
    'locales/en/doc.json': formatSource(source),
    'locales/fr/doc.json': formatTarget(target, []),
  });
  const { exit, out } = await hexapla(folder, ['check', '--json']);
  const { findings } = JSON.parse(out) as { findings: (Finding & { message: string })[] };
  expect(exit).toBe(1);
  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['unreviewed', 'machine-drafts', 'missing', 'opaque']),
  );
  for (const { message, rule } of findings) {
    expect(message).not.toMatch(/finding\.|[{}]/);
    expect(RULE_IDS).toContain(rule);
  }
});
