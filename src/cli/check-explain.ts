import { readFileSync } from 'node:fs';
import type { Rule } from '../check/rule.ts';
import { RULES } from '../check/rules.ts';
import { STAGES } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import type { Call, Outcome } from './call.ts';
import { forTerminal } from './width.ts';
import { wrapText } from './wrap.ts';

const WIDTH = 80;

/** `hexapla check --explain RULE`: what a rule is for, how grave it is, and its page with good and bad examples. */
export function explainRule(call: Call, id: RuleId): Outcome {
  const rule = RULES.find((one) => one.id === id);
  if (!rule) throw new Error(`there is no rule ${id}`);
  const summary = call.words(`rule.${id}`);
  const page = pageOf(id);
  const { severity, scope, optIn = false } = rule;
  return {
    exit: 0,
    data: { rule: id, summary, severity, scope, optIn, page },
    text: () => explanation(call, rule, summary, page),
  };
}

/** The rule's page, which stands beside it. */
function pageOf(id: RuleId): string {
  return readFileSync(new URL(`../check/rules/${id}.md`, import.meta.url), 'utf8');
}

function explanation(call: Call, rule: Rule, summary: string, page: string): string {
  const { words, paint, terminal } = call;
  const width = Math.min(terminal.columns ?? WIDTH, WIDTH);
  const { severity, optIn } = rule;
  const [first, second] =
    typeof severity === 'string' ? [severity, severity] : STAGES.map((stage) => severity[stage]);
  const said = words('cli.check.explained', {
    publish: first ?? 'error',
    draft: first === second ? 'same' : (second ?? 'same'),
    asked: optIn ? 'yes' : 'no',
    rule: rule.id,
  });
  const lines = [paint('strong', rule.id), '', ...wrapText(summary, width), ...wrapText(said, width)];
  return `${lines.join('\n')}\n\n${shownPage(page)}`;
}

/** The page without its own title, safe for a terminal. */
function shownPage(page: string): string {
  const [, ...rest] = page.trim().split('\n');
  const lines = rest.join('\n').trim().split('\n');
  return `${lines.map((line) => forTerminal(line)).join('\n')}\n`;
}
