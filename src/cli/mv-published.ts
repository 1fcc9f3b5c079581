import { renamePublication } from '../pipeline-record.ts';
import type { Config } from '../project/config.ts';
import { hasFile, type NewFile } from '../project/files.ts';
import type { ProjectDocument } from '../project/layout.ts';
import { publishedFiles, publishedPaths, readPublished } from '../project/published.ts';
import { pageWords } from './words.ts';

/** The publications of a document under its new name; a signature, which is of the old record, has no new place. */
export function movedPublications(
  root: string,
  config: Config,
  from: ProjectDocument,
  to: ProjectDocument,
): readonly { readonly from: string; readonly to: NewFile | null }[] {
  return [config.sourceLocale, ...config.targetLocales].flatMap((locale) => {
    const stored = readPublished(root, config, from, locale);
    if (stored === null) return [];
    const edited = { name: to.name, settings: config, ...pageWords([locale]) };
    const record = renamePublication(edited, stored, to.path);
    const [document, told] = publishedFiles(publishedPaths(config, to, locale), record, stored.bytes);
    const { paths } = stored;
    return [
      ...(document ? [{ from: paths.document, to: document }] : []),
      ...(told ? [{ from: paths.record, to: told }] : []),
      ...(hasFile(root, paths.signature) ? [{ from: paths.signature, to: null }] : []),
    ];
  });
}
