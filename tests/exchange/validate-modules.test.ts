import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/exchange/validate/problem.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { runs } from './support.ts';
import { GLS, MTC } from './validate-modules-candidates.ts';
import { CTR, PGS } from './validate-modules-changes.ts';
import { ITS } from './validate-modules-its.ts';
import { RES, SLR } from './validate-modules-resources.ts';
import { FS, MDA, VAL } from './validate-modules-rules.ts';
import { codesOf, filesIn, problemsIn, SUITE, validate } from './validate-support.ts';
import { canLint, lint } from './validate-v12-lint.ts';
import { mutationsOf } from './validate-v12-mutations.ts';

/**
 * For each invalid file of the modules: the line of its fault, the constraint that it exercises, and what else the file
 * breaks. Most of the latter is the same in several files that were made from one; each is a fault of its own.
 */
const FAULTS: Readonly<Record<string, readonly [line: number, code: ProblemCode, ...also: ProblemCode[]]>> = {
  'ctr-property-not-legit-category': [29, 'ctr-item-repeated'],
  'ctr_appliesTo-not-using-ref-to-resolvableID': [35, 'ctr-ref-missing', 'ctr-ref-unresolved'],
  'ctr_property-not-content-or-valid-attribute-ref': [33, 'ctr-property-unknown'],
  'ctr_ref-not-pointed-to-resolvableID': [26, 'ctr-ref-unresolved', 'ctr-ref-missing'],
  'ctr_revisions-not-using-ref-to-resolvableID': [35, 'ctr-ref-missing', 'ctr-ref-unresolved'],
  'fs_fs-not-valid-HTML': [25, 'value-not-listed', 'fs-sub-alone', 'fs-sub-syntax'],
  'fs_subFs-not-allowed-w-o-fs': [26, 'fs-sub-alone', 'fs-sub-syntax', 'value-not-listed'],
  'gls_glossEntry-and-translation-not-unique-in-glossary': [26, 'gls-id-repeated'],
  'gls_glossEntry-w-o-translation-or-definition': [27, 'gls-entry-empty'],
  'gls_invalid-extension': [12, 'text-misplaced'],
  'mda_meta-missing-type': [9, 'attribute-missing'],
  'mda_meta-missplaced-appliesTo': [9, 'attribute-unknown'],
  'mda_metaGroup-id-not-nmtoken': [8, 'nmtoken-malformed'],
  'mda_metaGroup-id-not-unique': [11, 'mda-id-repeated'],
  'mda_metaGroup-invalid-appliesTo': [8, 'value-not-listed'],
  'mda_metadata-id-not-nmtoken': [7, 'nmtoken-malformed'],
  'mda_missing-metaGroup': [7, 'element-missing', 'element-misplaced'],
  'mtc_id-not-nmtoken': [19, 'nmtoken-malformed'],
  'mtc_match-ID-not-unique': [23, 'mtc-id-repeated', 'mtc-ref-syntax'],
  'mtc_match-has-xml_lang': [24, 'mtc-language-set', 'mtc-ref-syntax'],
  'mtc_subType-w-o-type-match': [19, 'mtc-subtype-alone', 'mtc-ref-syntax'],
  'mtc_type-value-not-in-list': [19, 'value-not-listed', 'mtc-ref-syntax'],
  'mtc_wrong-ref-syntax': [19, 'mtc-ref-syntax'],
  'mtc_wrong-ref-value': [19, 'mtc-ref-unresolved'],
  'res_resourceItem-not-unique': [27, 'res-id-repeated', 'res-ref-unresolved'],
  'res_resourceItemRef-not-unique': [46, 'res-id-repeated', 'res-ref-unresolved'],
  'res_source-has-content-and-href': [30, 'res-href-and-content'],
  'res_source-xml_lang-not-same-as-xliff': [21, 'res-language-wrong'],
  'slr_equivStorage-ec-not-isolated': [
    35,
    'slr-end-code',
    'slr-size-malformed',
    'sc-without-ec',
    'ec-id-and-start-ref',
  ],
  'slr_equivStorage-not-integer': [26, 'slr-size-malformed'],
  'slr_sizeInfo-ec-not-isolated': [29, 'slr-end-code', 'slr-size-malformed'],
  'slr_sizeInfo-not-integer': [19, 'slr-size-malformed'],
  'slr_sizeInfo-with-sizeInfoRef': [31, 'slr-info-twice'],
  'slr_sizeInfoRef-ec-not-isolated': [33, 'slr-end-code'],
  'slr_sizeInfoRef-has-no-data-sib': [26, 'slr-info-unresolved'],
  'slr_sizeInfoRef-with-sizeInfo': [26, 'slr-info-twice'],
  'slr_sizeRestriction-patterns': [22, 'slr-restriction-malformed'],
  'slr_storageRestriction-patterns': [29, 'slr-restriction-malformed'],
  val_ExactlyOneAttributeOnRule: [18, 'val-rule-count', 'val-occurs-alone'],
  val_existsInSourcePatternOnRule: [22, 'val-exists-in-source', 'val-rule-count'],
  'val_invalid-caseSensitive': [7, 'value-not-listed'],
  'val_invalid-normalization': [7, 'value-not-listed'],
  'val_invalid-occurs': [7, 'number-malformed'],
};

/** The files that are broken themselves, as the folder's README says, and what is reported of them. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  'Good-itsm_text-analytics': ['value-not-listed'],
  'Good-mda_top-level': ['element-missing', 'element-unknown'],
};
const NOT_XML = 'Good-pgs_plural';

const nameOf = (path: string): string => (path.split('/').at(-1) ?? '').replace('.xlf', '');

describe.skipIf(!existsSync(SUITE))('the modules of the OASIS suite (needs ../shared/xliff)', () => {
  describe.each(['2.1', '2.2'])('%s', (version) => {
    const folder = join(SUITE, version, 'modules');

    it('has the files of the list', () => {
      const names = filesIn(join(folder, 'invalid')).map((path) => nameOf(path).replace('Bad-', ''));
      expect(names).toEqual(Object.keys(FAULTS).sort());
      expect(names).toHaveLength(43);
    });

    it.each(Object.entries(FAULTS))('%s', (name, [line, code, ...also]) => {
      const path = join(folder, 'invalid', `Bad-${name}.xlf`);
      const problems = problemsIn(path);
      const shift = lineShift(path, version);
      expect(problems.map((problem) => `${problem.line} ${problem.code}`)).toContain(
        `${line + shift} ${code}`,
      );
      expect([...new Set(problems.map((problem) => problem.code))].sort()).toEqual([code, ...also].sort());
      for (const { clause } of problems) expect(clause).toMatch(/^https:\/\/docs\.oasis-open\.org\/.+#\w+/);
    });

    it('what is valid is silent, but for what is broken in itself', () => {
      const files = filesIn(join(folder, 'valid')).filter((path) => nameOf(path) !== NOT_XML);
      expect(files.length).toBeGreaterThan(33);
      const said = files.map((path) => [nameOf(path), codesOf(readFileSync(path, 'utf8'))] as const);
      const loud = said.filter(([, codes]) => codes.length > 0);
      expect(Object.fromEntries(loud)).toEqual(version === '2.2' ? BROKEN : {});
    });
  });
});

// Of an extension within the file, nothing is said.
const OF_EXTENSIONS = /element martif:/;

describe.skipIf(!canLint || !existsSync(SUITE))(
  'modules beside the official schemas (needs ../shared/xliff and xmllint)',
  () => {
    it.each(['2.1', '2.2'])(
      '%s: single changes that the schemas refuse are refused',
      (version) => {
        const texts = new Map<string, string>();
        for (const [index, path] of filesIn(join(SUITE, version, 'modules/valid')).entries()) {
          if (nameOf(path) === NOT_XML || Object.hasOwn(BROKEN, nameOf(path))) continue;
          const text = readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
          const step = Math.max(1, Math.round(3000 / runs));
          for (const [at, [what, changed]] of [...mutationsOf(text)].entries()) {
            if ((at + index) % step === 0) texts.set(`${nameOf(path)} ${what}`, changed);
          }
        }
        const refused = [...lint(texts, `drivers/xliff-${version}-all.xsd`)].filter(
          ([, { accepted, said }]) => !accepted && said.some((line) => !OF_EXTENSIONS.test(line)),
        );
        expect(refused.length).toBeGreaterThan(50);
        const silent = refused.filter(([name]) => isSilent(texts.get(name) ?? ''));
        expect(silent.map(([name, { said }]) => `${name}: ${said[0]}`)).toEqual([]);
      },
      120_000,
    );
  },
);

function isSilent(text: string): boolean {
  try {
    return validate(text).total === 0;
  } catch (error) {
    if (error instanceof HexaplaError) return false;
    throw error;
  }
}

/** The two suites differ in blank lines alone: by how many, before the first element of a file's content. */
function lineShift(path: string, version: string): number {
  if (version === '2.1') return 0;
  const other = path.replace(`/${version}/`, '/2.1/');
  const lines = (file: string): number => readFileSync(file, 'utf8').split('\n').length;
  return lines(path) - lines(other);
}

const MODULE_SNIPPETS = [MTC, GLS, RES, SLR, VAL, MDA, FS, ITS, CTR, PGS].flat();

describe('constraints of the modules', () => {
  it.each(MODULE_SNIPPETS)('%s: %s', (_module, _what, text, codes) => {
    expect(codesOf(text)).toEqual([...codes].sort());
  });

  it('every code of the modules is met', () => {
    const source = readFileSync('src/exchange/validate/modules/codes.ts', 'utf8');
    const all = [...source.matchAll(/'([a-z-]+)'/g)].map((found) => found[1]);
    const met = new Set(MODULE_SNIPPETS.flatMap(([, , , codes]) => codes as readonly string[]));
    expect(all.filter((code) => code !== undefined && !met.has(code))).toEqual([]);
  });
});
