import type { Release } from '../model/publication.ts';
import type { Publication } from '../pipeline-publish.ts';
import type { NewFile } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import { reasonText } from './build-text.ts';
import type { Call } from './call.ts';
import { formatTable } from './columns.ts';
import { furtherCommand, nextLines } from './next.ts';

/** What came of the publication of a document in a locale, and what is to be written of it. */
export interface ToPublish {
  readonly document: string;
  readonly locale: string;
  readonly published: boolean;
  /** Whether just this was published before: then that publication stands. */
  readonly unchanged: boolean;
  readonly release: Release | null;
  readonly publication: Publication;
  /** The edition's document and then its record; none where it is held back. */
  readonly files: readonly NewFile[];
  /** Where a signature of the record is, if there is one. */
  readonly signature: string;
}

/** What people read after a publication: what was recorded, and why other editions were not. */
export function publishText(call: Call, project: Project, done: readonly ToPublish[]): string {
  const { words, terminal } = call;
  const titles = ['document', 'locale', 'edition'].map((key) => ({ title: words(`cli.column.${key}`) }));
  const rows = done.map((one) => [one.document, one.locale, resultOf(call, one)]);
  return formatTable(titles, rows, terminal.columns) + nextOf(call, project, done);
}

function resultOf(call: Call, { release, unchanged, files, publication }: ToPublish): string {
  const { words } = call;
  if (!release) {
    return `${words('cli.build.held')}: ${reasonText(call, publication.judged)}`;
  }
  const { date, by } = release;
  if (unchanged) return words('cli.publish.unchanged', { date, by });
  return words('cli.publish.done', { date, by, path: files[0]?.path ?? '' });
}

function nextOf(call: Call, project: Project, done: readonly ToPublish[]): string {
  const held = done.find(({ published }) => !published);
  const progress = held?.publication.judged.progress;
  const document = project.documents.find(({ path }) => path === held?.document);
  if (!held || !progress || !document) return nextLines(call, ['build']);
  return nextLines(call, furtherCommand(call, project, document, held.locale, progress));
}
