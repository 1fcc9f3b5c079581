import { z } from 'zod';
import { canonicalLocale } from '../model/locale.ts';
import { RULE_IDS } from '../model/rules.ts';
import type { Waiver } from '../model/waiver.ts';
import type { Config } from './config.ts';
import { readFile } from './files.ts';
import { listPath, parseList } from './lists.ts';

const WAIVERS_VERSION = 1;

const locale = z.string().refine((tag) => canonicalLocale(tag) === tag);
const waiver = z.strictObject({
  rule: z.enum(RULE_IDS),
  document: z.string().default(''),
  locale: locale.nullable().default(null),
  segment: z.string().min(1).nullable().default(null),
  reason: z.string().trim().min(1),
  by: z.string().trim().min(1),
  source: z.string().optional(),
  target: z.string().optional(),
});
const schema = z.strictObject({ hexapla: z.literal(WAIVERS_VERSION), waivers: z.array(waiver) });

/** Where a project's waivers are: above the folders of its locales. */
export function waiversPath(config: Pick<Config, 'catalogues'>): string {
  return listPath(config, 'waivers');
}

/** A project's waivers; none where there is no file. Throws as `parseList` and `readFile` do. */
export function readWaivers(root: string, config: Pick<Config, 'catalogues'>): readonly Waiver[] {
  const path = waiversPath(config);
  const bytes = readFile(root, path);
  if (bytes === null) return [];
  const { waivers } = parseList(new TextDecoder('utf-8').decode(bytes), path, schema, WAIVERS_VERSION);
  return waivers.map(({ source, target, ...rest }) => ({
    ...rest,
    ...(source !== undefined && { source }),
    ...(target !== undefined && { target }),
  }));
}

/** The text of a file of waivers: sorted by document, locale, segment and rule, a line for each of their parts. */
export function formatWaivers(waivers: readonly Waiver[]): string {
  const keyed = waivers.map((one) => [JSON.stringify(placeOf(one)), one] as const);
  const sorted = keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => ordered(one));
  return `${JSON.stringify({ hexapla: WAIVERS_VERSION, waivers: sorted }, null, 2)}\n`;
}

function placeOf({ document, locale: tag, segment, rule }: Waiver): readonly string[] {
  return [document, tag ?? '', segment ?? '', rule];
}

function ordered({ rule, document, locale: tag, segment, reason, by, source, target }: Waiver): object {
  return {
    rule,
    ...(document !== '' && { document }),
    ...(tag !== null && { locale: tag }),
    ...(segment !== null && { segment }),
    ...{ reason, by, source, target },
  };
}
