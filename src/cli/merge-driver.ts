import { formatRecord, formatSource, formatTarget } from '../catalogue/json.ts';
import { mergeSource } from '../catalogue/merge-source.ts';
import { mergeTarget } from '../catalogue/merge-target.ts';
import { parseRecord, parseSource, parseTarget } from '../catalogue/parse.ts';
import { HexaplaError } from '../model/error.ts';
import { readAnyFile, replaceFile } from '../project/files.ts';
import type { Call, Outcome } from './call.ts';

interface Merged {
  readonly text: string;
  readonly conflicts: readonly string[];
}

/**
 * `hexapla merge-driver`: merges two states of a stored file by id and writes the result over ours. Nothing is lost,
 * so what both sides changed is reported and does not fail.
 */
export function run({
  root,
  args: [base = '', ours = '', theirs = '', path = ours],
  words,
  terminal,
}: Call): Outcome {
  const [old, mine, yours] = [base, ours, theirs].map((file) => textOf(root, file));
  const merged = mergeTexts(old ?? '', mine ?? '', yours ?? '', path);
  replaceFile(root, ours, merged.text);
  const { conflicts } = merged;
  if (conflicts.length > 0) {
    const values = { file: path, count: conflicts.length, ids: conflicts.join(', ') };
    terminal.err(`${words('cli.merge-driver.kept', values)}\n`);
  }
  return { exit: 0, data: { path, conflicts }, text: () => '' };
}

function mergeTexts(base: string, ours: string, theirs: string, path: string): Merged {
  const kinds = [kindOf(ours), kindOf(theirs)].filter((one) => one !== 'none');
  const [kind = 'target', other = kind] = kinds;
  if (kind !== other) throw new HexaplaError('merge-conflict', { ours: kind, theirs: other }, { file: path });
  const old = kindOf(base) === kind ? base : null;
  if (kind === 'source') {
    const { catalogue, conflicts } = mergeSource(
      old === null ? null : parseSource(old, path),
      parseSource(ours, path),
      parseSource(theirs, path),
    );
    return { text: formatSource(catalogue), conflicts };
  }
  if (kind === 'target') {
    const { catalogue, conflicts } = mergeTarget(
      old === null ? null : parseTarget(old, path),
      parseTarget(ours, path),
      parseTarget(theirs, path),
    );
    return { text: formatTarget(catalogue, Object.keys(catalogue.targets)), conflicts };
  }
  // A handoff's record is named by its content's digest: two of one name are one.
  return { text: formatRecord(parseRecord(ours, path)), conflicts: [] };
}

/** What a stored file is, by its last table; a file that is not whole is left to its reader to refuse. */
function kindOf(text: string): 'source' | 'target' | 'record' | 'none' {
  if (/^ {2}"units": \[/m.test(text)) return 'source';
  if (/^ {2}"targets": \{/m.test(text)) return 'target';
  if (/^ {2}"segments": \{/m.test(text)) return 'record';
  return 'none';
}

function textOf(root: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readAnyFile(root, file));
  } catch (error) {
    throw error instanceof HexaplaError ? error : new HexaplaError('not-utf8', {}, { file });
  }
}
