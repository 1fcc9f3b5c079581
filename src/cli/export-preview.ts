import type { TargetCatalogue } from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import type { Open } from '../pipeline.ts';
import { type Build, buildDocument, type EditionFile } from '../pipeline-build.ts';
import type { ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import { pageWords } from './words.ts';

/** A document and its translation so far. */
export interface Previewed {
  readonly document: ProjectDocument;
  readonly open: Open;
  readonly target: TargetCatalogue | null;
  readonly locale: string;
}

/**
 * The pages of a document, of its translation so far, and of both side by side; what is not translated shows the source,
 * marked. A translation that does not fit into the document is left out.
 */
export function previewPages({ config }: Project, previewed: Previewed): readonly EditionFile[] {
  const { document, open, target, locale } = previewed;
  const build = (shown: TargetCatalogue | null): Build =>
    buildDocument({
      open,
      name: document.name,
      targets: { [locale]: shown },
      settings: { ...config, policy: 'fallback', minState: 'initial', thresholds: null, site: null },
      ...pageWords([config.sourceLocale, locale]),
    });
  const { parallel, editions } = buildOrWithout(build, target);
  return [parallel, ...editions.flatMap(({ files }) => files)].filter(({ path }) => path.endsWith('.html'));
}

function buildOrWithout(
  build: (shown: TargetCatalogue | null) => Build,
  target: TargetCatalogue | null,
): Build {
  try {
    return build(target);
  } catch (error) {
    if (error instanceof HexaplaError && error.code === 'shape') return build(null);
    throw error;
  }
}
