import { reviewTargets } from '../catalogue/review.ts';
import type { State } from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import { writeFiles } from '../project/files.ts';
import { chooseDocument, chooseLocale, openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { dayOf } from './date.ts';
import { nextLines } from './next.ts';
import { emptyTarget, readSource, readTarget, targetFile } from './store.ts';

/** `hexapla review`: approves targets, or declares stale ones to be still fine. */
export function run(call: Call): Outcome {
  const [written = '', ...ids] = call.args;
  const all = call.flag('all');
  if (!all && ids.length === 0) {
    throw new HexaplaError('missing-argument', { argument: 'ID…, --all', command: 'hexapla review' });
  }
  const same = call.flag('same');
  if (all && same) throw new HexaplaError('usage', { argument: '--same', command: '--all' });
  if (all && ids[0] !== undefined) throw new HexaplaError('usage', { argument: ids[0], command: '--all' });
  const project = openProject(call.root);
  const document = chooseDocument(project, written);
  const locale = chooseLocale(project.config.targetLocales, call.text('locale') ?? '');
  const source = readSource(project, document);
  const before = readTarget(project, document, locale) ?? emptyTarget(document, locale);
  const confirm = call.flag('confirm');
  const state = (call.text('state') as State | null) ?? (confirm ? null : 'reviewed');
  const by = call.text('by') ?? '';
  const { target, changed } = reviewTargets(source, before, {
    ids: all ? 'all' : ids,
    state,
    confirm,
    same,
    by,
    on: dayOf(call),
  });
  writeFiles(call.root, [targetFile(project, document, source, target)]);
  const targets = Object.fromEntries(changed.map((id) => [id, target.targets[id]]));
  return {
    exit: 0,
    data: { document: document.path, locale, targets },
    text: () => `${call.words('cli.review.done', { count: changed.length })}\n${nextLines(call, ['build'])}`,
  };
}
