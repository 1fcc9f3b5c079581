import { type Bundle, FORMATS, type FormatOptions, writeTransfers } from '../exchange/formats.ts';
import type { TransferFormat } from '../model/transfer.ts';
import type { NewFile } from '../project/files.ts';
import { handoffPath } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import type { Sendable } from './export-sendable.ts';

/** A file to be sent, and what is in it. */
export interface SentFile {
  readonly file: NewFile;
  readonly group: readonly Sendable[];
}

/** How the files are to be written. */
export interface Sending {
  readonly project: Project;
  readonly format: TransferFormat;
  readonly bundle: Bundle;
  readonly options: FormatOptions;
  /** The folder to write in; the configured one unless given. */
  readonly out: string | undefined;
  /** The project's terms in a language as a TBX file, where there are any. */
  readonly terms: (locale: string) => string | null;
}

/** The name of a file that holds several documents, in the place of a document's. */
const ALL_DOCUMENTS = 'all-documents';

/** Several languages, as BCP 47 has it. https://www.rfc-editor.org/rfc/rfc5646#section-4.1 */
const ALL_LANGUAGES = 'mul';

/** Puts what is ready into files. With nothing put together, each is written as soon as it is ready. */
export async function* sendFiles(ready: Iterable<Sendable>, how: Sending): AsyncGenerator<SentFile> {
  if (how.bundle === 'none') {
    for (const one of ready) yield { file: await fileOf([one], how), group: [one] };
    return;
  }
  const groups = new Map<string, Sendable[]>();
  for (const one of ready) {
    const key = how.bundle === 'document' ? one.document.path : one.locale;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  for (const group of groups.values()) yield { file: await fileOf(group, how), group };
}

async function fileOf(group: readonly Sendable[], how: Sending): Promise<NewFile> {
  const { project, format, bundle, options, out } = how;
  const [first] = group;
  if (first === undefined) throw new Error('a file holds a handoff');
  const alone = group.every(({ document }) => document === first.document);
  const named = {
    name: alone && bundle !== 'package' ? first.document.name : ALL_DOCUMENTS,
    locale: group.every(({ locale }) => locale === first.locale) ? first.locale : ALL_LANGUAGES,
  };
  if (bundle === 'package') {
    const { packageBytes } = await import('./export-package.ts');
    const path = handoffPath(project.config, { ...named, extension: 'zip' }, out);
    const { instruction } = project.config;
    return {
      path,
      text: await packageBytes(group, { format, options, instruction, terms: how.terms(first.locale) }),
    };
  }
  const extension = format.startsWith('xliff') ? {} : { extension: FORMATS[format].extension };
  const transfers = group.map(({ transfer }) => transfer);
  return {
    path: handoffPath(project.config, { ...named, ...extension }, out),
    text: await writeTransfers(transfers, format, options),
  };
}
