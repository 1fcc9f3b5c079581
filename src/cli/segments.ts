import { listSegments } from '../pipeline.ts';
import { chooseDocument, openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { readSource } from './store.ts';

/** `hexapla segments`: a document's segments in order. */
export function run({ root, args, words, terminal, paint }: Call): Outcome {
  const project = openProject(root);
  const document = chooseDocument(project, args[0] ?? '');
  const segments = listSegments(readSource(project, document));
  const titles = ['id', 'kind', 'text'].map((key) => ({ title: words(`cli.column.${key}`) }));
  return {
    exit: 0,
    data: { document: document.path, segments },
    text: () =>
      formatTable(
        titles,
        segments.map(({ id, kind, text }) => [
          { text: id, style: (line) => paint('note', line) },
          words(`note.kind.${kind}`),
          text,
        ]),
        terminal.columns,
        (line) => paint('quiet', line),
      ),
  };
}
