import { changeKey, updateXliffPieces } from '../exchange/xliff/update.ts';
import type { SegmentChange } from '../exchange/xliff/updater.ts';
import { decodeXmlPieces, encodeXml } from '../exchange/xml/bytes.ts';
import type { TargetCatalogue } from '../model/catalogue.ts';
import { own } from '../model/table.ts';
import type { SegmentAccount } from '../model/transfer.ts';
import { openPieces, replaceWithPieces } from '../project/pieces.ts';
import type { Call } from './call.ts';
import type { ReturnedFile } from './import-read.ts';
import type { Imported } from './import-text.ts';
import { selectable } from './problem.ts';
import type { CommandWords } from './words.ts';

/** A returned XLIFF file, and what its import did. */
export interface Updatable {
  readonly path: string;
  readonly file: ReturnedFile;
  /** One for each `file` element, in their order. */
  readonly imported: readonly Imported[];
  /** The catalogues after the import. */
  readonly targets: readonly TargetCatalogue[];
}

/**
 * Writes the states that segments have now, and why some were not taken, into a returned XLIFF file; all else in it
 * stays byte for byte. Other formats, and files that are damaged, stay as they are. Gives the paths that were written.
 */
export function updateReturn(
  { root }: Call,
  { path, file, imported, targets }: Updatable,
  words: CommandWords['words'],
): readonly string[] {
  if (file.kind !== 'xliff' || file.damage.length > 0) return [];
  const changes = new Map<string, SegmentChange>();
  for (const [index, { account, document, locale }] of imported.entries()) {
    const target = targets.find((one) => one.document === document && one.locale === locale);
    for (const one of account) changes.set(changeKey(index, one.id), changeFor(one, target, words));
  }
  replaceWithPieces(root, path, updatedPieces(openPieces(root, path).pieces, path, changes));
  return [path];
}

function changeFor(
  { id, outcome, reason }: SegmentAccount,
  target: TargetCatalogue | undefined,
  words: CommandWords['words'],
): SegmentChange {
  const state = target === undefined ? undefined : own(target.targets, id)?.state;
  const told =
    outcome === 'rejected'
      ? words(`cli.import.reason.${reason}`, selectable({ codes: [] }))
      : words(`cli.import.outcome.${outcome}`);
  const taken = outcome === 'applied' || outcome === 'unchanged';
  return {
    ...(taken && state !== undefined ? { state } : {}),
    findings: taken || outcome === 'missing' ? [] : [told],
  };
}

function* updatedPieces(
  pieces: Iterable<Uint8Array>,
  path: string,
  changes: ReadonlyMap<string, SegmentChange>,
): Generator<Uint8Array> {
  const decoder = decodeXmlPieces(path, { keepMark: true });
  const update = updateXliffPieces(path, changes);
  for (const bytes of pieces) yield encodeXml(update.write(decoder.write(bytes)), decoder.encoding);
  yield encodeXml(update.write(decoder.end()) + update.end(), decoder.encoding);
}
