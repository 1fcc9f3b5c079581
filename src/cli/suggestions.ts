import { dropSuggestion, listSuggestions, takeSuggestion, type Waiting } from '../catalogue/suggestions.ts';
import { HexaplaError } from '../model/error.ts';
import { writeFiles } from '../project/files.ts';
import type { ProjectDocument } from '../project/layout.ts';
import { chooseDocuments, chooseLocales, openProject, type Project } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { type Cell, formatTable } from './columns.ts';
import { nextLines } from './next.ts';
import { readSource, readTarget, targetFile } from './store.ts';

/** A text that waits, and where. */
interface Place {
  readonly document: ProjectDocument;
  readonly locale: string;
  readonly waiting: Waiting;
}

/** `hexapla suggestions`: lists what waits for a decision, or takes or drops one of it. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const take = call.text('take');
  const drop = call.text('drop');
  const id = take ?? drop;
  refuseTogether(call, take, drop);
  const found = placesIn(project, call);
  if (id === null) return listing(call, found);
  const chosen = choose(found, id, numberOf(call));
  decide(call, project, chosen, take === null ? 'drop' : 'take');
  const done = take === null ? 'cli.suggestions.dropped' : 'cli.suggestions.taken';
  const { document, locale } = chosen;
  return {
    exit: 0,
    data: { suggestions: [dataOf(chosen)] },
    text: () => {
      const said = call.words(done, { id, document: document.path, language: call.language(locale) });
      return `${said}\n${nextLines(call, [found.length > 1 ? 'suggestions' : 'status'])}`;
    },
  };
}

/** Refuses options that do not go together. Throws `usage`, `missing-argument`. */
function refuseTogether(call: Call, take: string | null, drop: string | null): void {
  if (take !== null && drop !== null) {
    throw new HexaplaError('usage', { argument: '--drop', command: '--take' });
  }
  if (drop !== null && call.text('into') !== null) {
    throw new HexaplaError('usage', { argument: '--into', command: '--drop' });
  }
  const alone = ['into', 'number'].find((name) => call.text(name) !== null);
  if (alone && take === null && drop === null) {
    throw new HexaplaError('missing-argument', { argument: '--take ID', command: `--${alone}` });
  }
}

/** Which of the texts of a segment is meant, from 1. Throws `bad-option-value`. */
function numberOf(call: Call): number {
  const value = call.text('number') ?? '1';
  if (/^[1-9][0-9]{0,8}$/.test(value)) return Number(value);
  throw new HexaplaError('bad-option-value', { option: '--number', value, allowed: [] });
}

function placesIn(project: Project, call: Call): readonly Place[] {
  const locales = chooseLocales(project.config, call.list('locale'));
  return chooseDocuments(project, call.args).flatMap((document) => {
    const source = readSource(project, document);
    return locales.flatMap((locale) => {
      const target = readTarget(project, document, locale);
      return target ? listSuggestions(source, target).map((waiting) => ({ document, locale, waiting })) : [];
    });
  });
}

/** The one text that is meant. An id that waits in several places needs the document or the locale too. */
function choose(found: readonly Place[], id: string, number: number): Place {
  const places = found.filter(({ waiting }) => waiting.id === id && waiting.number === number);
  const [chosen, ...others] = places;
  if (!chosen) throw new HexaplaError('suggestion-unknown', { segment: id, number });
  if (others.length > 0) {
    const shown = places.map(({ document, locale }) => `${document.name} --locale ${locale}`);
    throw new HexaplaError('suggestion-unclear', { segment: id, places: shown });
  }
  return chosen;
}

function decide(
  call: Call,
  project: Project,
  { document, locale, waiting }: Place,
  what: 'take' | 'drop',
): void {
  const source = readSource(project, document);
  const target = readTarget(project, document, locale);
  if (!target) throw new Error(`no catalogue of ${document.path} in ${locale}`);
  const { id, number } = waiting;
  const into = call.text('into');
  const choice = { id, number, ...(into === null ? {} : { into }) };
  const decided = what === 'take' ? takeSuggestion(source, target, choice) : dropSuggestion(target, choice);
  writeFiles(project.root, [targetFile(project, document, source, decided)]);
}

function dataOf({ document, locale, waiting }: Place): Record<string, unknown> {
  return { document: document.path, locale, ...waiting };
}

function listing(call: Call, found: readonly Place[]): Outcome {
  return {
    exit: 0,
    data: { suggestions: found.map(dataOf) },
    text: () => {
      if (found.length === 0) return `${call.words('cli.suggestions.none')}\n`;
      const titles = ['document', 'locale', 'segment', 'reason', 'text'];
      const columns = titles.map((key) => ({ title: call.words(`cli.column.${key}`) }));
      const table = formatTable(
        columns,
        found.flatMap((place) => rowsOf(call, place)),
        call.terminal.columns,
      );
      return `${table}${call.words('cli.suggestions.decide')}\n`;
    },
  };
}

/** What waits, and below it what stands there now and where a retired segment went. */
function rowsOf({ words, paint }: Call, { document, locale, waiting }: Place): readonly (readonly Cell[])[] {
  const { id, number, why, text, ours, by, heirs } = waiting;
  const shown = number === 1 ? id : `${id} --number ${number}`;
  const reason = words(`cli.suggestions.why.${why}`, { by: by ?? 'none' });
  const below = (line: string): readonly Cell[] => [
    '',
    '',
    '',
    '',
    { text: line, style: (one) => paint('quiet', one) },
  ];
  return [
    [document.path, locale, shown, reason, `+ ${text}`],
    ...(ours === null ? [] : [below(`− ${ours}`)]),
    ...(heirs.length === 0 ? [] : [below(words('cli.suggestions.heirs', { heirs }))]),
  ];
}
