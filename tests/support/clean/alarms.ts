import type { Identify } from '../../../src/check/rule.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { RuleId } from '../../../src/model/rules.ts';
import { checkDocument } from '../../../src/pipeline-check.ts';
import type { Corpus } from './corpora.ts';
import { entriesOf } from './project.ts';

/** A finding in a text that is right, with the texts that it is about. */
export interface Alarm {
  readonly corpus: string;
  readonly finding: Finding;
  readonly source: string;
  readonly target: string;
}

/** Runs the rules (or those of `only`) on a text, with what a segment without a target would say left out. */
export function alarmsIn(
  corpus: Corpus,
  identify: Identify | null,
  only: readonly RuleId[] | null = null,
): Alarm[] {
  const { open, targets, settings, name } = corpus;
  const findings = checkDocument({
    open,
    targets,
    settings,
    context: { ...corpus.context, identify },
    order: { choice: () => null, only },
  });
  const sources = new Map(entriesOf(open.catalogue).map(([id, { text }]) => [id, text]));
  return findings.flatMap((finding): Alarm[] => {
    const { locale, segment, rule, values } = finding;
    // What could not be aligned has no target on purpose.
    if (rule === 'missing') return [];
    if ((rule === 'structure' || values['kind'] === 'missing') && sizeOf(corpus, locale) < sources.size)
      return [];
    const source = sources.get(segment ?? '') ?? '';
    const target = locale === null ? '' : (targets[locale]?.targets[segment ?? '']?.text ?? '');
    return [{ corpus: name, finding, source, target }];
  });
}

/** How many targets a text has in a locale; of the source, its segments. */
export function sizeOf({ open, targets }: Corpus, locale: string | null): number {
  return locale === null
    ? entriesOf(open.catalogue).length
    : Object.keys(targets[locale]?.targets ?? {}).length;
}
