import { createHash } from 'node:crypto';
import { HexaplaError } from '../model/error.ts';
import { isForm } from '../model/glossary.ts';
import { canonicalLocale } from '../model/locale.ts';
import type { Config } from '../project/config.ts';
import { withLock } from '../project/lock.ts';
import { chooseLocale } from '../project/project.ts';
import { isTermId } from '../project/term-lists.ts';
import type { Call, Outcome } from './call.ts';

/** All locales of a project, that of the source first. */
export function allLocales({ sourceLocale, targetLocales }: Config): readonly string[] {
  return [sourceLocale, ...targetLocales];
}

/** A locale in which something is said of a term: one of the project's, or a wider one. Throws `locale-unknown`. */
export function termLocale(config: Config, tag: string): string {
  const locales = allLocales(config);
  const locale = canonicalLocale(tag.trim());
  const isWider = locale !== null && locales.some((one) => one.startsWith(`${locale}-`));
  return isWider ? locale : chooseLocale(locales, tag);
}

/** The locales that are listed: those asked for and that of the source, or all. Throws `locale-unknown`. */
export function listedLocales(call: Call, config: Config): readonly string[] | null {
  const asked = call.list('locale').map((tag) => termLocale(config, tag));
  return asked.length === 0 ? null : [...new Set([config.sourceLocale, ...asked])];
}

/** A form that was given. Throws `bad-option-value`. */
export function givenForm(option: string, value: string): string {
  const form = value.trim();
  if (isForm(form)) return form;
  throw new HexaplaError('bad-option-value', { option, value, allowed: [] });
}

/** An id that was given. Throws `bad-option-value`. */
export function givenId(value: string): string {
  if (isTermId(value)) return value;
  throw new HexaplaError('bad-option-value', { option: '--id', value, allowed: [] });
}

/** An id for a term, made of its letters where they are Latin ones, or else of a digest; `taken` has it not. */
export function newTermId(term: string, taken: (id: string) => boolean): string {
  const latin = term
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const digest = createHash('sha256').update(term.normalize('NFC')).digest('hex').slice(0, 8);
  const isWhole = /^[\P{L}\p{Script=Latin}]*$/u.test(term) && latin !== '';
  const id = isWhole ? latin : `t-${digest}`;
  if (!taken(id)) return id;
  for (let number = 2; ; number++) if (!taken(`${id}-${number}`)) return `${id}-${number}`;
}

/** A form in the way in which two that differ by case alone are the same. */
export function sameKey(form: string): string {
  return form.normalize('NFC').toLowerCase().replaceAll('’', "'");
}

/** A whole number that an option gives, at least 1. Throws `bad-option-value`. */
export function countOption(call: Call, option: string, fallback: number): number {
  const value = call.text(option);
  if (value === null) return fallback;
  if (/^[1-9][0-9]{0,6}$/.test(value)) return Number(value);
  throw new HexaplaError('bad-option-value', { option: `--${option}`, value, allowed: [] });
}

/** Runs what writes a list while no other command writes the project; a dry run writes nothing and waits for nobody. */
export async function writingLists(call: Call, act: () => Outcome): Promise<Outcome> {
  // A lock names its command in one word.
  return call.flag('dry-run') ? act() : withLock(call.root, 'terms', act);
}
