import type { TransferIssue, XliffFormat } from '../../model/transfer.ts';
import { escapeAttribute } from '../xml/escape.ts';

/** The namespace of ITS and its version, as attributes of the root. */
export const ISSUES: string = ' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"';

/** Whether a version of XLIFF has a place for localization quality issues: 2.0 does not know ITS. */
export function canTellIssues(format: XliffFormat): boolean {
  return format === 'xliff-2.1' || format === 'xliff-2.2';
}

/** What was found in a target, in its two places. */
export interface WrittenIssues {
  /** What stands in the unit. */
  readonly records: string;
  /** The target's content, marked as what the records are about. */
  readonly around: (content: string) => string;
}

/**
 * The localization quality issues of a segment's target, as stand-off records. Their id is one of XML, so it has to be
 * the only one in all files: `file` counts these from 0.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#localization-quality-issue
 */
export function writeIssues(
  issues: readonly TransferIssue[],
  segment: string,
  file: number,
): WrittenIssues | null {
  if (issues.length === 0) return null;
  const id = escapeAttribute(`${segment}-lqi`);
  const name = file === 0 ? id : `f${file + 1}-${id}`;
  const records = issues.map(
    ({ type, comment, severity }) =>
      `        <its:locQualityIssue locQualityIssueType="${type}" locQualityIssueComment="${escapeAttribute(comment)}" locQualityIssueSeverity="${severity}"/>\n`,
  );
  return {
    records: `      <its:locQualityIssues xml:id="${name}">\n${records.join('')}      </its:locQualityIssues>\n`,
    around: (content) =>
      `<mrk id="${id}" type="its:generic" its:locQualityIssuesRef="#its=${name}">${content}</mrk>`,
  };
}
