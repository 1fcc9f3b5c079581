import { exportStrings } from '../../../src/exchange/strings/export.ts';
import { type ImportStringsOptions, importStrings } from '../../../src/exchange/strings/import.ts';
import { readResource } from '../../../src/exchange/strings/json-read.ts';
import { writeResource } from '../../../src/exchange/strings/json-write.ts';
import { readStrings } from '../../../src/exchange/strings/read.ts';
import type { Resource } from '../../../src/exchange/strings/tree.ts';

/** A resource file from a value or from its text. */
export const resource = (value: unknown): Resource =>
  readResource(typeof value === 'string' ? value : JSON.stringify(value, null, 2), 'f.json');

const HUMAN: ImportStringsOptions = { origin: 'human', reviewed: false };

/** Sends a file, puts targets into the XLIFF by name, and takes it back. */
export function trip(
  source: unknown,
  targets: Readonly<Record<string, string>>,
  over: { target?: unknown; known?: unknown; options?: ImportStringsOptions; locale?: string } = {},
) {
  const file = { original: 'en/app.json', source: resource(source), target: null, notes: null };
  const locales = { sourceLocale: 'en', targetLocale: over.locale ?? 'hy' };
  const sent = exportStrings([file], { ...locales, format: 'xliff-1.2', onlyMissing: false, words: String });
  const xml = (sent.text ?? '').replace(
    / resname="([^"]*)"([^>]*)>\s*<source>([\s\S]*?)<\/source>/g,
    (whole, name: string) =>
      targets[name] === undefined ? whole : `${whole}<target>${targets[name]}</target>`,
  );
  const known =
    over.known === undefined ? resource(source) : over.known === null ? null : resource(over.known);
  return take(xml, known, over.target, over.options);
}

/** Takes an XLIFF file into a target file. */
export function take(xml: string, source: Resource | null, target?: unknown, options = HUMAN) {
  const existing = target === undefined ? null : resource(target);
  const units = readStrings(xml, 'f.xlf').files.flatMap((file) => file.units);
  const { resource: made, ...report } = importStrings(units, source, existing, options);
  return { ...report, text: made && writeResource(made.root, made.style) };
}

/** A resource file as it is written. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
