import type { ManifestEdition } from '../edition/manifest.ts';
import type { LinkFinding } from '../edition/site-check.ts';
import { RESOURCES } from '../pipeline-edition.ts';
import { joinPath, type ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import type { BuiltFacts } from './build-one.ts';
import type { Call } from './call.ts';
import { formatTable } from './columns.ts';
import { furtherCommand, nextLines, typedPath } from './next.ts';
import { withoutControls } from './width.ts';
import type { CommandWords } from './words.ts';

/** A document and what the manifest tells of its editions. */
export interface BuiltDocument extends BuiltFacts {
  readonly document: ProjectDocument;
}

/** A line for each link that leads nowhere, the first of them; nothing where all hold. */
export function linksText({ words, paint }: Call, links: readonly LinkFinding[]): string {
  const shown = links.slice(0, SHOWN_LINKS).map(({ path, href, reason }) => {
    const told = words('cli.build.link', { path, href, reason: reason.replaceAll('-', '_') });
    return `${paint('warning', withoutControls(told))}\n`;
  });
  const rest = links.length - shown.length;
  return shown.join('') + (rest > 0 ? `${words('cli.build.moreLinks', { count: rest })}\n` : '');
}

const SHOWN_LINKS = 20;

/** What people read after a build: each edition with its files or why it does not go out, and what to do next. */
export function buildText(
  call: Call,
  project: Project,
  built: readonly BuiltDocument[],
  folder: string,
): string {
  const { words, terminal } = call;
  const titles = ['document', 'locale', 'edition'].map((key) => ({ title: words(`cli.column.${key}`) }));
  const rows = built.flatMap(({ document, entry }) =>
    entry.editions.map((edition) => [document.path, edition.locale, resultOf(call, edition, folder)]),
  );
  const next = built
    .map(({ entry }) => `${words('cli.build.next', { path: entry.parallel.path })}\n`)
    .join('');
  const resources = `${words('cli.build.resources', { path: joinPath(folder, `${RESOURCES}/`) })}\n`;
  return `${formatTable(titles, rows, terminal.columns)}${next}${resources}${nextOf(call, project, built)}`;
}

function resultOf(call: CommandWords, edition: ManifestEdition, folder: string): string {
  const files = edition.files.map(({ path }) => path).filter((path) => isRead(path, folder));
  if (!edition.reason) return files.join(', ');
  const why = reasonText(call, edition);
  if (!edition.published) return `${call.words('cli.build.held')}: ${why}`;
  const date = edition.release?.date ?? '';
  return `${files.join(', ')} (${call.words('cli.build.previous', { date })}: ${why})`;
}

/** Why an edition does not go out, in words. */
export function reasonText(
  { words }: CommandWords,
  { decision, progress }: Pick<ManifestEdition, 'decision' | 'progress'>,
): string {
  const { reason, alarms, thresholds } = decision;
  if (reason === null) return '';
  const unmet = thresholds.find(({ met }) => !met);
  if (reason === 'threshold' && unmet) {
    const { state, share, least } = unmet;
    return words('cli.build.reason.threshold', { state, share, least });
  }
  const { missing = 0, stale = 0, below = 0 } = progress ?? {};
  const count = { missing, stale, 'below-state': below, alarm: alarms, threshold: 0 }[reason];
  return words(`cli.build.reason.${reason}`, { count });
}

/** What the first edition that is held back needs, or how all can go out as they are. */
function nextOf(call: Call, project: Project, built: readonly BuiltDocument[]): string {
  const [held] = built.flatMap(({ document, entry }) =>
    entry.editions.flatMap(({ published, locale, progress }) =>
      published || !progress ? [] : [{ document, locale, progress }],
    ),
  );
  if (!held) return '';
  const locales = call.list('locale').flatMap((value) => ['--locale', value]);
  const out = call.list('out').flatMap((path) => ['--out', typedPath(call, path)]);
  const anyway = ['build', ...locales, ...out, '--policy', 'fallback'];
  return nextLines(call, furtherCommand(call, project, held.document, held.locale, held.progress), anyway);
}

/** Whether a file is for people to read, and not for an application. */
function isRead(path: string, folder: string): boolean {
  return !path.startsWith(joinPath(folder, `${RESOURCES}/`));
}
