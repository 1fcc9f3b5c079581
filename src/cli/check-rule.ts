import { HexaplaError } from '../model/error.ts';
import { isRuleId, RULE_IDS, type RuleId } from '../model/rules.ts';
import { hint } from '../project/nearest.ts';

/** The rule of an id. Throws `bad-option-value` with the nearest right spelling. */
export function ruleNamed(id: string, option: string): RuleId {
  if (isRuleId(id)) return id;
  throw new HexaplaError('bad-option-value', { option, value: id, allowed: RULE_IDS, ...hint(id, RULE_IDS) });
}
