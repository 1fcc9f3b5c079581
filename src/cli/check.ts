import type { Words } from '../i18n/words.ts';
import type { SourceCatalogue } from '../model/catalogue.ts';
import { parseContent, plainText } from '../model/content.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import { listSegments, openDocument } from '../pipeline.ts';
import { checkDocument } from '../pipeline-check.ts';
import { openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import {
  findingsForFile,
  findingsForTerminal,
  summaryTable,
  type TextOf,
  type Worded,
} from './check-text.ts';
import { nextLines } from './next.ts';
import { selectable } from './problem.ts';
import { readBoth, readTargets } from './store.ts';

/** `hexapla check`: what is missing or unsafe; fails where something of the asked severity is found. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const { config, documents } = project;
  const sources = new Map<string, SourceCatalogue>();
  const step = call.progress(documents.length);
  const findings = documents.flatMap((document) => {
    step(document.path);
    const { bytes, source } = readBoth(project, document);
    sources.set(document.path, source);
    const open = openDocument({ document: document.path, bytes, catalogue: source, settings: config });
    const targets = readTargets(project, document, config.targetLocales);
    return checkDocument({ open, targets, settings: config });
  });
  const least = SEVERITIES.indexOf((call.text('fail-on') ?? 'error') as Severity);
  const worded = findings.map((finding) => ({ ...finding, message: describeFinding(finding, call.words) }));
  const data = { version: 1, findings: worded };
  const counts = { documents: documents.length, locales: config.targetLocales.length };
  return {
    exit: findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= least) ? 1 : 0,
    data,
    text: () => {
      if (call.text('format') === 'json') return `${JSON.stringify(data)}\n`;
      if (worded.length > 0) return checkText(call, worded, textsOf(sources));
      return `${call.words('cli.check.clean', counts)}\n${nextLines(call, ['build'])}`;
    },
  };
}

/** A finding in words. */
function describeFinding({ rule, values }: Finding, words: Words): string {
  return words(`finding.${rule}`, selectable(values));
}

function checkText(call: Call, findings: readonly Worded[], textOf: TextOf): string {
  const { columns } = call.terminal;
  const list =
    columns === null
      ? findingsForFile(call, findings, textOf)
      : findingsForTerminal(call, findings, textOf, columns);
  return `${list}\n${summaryTable(call, findings, columns)}`;
}

/** Looks segments' texts up; a document's are read when the first of them is asked for. */
function textsOf(sources: ReadonlyMap<string, SourceCatalogue>): TextOf {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (document, segment) => {
    const source = sources.get(document);
    const texts =
      known.get(document) ?? new Map(source ? listSegments(source).map(({ id, text }) => [id, text]) : []);
    known.set(document, texts);
    const text = texts.get(segment);
    return text === undefined ? null : plainText(parseContent(text) ?? []);
  };
}
