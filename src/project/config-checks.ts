import { z } from 'zod';
import { SEVERITIES, type Severity, STAGES, type Stage } from '../model/finding.ts';
import { canonicalLocale } from '../model/locale.ts';
import { RULE_IDS } from '../model/rules.ts';
import { DEFAULTS } from './defaults.ts';
import { isRelative } from './place.ts';

const locale = z.string().refine((tag) => canonicalLocale(tag) === tag, { params: { reason: 'locale' } });
const path = z
  .string()
  .min(1)
  .refine(isRelative, { params: { reason: 'path' } });
const pattern = z.string().refine(isPattern, { params: { reason: 'regular-expression' } });

/** What may be decided about a check. */
export const CHOICES: readonly (Severity | 'off' | 'on')[] = ['off', 'on', ...SEVERITIES];

/** What is decided about checks, by their ids. */
export const ruleChoices = z.partialRecord(z.enum(RULE_IDS), z.enum(CHOICES));

const ratio = z.number().positive();

/** The setting `checks`. */
export const checks = z.strictObject({
  stage: z.enum(STAGES as [Stage, ...Stage[]]).default(DEFAULTS.checks.stage),
  required: z.array(locale).nullable().default(null),
  rules: ruleChoices.default({}),
  placeholders: z.array(pattern).default([]),
  lengths: z.record(locale, z.tuple([ratio, ratio])).default({}),
  dictionaries: z.record(locale, z.strictObject({ aff: path, dic: path })).default({}),
});

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return text !== '';
  } catch {
    return false;
  }
}
