// Measures the checks: false alarms on texts that are right, and how many seeded faults are found.
// `tsx scripts/checks-eval.ts [clean|seeded] [--rule id,id] [--language l] [--corpus name] [--show N]`
import { parseArgs } from 'node:util';
import { isRuleId, type RuleId } from '../src/model/rules.ts';
import { type Alarm, alarmsIn, sizeOf } from '../tests/support/clean/alarms.ts';
import { type Corpus, cleanCorpora } from '../tests/support/clean/corpora.ts';
import { identifier } from '../tests/support/clean/identifier.ts';
import { createJudge, type Fault } from '../tests/support/faults/fault.ts';
import { seededFaults } from '../tests/support/faults/faults.ts';
import { writtenWorlds } from '../tests/support/faults/worlds.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string' },
    language: { type: 'string' },
    corpus: { type: 'string' },
    show: { type: 'string', default: '0' },
  },
});
const only: RuleId[] | null = values.rule?.split(',').filter(isRuleId) ?? null;
const shown = Number(values.show);
const wants = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
const identify = await identifier();
if (wants('clean')) reportClean();
if (wants('seeded')) reportSeeded();

function reportClean(): void {
  const written = writtenWorlds().map((world): Corpus => ({ ...world, tier: 'written' }));
  for (const corpus of [...cleanCorpora(), ...written]) {
    if (values.corpus && !corpus.name.startsWith(values.corpus)) continue;
    const alarms = alarmsIn(corpus, identify, only).filter(
      ({ finding }) => !values.language || finding.locale === values.language,
    );
    console.log(`\n== ${corpus.name} (${corpus.tier}): ${alarms.length} findings`);
    for (const [rule, list] of byRule(alarms)) console.log(row(corpus, rule, list));
    for (const [rule, list] of byRule(alarms)) for (const alarm of list.slice(0, shown)) show(rule, alarm);
  }
}

function byRule(alarms: readonly Alarm[]): [string, Alarm[]][] {
  return groupBy(alarms, ({ finding }) => `${finding.severity} ${finding.rule}`);
}

/** A rule's findings per 100 segments, language by language. */
function row(corpus: Corpus, rule: string, alarms: readonly Alarm[]): string {
  const locales = [...new Set(alarms.map(({ finding }) => finding.locale))];
  const cells = locales.map((locale) => {
    const count = alarms.filter(({ finding }) => finding.locale === locale).length;
    return `${locale ?? 'source'} ${((100 * count) / sizeOf(corpus, locale)).toFixed(1)} (${count})`;
  });
  return `${rule.padEnd(30)} ${cells.join('  ')}`;
}

function show(rule: string, { finding, source, target }: Alarm): void {
  console.log(
    `\n-- ${rule} ${finding.locale} ${JSON.stringify(finding.values)} ${JSON.stringify(finding.at ?? '')}`,
  );
  console.log(`   ${source.slice(0, 400)}\n   ${target.slice(0, 400)}`);
}

function reportSeeded(): void {
  const faults = seededFaults().filter(
    ({ rule, language }) =>
      (only?.includes(rule) ?? true) && (!values.language || language === values.language),
  );
  const isFound = createJudge(identify);
  const results = faults.map((fault) => ({ fault, found: isFound(fault) }));
  const line = (name: string, list: typeof results): string => {
    const hits = list.filter(({ found }) => found).length;
    return `${name.padEnd(34)} ${String(hits).padStart(4)} of ${String(list.length).padStart(4)}  ${((100 * hits) / list.length).toFixed(1)} %`;
  };
  console.log(`\n== seeded faults`);
  for (const [rule, list] of groupBy(results, ({ fault }) => fault.rule)) {
    const misses = list.filter(({ found }) => !found);
    const kinds = [...groupBy(misses, ({ fault }) => fault.kind)].map(
      ([kind, all]) =>
        `${kind} ${[...groupBy(all, ({ fault }) => fault.language)].map(([l, n]) => `${l}${n.length > 1 ? n.length : ''}`).join(' ')}`,
    );
    console.log(`${line(rule, list)}  ${kinds.length > 0 ? `missed: ${kinds.join('; ')}` : ''}`);
  }
  for (const [language, list] of groupBy(results, ({ fault }) => fault.language))
    console.log(line(language, list));
  console.log(line('all', results));
  for (const [rule, list] of groupBy(results, ({ fault }) => `${fault.rule}: ${fault.kind}`)) {
    for (const { fault } of list.filter(({ found }) => !found).slice(0, shown)) showMiss(rule, fault);
  }
}

function showMiss(rule: string, { language, texts }: Fault): void {
  console.log(`\n-- ${rule} (${language})`);
  for (const text of texts) console.log(`   ${JSON.stringify(text.slice(0, 400))}`);
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
