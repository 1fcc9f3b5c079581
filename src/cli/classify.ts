import { reclassify } from '../catalogue/review.ts';
import { EDIT_CLASSES, type EditClass } from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import { listSegments } from '../pipeline.ts';
import { writeFiles } from '../project/files.ts';
import { hint } from '../project/nearest.ts';
import { chooseDocument, openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { readSource, sourceFile } from './store.ts';

/** `hexapla classify`: sets the class of a segment's last edit. */
export function run({ root, args: [written = '', id = '', edit = ''], words }: Call): Outcome {
  if (!isClass(edit)) {
    const allowed = EDIT_CLASSES.join(', ');
    const given = { option: 'CLASS', value: edit, allowed, ...hint(edit, EDIT_CLASSES) };
    throw new HexaplaError('bad-option-value', given);
  }
  const project = openProject(root);
  const document = chooseDocument(project, written);
  const source = reclassify(readSource(project, document), id, edit);
  writeFiles(root, [sourceFile(project, document, source)]);
  const segment = listSegments(source).find((one) => one.id === id);
  const was = source.units.flatMap(({ segments }) => segments[id]?.was ?? []);
  return {
    exit: 0,
    data: { document: document.path, ...segment, was },
    text: () => `${words('cli.classify.done', { id, edit })}\n`,
  };
}

function isClass(written: string): written is EditClass {
  return EDIT_CLASSES.some((edit) => edit === written);
}
