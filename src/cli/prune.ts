import { type Forgettable, prune } from '../catalogue/prune.ts';
import { HexaplaError } from '../model/error.ts';
import { writeFiles } from '../project/files.ts';
import { chooseDocuments, openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { readSource, readTarget, sourceFile, targetFile } from './store.ts';

const WHAT: readonly Forgettable[] = ['history', 'retired', 'suggestions'];

/** `hexapla prune`: forgets what is asked for, and only that. */
export function run(call: Call): Outcome {
  const what = new Set(WHAT.filter((name) => call.flag(name)));
  if (what.size === 0) {
    const argument = WHAT.map((name) => `--${name}`).join(', ');
    throw new HexaplaError('missing-argument', { argument, command: 'hexapla prune' });
  }
  const project = openProject(call.root);
  const pruned = chooseDocuments(project, call.args).map((document) => {
    const targets = project.config.targetLocales.flatMap(
      (locale) => readTarget(project, document, locale) ?? [],
    );
    return { document, ...prune(readSource(project, document), targets, what) };
  });
  const dry = call.flag('dry-run');
  const files = pruned.flatMap(({ document, source, targets }) => [
    sourceFile(project, document, source),
    ...targets.map((target) => targetFile(project, document, source, target)),
  ]);
  if (!dry) writeFiles(project.root, files);
  const documents = pruned.map(({ document, forgotten }) => ({ document: document.path, ...forgotten }));
  const total = (key: Forgettable): number => documents.reduce((sum, one) => sum + one[key], 0);
  const counts = { history: total('history'), retired: total('retired'), suggestions: total('suggestions') };
  return {
    exit: 0,
    data: { documents },
    text: () => `${call.words(dry ? 'cli.prune.dry' : 'cli.prune.done', counts)}\n`,
  };
}
