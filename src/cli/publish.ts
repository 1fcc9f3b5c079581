import { parseTarget } from '../catalogue/parse.ts';
import { parsePublication } from '../catalogue/record-parse.ts';
import type { PublicationRecord } from '../model/publication.ts';
import { openDocument } from '../pipeline.ts';
import type { Edited } from '../pipeline-edition.ts';
import { digestOf } from '../pipeline-edition.ts';
import { type Publication, publishEdition } from '../pipeline-publish.ts';
import { readFile, removeFiles, writeFiles } from '../project/files.ts';
import { cataloguePath, type ProjectDocument } from '../project/layout.ts';
import { CONFIG_FILE } from '../project/place.ts';
import { chooseDocuments, chooseLocale, openProject, type Project } from '../project/project.ts';
import { publishedFiles, publishedPaths } from '../project/published.ts';
import { rulesFor } from '../project/rules.ts';
import { readInputs } from './build-inputs.ts';
import type { Call, Outcome } from './call.ts';
import { dayOf } from './date.ts';
import { publishText, type ToPublish } from './publish-text.ts';
import { signBytes } from './signature.ts';
import { readBoth, readStoredText } from './store.ts';
import { versionsHere } from './versions.ts';
import { pageWords } from './words.ts';

/** `hexapla publish`: records editions as published, beside their catalogues; those that are not ready are held back. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const documents = chooseDocuments(project, call.args);
  const locales = localesToPublish(project, call.list('locale'));
  const asked: Asked = { date: dayOf(call), by: call.text('by') ?? '', note: call.text('note') };
  const step = call.progress(documents.length);
  const done = documents.flatMap((document) => {
    step(document.path);
    return publishAll(project, document, locales, asked, call.text('date') !== null);
  });
  write(call, done);
  const editions = done.map(({ document, locale, published, publication, unchanged, release, files }) => ({
    ...{ document, locale, published, reason: publication.judged.decision.reason, unchanged, release },
    files: files.map(({ path }) => path),
  }));
  return {
    exit: editions.every(({ published }) => published) ? 0 : 1,
    data: { editions },
    text: () => publishText(call, project, done),
  };
}

interface Asked {
  readonly date: string;
  readonly by: string;
  readonly note: string | null;
}

/** The source locale too, which is an edition. */
function localesToPublish({ config }: Project, wanted: readonly string[]): readonly string[] {
  const known = [config.sourceLocale, ...config.targetLocales];
  if (wanted.length === 0) return known;
  const chosen = new Set(wanted.map((tag) => chooseLocale(known, tag)));
  return known.filter((locale) => chosen.has(locale));
}

function publishAll(
  project: Project,
  document: ProjectDocument,
  locales: readonly string[],
  asked: Asked,
  dated: boolean,
): ToPublish[] {
  const { config, root } = project;
  const { bytes, source } = readBoth(project, document);
  const open = openDocument({ document: document.path, bytes, catalogue: source, settings: config });
  const edited: Edited = { open, name: document.name, settings: config, ...pageWords(locales) };
  const targets = locales.filter((locale) => locale !== config.sourceLocale);
  const inputs = readInputs(project, document, targets);
  const configuration = { path: CONFIG_FILE, digest: digestOf(readFile(root, CONFIG_FILE) ?? bytes) };
  return locales.map((locale) => {
    const path = cataloguePath(config, document, locale);
    const text = locale === config.sourceLocale ? null : readStoredText(root, path);
    const own = inputs.targets[locale] ?? null;
    const before = recordBefore(project, document, locale);
    const publication = publishEdition({
      ...{ edited, locale, target: text === null ? null : parseTarget(text, path), ...asked },
      rules: rulesFor(config, document, locale, null),
      versions: versionsHere(),
      inputs: [configuration, inputs.document, inputs.catalogue, ...(own ? [own] : [])],
      before,
    });
    return toPublish(project, document, publication, { before, asked, dated });
  });
}

/** The record until now. The edition that it records need not be there: it is written again. */
function recordBefore(
  { root, config }: Project,
  document: ProjectDocument,
  locale: string,
): PublicationRecord | null {
  const { record } = publishedPaths(config, document, locale);
  const text = readStoredText(root, record);
  return text === null ? null : parsePublication(text, record);
}

/** Just the same again stays as it was published, unless another day or note is given for it. */
function toPublish(
  { config }: Project,
  document: ProjectDocument,
  publication: Publication,
  { before, asked, dated }: { before: PublicationRecord | null; asked: Asked; dated: boolean },
): ToPublish {
  const { judged, record, bytes, unchanged } = publication;
  const { locale } = judged;
  const paths = publishedPaths(config, document, locale);
  const told = { document: document.path, locale, publication };
  const { signature } = paths;
  if (!record) return { ...told, published: false, unchanged: false, release: null, files: [], signature };
  const corrects =
    before !== null &&
    ((dated && before.release.date !== asked.date) ||
      (asked.note !== null && before.release.note !== asked.note));
  const stands = unchanged && !corrects;
  const corrected = unchanged && before ? { ...record, earlier: before.earlier } : record;
  const kept = stands && before ? before : corrected;
  const files = publishedFiles(paths, kept, bytes);
  return { ...told, published: true, unchanged: stands, release: kept.release, files, signature };
}

/** A record that changes loses the signature that it had. */
function write(call: Call, done: readonly ToPublish[]): void {
  const key = call.text('sign');
  const signed = done.flatMap(({ publication, files, signature }) => {
    const record = publication.record && files.at(-1);
    return record && key !== null ? [{ path: signature, text: signBytes(call, key, record.text) }] : [];
  });
  const written = new Set(writeFiles(call.root, [...done.flatMap(({ files }) => files), ...signed]));
  if (key !== null) return;
  removeFiles(
    call.root,
    done.flatMap(({ files, signature }) => (written.has(files.at(-1)?.path ?? '') ? [signature] : [])),
  );
}
