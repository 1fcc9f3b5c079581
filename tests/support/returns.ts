import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hexapla } from './cli.ts';
import { allFiles, putFiles } from './folder.ts';
import { edit } from './letter.ts';
import { filled } from './return-world.ts';

/** What `hexapla import --json` prints, as far as tests look at it. */
export interface Imports {
  readonly files: readonly {
    readonly applied: readonly string[];
    readonly unchanged: readonly string[];
    readonly stale: readonly string[];
    readonly conflicts: readonly { id: string; ours: string; theirs: string }[];
    readonly rejected: readonly { id: string; reason: string }[];
    readonly missing: readonly string[];
    readonly account: readonly object[];
  }[];
}

/** Sends the letter to a locale's translator: the file's text. */
export async function sentTo(folder: string, locale: string): Promise<string> {
  await hexapla(folder, ['export', '--locale', locale]);
  return readFileSync(join(folder, `handoff/${locale}/a.${locale}.xlf`), 'utf8');
}

/** Puts a translator's file into the project: the handoff with targets by segment, in the markup of the file. */
export function comesBack(
  folder: string,
  name: string,
  handoff: string,
  texts: Readonly<Record<string, string>>,
): void {
  const text = Object.entries(texts).reduce((xml, [id, target]) => filled(xml, id, target), handoff);
  putFiles(folder, { [name]: text });
}

/** Edits the letter and extracts it. */
export async function revised(folder: string, from: string, to: string): Promise<void> {
  edit(folder, from, to);
  await hexapla(folder, ['extract']);
}

/** What a locale has stored of the letter. */
export function stored(folder: string, locale: string): string {
  return allFiles(folder)[`locales/${locale}/a.json`] ?? '';
}

/** The lines that a person sees, the cells of tables with a bar between them. */
export function lines(out: string): string[] {
  return out
    .split('\n')
    .map((line) => line.trim().replace(/ {2,}/g, ' | '))
    .filter((line) => line !== '');
}
