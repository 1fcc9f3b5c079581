import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hexapla, hexaplaJson } from './cli.ts';
import { newFolder } from './folder.ts';

/** The configuration of `project`. */
export const CONFIG = {
  sourceLocale: 'en',
  targetLocales: ['hy', 'fr'],
  documents: ['locales/en/*.md'],
  minState: 'translated',
};
/** The document of `project`, three segments long. */
export const LETTER = 'We demand peace.\n\nSee the [report](https://example.org/r). It has 200 pages.\n';

/** A project with one document, extracted unless its text is not to be. */
export async function project(more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = newFolder({ 'hexapla.json': JSON.stringify(CONFIG), 'locales/en/a.md': LETTER, ...more });
  if (!('locales/en/a.md' in more)) await fine(folder, ['extract']);
  return folder;
}

/** What `hexapla segments --json` prints. */
export interface Listed {
  readonly segments: readonly { id: string; unit: string; kind: string; text: string }[];
}

/** The ids of the letter's segments. */
export async function idsOf(folder: string): Promise<[string, string, string]> {
  const { data } = await hexaplaJson<Listed>(folder, ['segments', 'a']);
  return data.segments.map(({ id }) => id) as [string, string, string];
}

/** Translates every segment into a locale, codes kept. */
export async function translateAll(folder: string, locale: string): Promise<void> {
  const { data } = await hexaplaJson<Listed>(folder, ['segments', 'a']);
  for (const { id, text } of data.segments) {
    await fine(folder, ['set', 'a', id, '--locale', locale], `${text} (${locale})`);
  }
}

/** Replaces a text in the letter. */
export function edit(folder: string, from: string, to: string): void {
  const path = join(folder, 'locales/en/a.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

async function fine(folder: string, words: readonly string[], stdin = ''): Promise<void> {
  const { exit, err } = await hexapla(folder, words, { stdin });
  if (exit !== 0) throw new Error(`${words.join(' ')}: ${err}`);
}
