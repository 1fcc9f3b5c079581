import { HexaplaError } from '../model/error.ts';
import { canonicalLocale } from '../model/locale.ts';
import { openDocument } from '../pipeline.ts';
import { pseudoDocument } from '../pipeline-build.ts';
import { writeFiles } from '../project/files.ts';
import { joinPath } from '../project/layout.ts';
import { openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { readBoth } from './store.ts';
import { pageWords } from './words.ts';

/** `hexapla pseudo`: writes a pseudo-translated edition, which is never stored and never counted. */
export function run(call: Call): Outcome {
  const { config, documents } = openProject(call.root);
  const project = { root: call.root, config, documents };
  const tag = call.text('locale') ?? 'en-XA';
  const locale = canonicalLocale(tag);
  if (locale === null || [config.sourceLocale, ...config.targetLocales].includes(locale)) {
    throw new HexaplaError('bad-option-value', { option: '--locale', value: tag, allowed: 'none' });
  }
  const folder = call.text('out') ?? config.editions;
  const built = documents.map((document) => {
    const { bytes, source } = readBoth(project, document);
    const open = openDocument({ document: document.path, bytes, catalogue: source, settings: config });
    const words = pageWords([config.sourceLocale]);
    const { files } = pseudoDocument({ open, name: document.name, locale, settings: config, ...words });
    return { document: document.path, files };
  });
  const files = built.flatMap(({ files: own }) => own);
  writeFiles(
    call.root,
    files.map(({ path, bytes }) => ({ path: joinPath(folder, path), text: bytes })),
  );
  const editions = built.map(({ document, files: own }) => {
    const paths = own.map(({ path }) => joinPath(folder, path));
    return { locale, document, path: paths[0] ?? null, published: true, reason: null, files: paths };
  });
  const titles = ['document', 'locale', 'edition'].map((key) => ({ title: call.words(`cli.column.${key}`) }));
  const rows = editions.map(({ document, files: paths }) => [document, locale, paths.join(', ')]);
  return {
    exit: 0,
    data: { editions, parallel: [], manifest: null },
    text: () => formatTable(titles, rows, call.terminal.columns),
  };
}
