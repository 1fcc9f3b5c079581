import type { Severity } from '../model/finding.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckRun, ReportedFinding, ReportWords, WaivedFinding } from './input.ts';
import { bySeverity, clip, repositoryPath } from './lists.ts';

/** As many results as GitHub takes of one run: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files */
const MOST_RESULTS = 25_000;
/** Texts are shown up to here, in UTF-16 units: the file as a whole has a limit too. */
const EXCERPT = 300;
// Relative to it are the paths of a run; GitHub and its relatives know this name.
const ROOT_ID = '%SRCROOT%';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

interface Named {
  readonly finding: ReportedFinding & Partial<Pick<WaivedFinding, 'reason' | 'by'>>;
  readonly name: string;
}

/**
 * A run of the checks as SARIF 2.1.0: one run, all languages, the gravest results first and no more than services take.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(run: CheckRun, { words }: ReportWords): string {
  const { findings, waivedFindings = [] } = run;
  const names = fingerprints([...findings, ...waivedFindings]);
  const all = [...findings, ...waivedFindings].map((finding, index): Named => {
    return { finding, name: names[index] ?? '' };
  });
  // What is let stand goes last: it is there to be looked up.
  const shown = [...gravest(all.slice(0, findings.length)), ...gravest(all.slice(findings.length))].slice(
    0,
    MOST_RESULTS,
  );
  const left = all.length - shown.length;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(run) },
        automationDetails: { id: 'hexapla/' },
        columnKind: 'utf16CodeUnits',
        ...languageOf(run),
        originalUriBaseIds: { [ROOT_ID]: { description: { text: words('report.sarif.root') } } },
        invocations: [
          {
            executionSuccessful: true,
            ...(left > 0 && {
              toolExecutionNotifications: [
                { level: 'warning', message: { text: words('report.left-out', { count: left }) } },
              ],
            }),
          },
        ],
        results: shown.map(resultOf(run)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function gravest(list: readonly Named[]): readonly Named[] {
  return bySeverity(list.map((named) => ({ named, severity: named.finding.severity }))).map(
    ({ named }) => named,
  );
}

function driverOf({ version, rules }: CheckRun): object {
  return {
    name: 'Hexapla',
    version,
    semanticVersion: version,
    rules: rules.map(({ id, summary }) => ({
      id,
      shortDescription: { text: summary },
      fullDescription: { text: summary },
      help: { text: `${summary}\n\nhexapla check --explain ${id}` },
      properties: { tags: ['translation'] },
    })),
  };
}

// The standard knows a language of two letters, with or without a country.
function languageOf({ language }: CheckRun): object {
  return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(language) ? { language } : {};
}

function resultOf(run: CheckRun): (named: Named) => object {
  const indexes = new Map(run.rules.map(({ id }, index) => [id, index]));
  return ({ finding, name }) => {
    const { rule, severity, locale, document, segment, values, excerpt, reason } = finding;
    const ruleIndex = indexes.get(rule);
    const source = excerpt.source === null ? {} : { source: clip(excerpt.source, EXCERPT) };
    const target = excerpt.target === null ? {} : { target: clip(excerpt.target, EXCERPT) };
    return {
      ruleId: rule,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level: LEVELS[severity],
      message: { text: plainMessage(finding.message) },
      locations: [locationOf(run, finding)],
      // The first is the one that GitHub goes by.
      partialFingerprints: { primaryLocationLineHash: `${name}:1`, 'hexaplaFinding/v1': name },
      ...(reason !== undefined && {
        suppressions: [{ kind: 'external', status: 'accepted', justification: justification(finding) }],
      }),
      properties: { locale, document, segment, values, ...source, ...target },
    };
  };
}

function justification({ reason = '', by }: Named['finding']): string {
  return by === undefined ? reason : `${reason} (${by})`;
}

function locationOf(run: CheckRun, finding: ReportedFinding): object {
  const { document, locale, segment, line, column } = finding;
  const place = [document, locale ?? run.sourceLocale, ...(segment === null ? [] : [segment])];
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(repositoryPath(run, finding)), uriBaseId: ROOT_ID },
      // Services want a line; of a file as a whole it is the first.
      region: { startLine: line ?? 1, ...(line !== null && column !== undefined && { startColumn: column }) },
    },
    logicalLocations: [
      {
        name: segment ?? document,
        fullyQualifiedName: place.join('#'),
        kind: segment === null ? 'document' : 'segment',
      },
    ],
  };
}

/** A path as a relative reference of RFC 3986; what is no path segment by itself is percent-encoded. */
function relativeUri(path: string): string {
  return path.split('/').map(encodePart).join('/');
}

function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

// `[text](target)` would be a link: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html#_Toc34317424
function plainMessage(text: string): string {
  return text.includes('](') ? text.replace(/[\\[\]]/g, '\\$&') : text;
}
