import { type Candidate, candidatesIn } from '../check/terms/candidates.ts';
import { foldOf } from '../check/terms/fold.ts';
import { type TextPair, type Wording, wordingsIn } from '../check/terms/wordings.ts';
import type { CheckView } from '../pipeline-check.ts';
import { checkSettings, viewDocument } from '../pipeline-check.ts';
import { readGlossary } from '../project/glossary.ts';
import { readNames } from '../project/names.ts';
import { chooseDocuments, chooseLocales, openProject, type Project } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { nextLines } from './next.ts';
import { openStored, readTarget } from './store.ts';
import { countOption } from './terms.ts';

/** A candidate with how it is probably translated, by locale. */
interface Found extends Pick<Candidate, 'term' | 'kind' | 'count' | 'weight'> {
  readonly wordings: Readonly<Record<string, Wording>>;
}

/** How often a phrase must stand in the source, and how many are shown, unless given. */
const LEAST = 3;
const MOST = 50;

/** `hexapla terms find`: phrases of the source that may be terms or names, and how they are translated. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const locales = chooseLocales(project.config, call.list('locale'));
  const documents = chooseDocuments(project, call.args);
  const step = call.progress(documents.length);
  const checks = checkSettings(project.config);
  const views = documents.map((document) => {
    step(document.path);
    const open = openStored(project, document);
    return { document, view: viewDocument(open, project.config, checks) };
  });
  const texts = views.flatMap(({ view }) => [...view.source.texts.values()]);
  const found = candidatesIn(texts, {
    least: countOption(call, 'least', LEAST),
    most: countOption(call, 'most', MOST),
    isKnown: knownIn(call, project),
    kind: call.flag('names') ? 'name' : null,
  });
  const keys = new Set(found.map(({ key }) => key));
  const wordings = locales.map(
    (locale) => [locale, wordingsIn(pairsIn(project, views, locale), keys)] as const,
  );
  const candidates = found.map(({ key, term, kind, count, weight }): Found => {
    const own = wordings.flatMap(([locale, table]) => {
      const wording = table.get(key);
      return wording ? [[locale, wording] as const] : [];
    });
    return { term, kind, count, weight, wordings: Object.fromEntries(own) };
  });
  return { exit: 0, data: { candidates }, text: () => findText(call, candidates) };
}

/** Whether a phrase is in the project's lists already. */
function knownIn(call: Call, { root, config }: Project): (key: string) => boolean {
  const fold = foldOf(config.sourceLocale);
  const names = Object.values(readNames(root, config));
  const terms = call.flag('names') ? [] : Object.values(readGlossary(root, config));
  const forms = [...names, ...terms].flatMap((entry) => entry.forms[config.sourceLocale] ?? []);
  const known = new Set(forms.map((form) => fold(form.replaceAll('*', ''))));
  return (key) => known.has(key);
}

type View = { readonly document: Project['documents'][number]; readonly view: CheckView };

/** The translations of a locale that are current, with their sources. */
function pairsIn(project: Project, views: readonly View[], locale: string): TextPair[] {
  return views.flatMap(({ document, view }) => {
    const { pairs } = view.edition(locale, readTarget(project, document, locale));
    return pairs.filter(({ stale }) => stale === null).map(({ source, target }) => ({ source, target }));
  });
}

function findText(call: Call, candidates: readonly Found[]): string {
  const { words, terminal, number } = call;
  const [first] = candidates;
  if (!first) return `${words('cli.terms.find.none')}\n`;
  const titles = ['term', 'count', 'locale', 'wording', 'segments'].map((key) => ({
    title: words(`cli.column.${key}`),
    right: key === 'count',
  }));
  const rows = candidates.flatMap(({ term, count, wordings }) => {
    const own = Object.entries(wordings).map(([locale, wording]) => [
      locale,
      wording.form,
      `${number(wording.count)}/${number(wording.of)}`,
    ]);
    const [beside = [], ...below] = own;
    return [[term, number(count), ...beside], ...below.map((row) => ['', '', ...row])];
  });
  const names = call.flag('names') ? ['--names'] : [];
  const [locale, wording] = Object.entries(first.wordings)[0] ?? [];
  const more = locale !== undefined && wording ? ['--locale', locale, '--form', wording.form] : [];
  const next = nextLines(call, ['terms', 'add', first.term, ...more, ...names]);
  return `${formatTable(titles, rows, terminal.columns)}${next}`;
}
