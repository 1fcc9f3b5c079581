import { HexaplaError } from '../model/error.ts';
import type { Config } from '../project/config.ts';
import { DEFAULTS } from '../project/defaults.ts';
import { CONFIG_FILE } from '../project/place.ts';
import type { Call, Outcome } from './call.ts';
import { bashScript } from './completion-bash.ts';
import { fishScript } from './completion-fish.ts';
import { type CompletionTable, completionTable } from './completion-table.ts';
import { zshScript } from './completion-zsh.ts';

const SCRIPTS: Readonly<Record<string, (table: CompletionTable) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `hexapla completion`: a script for a shell, or the values that such a script asks the project for. */
export async function run(call: Call): Promise<Outcome> {
  const kind = call.text('values');
  if (kind !== null) {
    const values = await projectValues(call.root, kind);
    return { exit: 0, data: { values }, text: () => values.map((value) => `${value}\n`).join('') };
  }
  const [shell = ''] = call.args;
  const script = SCRIPTS[shell]?.(completionTable(call.words));
  if (script === undefined) {
    throw new HexaplaError('missing-argument', { argument: 'SHELL', command: 'hexapla completion' });
  }
  return { exit: 0, data: { shell, script }, text: () => script };
}

/**
 * What a project has of a kind. Whoever presses Tab waits, so the configuration is read without being judged, and
 * wants no explanations: where nothing can be read, there is nothing.
 */
async function projectValues(root: string, kind: string): Promise<readonly string[]> {
  try {
    const { hasFile, listFiles, readFile } = await import('../project/files.ts');
    const text = new TextDecoder().decode(readFile(root, CONFIG_FILE) ?? new Uint8Array());
    const config: Config = { ...DEFAULTS, ...(JSON.parse(text) as Config) };
    if (kind === 'locales') return config.targetLocales.map(String);
    const { findDocuments } = await import('../project/layout.ts');
    const list = (folder: string): readonly string[] => listFiles(root, folder);
    return findDocuments(config, list, (path) => hasFile(root, path)).map(({ name }) => name);
  } catch {
    return [];
  }
}
