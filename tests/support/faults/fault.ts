import type { Identify } from '../../../src/check/rule.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { RuleId } from '../../../src/model/rules.ts';
import { checkDocument } from '../../../src/pipeline-check.ts';
import type { Random } from './random.ts';
import { type Case, inLocale, type Row, type World, withTarget } from './world.ts';

/** One thing that is wrong in a project that was right. */
export interface Fault {
  /** The rule that has to find it. */
  readonly rule: RuleId;
  /** Others that may as well be the ones to find it. */
  readonly or: readonly RuleId[];
  readonly kind: string;
  /** A locale, or `source`. */
  readonly language: string;
  readonly before: Case;
  readonly after: Case;
  /** Where it has to be found; anywhere in the locale where the segment is undefined. */
  readonly locale: string | null | undefined;
  readonly segment: string | null | undefined;
  /** Judges it where running the checks on a document does not. */
  readonly isFound?: () => boolean;
  /** The source, the right text and the wrong one, for the reader of a list. */
  readonly texts: readonly string[];
}

/** A kind of fault in one target's text. */
export interface Kind {
  readonly rule: RuleId;
  readonly or?: readonly RuleId[];
  readonly name: string;
  readonly locales?: readonly string[];
  /** Names of worlds, or their beginnings. */
  readonly worlds?: readonly string[];
  readonly keys?: readonly string[];
  /** How many are made for each locale; 3 unless given. */
  readonly each?: number;
  /** Whether the rule needs the other locales too. */
  readonly wide?: true;
  /** Whether codes in the target are no hindrance. */
  readonly codes?: true;
  /** Whether the finding may be said of another segment of the edition. */
  readonly anywhere?: true;
  /** The broken text in the stored form; null where the text does not lend itself to it. */
  readonly breakIt: (row: Row, random: Random) => string | null;
}

/** Worlds that repeat the texts of others: only kinds that ask for them look there. */
const COPIES: ReadonlySet<string> = new Set(['twins', 'spelling', 'bare names']);

/** Makes faults of a kind, evenly over the locales. */
export function faultsOf(kind: Kind, worlds: readonly World[], random: Random): Fault[] {
  const rows = worlds
    .filter(({ name }) => kind.worlds?.some((one) => name.startsWith(one)) ?? !COPIES.has(name))
    .flatMap((world) => world.rows)
    .filter(
      ({ locale, key }) => (kind.locales?.includes(locale) ?? true) && (kind.keys?.includes(key) ?? true),
    )
    .filter(({ target }) => kind.codes || !/[<&]/.test(target));
  const locales = [...new Set(rows.map(({ locale }) => locale))];
  return locales.flatMap((locale) => {
    const own = random.shuffled(rows.filter((row) => row.locale === locale));
    const made: Fault[] = [];
    for (const row of own) {
      if (made.length >= (kind.each ?? 3)) break;
      const text = kind.breakIt(row, random);
      if (text !== null && text !== row.target) made.push(faultIn(row, kind, text));
    }
    return made;
  });
}

function faultIn(row: Row, { rule, or = [], name, wide, anywhere }: Kind, text: string): Fault {
  return {
    rule,
    or,
    kind: name,
    language: row.locale,
    before: wide ? row.world : cleanCase(row),
    after: withTarget(row, { text }, wide === true),
    locale: row.locale,
    segment: anywhere ? undefined : row.id,
    texts: [row.source, row.target, text],
  };
}

const cleanCases = new Map<World, Map<string, Case>>();

/** The clean case of a row's locale, the same object each time so that it is checked once. */
export function cleanCase({ world, locale }: Pick<Row, 'world' | 'locale'>): Case {
  const known = cleanCases.get(world) ?? new Map<string, Case>();
  cleanCases.set(world, known);
  const found = known.get(locale) ?? inLocale(world, locale);
  known.set(locale, found);
  return found;
}

/** Whether a fault is found: its rule says something at its place that it does not say of the right text. */
export function createJudge(identify: Identify | null): (fault: Fault) => boolean {
  const clean = new WeakMap<Case, Map<RuleId, readonly Finding[]>>();
  const find = (one: Case, rule: RuleId): readonly Finding[] =>
    checkDocument({
      ...one,
      context: { ...one.context, identify },
      order: { choice: () => null, only: [rule] },
    });
  const findClean = (one: Case, rule: RuleId): readonly Finding[] => {
    const known = clean.get(one) ?? new Map<RuleId, readonly Finding[]>();
    clean.set(one, known);
    const found = known.get(rule) ?? find(one, rule);
    known.set(rule, found);
    return found;
  };
  return (fault) =>
    fault.isFound?.() ??
    [fault.rule, ...fault.or].some((rule) => {
      const before = countsAt(findClean(fault.before, rule), fault);
      const after = countsAt(find(fault.after, rule), fault);
      return [...after].some(([said, count]) => count > (before.get(said) ?? 0));
    });
}

function countsAt(findings: readonly Finding[], { locale, segment }: Fault): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (locale !== undefined && finding.locale !== locale) continue;
    if (segment !== undefined && finding.segment !== segment) continue;
    const said = JSON.stringify([finding.segment, finding.values]);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return counts;
}

/** A fault at a row, with what the project is after it. */
export function faultAt(row: Row, rule: RuleId, kind: string, after: Case, over: Partial<Fault> = {}): Fault {
  const { locale, id, source, target } = row;
  return {
    rule,
    or: [],
    kind,
    language: locale,
    before: cleanCase(row),
    after,
    locale,
    segment: id,
    texts: [source, target],
    ...over,
  };
}
