import type { AcrossRule, FoundAcross, Gathered } from '../rule.ts';
import { readWordings, type Wording, wordingNotes } from '../words/wordings.ts';

/** The same source with different targets, anywhere in the project: a finding on each that most others differ from. */
export const inconsistentTarget: AcrossRule = {
  id: 'inconsistent-target',
  scope: 'across',
  severity: 'warning',
  gather: wordingNotes,
  judge: (gathered) => {
    // One locale at a time, so that no more than its notes are spread out at once.
    const locales = [...new Set(gathered.map(({ locale }) => locale))];
    return locales.flatMap((locale) =>
      judgeLocale(
        locale,
        gathered.filter((one) => one.locale === locale),
      ),
    );
  },
};

interface Placed extends Wording {
  readonly document: string;
}

function judgeLocale(locale: string, gathered: readonly Gathered[]): FoundAcross[] {
  return differing(gathered).flatMap((group): FoundAcross[] => {
    const counts = new Map<string, number>();
    for (const { target } of group) counts.set(target, (counts.get(target) ?? 0) + 1);
    // The first of the commonest ones; where two are as common, the one that came first.
    const most = Math.max(...counts.values());
    const usual = group.find(({ target }) => counts.get(target) === most);
    if (!usual) return [];
    return group
      .filter(({ target }) => target !== usual.target)
      .map(({ document, id }) => ({
        document,
        locale,
        segment: id,
        values: { usual: usual.shown, count: most, document: usual.document, segment: usual.id },
      }));
  });
}

/** The wordings of each source that has several, in order. */
function differing(gathered: readonly Gathered[]): Placed[][] {
  const first = new Map<string, string>();
  const several = new Set<string>();
  for (const { notes } of gathered) {
    for (const { source, target } of readWordings(notes)) {
      const known = first.get(source);
      if (known === undefined) first.set(source, target);
      else if (known !== target) several.add(source);
    }
  }
  const groups = new Map<string, Placed[]>();
  if (several.size === 0) return [];
  for (const { document, notes } of gathered) {
    for (const wording of readWordings(notes)) {
      if (!several.has(wording.source)) continue;
      const group = groups.get(wording.source);
      if (group) group.push({ ...wording, document });
      else groups.set(wording.source, [{ ...wording, document }]);
    }
  }
  return [...groups.values()];
}
