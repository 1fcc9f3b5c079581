import { forbiddenOf, type Glossary, shownForms } from '../model/glossary.ts';
import type { Names } from '../model/names.ts';
import { readGlossary } from '../project/glossary.ts';
import { readNames } from '../project/names.ts';
import { readConfig } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { nextLines } from './next.ts';
import { listedLocales } from './terms.ts';

/** `hexapla terms list`: the project's terms, or its names. */
export function run(call: Call): Outcome {
  const config = readConfig(call.root);
  const locales = listedLocales(call, config);
  const isAsked = (locale: string): boolean => locales?.includes(locale) ?? true;
  const first = (locale: string): number => (locale === config.sourceLocale ? 0 : 1);
  const tagsOf = (...tables: readonly Readonly<Record<string, unknown>>[]): string[] =>
    [...new Set(tables.flatMap((table) => Object.keys(table)))]
      .filter(isAsked)
      .sort((a, b) => first(a) - first(b) || (a < b ? -1 : 1));
  if (call.flag('names')) return namesOutcome(call, readNames(call.root, config), tagsOf);
  return termsOutcome(call, readGlossary(call.root, config), tagsOf);
}

type TagsOf = (...tables: readonly Readonly<Record<string, unknown>>[]) => readonly string[];

function pick<T>(table: Readonly<Record<string, T>>, tags: readonly string[]): Record<string, T> {
  const kept = new Set(tags);
  return Object.fromEntries(Object.entries(table).filter(([tag]) => kept.has(tag)));
}

function termsOutcome(call: Call, glossary: Glossary, tagsOf: TagsOf): Outcome {
  const { words } = call;
  const terms = Object.entries(glossary).map(([id, term]) => {
    const tags = tagsOf(term.forms, term.forbidden);
    return { id, ...term, forms: pick(term.forms, tags), forbidden: pick(term.forbidden, tags) };
  });
  const rows = (): string[][] =>
    terms.flatMap(({ id, keep, forms, forbidden }) =>
      tagsOf(forms, forbidden).map((tag, at) => {
        const not = (forbidden[tag] ?? []).flatMap((entry) => shownForms([forbiddenOf(entry).form]));
        const kept = keep && at === 0 ? ` (${words('cli.terms.list.kept')})` : '';
        return [at === 0 ? id : '', tag, shownForms(forms[tag] ?? []).join(' / ') + kept, not.join(' / ')];
      }),
    );
  const columns = ['id', 'locale', 'forms', 'forbidden'];
  return outcome(call, { data: { terms }, columns, rows, count: terms.length });
}

function namesOutcome(call: Call, list: Names, tagsOf: TagsOf): Outcome {
  const names = Object.entries(list).map(([id, name]) => ({
    id,
    ...name,
    forms: pick(name.forms, tagsOf(name.forms)),
  }));
  const rows = (): string[][] =>
    names.flatMap(({ id, kind, forms }) =>
      tagsOf(forms).map((tag, at) => {
        const told = at === 0 && kind ? call.words(`cli.terms.kind.${kind}`) : '';
        return [at === 0 ? id : '', told, tag, shownForms(forms[tag] ?? []).join(' / ')];
      }),
    );
  const columns = ['id', 'kind', 'locale', 'forms'];
  return outcome(call, { data: { names }, columns, rows, count: names.length });
}

function outcome(
  call: Call,
  given: {
    readonly data: unknown;
    readonly columns: readonly string[];
    readonly rows: () => string[][];
    readonly count: number;
  },
): Outcome {
  const { data, columns, rows, count } = given;
  const { words, terminal } = call;
  return {
    exit: 0,
    data,
    text: () => {
      const names = call.flag('names') ? ['--names'] : [];
      if (count === 0)
        return `${words('cli.terms.list.none')}\n${nextLines(call, ['terms', 'find', ...names])}`;
      const titles = columns.map((key) => ({ title: words(`cli.column.${key}`) }));
      return `${formatTable(titles, rows(), terminal.columns)}${words('cli.terms.list.count', { count })}\n`;
    },
  };
}
