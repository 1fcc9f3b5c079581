import { nameOf } from './key.ts';
import type { StringsFormat } from './package.ts';
import type { Resource } from './tree.ts';
import { type NoteSources, sourceTexts, unitOf } from './units.ts';
import { writeStrings } from './write.ts';

/** One resource file to be sent. */
export interface StringsSource {
  readonly original: string;
  readonly source: Resource;
  /** The target file as it is, if there is one. */
  readonly target: Resource | null;
  /** Descriptions for translators in the same tree, if there are any. */
  readonly notes: Resource | null;
}

export interface ExportStringsOptions {
  readonly sourceLocale: string;
  readonly targetLocale: string;
  readonly format: StringsFormat;
  /** Whether only texts without a target are sent. */
  readonly onlyMissing: boolean;
  readonly words: NoteSources['words'];
}

/** Why a text is not sent: its key is there twice and this is not the last, or XLIFF did not give it back. */
export type ExportRefusal = 'twice' | 'not-carried';

/** What was sent of one resource file. */
export interface SentStrings {
  readonly original: string;
  readonly strings: number;
  /** Values that are not sent because there is nothing to translate in them. */
  readonly kept: number;
  /** Plural forms that the target language does not have. */
  readonly unused: readonly string[];
  readonly refused: readonly { readonly key: string; readonly reason: ExportRefusal }[];
}

/** Writes resource files as one XLIFF file; `text` is null where there is nothing to send. */
export function exportStrings(
  files: readonly StringsSource[],
  options: ExportStringsOptions,
): { readonly text: string | null; readonly files: readonly SentStrings[] } {
  const { sourceLocale, targetLocale, format, onlyMissing, words } = options;
  const made = files.map(({ original, source, target, notes }) => {
    const found = sourceTexts(source, sourceLocale, targetLocale);
    const all = found.texts.map((text) => unitOf(text, { notes, target, targetLocale, words }));
    const units = onlyMissing ? all.filter((unit) => unit.target === null) : all;
    return { original, units, found, source };
  });
  const written = writeStrings({ sourceLocale, targetLocale, files: made }, format);
  const sent = made.map(({ original, units, found, source }, at): SentStrings => {
    const lost = written.lost[at] ?? [];
    const refused = [
      ...source.twice.map((path) => ({ key: nameOf(path), reason: 'twice' as const })),
      ...lost.map(({ name }) => ({ key: name, reason: 'not-carried' as const })),
    ];
    const { kept, unused } = found;
    return { original, strings: units.length - lost.length, kept, unused, refused };
  });
  return { text: sent.some(({ strings }) => strings > 0) ? written.text : null, files: sent };
}
