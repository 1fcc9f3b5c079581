import { joinTargets, separateTargets } from '../catalogue/join.ts';
import type { Origin, SourceCatalogue, TargetCatalogue } from '../model/catalogue.ts';
import { coveredSegments } from '../model/cover.ts';
import { HexaplaError } from '../model/error.ts';
import { own } from '../model/table.ts';
import { writeFiles } from '../project/files.ts';
import { chooseDocument, chooseLocale, openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { nextLines } from './next.ts';
import { emptyTarget, readSource, readTarget, targetFile } from './store.ts';

/** `hexapla join`: gives neighbouring segments one target, or with `--apart` each its own again. */
export function run(call: Call): Outcome {
  const [written = '', ...ids] = call.args;
  const project = openProject(call.root);
  const document = chooseDocument(project, written);
  const locale = chooseLocale(project.config.targetLocales, call.text('locale') ?? '');
  const source = readSource(project, document);
  const before = readTarget(project, document, locale) ?? emptyTarget(document, locale);
  const by = call.text('by');
  const origin = (call.text('origin') as Origin | null) ?? 'human';
  const apart = call.flag('apart');
  const text = call.text('text');
  if (apart && text !== null) throw new HexaplaError('usage', { argument: '--text', command: '--apart' });
  const holders = holdersOf(source, before, ids);
  const target = apart
    ? holders.filter((id) => !isAlone(before, id)).reduce(separateTargets, before)
    : joinTargets(source, before, { ids, text, origin, ...(by === null ? {} : { by }) });
  writeFiles(call.root, [targetFile(project, document, source, target)]);
  const changed = [...new Set([...Object.keys(before.targets), ...Object.keys(target.targets)])].filter(
    (id) => before.targets[id] !== target.targets[id],
  );
  const targets = Object.fromEntries(changed.map((id) => [id, target.targets[id] ?? null]));
  return {
    exit: 0,
    data: { document: document.path, locale, targets },
    text: () => {
      const done = apart
        ? call.words('cli.join.separated', { ids: holders })
        : call.words('cli.join.done', { ids });
      return `${done}\n${nextLines(call, ['status'])}`;
    },
  };
}

/** The segments whose targets are to be taken apart: any segment of a joined target names it. */
function holdersOf(
  source: SourceCatalogue,
  catalogue: TargetCatalogue,
  ids: readonly string[],
): readonly string[] {
  const covered = coveredSegments(source.units, catalogue.targets);
  return [...new Set(ids.map((id) => covered.get(id)?.holder ?? id))];
}

function isAlone({ targets }: TargetCatalogue, id: string): boolean {
  const target = own(targets, id);
  return target !== undefined && target.text !== '' && !target.covers?.length;
}
