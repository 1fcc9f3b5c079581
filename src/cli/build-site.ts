import { filesOf } from '../edition/manifest.ts';
import { dayText } from '../edition/notices.ts';
import { siteFiles } from '../edition/site.ts';
import { checkLinkFacts, type LinkFacts, type LinkFinding, linkFacts } from '../edition/site-check.ts';
import type { FileDigest } from '../model/publication.ts';
import { digestOf, type EditionFile } from '../pipeline-edition.ts';
import type { NewFile } from '../project/files.ts';
import { joinPath } from '../project/layout.ts';
import type { BuildOrder, BuiltFacts } from './build-one.ts';
import { pageWords } from './words.ts';

/** The pages of the whole site: an index, a search, a feed and a site map. */
export interface BuiltSite {
  readonly pages: readonly EditionFile[];
  readonly files: readonly NewFile[];
  readonly digests: readonly FileDigest[];
}

/** Makes the site's own pages from what was told of each document. */
export function buildSite({ project, locales, folder }: BuildOrder, built: readonly BuiltFacts[]): BuiltSite {
  const { config } = project;
  const all = [config.sourceLocale, ...locales];
  const { words, uiLocale, names } = pageWords(all);
  const pages = siteFiles({
    ...{ sourceLocale: config.sourceLocale, locales: all, site: config.site },
    ...{ words, uiLocale, names, dates: dayText },
    documents: built.map(({ site }) => site),
  });
  const files = pages.map(({ path, bytes }) => ({ path: joinPath(folder, path), text: bytes }));
  const digests = pages.map(({ path, bytes }) => ({ path: joinPath(folder, path), digest: digestOf(bytes) }));
  return { pages, files, digests };
}

/** What does not hold among the links of the pages that were built now; the others were looked at when they were built. */
export function checkBuiltLinks(
  { project, folder }: BuildOrder,
  site: BuiltSite,
  built: readonly BuiltFacts[],
  made: readonly (readonly LinkFacts[])[],
): readonly LinkFinding[] {
  const start = joinPath(folder, 'x').slice(0, -1);
  const documents = built.flatMap(({ entry }) => filesOf(entry)).map(({ path }) => path.slice(start.length));
  const paths = new Set([...documents, ...site.pages.map(({ path }) => path)]);
  const facts = [...made.flat(), ...site.pages.flatMap((page) => linkFacts(page) ?? [])];
  return checkLinkFacts(facts, paths, project.config.site);
}
