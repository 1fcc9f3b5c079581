import type { Edition, EditionRule, FoundInEdition, Pair } from '../rule.ts';
import {
  expectedName,
  hasName,
  type ListedName,
  likeIn,
  listedNames,
  nameForms,
} from '../terms/names-list.ts';
import { spelledOtherwise } from '../terms/names-spelled.ts';
import { termTokensOf } from '../terms/read.ts';

/** A name that the target writes otherwise than the project's list of names, or in two ways. */
export const namesConsistency: EditionRule = {
  id: 'names-consistency',
  scope: 'edition',
  severity: 'warning',
  check: (edition) => {
    if (edition.locale === null) return [];
    const pairs = edition.pairs.filter(({ stale }) => stale === null);
    return [...unlikeList(edition, pairs), ...unlikeElsewhere(edition, pairs, edition.locale)];
  },
};

function unlikeList({ settings }: Edition, pairs: readonly Pair[]): FoundInEdition[] {
  const find = listedNames(settings.names, settings.sourceLocale);
  return pairs.flatMap(({ id, source, target }) => {
    const told = new Set<string>();
    return find(source).flatMap(({ id: listed, name, written }): FoundInEdition[] => {
      const forms = nameForms(name, target.locale);
      if (told.has(listed) || forms.length === 0 || hasName(target, forms)) return [];
      told.add(listed);
      const at = likeIn(target, forms);
      const found = at ? target.plain.slice(at.start, at.end) : 'none';
      const values = { kind: 'listed', name: written, expected: expectedName(forms), found, count: 0 };
      return [{ segment: id, values, ...(at && { at }) }];
    });
  });
}

function unlikeElsewhere({ settings }: Edition, pairs: readonly Pair[], locale: string): FoundInEdition[] {
  const find = listedNames(settings.names, settings.sourceLocale);
  const isSaid = ({ name }: ListedName): boolean => nameForms(name, locale).length > 0;
  // What the list says has been looked at already.
  const isListed = ({ source }: Pair, key: string): boolean => {
    const { keys } = termTokensOf(source);
    return find(source).some((one) => isSaid(one) && keys.slice(one.from, one.to).includes(key));
  };
  return spelledOtherwise(pairs, locale, isListed).map(({ segment, at, name, found, usual, count }) => ({
    segment,
    at,
    values: { kind: 'spelled', name, expected: usual, found, count },
  }));
}
