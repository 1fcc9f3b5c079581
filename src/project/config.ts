import { z } from 'zod';
import { UNIT_KINDS, type UnitKind } from '../model/block.ts';
import { STATES, type State } from '../model/catalogue.ts';
import { type ErrorValues, HexaplaError } from '../model/error.ts';
import { SEVERITIES, type Severity, STAGES, type Stage } from '../model/finding.ts';
import { canonicalLocale } from '../model/locale.ts';
import { POLICIES, type Policy } from '../model/publication.ts';
import { RULE_IDS } from '../model/rules.ts';
import { DEFAULTS, type Optional } from './defaults.ts';
import { lineAt, parseLocated } from './json.ts';
import { hint, nearest } from './nearest.ts';
import { CONFIG_FILE, isRelative } from './place.ts';

/** A project's configuration, defaults filled in. */
export interface Config extends Optional {
  readonly sourceLocale: string;
  readonly targetLocales: readonly string[];
  /** Paths or patterns (`*`, `**`, `?`, `{a,b}`) below the project's root, with `/`. */
  readonly documents: readonly string[];
}

const locale = z.string().refine((tag) => canonicalLocale(tag) === tag, { params: { reason: 'locale' } });
const below = z
  .string()
  .min(1)
  .refine(isRelative, { params: { reason: 'path' } });
const pattern = below.refine((path) => path.includes('{locale}') && path.includes('{name}'), {
  params: { reason: 'pattern' },
});
const catalogues = pattern.refine((path) => path.endsWith('.json'), { params: { reason: 'json' } });

const kinds = z.enum(UNIT_KINDS as [UnitKind, ...UnitKind[]]);
const keep = z.strictObject({
  texts: z.array(z.string().min(1)).default([]),
  kinds: z.array(kinds).default([]),
});

const policy = z.enum(POLICIES as [Policy, ...Policy[]]);
const thresholds = z
  .partialRecord(z.enum(STATES as [State, ...State[]]), z.number().min(0).max(1))
  .nullable();
const expression = z.string().refine(isExpression, { params: { reason: 'regular-expression' } });

const CHOICES: readonly (Severity | 'off' | 'on')[] = ['off', 'on', ...SEVERITIES];

/** What is decided about checks, by their ids. */
const ruleChoices = z.partialRecord(z.enum(RULE_IDS), z.enum(CHOICES));

const ratio = z.number().positive();

/** The setting `checks`. */
const checks = z.strictObject({
  stage: z.enum(STAGES as [Stage, ...Stage[]]).default(DEFAULTS.checks.stage),
  required: z.array(locale).nullable().default(null),
  rules: ruleChoices.default({}),
  placeholders: z.array(expression).default([]),
  lengths: z.record(locale, z.tuple([ratio, ratio])).default({}),
  dictionaries: z.record(locale, z.strictObject({ aff: below, dic: below })).default({}),
});

const override = z.strictObject({
  locales: z.array(locale).min(1).optional(),
  documents: z.array(below).min(1).optional(),
  policy: policy.optional(),
  thresholds: thresholds.optional(),
  rules: ruleChoices.optional(),
});

const schema = z.strictObject({
  $schema: z.string().optional(),
  sourceLocale: locale,
  targetLocales: z
    .array(locale)
    .refine((tags) => new Set(tags).size === tags.length, { params: { reason: 'twice' } }),
  documents: z.array(below).min(1),
  catalogues: catalogues.default(DEFAULTS.catalogues),
  handoff: pattern.default(DEFAULTS.handoff),
  editions: below.default(DEFAULTS.editions),
  segmentation: z.enum(['sentence', 'block']).default(DEFAULTS.segmentation),
  softBreaks: z.enum(['auto', 'space', 'boundary']).default(DEFAULTS.softBreaks),
  policy: policy.default(DEFAULTS.policy),
  minState: z.enum(STATES as [State, ...State[]]).default(DEFAULTS.minState),
  thresholds: thresholds.default(DEFAULTS.thresholds),
  overrides: z.array(override).default([]),
  authentic: z.array(locale).default([]),
  links: z.record(z.string(), z.record(locale, z.string())).default({ ...DEFAULTS.links }),
  site: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(DEFAULTS.site),
  frontMatter: z.array(z.string().min(1)).default([...DEFAULTS.frontMatter]),
  instruction: z.string().nullable().default(DEFAULTS.instruction),
  spellings: z.array(z.tuple([z.string().min(1), z.string().min(1)])).default([]),
  names: z.array(z.string().min(1)).default([]),
  sizeLimits: z.partialRecord(kinds, z.int().min(1)).default({}),
  keep: keep.default({ texts: [], kinds: [] }),
  checks: checks.default({
    ...{ stage: 'publish', required: null, rules: {}, placeholders: [], lengths: {}, dictionaries: {} },
  }),
});

/** Whether a text is a regular expression. */
function isExpression(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return text !== '';
  } catch {
    return false;
  }
}

/** The configuration's JSON Schema, for editors. */
export function configSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { io: 'input' }), title: CONFIG_FILE };
}

/**
 * Reads the text of `hexapla.json`. Throws `config-invalid` with the line, the setting and the nearest right
 * spelling where there is one; `path-escape` for a path that leads out of the project.
 */
export function parseConfig(text: string): Config {
  const bare = text.replace(/^\uFEFF/, '');
  const located = parseLocated(bare);
  if ('offset' in located) {
    const { offset } = located;
    const column = offset - bare.lastIndexOf('\n', offset - 1);
    throw invalid({ reason: 'syntax', key: '' }, lineAt(text, offset)).at({ column });
  }
  const lineOf = (path: string): number => {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
      const offset = located.places.get(at);
      if (offset !== undefined) return lineAt(text, offset);
    }
    return 1;
  };
  const parsed = schema.safeParse(located.value);
  const issue = parsed.error?.issues[0];
  if (issue) throw describeIssue(issue, located.value, lineOf);
  const { $schema: _, ...config } = parsed.data as z.output<typeof schema>;
  if (config.targetLocales.includes(config.sourceLocale)) {
    const at = config.targetLocales.indexOf(config.sourceLocale);
    throw invalid({ reason: 'source', key: config.sourceLocale }, lineOf(`targetLocales.${at}`));
  }
  const stranger = strangeLocale(config);
  if (stranger) throw invalid({ reason: 'value', ...stranger }, lineOf(stranger.key));
  return config;
}

/** A locale that is named for publication and is none of the project's, with the nearest right spelling. */
function strangeLocale(config: Config): { key: string; value: string; nearest?: string } | null {
  const { sourceLocale, targetLocales, authentic, overrides } = config;
  const known = [sourceLocale, ...targetLocales];
  const named = [
    ...authentic.map((value, i) => ({ key: `authentic.${i}`, value })),
    ...(config.checks.required ?? []).map((value, i) => ({ key: `checks.required.${i}`, value })),
    ...overrides.flatMap(({ locales = [] }, at) =>
      locales.map((value, i) => ({ key: `overrides.${at}.locales.${i}`, value })),
    ),
  ];
  const strange = named.find(({ value }) => !known.includes(value));
  return strange ? { ...strange, value: JSON.stringify(strange.value), ...hint(strange.value, known) } : null;
}

/** The text of a new configuration file: only what differs from the defaults. */
export function formatConfig(
  config: Pick<Config, 'sourceLocale' | 'targetLocales' | 'documents'> & Partial<Config>,
): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}

function describeIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
  lineOf: (path: string) => number,
): HexaplaError {
  const path = issue.path.map(String);
  const key = path.join('.');
  const given = valueAt(value, path);
  const shown = { key, value: given === undefined ? '' : (JSON.stringify(given) ?? '').slice(0, 80) };
  if (issue.code === 'unrecognized_keys') {
    const [unknown = ''] = issue.keys;
    const full = [...path, unknown].join('.');
    return invalid({ reason: 'unknown', key: full, ...hint(unknown, knownIn(path)) }, lineOf(full));
  }
  if (issue.code === 'custom') {
    const reason = String((issue.params as { reason?: string } | undefined)?.reason ?? 'value');
    const place = { file: CONFIG_FILE, line: lineOf(key) };
    if (reason === 'path') return new HexaplaError('path-escape', { path: String(given) }, place);
    const right = reason === 'locale' ? canonicalLocale(String(given)) : null;
    return invalid({ reason, ...shown, ...(right === null ? {} : { nearest: right }) }, lineOf(key));
  }
  if (given === undefined) return absent(key, value, lineOf);
  if (issue.code !== 'invalid_value') return invalid({ reason: 'value', ...shown }, lineOf(key));
  const allowed = issue.values.map(String);
  const values = { reason: 'choice', ...shown, allowed, ...hint(String(given), allowed) };
  return invalid(values, lineOf(key));
}

/** The keys that an object of the configuration may have. */
function knownIn(path: readonly string[]): readonly string[] {
  const [first] = path;
  if (path.at(-1) === 'thresholds') return STATES;
  if (path.at(-1) === 'rules') return RULE_IDS;
  if (first === 'checks' && path.length === 1) return Object.keys(checks.shape);
  if (first === 'overrides') return Object.keys(override.shape);
  if (first === 'sizeLimits') return UNIT_KINDS;
  return Object.keys(first === 'keep' ? keep.shape : schema.shape);
}

/** A setting that is not there, or a misspelling of it that is. */
function absent(key: string, value: unknown, lineOf: (path: string) => number): HexaplaError {
  const written = misspelt(key, value);
  if (written === null) return invalid({ reason: 'absent', key }, lineOf(key));
  return invalid({ reason: 'unknown', key: written, nearest: key }, lineOf(written));
}

/** A key of the given configuration that may be a misspelling of a setting that is absent. */
function misspelt(key: string, value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const unknown = Object.keys(value).filter((name) => !(name in schema.shape));
  return nearest(key, unknown);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function invalid(values: ErrorValues, line: number): HexaplaError {
  return new HexaplaError('config-invalid', values, { file: CONFIG_FILE, line });
}
