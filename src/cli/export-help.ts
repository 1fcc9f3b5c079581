import type { TableOptions } from '../exchange/tables/options.ts';
import { createTermFinder, type TermFinder, termsOf } from '../exchange/terms.ts';
import type { SourceCatalogue } from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import type { Memory } from '../model/memory.ts';
import { projectMemory } from '../pipeline-exchange.ts';
import { readGlossary } from '../project/glossary.ts';
import type { ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import { readSource, readTarget } from './store.ts';

/** What a project offers the translators of its documents, made when it is first asked for. */
export interface TranslatorsHelp {
  readonly memory: (locale: string) => Memory;
  readonly terms: (locale: string) => TermFinder;
  /** The whole glossary in a locale as a TBX file; null where it says nothing for it. */
  readonly glossary: (locale: string) => string | null;
}

/** The translations of all documents of a project, and its glossary. Documents that were never extracted have none. */
export async function translatorsHelp(project: Project, options: TableOptions): Promise<TranslatorsHelp> {
  const { root, config } = project;
  const glossary = readGlossary(root, config);
  const { sourceLocale } = config;
  const { writeTbx } = await import('../exchange/tbx/write.ts');
  const sources = once((document: ProjectDocument) => sourceOf(project, document));
  return {
    memory: once((locale: string) => projectMemory(translated(project, locale, sources))),
    terms: once((locale: string) => createTermFinder(glossary, sourceLocale, locale)),
    glossary: (locale) => {
      const terms = termsOf(glossary, sourceLocale, locale);
      return terms.length === 0 ? null : writeTbx(terms, sourceLocale, locale, options);
    },
  };
}

function* translated(
  project: Project,
  locale: string,
  sources: (document: ProjectDocument) => SourceCatalogue | null,
) {
  for (const document of project.documents) {
    const target = readTarget(project, document, locale);
    const source = target === null ? null : sources(document);
    if (source !== null) yield { source, target };
  }
}

function sourceOf(project: Project, document: ProjectDocument): SourceCatalogue | null {
  try {
    return readSource(project, document);
  } catch (error) {
    if (error instanceof HexaplaError && error.code === 'extract-first') return null;
    throw error;
  }
}

/** A function that works out each answer once. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
