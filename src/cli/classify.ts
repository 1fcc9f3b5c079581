import { reclassify } from '../catalogue/review.ts';
import type { EditClass } from '../model/catalogue.ts';
import { listSegments } from '../pipeline.ts';
import { writeFiles } from '../project/files.ts';
import { chooseDocument, openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { nextLines } from './next.ts';
import { readSource, sourceFile } from './store.ts';

/** `hexapla classify`: sets the class of a segment's last edit. */
export function run(call: Call): Outcome {
  const { root, words } = call;
  const [written = '', id = '', edit = ''] = call.args;
  const project = openProject(root);
  const document = chooseDocument(project, written);
  const source = reclassify(readSource(project, document), id, edit as EditClass);
  writeFiles(root, [sourceFile(project, document, source)]);
  const segment = listSegments(source).find((one) => one.id === id);
  const was = source.units.flatMap(({ segments }) => segments[id]?.was ?? []);
  return {
    exit: 0,
    data: { document: document.path, ...segment, was },
    text: () => `${words('cli.classify.done', { id, edit })}\n${nextLines(call, ['status'])}`,
  };
}
