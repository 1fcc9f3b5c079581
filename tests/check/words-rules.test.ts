import { describe, expect, test } from 'vitest';
import { reviewTargets, setTarget } from '../../src/catalogue/review.ts';
import type { Edition, Gathered } from '../../src/check/rule.ts';
import { inconsistentTarget } from '../../src/check/rules/inconsistent-target.ts';
import { lengthRatio } from '../../src/check/rules/length-ratio.ts';
import { lostTranslation } from '../../src/check/rules/lost-translation.ts';
import { selfApproved } from '../../src/check/rules/self-approved.ts';
import { truncated } from '../../src/check/rules/truncated.ts';
import { createText } from '../../src/check/text.ts';
import type { TargetCatalogue } from '../../src/model/catalogue.ts';
import { openDocument } from '../../src/pipeline.ts';
import { checkSettings, viewDocument } from '../../src/pipeline-check.ts';
import { UDHR_LOCALES, udhrCorpus } from '../support/clean/corpora.ts';
import { extract, liveIds, settings } from '../support/settings.ts';

const corpus = udhrCorpus();
const view = viewDocument(corpus.open, corpus.settings, checkSettings(corpus.settings));
const editionOf = (locale: string): Edition => view.edition(locale, corpus.targets[locale] ?? null);

/** The edition with one target replaced. */
function withTarget(edition: Edition, at: number, plain: string): Edition {
  const pairs = edition.pairs.map((pair, index) =>
    index === at
      ? { ...pair, target: createText(pair.target.locale, [{ kind: 'text', text: plain }]) }
      : pair,
  );
  return { ...edition, pairs };
}

/** How many of an edition's long texts a rule finds after a change. */
function shareFound(
  rule: typeof lengthRatio,
  edition: Edition,
  change: (plain: string) => string,
): [number, number] {
  let [found, tried] = [0, 0];
  for (const [at, { id, source, target }] of edition.pairs.entries()) {
    if (at % 5 !== 0 || source.plain.length < 60) continue;
    tried++;
    const seeded = withTarget(edition, at, change(target.plain));
    if (rule.check(seeded).some(({ segment }) => segment === id)) found++;
  }
  return [found, tried];
}

const half = (plain: string): string =>
  [...plain]
    .slice(0, [...plain].length >> 1)
    .join('')
    .trimEnd();

describe('lengths', () => {
  test.each(UDHR_LOCALES)('%s: professional translations are within the limits', (locale) => {
    const edition = editionOf(locale);
    expect(lengthRatio.check(edition).length + truncated.check(edition).length).toBeLessThanOrEqual(
      edition.pairs.length / 60,
    );
  });

  test('texts that are cut to half or doubled are found', () => {
    const total = { half: [0, 0], cut: [0, 0], doubled: [0, 0] };
    for (const locale of ['hy', 'az', 'fr', 'zh-Hans', 'ar', 'ru']) {
      const edition = editionOf(locale);
      const add = (sum: number[], [found, tried]: [number, number]): void => {
        sum[0] = (sum[0] ?? 0) + found;
        sum[1] = (sum[1] ?? 0) + tried;
      };
      add(total.half, shareFound(lengthRatio, edition, half));
      add(total.cut, shareFound(truncated, edition, half));
      add(
        total.doubled,
        shareFound(lengthRatio, edition, (plain) => `${plain} ${plain}`),
      );
    }
    for (const [found = 0, tried = 1] of Object.values(total)) {
      expect(tried).toBeGreaterThan(40);
      expect(found / tried).toBeGreaterThanOrEqual(0.95);
    }
  });

  test('a missing full stop alone cuts nothing off', () => {
    const edition = editionOf('de');
    const [found, tried] = shareFound(truncated, edition, (plain) => plain.replace(/\.$/, ''));
    expect(found / tried).toBeLessThan(0.15);
  });
});

describe('inconsistent-target across documents', () => {
  const small = (source: string, target: string, document: string): Gathered => {
    const { catalogue } = extract(`${source}\n`);
    const [[id = ''] = []] = liveIds(catalogue);
    const none: TargetCatalogue = { document: 'doc.md', locale: 'fr', targets: {}, suggestions: {} };
    const targets = setTarget(catalogue, none, id, { text: target, origin: 'human' });
    const bytes = new TextEncoder().encode(`${source}\n`);
    const open = openDocument({ document: 'doc.md', bytes, catalogue, settings });
    const edition = viewDocument(open, settings, checkSettings(settings)).edition('fr', targets);
    return { document, locale: 'fr', notes: inconsistentTarget.gather?.(edition) };
  };
  const project = { targetLocales: ['fr'], documents: [], required: null, absent: [], surplus: [] };

  test('the rarer wording is told, wherever it stands', () => {
    const gathered = [
      small('Opening hours', 'Horaires', 'a.md'),
      small('Opening hours', 'Heures d’ouverture', 'b.md'),
      small('Opening hours', 'heures d’ouverture', 'c.md'),
    ];
    const found = inconsistentTarget.judge(gathered, project);
    expect(found).toMatchObject([
      { document: 'a.md', locale: 'fr', values: { usual: 'Heures d’ouverture', count: 2, document: 'b.md' } },
    ]);
  });

  test('notes are plain data and small; long sources that stand once are not noted', () => {
    const { notes } = small('Opening hours', 'Horaires', 'a.md');
    expect(JSON.parse(JSON.stringify(notes))).toEqual(notes);
    expect(String(notes).length).toBeLessThan(60);
    const long = 'This sentence has many more than the twelve words which are noted of every text here.';
    expect(small(long, 'Cette phrase est longue.', 'a.md').notes).toBeNull();
  });
});

describe('what was decided about a target', () => {
  const source = extract('The hall is open.\n').catalogue;
  const [[id = ''] = []] = liveIds(source);
  const none: TargetCatalogue = { document: 'doc.md', locale: 'fr', targets: {}, suggestions: {} };
  const editionWith = (target: TargetCatalogue): Edition => {
    const bytes = new TextEncoder().encode('The hall is open.\n');
    const open = openDocument({ document: 'doc.md', bytes, catalogue: source, settings });
    return viewDocument(open, settings, checkSettings(settings)).edition('fr', target);
  };
  const review = (target: TargetCatalogue, by: string, state: 'reviewed' | 'final' = 'reviewed') =>
    reviewTargets(source, target, { ids: 'all', state, confirm: false, by }).target;
  const made = (origin: 'human' | 'machine', by?: string) =>
    setTarget(source, none, id, { text: 'La salle est ouverte.', origin, ...(by !== undefined && { by }) });
  const kinds = (target: TargetCatalogue) =>
    selfApproved.check(editionWith(target)).map(({ values }) => values['kind']);

  test('the translator’s own review is no second pair of eyes', () => {
    expect(kinds(review(made('human', 'Anna'), ' anna'))).toEqual(['same']);
    expect(kinds(review(made('human', 'Anna'), 'Bruno'))).toEqual([]);
    expect(kinds(review(review(made('human', 'Anna'), 'Bruno'), 'Anna', 'final'))).toEqual([]);
    expect(kinds(made('human', 'Anna'))).toEqual([]);
    expect(kinds(review(made('human'), 'Anna'))).toEqual([]);
  });

  test('a person’s name stands for what a machine made, or nobody’s', () => {
    expect(kinds(review(made('machine'), 'Bruno'))).toEqual([]);
    const raised = made('machine');
    const stored = raised.targets[id];
    if (!stored) throw new Error('no target');
    const nobody = { ...raised, targets: { [id]: { ...stored, state: 'reviewed' as const } } };
    expect(selfApproved.check(editionWith(nobody))).toMatchObject([
      { severity: 'warning', values: { kind: 'machine' } },
    ]);
  });

  test('an undone import loses a translation; what was declined was none', () => {
    const suggestion = { text: 'La salle.', state: 'translated', origin: 'human', madeFrom: 'x' } as const;
    const lost = (reason: 'undone' | 'declined') =>
      lostTranslation.check(editionWith({ ...none, suggestions: { [id]: [{ ...suggestion, reason }] } }));
    expect(lost('undone')).toMatchObject([{ segment: id, values: { kind: 'undone', text: 'La salle.' } }]);
    expect(lost('declined')).toEqual([]);
  });
});
