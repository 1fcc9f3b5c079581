import type { Call } from './call.ts';
import type { CheckRun } from './check-run.ts';
import { formatTable } from './columns.ts';

/** What each rule cost, as data: milliseconds in all threads together, the dearest first. */
export function timingData({ spent, pairs }: CheckRun): {
  readonly targets: number;
  readonly rules: readonly { readonly rule: string; readonly milliseconds: number }[];
} {
  const rules = [...spent].sort(([, a], [, b]) => b - a);
  return {
    targets: pairs,
    rules: rules.map(([rule, time]) => ({ rule, milliseconds: Math.round(time * 100) / 100 })),
  };
}

/** What each rule cost, as a table: in milliseconds, and in microseconds a target. */
export function timingText(call: Call, run: CheckRun): string {
  const { words, number } = call;
  const { targets, rules } = timingData(run);
  const columns = [
    { title: words('cli.column.rule') },
    { title: words('cli.column.milliseconds'), right: true },
    { title: words('cli.column.each'), right: true },
  ];
  const rows = rules.map(({ rule, milliseconds }) => [
    rule,
    number(Math.round(milliseconds)),
    targets === 0 ? '' : number(Math.round((milliseconds * 10_000) / targets) / 10),
  ]);
  const total = rules.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const said = words('cli.check.timing', { targets, seconds: Math.round(total / 100) / 10 });
  return `${formatTable(columns, rows, call.terminal.columns)}${said}\n`;
}
