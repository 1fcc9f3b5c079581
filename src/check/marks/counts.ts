import type { Found } from '../rule.ts';

/** What is found where a character is in two texts a different number of times. */
export function countFault(source: string, target: string, char: string): Found[] {
  if (!source.includes(char) && !target.includes(char)) return [];
  const values = { source: source.split(char).length - 1, target: target.split(char).length - 1 };
  if (values.source === values.target) return [];
  const at = target.indexOf(char);
  return [{ values, ...(at >= 0 && { at: { start: at, end: at + 1 } }) }];
}
