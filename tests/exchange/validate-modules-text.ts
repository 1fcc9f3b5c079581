import type { ProblemCode } from '../../src/exchange/validate/problem.ts';

type Version = '2.0' | '2.1' | '2.2';
/** A small file for a module: what of it, what is special, its text, and the codes of what is reported. */
export type Snippet = readonly [rule: string, what: string, text: string, codes: readonly ProblemCode[]];

const NAMESPACES = {
  mtc: 'urn:oasis:names:tc:xliff:matches:2.0',
  gls: 'urn:oasis:names:tc:xliff:glossary:2.0',
  fs: 'urn:oasis:names:tc:xliff:fs:2.0',
  mda: 'urn:oasis:names:tc:xliff:metadata:2.0',
  res: 'urn:oasis:names:tc:xliff:resourcedata:2.0',
  slr: 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
  val: 'urn:oasis:names:tc:xliff:validation:2.0',
  its: 'http://www.w3.org/2005/11/its',
  itsm: 'urn:oasis:names:tc:xliff:itsm:2.1',
  ctr: 'urn:oasis:names:tc:xliff:changetracking:2.0',
  pgs: 'urn:oasis:names:tc:xliff:pgs:1.0',
  my: 'urn:my',
};
const DECLARED = Object.entries(NAMESPACES)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');
/** For a root that uses ITS. */
export const WITH_ITS: string = ' its:version="2.0"';

/** A file of XLIFF 2: what stands in `file`, and what the root has besides. */
export function file(content: string, version: Version = '2.1', root: string = ''): string {
  const core = version === '2.2' ? '2.2' : '2.0';
  return `<xliff xmlns="urn:oasis:names:tc:xliff:document:${core}" ${DECLARED} version="${version}" srcLang="en" trgLang="fr"${root}><file id="f1">${content}</file></xliff>`;
}

/** A file of one unit: modules, then a segment whose source is `<mrk id="m1">text</mrk>`. */
export function unit(before: string, version: Version = '2.1', root: string = ''): string {
  return file(
    `<unit id="u1">${before}<segment id="s1"><source><mrk id="m1" translate="yes">text</mrk></source><target><mrk id="m1" translate="yes">texte</mrk></target></segment></unit>`,
    version,
    root,
  );
}

/** A file of one unit with a source, and what stands before its segment. */
export function source(content: string, before: string = '', root: string = ''): string {
  const text = `<unit id="u1">${before}<segment id="s1"><source>${content}</source></segment></unit>`;
  return file(text, '2.1', root).replace(' trgLang="fr"', '');
}

/** A unit with a segment, both sides filled. */
export const UNIT: string = '<unit id="u1"><segment><source>a</source><target>b</target></segment></unit>';
