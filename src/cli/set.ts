import { setTarget } from '../catalogue/review.ts';
import type { Origin } from '../model/catalogue.ts';
import { writeFiles } from '../project/files.ts';
import { chooseDocument, chooseLocale, openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { nextLines } from './next.ts';
import { emptyTarget, readSource, readTarget, targetFile } from './store.ts';

/** `hexapla set`: writes one target, read from standard input in the stored tag form. */
export async function run(call: Call): Promise<Outcome> {
  const [written = '', id = ''] = call.args;
  const project = openProject(call.root);
  const document = chooseDocument(project, written);
  const locale = chooseLocale(project.config.targetLocales, call.text('locale') ?? '');
  const source = readSource(project, document);
  const before = readTarget(project, document, locale) ?? emptyTarget(document, locale);
  const text = (await call.terminal.input()).replace(/\r?\n$/, '');
  const by = call.text('by');
  const origin = (call.text('origin') as Origin | null) ?? 'human';
  const target = setTarget(source, before, id, { text, origin, ...(by === null ? {} : { by }) });
  writeFiles(call.root, [targetFile(project, document, source, target)]);
  return {
    exit: 0,
    data: { document: document.path, locale, id, target: target.targets[id] },
    text: () => `${call.words('cli.set.done', { id })}\n${nextLines(call, ['status'])}`,
  };
}
