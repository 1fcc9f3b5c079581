import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePo } from '../../src/exchange/po/write.ts';
import type { RuleId } from '../../src/model/rules.ts';
import { type Open, openDocument } from '../../src/pipeline.ts';
import { checkDocument } from '../../src/pipeline-check.ts';
import { prepareHandoff } from '../../src/pipeline-exchange.ts';
import type { Fault } from './overview-faults.ts';
import { type Example, type ExampleProject, exampleProject } from './rule-page.ts';
import { liveIds, settings } from './settings.ts';

/** Which texts of a list of faults are meant: their good translations, or those with the fault. */
export type Side = 'good' | 'bad';

const KEPT = 'Hexapla';
const TERM = 'council';
const CONTEXT = {
  placeholders: ['/[a-z]+(?:/[a-z]+)*'],
  glossary: { council: { forms: { en: [TERM], fr: ['conseil*'] }, forbidden: {} } },
};

/** What one tool finds of each fault: names of checks, in the order of the faults. */
export type Found = readonly (readonly string[])[];

/** The version of pofilter. */
export function pofilterVersion(): string {
  const said = execFileSync('pofilter', ['--version'], { stdio: 'pipe' }).toString();
  return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? '';
}

/** The names of all checks that pofilter has. */
export function pofilterNames(): string[] {
  const said = execFileSync('pofilter', ['-l'], { stdio: 'pipe' }).toString();
  return [...said.matchAll(/^(\w+)\t/gm)].map(([, name = '']) => name);
}

/** What these rules find of each fault. */
export function foundByUs(
  locale: string,
  faults: readonly Fault[],
  side: Side,
  only: readonly RuleId[],
): Found {
  const project = projectOf(locale, faults, side);
  const { targets, settings: own } = project;
  const order = { choice: () => null, only };
  const findings = checkDocument({ open: openOf(project), targets, settings: own, context: CONTEXT, order });
  return liveIds(project.catalogue).map(([id]) =>
    findings.filter(({ segment }) => segment === id).map(({ rule }) => rule),
  );
}

/** What pofilter finds of each fault in the PO file that is written for a translator. */
export function foundByPofilter(locale: string, faults: readonly Fault[], side: Side): Found {
  const project = projectOf(locale, faults, side);
  const { transfer } = prepareHandoff({
    open: openOf(project),
    target: project.targets[locale] ?? null,
    locale,
    format: 'po',
    only: null,
    settings: project.settings,
    words: (key) => key,
  });
  const said = filtered(locale, writePo([transfer], { toolVersion: '1', words: (key) => key }));
  return liveIds(project.catalogue).map(([id]) => said.get(id) ?? []);
}

/** One document with a paragraph a fault. */
function projectOf(locale: string, faults: readonly Fault[], side: Side): ExampleProject {
  const segments = faults.map((fault): Example['segments'][number] => ({
    en: fault.en,
    [locale]: fault[side],
    ...(fault.was !== undefined && side === 'bad' && { was: fault.was }),
  }));
  const own: Example['settings'] = { segmentation: 'block', keep: { texts: [KEPT], kinds: [] } };
  return exampleProject({ segments, source: 'en', settings: own, context: CONTEXT, finds: null });
}

function openOf({ markdown, catalogue, settings: own }: ExampleProject): Open {
  const bytes = new TextEncoder().encode(markdown);
  return openDocument({ document: 'doc.md', bytes, catalogue, settings: { ...settings, ...own } });
}

/** What pofilter finds in a PO file, by context. Its dictionaries are not asked: they differ between machines. */
function filtered(locale: string, po: string): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-pofilter-'));
  const at = (name: string): string => join(folder, name);
  try {
    writeFileSync(at('in.po'), po);
    writeFileSync(at('kept'), `${KEPT}\n`);
    writeFileSync(at('terms'), `${TERM}\n`);
    const lists = [`--notranslatefile=${at('kept')}`, `--musttranslatefile=${at('terms')}`];
    const options = [`--language=${locale}`, '--excludefilter=spellcheck', ...lists];
    execFileSync('pofilter', [...options, at('in.po'), at('out.po')], { stdio: 'pipe' });
    if (!existsSync(at('out.po'))) return new Map();
    const entries = readFileSync(at('out.po'), 'utf8').split('\n\n').slice(1);
    return new Map(
      entries.map((entry) => [
        /^msgctxt "(.*)"$/m.exec(entry)?.[1] ?? '',
        [...entry.matchAll(/^# \(pofilter\) (\w+)/gm)].map(([, name = '']) => name),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
