import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/exchange/validate/problem.ts';
import { filesIn, problemsIn, SUITE } from './validate-support.ts';

/**
 * For each invalid file of the core: the line of its fault, the constraint that it exercises, and what else the same
 * fault breaks (or, with an id that a code shares with its segment, another fault that the file has).
 */
const FAULTS: Readonly<Record<string, readonly [line: number, code: ProblemCode, ...also: ProblemCode[]]>> = {
  CommentWithValueAndRef: [10, 'comment-value-or-ref'],
  ConfusedIsolatedOnEc: [6, 'ec-id-and-start-ref'],
  CopyOfWithBadReference: [10, 'copy-of-unknown'],
  CopyOfWithNoCopyReference: [10, 'copy-not-allowed', 'copy-of-data'],
  CopyOfWithOriginalData: [10, 'copy-of-data'],
  DataIdNotUnique: [7, 'id-not-unique'],
  DataRefWithoutOriginalData: [6, 'data-ref-unknown'],
  DifferentCanCopyInScAndEc: [9, 'pair-differs'],
  DifferentCanDeleteInScAndEc: [6, 'pair-differs'],
  DifferentCanOverlapInScAndEc: [9, 'pair-differs'],
  DifferentCanReorderInScAndEc: [6, 'pair-differs', 'reorder-first-no'],
  DifferentXmlSpace: [7, 'space-differs'],
  DuplicateExtElemIdsInFile: [7, 'extension-id-not-unique'],
  DuplicateExtElemIdsInGroup: [12, 'extension-id-not-unique'],
  DuplicateExtElemIdsInUnit: [17, 'extension-id-not-unique'],
  DuplicateNoteIdsInFile: [6, 'id-not-unique'],
  DuplicateNoteIdsInGroup: [15, 'id-not-unique'],
  DuplicateNoteIdsInUnit: [14, 'id-not-unique'],
  EcBeforeSc: [6, 'ec-before-sc'],
  EmBeforeSm: [6, 'em-before-sm'],
  EmptySkeletonWithoutHref: [4, 'skeleton-empty'],
  FileIdNotUnique: [11, 'id-not-unique'],
  GroupIdNotUnique: [5, 'id-not-unique'],
  GroupWithoutId: [4, 'attribute-missing'],
  IgnorableIdNotUnique: [11, 'id-not-unique'],
  IgnorableWithoutSource: [9, 'element-missing'],
  InvalidCommentAnnotation1: [6, 'comment-value-or-ref'],
  InvalidCommentAnnotation2: [9, 'comment-ref-note'],
  InvalidCommentAnnotation3: [9, 'comment-ref-note'],
  InvalidCommentAnnotation4: [10, 'comment-ref-note'],
  InvalidDataRef: [10, 'data-ref-unknown'],
  InvalidDataRefEnd: [10, 'data-ref-unknown'],
  InvalidDataRefStart: [10, 'data-ref-unknown'],
  InvalidDirAttributeOnSource: [6, 'attribute-unknown'],
  InvalidExtensionAttributeOnPc: [9, 'attribute-foreign', 'id-not-unique'],
  InvalidExtensionAttributeOnSegment: [7, 'attribute-foreign'],
  InvalidExtensionAttributeOnSource: [8, 'attribute-foreign'],
  InvalidExtensionAttributeOnTarget: [8, 'attribute-foreign'],
  InvalidExtensionElementInData: [6, 'element-foreign'],
  InvalidExtensionElementInFile: [11, 'element-order'],
  InvalidExtensionElementInOriginalData: [7, 'element-foreign'],
  InvalidExtensionElementInSegment: [7, 'element-foreign'],
  InvalidExtensionElementOutsideFile: [15, 'element-foreign'],
  InvalidFSAttribute: [5, 'attribute-unknown'],
  InvalidFSAttributeOnEc: [10, 'fs-end-code'],
  InvalidFSAttributeValue: [5, 'value-not-listed'],
  InvalidFragIdBadOrder: [13, 'fragment-order'],
  InvalidFragIdDuplicatedPrefix: [13, 'fragment-prefix-repeated'],
  InvalidFragIdMissplacedLeaf: [10, 'fragment-leaf'],
  InvalidFragIdNoSingleLeaf: [7, 'fragment-leaf'],
  InvalidFragIdPrefixNotNmtoken: [8, 'fragment-malformed'],
  InvalidFragIdPrefixTooShort: [8, 'fragment-prefix-short'],
  InvalidFragIdSyntax: [10, 'fragment-leaf'],
  InvalidFragIdUnknownPrefix: [8, 'fragment-prefix-unknown'],
  InvalidHexRangeOnCp: [6, 'hex-valid-in-xml'],
  InvalidHexValueOnCp: [6, 'hex-malformed'],
  InvalidId1: [4, 'nmtoken-malformed'],
  InvalidId2: [5, 'nmtoken-malformed'],
  InvalidId3: [6, 'nmtoken-malformed'],
  InvalidIsolatedOnEc: [6, 'ec-isolated-id'],
  InvalidIsolatedOnSc: [6, 'sc-isolated-paired'],
  InvalidLoneEm: [6, 'em-without-sm'],
  InvalidLoneSm: [6, 'sm-without-em'],
  InvalidNoteRefInUnit: [12, 'comment-ref-note'],
  InvalidNotesInFile: [9, 'element-order'],
  InvalidNotesInGroup: [10, 'element-order'],
  InvalidNotesInUnit: [8, 'element-order'],
  InvalidStateValue: [5, 'state-unknown'],
  InvalidTranslateInSegment: [5, 'attribute-unknown'],
  InvalidTypeSubTypeValues: [6, 'subtype-type'],
  InvalidTypeValue: [13, 'type-unknown'],
  InvalidValidation: [6, 'element-unknown'],
  InvalidXmlLangInheritedFromFile: [6, 'source-language-differs', 'target-language-differs'],
  InvalidXmlLangInheritedFromGroup: [7, 'source-language-differs', 'target-language-differs'],
  InvalidXmlLangInheritedFromUnit: [6, 'source-language-differs', 'target-language-differs'],
  InvalidXmlLangOnFile: [6, 'source-language-differs', 'target-language-differs'],
  InvalidXmlLangOnGroup: [7, 'source-language-differs', 'target-language-differs'],
  InvalidXmlLangOnUnit: [6, 'source-language-differs', 'target-language-differs'],
  IsolatedEcWithId: [6, 'ec-isolated-id'],
  MissingIsolatedOnEc: [6, 'ec-start-ref-missing'],
  MissingIsolatedOnSc: [6, 'sc-without-ec'],
  MissingNonRemovable1: [18, 'code-removed'],
  MissingNonRemovable2: [6, 'code-removed'],
  MissingReorderFirstNo: [6, 'reorder-first-no'],
  NoFile: [2, 'element-missing'],
  NoTrgLang: [2, 'target-language-missing'],
  NoTrgLangWithIgnorable: [2, 'target-language-missing'],
  NoUnitOrGroupInFile: [3, 'element-missing'],
  NonEmptySkeletonWithHref: [4, 'skeleton-href-content'],
  NonIsolatedEcWithoutStartRef: [9, 'ec-start-ref-missing'],
  NotesWithoutNote: [4, 'element-missing'],
  OrderNotUnique1: [11, 'order-not-unique'],
  OrderNotUnique2: [7, 'order-not-unique'],
  OriginalDataWithoutData: [5, 'element-missing'],
  PartIdNotUnique: [8, 'id-not-unique'],
  RefAndValueInComment: [6, 'comment-value-or-ref'],
  SegmentIdNotUnique: [8, 'id-not-unique'],
  SegmentWithoutSource: [5, 'element-missing'],
  SrcLangNotWellFormed: [2, 'language-malformed'],
  SubFlowWithInvalidReference: [20, 'subflow-unknown'],
  SubFlowWithInvalidValue: [19, 'nmtoken-malformed'],
  SubStateWithoutState: [5, 'substate-without-state'],
  SubTypeWithoutType: [6, 'subtype-without-type'],
  TrgLangNotWellFormed: [2, 'language-malformed'],
  TwoSourceInUnit: [7, 'element-repeated'],
  UnitWithoutSegment: [4, 'segment-missing'],
  UnknownDataRefEndValue: [10, 'data-ref-unknown', 'id-not-unique'],
  UnknownDataRefStartValue: [10, 'data-ref-unknown', 'id-not-unique'],
  UnknownDataRefValue: [9, 'data-ref-unknown', 'id-not-unique'],
  WrongLangOnTarget: [8, 'target-language-differs'],
  WrongReordering1: [17, 'reorder-changed'],
  WrongReordering2: [16, 'reorder-changed'],
  WrongSourceLang: [6, 'source-language-differs'],
  WrongTargetLang: [7, 'target-language-differs'],
  XmlLangNotWellFormed: [7, 'language-malformed'],
  YesCanReorderInEcForFirstNoInSc: [6, 'ec-reorder-no'],
  canReorderContext1: [6, 'reorder-hints'],
  canReorderContext2: [6, 'reorder-hints'],
  canReorderContext3: [6, 'reorder-hints'],
};

const words: Record<string, string> = JSON.parse(readFileSync('locales/en/ui.json', 'utf8')).validate;

describe.skipIf(!existsSync(SUITE)).each(['2.1', '2.2'])(
  'the OASIS suite of XLIFF %s (needs ../shared/xliff/testsuite)',
  (version) => {
    const folder = join(SUITE, version, 'core');

    it('has an invalid file for each fault of the list, and no other', () => {
      const names = filesIn(join(folder, 'invalid')).map((path) => path.replace(/^.*bad_|\.xlf$/g, ''));
      expect(names).toEqual(Object.keys(FAULTS).sort());
      expect(names).toHaveLength(119);
    });

    it.each(Object.keys(FAULTS))('%s is caught for its reason', (name) => {
      const [line, code, ...also] = FAULTS[name] ?? [0, 'root-unknown'];
      const problems = problemsIn(join(folder, 'invalid', `bad_${name}.xlf`));
      const found = problems.map((problem) => `${problem.line} ${problem.code}`);
      expect(found).toContain(`${line} ${code}`);
      expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set([code, ...also]));
      for (const problem of problems) {
        expect(problem.clause).toMatch(new RegExp(`/v${version === '2.2' ? '2.2' : '2.[01]'}/.*#`));
        const text = words[problem.code] ?? '';
        expect(text).not.toBe('');
        for (const [, value] of text.matchAll(/\{(\w+)\}/g))
          expect(problem.values).toHaveProperty(value ?? '');
      }
    });

    it.each(['core/valid', 'core/in-out', 'modules/valid'])('%s: no alarm', (name) => {
      const path = join(SUITE, version, name);
      if (!existsSync(path)) return;
      const files = filesIn(path).filter((file) => !BROKEN.has(`${version} ${file.replace(/^.*[\\/]/, '')}`));
      expect(files.length).toBeGreaterThan(15);
      for (const file of files) expect([file, problemsIn(file)]).toEqual([file, []]);
    });
  },
);

// The three files that the suite itself got wrong, as ../shared/xliff/README.md says.
const BROKEN: ReadonlySet<string> = new Set([
  '2.2 Good-pgs_plural.xlf',
  '2.2 Good-mda_top-level.xlf',
  '2.2 Good-itsm_text-analytics.xlf',
]);
