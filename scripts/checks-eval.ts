// Measures the checks: false alarms on texts that are right, and how many seeded faults are found.
// `tsx scripts/checks-eval.ts [clean|seeded] [--rule id,id] [--language l] [--corpus name] [--show N]`
import { parseArgs } from 'node:util';
import { isRuleId, type RuleId } from '../src/model/rules.ts';
import { type Alarm, alarmsIn, sizeOf } from '../tests/support/clean/alarms.ts';
import { type Corpus, cleanCorpora } from '../tests/support/clean/corpora.ts';
import { identifier } from '../tests/support/clean/identifier.ts';

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
if (identify === null) console.log('(no identifier of languages)');
if (wants('clean')) reportClean();

function reportClean(): void {
  for (const corpus of cleanCorpora()) {
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
  const groups = Map.groupBy ? Map.groupBy(alarms, ruleOf) : grouped(alarms);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

const ruleOf = ({ finding }: Alarm): string => `${finding.severity} ${finding.rule}`;

function grouped(alarms: readonly Alarm[]): Map<string, Alarm[]> {
  const groups = new Map<string, Alarm[]>();
  for (const alarm of alarms) groups.set(ruleOf(alarm), [...(groups.get(ruleOf(alarm)) ?? []), alarm]);
  return groups;
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
  console.log(`\n-- ${rule} ${finding.locale} ${JSON.stringify(finding.values)} ${JSON.stringify(finding.at ?? '')}`);
  console.log(`   ${source.slice(0, 400)}\n   ${target.slice(0, 400)}`);
}
