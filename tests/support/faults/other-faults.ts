import { hashWording } from '../../../src/catalogue/hash.ts';
import { orderFindings } from '../../../src/check/rules/order.ts';
import { applyWaivers, staleWaivers, type Wordings } from '../../../src/check/waivers.ts';
import type { SourceCatalogue, Target, TargetCatalogue } from '../../../src/model/catalogue.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Waiver } from '../../../src/model/waiver.ts';
import { DOCUMENT, entriesOf, openMarkdown } from '../clean/project.ts';
import { faultAt as at, cleanCase, type Fault } from './fault.ts';
import type { Random } from './random.ts';
import { type Row, type World, withTarget } from './world.ts';

/** Faults in the source's figures, where all languages agree on another one. */
export function sourceFaults(figures: World): Fault[] {
  return figures.rows
    .filter(({ locale, key }) => locale === 'fr' && /^(?:people|casualties)/.test(key))
    .flatMap((row): Fault[] => {
      const number = /\d[\d,]+(?= people)/.exec(row.source)?.[0];
      if (!number) return [];
      return [10, 3].map((factor): Fault => {
        const changed = row.source.replace(
          number,
          (Number(number.replaceAll(',', '')) * factor).toLocaleString('en'),
        );
        const open = openMarkdown(
          figures.open.source.text.replace(escapedIn(figures, row), (found) =>
            found.replace(
              /\d[\d\\,]+(?= people)/,
              (Number(number.replaceAll(',', '')) * factor).toLocaleString('en').replaceAll(',', '\\,'),
            ),
          ),
          figures.settings,
          figures.open.catalogue,
        );
        const targets = Object.fromEntries(
          Object.entries(figures.targets).map(([locale, target]) => [
            locale,
            renewed(target, open.catalogue),
          ]),
        );
        return at(
          row,
          'figures-matrix',
          'the source disagrees with all languages',
          { ...cleanCase(row), open, targets },
          {
            language: 'source',
            locale: undefined,
            segment: undefined,
            before: figures,
            texts: [row.source, changed],
          },
        );
      });
    });
}

/** The block of a row as it is written in its document. */
function escapedIn({ open }: World, { at: place }: Row): string {
  return open.source.text.split('\n\n')[place] ?? '';
}

/** A catalogue whose targets are made from what the source says now. */
function renewed(target: TargetCatalogue, source: SourceCatalogue): TargetCatalogue {
  const targets = entriesOf(source).flatMap(([id, entry]): [string, Target][] => {
    const stored = target.targets[id];
    return stored ? [[id, { ...stored, madeFrom: hashWording(entry) }]] : [];
  });
  return { ...target, targets: Object.fromEntries(targets) };
}

/** Faults across the segments of an edition. */
export function twinFaults(twins: World, random: Random): Fault[] {
  return Object.keys(twins.targets).flatMap((locale): Fault[] => {
    const rows = random.shuffled(
      twins.rows.filter(
        (row) => row.locale === locale && row.target.length > 30 && row.source.split(' ').length >= 7,
      ),
    );
    const same = rows.slice(0, 2).flatMap((row): Fault[] => {
      const words = row.target.split(' ');
      const text =
        words.length < 4
          ? `${row.target.slice(0, 4)}${row.target.slice(6)}`
          : [...words.slice(0, 2), ...words.slice(3)].join(' ');
      return [
        at(row, 'inconsistent-target', 'one of two copies otherwise', withTarget(row, { text }), {
          segment: undefined,
          texts: [row.source, row.target, text],
        }),
      ];
    });
    const merged = rows.slice(0, 2).flatMap((one): Fault[] => {
      const other = rows.find(({ source }) => source !== one.source);
      if (!other) return [];
      const text = other.target;
      const after = withTarget(one, { text });
      const over = { segment: undefined, texts: [one.source, one.target, text] };
      return [at(one, 'inconsistent-source', 'two sentences told as one', after, over)];
    });
    return [...same, ...merged];
  });
}

/** Waivers that hold no longer, at a row. */
export function waiverFaults(row: Row): Fault[] {
  const { locale, id: segment, source, target } = row;
  const waiver: Waiver = {
    rule: 'length-ratio',
    document: DOCUMENT,
    locale,
    segment,
    source,
    target,
    reason: 'short on purpose',
    by: 'A. Editor',
  };
  const finding: Finding = {
    rule: 'length-ratio',
    severity: 'warning',
    document: DOCUMENT,
    locale,
    segment,
    values: {},
  };
  const told = (now: Wordings | null, findings: readonly Finding[]): boolean => {
    const looked = { rule: () => true, document: () => true, locale: () => true, wordings: () => now };
    const all = staleWaivers(applyWaivers(findings, [waiver], looked), 'warning');
    return all.some((one) => one.rule === 'waiver-stale' && one.segment === segment);
  };
  const fault = (kind: string, now: Wordings | null, findings: readonly Finding[]): Fault =>
    at(row, 'waiver-stale', kind, cleanCase(row), {
      isFound: () => !told({ source, target }, [finding]) && told(now, findings),
    });
  return [
    fault('the translation changed', { source, target: `${target} x` }, [finding]),
    fault('the source changed', { source: `${source} x`, target }, [finding]),
    fault('nothing to waive', { source, target }, []),
    fault('the segment is gone', null, [finding]),
  ];
}

/** Files that come back with their segments in disorder. */
export function orderFaults(row: Row, random: Random): Fault[] {
  const ids = entriesOf(row.world.open.catalogue).map(([id]) => id);
  const from = random.below(ids.length - 6);
  const [moved = ''] = ids.slice(from);
  const others = ids.filter((id) => id !== moved);
  const far = [...others.slice(0, from + 4), moved, ...others.slice(from + 4)];
  const twice = [...ids.slice(0, from + 5), moved, ...ids.slice(from + 5)];
  const tells = (file: readonly string[]): boolean =>
    orderFindings({ file, source: ids }).some(({ segment }) => segment === moved);
  const fault = (kind: string, file: readonly string[]): Fault =>
    at(row, 'order', kind, cleanCase(row), { isFound: () => !tells(ids) && tells(file), texts: [moved] });
  return [fault('a segment elsewhere', far), fault('a segment twice', twice)];
}

const BLOCKS_OF_HTML = [
  'div',
  'section',
  'table',
  'details',
  'aside',
  'p',
  'ul',
  'form',
  'figure',
  'blockquote',
];

/** Text of the source that stands in blocks of HTML, where nobody can translate it. */
export function opaqueFaults(world: World): Fault[] {
  const [row] = world.rows;
  if (!row) return [];
  return BLOCKS_OF_HTML.flatMap((tag) =>
    ['The office is closed.', 'Call us on Monday.'].map((text): Fault => {
      const markdown = `${world.open.source.text}\n<${tag}>\n${text}\n</${tag}>\n`;
      const after = { ...cleanCase(row), open: openMarkdown(markdown, world.settings, world.open.catalogue) };
      const over = { language: 'source', locale: null, segment: null, texts: [text] };
      return at(row, 'opaque', `text in <${tag}>`, after, over);
    }),
  );
}
