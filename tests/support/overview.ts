import { existsSync, readFileSync } from 'node:fs';
import type { Rule } from '../../src/check/rule.ts';
import { RULES } from '../../src/check/rules.ts';
import { STAGES } from '../../src/model/finding.ts';
import { RULE_IDS, type RuleId } from '../../src/model/rules.ts';
import { findIn, rulePage } from './rule-page.ts';

/** The page of all checks. */
export const OVERVIEW: URL = new URL('../../src/check/README.md', import.meta.url);

/** A row of a peer's table: its names for a check, our rules, and how far these go (or why there are none). */
export interface PeerRow {
  readonly names: readonly string[];
  readonly rules: readonly string[];
  readonly how: string;
}

/** Another tool as the page has it. */
export interface Peer {
  readonly name: string;
  /** What stands between the heading and the table. */
  readonly about: string;
  readonly rows: readonly PeerRow[];
}

/** The peers of the page, in order. */
export function peersOf(page: string): Peer[] {
  return sectionOf(page, 'Beside other tools')
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [name = '', ...lines] = section.trim().split('\n');
      const about = lines.filter((line) => !line.startsWith('|'));
      return { name, about: about.join('\n').trim(), rows: cellsOf(section).map(readRow) };
    });
}

/** The rules that the page says are here alone. */
export function onlyHere(page: string): string[] {
  return cellsOf(sectionOf(page, 'Only here')).flatMap(([cell = '']) => spansOf(cell));
}

function sectionOf(page: string, title: string): string {
  const [, after = ''] = page.split(`\n## ${title}\n`);
  return after.split('\n## ', 1)[0] ?? '';
}

/** The cells of all rows of a section's tables, without those of their heads. */
function cellsOf(section: string): string[][] {
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows
    .filter((_, at) => !rows[at]?.startsWith('| ---') && !rows[at + 1]?.startsWith('| ---'))
    .map((row) => row.split(/(?<!\\)\|/).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

function readRow([names = '', rules = '', how = '']: readonly string[]): PeerRow {
  const spans = spansOf(names);
  return { names: spans.length > 0 ? spans : [names], rules: spansOf(rules), how };
}

function spansOf(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
}

/** The page with its generated parts made anew: the table of rules, and the counts of the peers. */
export function renewed(page: string): string {
  return between(between(page, 'rules', rulesTable()), 'counts', countsTable(peersOf(page)));
}

function between(page: string, mark: string, table: string): string {
  const [start, end] = [`<!-- ${mark} -->\n`, `<!-- /${mark} -->`];
  const [before = '', old, ...others] = page.split(start);
  const [, after, ...more] = old?.split(end) ?? [];
  if (after === undefined || others.length + more.length > 0) throw new Error(`no marks ${mark}`);
  return `${before}${start}${table}${end}${after}`;
}

function rulesTable(): string {
  const rows = RULE_IDS.map((id) => {
    const rule = RULES.find((one) => one.id === id);
    if (!rule) throw new Error(`there is no rule ${id}`);
    return [
      `[${id}](rules/${id}.md)`,
      severityText(rule),
      rule.scope,
      rule.optIn ? 'yes' : '',
      isFixable(id) ? 'yes' : '',
      summaryOf(id),
    ];
  });
  return tableText(['check', 'severity', 'scope', 'opt-in', 'fixable', 'what it is for'], rows);
}

/** One word, or that before a publication and that in work in progress. */
function severityText({ severity }: Rule): string {
  if (typeof severity === 'string') return severity;
  return [...new Set(STAGES.map((stage) => severity[stage]))].join(' / ');
}

/** Whether one of the page's bad examples yields a finding that can be mended. */
function isFixable(id: RuleId): boolean {
  if (!existsSync(new URL(`rules/${id}.md`, OVERVIEW))) return false;
  return rulePage(id).bad.some((example) => findIn(id, example).some(({ fix = [] }) => fix.length > 0));
}

function summaryOf(id: RuleId): string {
  const words = readFileSync(new URL('../../locales/en/ui.json', import.meta.url), 'utf8');
  const { rule } = JSON.parse(words) as { readonly rule: Readonly<Record<string, string>> };
  return (rule[id] ?? '').replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('[', '\\[');
}

/** How many of a peer's checks there are, and what becomes of them here. */
export function countsOf({ rows }: Peer): Record<'all' | 'software' | 'same' | 'part' | 'without', number> {
  const counts = { all: 0, software: 0, same: 0, part: 0, without: 0 };
  for (const { names, rules, how } of rows) {
    counts.all += names.length;
    if (rules.length > 0) counts[how === 'same' ? 'same' : 'part'] += names.length;
    else counts[how === 'software only' ? 'software' : 'without'] += names.length;
  }
  return counts;
}

function countsTable(peers: readonly Peer[]): string {
  const rows = peers.map((peer) => {
    const { all, software, same, part, without } = countsOf(peer);
    const covered = `${same + part} of ${all - software}`;
    return [peer.name, ...[all, software, all - software].map(String), covered, `${part}`, `${without}`];
  });
  return tableText(
    [
      'tool',
      'its checks',
      'for software only',
      'for documents',
      'covered here',
      'of these in part',
      'not covered',
    ],
    rows,
  );
}

function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |').replaceAll('|  |', '| |')).join('\n')}\n`;
}
