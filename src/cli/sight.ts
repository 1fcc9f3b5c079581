import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { coloursFor, type Paint } from './colours.ts';
import { createProgress, type Phrase, type Step } from './progress.ts';
import type { Terminal } from './terminal.ts';
import type { CommandWords } from './words.ts';

/** What a person sees of a command: its terminal, the colours of its results, and how far it is. */
export interface Sight {
  readonly terminal: Terminal;
  /** The colours that results are shown in. */
  readonly paint: Paint;
  /** Begins work of `total` pieces; the function that it gives is called as each of them begins. */
  readonly progress: (total: number) => Step;
}

/**
 * What a person sees, and how it ends; with `quietly` (results are for programs) no progress is shown. Paths that
 * steps name are from the root on.
 */
export function sightOf(
  terminal: Terminal,
  { words, language }: Pick<CommandWords, 'words' | 'language'>,
  { root, quietly }: { readonly root: string; readonly quietly: boolean },
): Sight & { readonly end: () => void } {
  const { env, columns, err } = terminal;
  const paint = coloursFor(env, columns !== null);
  const phrase: Phrase = (done, total, document, locale) =>
    words('cli.common.progress', {
      done,
      total,
      document,
      language: locale === null ? 'none' : language(locale),
    });
  const sizeOf = (path: string): number =>
    statSync(resolve(root, path), { throwIfNoEntry: false })?.size ?? 0;
  const shown = quietly ? null : createProgress(terminal, phrase, sizeOf);
  if (shown === null) return { terminal, paint, progress: () => () => undefined, end: () => undefined };
  const apart: Terminal = { ...terminal, err: (text) => shown.without(() => err(text)) };
  return { terminal: apart, paint, progress: shown.start, end: shown.end };
}
