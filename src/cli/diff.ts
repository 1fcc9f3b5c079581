import { parseSource, parseTarget } from '../catalogue/parse.ts';
import { createJudge } from '../catalogue/progress.ts';
import { changesSince, type SegmentChange, sourceChanges, targetChanges } from '../catalogue/revisions.ts';
import { renderDifference } from '../edition/page-difference.ts';
import type { SourceCatalogue, TargetCatalogue } from '../model/catalogue.ts';
import { parseContent, plainText } from '../model/content.ts';
import { differenceOf } from '../model/difference.ts';
import { type NewFile, writeFiles } from '../project/files.ts';
import { readRevision } from '../project/git.ts';
import { cataloguePath, type ProjectDocument } from '../project/layout.ts';
import { chooseDocuments, chooseLocale, openProject, type Project } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { changeTold, type DocumentChanges, diffText, type Told } from './diff-text.ts';
import { readSource, readTarget } from './store.ts';
import { pageWords } from './words.ts';

/**
 * `hexapla diff`: what changed between two revisions of the source or, with `--locale`, of a translation; without a
 * revision and with a locale, what changed in the source since each stale translation was made.
 */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const { config } = project;
  const tag = call.text('locale');
  const locale =
    tag === null ? config.sourceLocale : chooseLocale([config.sourceLocale, ...config.targetLocales], tag);
  const documents = chooseDocuments(project, call.args).map((document): DocumentChanges => {
    const segments = changesOf(call, project, document, locale);
    return { document: document.path, locale, segments: segments.map(told) };
  });
  const page = call.text('html');
  if (page !== null) writeFiles(call.root, pagesOf(call, config.sourceLocale, documents, page));
  const written = page === null ? '' : `${call.words('cli.diff.written', { path: page })}\n`;
  return { exit: 0, data: { documents }, text: () => diffText(call, documents) + written };
}

/** A page for each document; the second and further ones have their names before the extension. */
function pagesOf(
  call: Call,
  sourceLocale: string,
  documents: readonly DocumentChanges[],
  path: string,
): NewFile[] {
  const { words, uiLocale, names } = pageWords([call.locale]);
  const reader = uiLocale(call.locale);
  return documents.map(({ document, locale, segments }, index) => ({
    path: index === 0 ? path : path.replace(/(?:\.[^./]*)?$/, (end) => `.${index + 1}${end}`),
    text: renderDifference({
      ...{ locale: call.text('from') === null ? sourceLocale : locale, reader, words },
      title: words(reader, 'page.difference.title', { document, language: names(locale, reader) }),
      rows: segments.map(({ id, kind, stale, parts, target }) => ({
        ...{ id, parts, told: changeTold(call, { kind, stale }) },
        target: target === undefined ? null : { text: plainOf(target), locale },
      })),
    }),
  }));
}

function changesOf(
  call: Call,
  project: Project,
  document: ProjectDocument,
  locale: string,
): readonly SegmentChange[] {
  const { config } = project;
  const from = call.text('from');
  const to = call.text('to');
  const source = to === null ? readSource(project, document) : sourceAt(project, document, to);
  if (locale === config.sourceLocale) {
    const before = sourceAt(project, document, from ?? 'HEAD');
    return source === null ? [] : sourceChanges(before, source);
  }
  const target =
    to === null ? readTarget(project, document, locale) : targetAt(project, document, locale, to);
  if (source === null) return [];
  if (from === null) return changesSince(source, target, createJudge(source, config));
  return targetChanges(targetAt(project, document, locale, from), target, source);
}

function sourceAt(project: Project, document: ProjectDocument, revision: string): SourceCatalogue | null {
  const path = cataloguePath(project.config, document, project.config.sourceLocale);
  const text = textAt(project, revision, path);
  return text === null ? null : parseSource(text, `${revision}:${path}`);
}

function targetAt(
  project: Project,
  document: ProjectDocument,
  locale: string,
  revision: string,
): TargetCatalogue | null {
  const path = cataloguePath(project.config, document, locale);
  const text = textAt(project, revision, path);
  return text === null ? null : parseTarget(text, `${revision}:${path}`);
}

function textAt({ root }: Project, revision: string, path: string): string | null {
  const bytes = readRevision(root, revision, path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

function told(change: SegmentChange): Told {
  return { ...change, parts: differenceOf(plainOf(change.before), plainOf(change.after)) };
}

/** The text without its codes; where only codes changed, nothing is shown as changed. */
function plainOf(stored: string | null): string {
  return stored === null ? '' : plainText(parseContent(stored) ?? []);
}
