import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, Validation } from '../../src/exchange/validate/problem.ts';
import { validateXliff } from '../../src/exchange/validate/validate.ts';
import { decodeXml } from '../../src/exchange/xml/bytes.ts';

/** Where the standard's own files are. */
export const SUITE: string = '../shared/xliff/testsuite';

/** Validates a text, fed in pieces of `size` UTF-16 units. */
export function validate(text: string, size: number = text.length): Validation {
  const validator = validateXliff('f.xlf');
  for (let at = 0; at < text.length; at += size) validator.write(text.slice(at, at + size));
  return validator.end();
}

/** The problems of a text, as `5 id-not-unique`. */
export function problemsOf(text: string): string[] {
  return validate(text).problems.map(({ line, code }) => `${line} ${code}`);
}

/** The codes of a text's problems, each once. */
export function codesOf(text: string): string[] {
  return [...new Set(validate(text).problems.map(({ code }) => code))].sort();
}

/** The problems of a file. */
export function problemsIn(path: string): readonly Problem[] {
  return validate(decodeXml(readFileSync(path), path)).problems;
}

/** The XLIFF files of a folder, with their paths. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xlf'))
    .sort()
    .map((name) => join(folder, name));
}

/** A document of XLIFF 2 around what a file holds, its first line the root's start tag, which `root` adds to. */
export function document(file: string, root: string = '', version: '2.0' | '2.1' | '2.2' = '2.1'): string {
  const namespace = `urn:oasis:names:tc:xliff:document:${version === '2.2' ? '2.2' : '2.0'}`;
  return `<xliff xmlns="${namespace}" version="${version}" srcLang="en" trgLang="fr" xmlns:my="urn:my"${root}>
<file id="f1">
${file}
</file>
</xliff>`;
}

/** A document with one unit of one segment. */
export function segment(source: string, target: string | null = null, before: string = ''): string {
  const translated = target === null ? '' : `<target>${target}</target>`;
  return document(
    `<unit id="u1">${before}\n<segment id="s1">\n<source>${source}</source>\n${translated}\n</segment></unit>`,
  );
}
