import type { RuleId } from '../../../src/model/rules.ts';
import { openMarkdown } from '../clean/project.ts';
import { udhrMarkdown } from '../udhr.ts';
import { faultAt as at, cleanCase, type Fault } from './fault.ts';
import { opaqueFaults, orderFaults, sourceFaults, twinFaults, waiverFaults } from './other-faults.ts';
import { PAGE_MARKDOWN } from './page-world.ts';
import type { Random } from './random.ts';
import { type Case, type Row, type World, withCatalogue, withDocument, withTarget } from './world.ts';

/** The world without a row's target. */
function without(row: Row): Case {
  return withCatalogue(row.world, row.locale, (catalogue) => {
    const { [row.id]: _, ...targets } = catalogue.targets;
    return { ...catalogue, targets };
  });
}

const human = { origin: 'human', by: 'A. Translator' } as const;

/** Faults of a target's standing, one of each kind at a row. */
function standingFaults(row: Row): Fault[] {
  const { world, locale, target: text, id } = row;
  const madeFrom = world.targets[locale]?.targets[id]?.madeFrom ?? '';
  const past = { text, madeFrom, state: 'translated', ...human } as const;
  const extra = withCatalogue(world, locale, (catalogue) => ({
    ...catalogue,
    targets: { ...catalogue.targets, s00000000: { ...past, state: 'final' } },
  }));
  const asked = (one: Case): Case => ({ ...one, settings: { ...one.settings, thresholds: { final: 1 } } });
  const everywhere = { segment: undefined } as const;
  return [
    at(row, 'missing', 'no target', without(row)),
    at(row, 'missing', 'an empty target', withTarget(row, { text: '' })),
    at(row, 'lost-translation', 'emptied', withTarget(row, { text: '', was: [{ ...past, state: 'final' }] })),
    at(row, 'extra', 'an unknown segment', extra, everywhere),
    at(row, 'unreviewed', 'only translated', withTarget(row, { state: 'translated' })),
    at(row, 'unreviewed', 'only begun', withTarget(row, { state: 'initial' })),
    at(
      row,
      'machine-drafts',
      'a machine’s draft',
      withTarget(row, { state: 'translated', origin: 'machine' }),
      everywhere,
    ),
    at(row, 'self-approved', 'one person alone', withTarget(row, { by: 'A. Translator', was: [past] })),
    at(row, 'below-threshold', 'not all final', asked(withTarget(row, { state: 'reviewed' })), {
      ...everywhere,
      before: asked(cleanCase(row)),
    }),
    at(
      row,
      'orphan-language',
      'no catalogue',
      withCatalogue(world, locale, () => null),
      everywhere,
    ),
  ];
}

/** Changes of the declaration's wording, and whether the meaning is another. */
const EDITS: readonly (readonly [rule: RuleId, kind: string, from: string, to: string])[] = [
  [
    'stale',
    'the source reworded',
    'barbarous acts which have outraged',
    'barbarous deeds which have shocked',
  ],
  [
    'stale',
    'the source reworded',
    'Everyone has the right to freedom of peaceful assembly',
    'Everybody enjoys the right to freedom of peaceful assembly',
  ],
  [
    'stale',
    'the source reworded',
    'including reasonable limitation of working hours',
    'with reasonable limits on working hours',
  ],
  [
    'stale-meaning',
    'a negation added',
    'No one shall be held in slavery',
    'Everyone shall be held in slavery',
  ],
  [
    'stale-meaning',
    'a negation lost',
    'No one shall be arbitrarily deprived of his nationality',
    'One shall be arbitrarily deprived of his nationality',
  ],
  [
    'stale-meaning',
    'another modal verb',
    'Elementary education shall be compulsory',
    'Elementary education may be compulsory',
  ],
];

/** Faults by an edit of the source that nobody brought into the translations. */
function staleFaults(world: World, locales: readonly string[]): Fault[] {
  const markdown = udhrMarkdown('en');
  return EDITS.flatMap(([rule, kind, from, to]) => {
    if (!markdown.includes(from)) throw new Error(`the declaration does not say ${from}`);
    const edited = markdown.replace(from, to);
    return locales.flatMap((locale): Fault[] => {
      const row = world.rows.find((one) => one.locale === locale && one.source.includes(from));
      if (!row) return [];
      return [
        at(row, rule, kind, withDocument(world, locale, edited, world.open.catalogue), { texts: [from, to] }),
      ];
    });
  });
}

/** Faults of what a page has besides its text. */
function pageFaults(world: World): Fault[] {
  const texts = new Set(['title', 'description', 'alt', 'imageTitle', 'footnote']);
  return world.rows.flatMap((row): Fault[] => {
    const faults: Fault[] = [];
    if (texts.has(row.key))
      faults.push(
        at(row, 'metadata', `the ${row.key} as it is in the source`, withTarget(row, { text: row.source })),
      );
    if (row.key === 'alt' || row.key === 'description')
      faults.push(at(row, 'metadata', `no ${row.key}`, without(row)));
    if (['hours', 'item', 'footnote', 'alt'].includes(row.key))
      faults.push(at(row, 'structure', `no ${row.key}`, without(row), { segment: undefined }));
    if (row.key === 'link')
      faults.push(
        at(row, 'structure', 'no link', withTarget(row, { text: row.target.replace(/<\/?1>/g, '') }), {
          segment: undefined,
        }),
      );
    return faults;
  });
}

/** Faults of links within a page. */
function anchorFaults(world: World): Fault[] {
  const locales = Object.keys(world.targets);
  const opened = (markdown: string): World => ({
    ...world,
    open: openMarkdown(`${markdown}\n`, world.settings, world.open.catalogue),
  });
  return locales.flatMap((locale): Fault[] => {
    const row = world.rows.find((one) => one.locale === locale && one.key === 'link');
    const hours = world.rows.find((one) => one.locale === locale && one.key === 'hours');
    if (!row || !hours) return [];
    const led = cleanCase(row);
    const links = { '#opening-hours': { [locale]: '#no-such-place' } };
    const renamed = opened(PAGE_MARKDOWN.replace('(#opening-hours)', '(#opening-times)'));
    return [
      at(row, 'dead-anchor', 'a link of the language’s own to nowhere', {
        ...led,
        settings: { ...led.settings, links },
      }),
      at(hours, 'dead-anchor', 'a heading without a name', withTarget(hours, { text: '…' }), {
        segment: undefined,
      }),
      at(
        row,
        'dead-anchor',
        'a link of the source to nowhere',
        { ...led, open: renamed.open },
        { segment: undefined, locale: undefined },
      ),
    ];
  });
}

/** Faults of editions, in the worlds that suit them. */
export function editionFaults(worlds: readonly World[], random: Random): Fault[] {
  const named = (name: string): World => {
    const found = worlds.find((world) => world.name === name);
    if (!found) throw new Error(`no world ${name}`);
    return found;
  };
  const udhr = named('udhr');
  const locales = Object.keys(udhr.targets);
  const standing = locales.flatMap((locale) => {
    const rows = udhr.rows.filter((row) => row.locale === locale && row.kind !== 'heading');
    return random
      .shuffled(rows)
      .slice(0, 2)
      .flatMap((row) => [...standingFaults(row), ...waiverFaults(row), ...orderFaults(row, random)]);
  });
  return [
    ...standing,
    ...staleFaults(udhr, locales),
    ...pageFaults(named('page')),
    ...anchorFaults(named('page')),
    ...twinFaults(named('twins'), random),
    ...sourceFaults(named('figures')),
    ...opaqueFaults(named('marks')),
  ];
}
