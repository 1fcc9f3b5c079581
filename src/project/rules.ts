import type { Policy, PublicationRules } from '../model/publication.ts';
import type { RuleId } from '../model/rules.ts';
import type { Config } from './config.ts';
import type { RuleChoice, RuleChoices } from './defaults.ts';
import { globMatcher } from './glob.ts';
import type { ProjectDocument } from './layout.ts';

/**
 * By what the edition of a document in a locale is judged: what holds for all, then the overrides in their order. A
 * policy that was asked for on the command line goes before all of them.
 */
export function rulesFor(
  config: Config,
  document: ProjectDocument,
  locale: string,
  asked: Policy | null,
): PublicationRules {
  let { policy, thresholds } = config;
  for (const { locales, documents, ...other } of config.overrides) {
    if (locales && !locales.includes(locale)) continue;
    if (documents && !documents.some((written) => isMeant(written, document))) continue;
    policy = other.policy ?? policy;
    if (other.thresholds !== undefined) thresholds = other.thresholds;
  }
  // Who asks for the source in place of what is not ready asks for the edition, whatever it has.
  if (asked === 'fallback') thresholds = null;
  return { policy: asked ?? policy, minState: config.minState, thresholds };
}

/**
 * What is decided about a check for a document in a locale (null for the source): what holds for all, then the overrides
 * in their order. Null where nothing is. A finding about the whole project has no document, and no override holds for it.
 */
export function choicesFor(
  { checks, overrides }: Config,
  documents: readonly ProjectDocument[],
): (rule: RuleId, document: string, locale: string | null) => RuleChoice | null {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const decided = overrides.filter(({ rules }) => rules !== undefined);
  const known = new Map<string, RuleChoices>();
  const merged = (path: string, locale: string | null): RuleChoices => {
    const document = byPath.get(path);
    const meant = decided.filter(
      (one) =>
        (!one.locales || (locale !== null && one.locales.includes(locale))) &&
        (!one.documents || (document && one.documents.some((written) => isMeant(written, document)))),
    );
    return Object.assign({}, checks.rules, ...meant.map(({ rules }) => rules));
  };
  return (rule, document, locale) => {
    const key = `${locale ?? ''}\n${document}`;
    const choices = known.get(key) ?? merged(document, locale);
    known.set(key, choices);
    return choices[rule] ?? null;
  };
}

function isMeant(written: string, { path, name }: ProjectDocument): boolean {
  const pattern = written.replace(/^(?:\.\/)+/, '');
  return pattern === name || globMatcher(pattern)(path);
}
