import type { Policy, PublicationRules } from '../model/publication.ts';
import type { Config } from './config.ts';
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

function isMeant(written: string, { path, name }: ProjectDocument): boolean {
  const pattern = written.replace(/^(?:\.\/)+/, '');
  return pattern === name || globMatcher(pattern)(path);
}
