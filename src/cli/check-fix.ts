import { contentOf } from '../catalogue/hash.ts';
import { replaceTarget } from '../catalogue/history.ts';
import { checkEdition } from '../check/check.ts';
import { applyEdits } from '../check/fix.ts';
import type { CheckSettings } from '../check/rule.ts';
import type { SourceCatalogue, TargetCatalogue } from '../model/catalogue.ts';
import { formatContent, plainText } from '../model/content.ts';
import type { Edit, Finding } from '../model/finding.ts';
import type { Open } from '../pipeline.ts';
import { viewDocument } from '../pipeline-check.ts';
import { type NewFile, writeFiles } from '../project/files.ts';
import type { ProjectDocument } from '../project/layout.ts';
import { withLock } from '../project/lock.ts';
import { choicesFor } from '../project/rules.ts';
import type { Call, Outcome } from './call.ts';
import { type Fix, fixText } from './check-fix-text.ts';
import { readCheckSettings } from './check-job.ts';
import type { CheckScope } from './check-run.ts';
import { openStored, readTarget, targetFile } from './store.ts';

/** Mending one thing may let another be found: so often the checks look again at most. */
const MOST_ROUNDS = 4;

/**
 * `hexapla check --fix`: what can be mended without harm, shown first. With `--write` each change is written as an edit of
 * its own, in state translated, the text before it kept.
 */
export async function fixFindings(call: Call, scope: CheckScope): Promise<Outcome> {
  const write = call.flag('write');
  const checks = await readCheckSettings(scope.project, scope.stage, scope.only);
  const mend = (): readonly Fix[] => mendAll(call, scope, checks, write);
  const fixes = write ? await withLock(call.root, 'check', async () => mend()) : mend();
  return {
    exit: 0,
    data: { written: write, fixes },
    text: () => fixText(call, fixes, write),
  };
}

function mendAll(call: Call, scope: CheckScope, checks: CheckSettings, write: boolean): readonly Fix[] {
  const { project, documents, locales } = scope;
  const step = call.progress(documents.length);
  const files: NewFile[] = [];
  const fixes = documents.flatMap((document) => {
    step(document.path);
    const open = openStored(project, document);
    return locales.flatMap((locale) => {
      const target = readTarget(project, document, locale);
      if (target === null) return [];
      const mended = mendTarget({ call, scope, checks, document, open, source: open.catalogue, target });
      if (mended.fixes.length > 0) files.push(targetFile(project, document, open.catalogue, mended.target));
      return mended.fixes;
    });
  });
  if (write) writeFiles(call.root, files);
  return fixes;
}

interface Mending {
  readonly call: Call;
  readonly scope: CheckScope;
  readonly checks: CheckSettings;
  readonly document: ProjectDocument;
  readonly open: Open;
  readonly source: SourceCatalogue;
  readonly target: TargetCatalogue;
}

/** Mends a locale's targets, until nothing is found that can be mended; each target is replaced once. */
function mendTarget(given: Mending): { readonly target: TargetCatalogue; readonly fixes: readonly Fix[] } {
  const { call, scope, checks, document, open, target } = given;
  const view = viewDocument(open, scope.project.config, checks);
  const choice = choicesFor(scope.project.config, scope.project.documents);
  const texts = new Map<string, string>();
  const rules = new Map<string, Set<string>>();
  let work = target;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings } = checkEdition(view.edition(target.locale, work), { choice, only: scope.only });
    const mended = mendedTexts(work, findings, rules);
    if (mended.size === 0) break;
    for (const [id, text] of mended) texts.set(id, text);
    work = withTexts(work, mended);
  }
  const by = call.text('by');
  const targets = { ...target.targets };
  const fixes = [...texts].flatMap(([id, text]): Fix[] => {
    const before = target.targets[id];
    if (!before || before.text === text) return [];
    const { was: _was, import: _import, on: _on, by: author, ...rest } = before;
    const name = by ?? author;
    const state = before.state === 'initial' ? 'initial' : 'translated';
    targets[id] = replaceTarget(before, { ...rest, text, state, ...(name !== undefined && { by: name }) });
    const plain = (stored: string): string => plainText(contentOf(stored));
    const place = { document: document.path, locale: target.locale, segment: id };
    return [{ ...place, rules: [...(rules.get(id) ?? [])], before: plain(before.text), after: plain(text) }];
  });
  return { target: { ...target, targets }, fixes };
}

/** The targets that edits of findings change, by segment; of two edits in one place the first one counts. */
function mendedTexts(
  { targets }: TargetCatalogue,
  findings: readonly Finding[],
  rules: Map<string, Set<string>>,
): Map<string, string> {
  const edits = new Map<string, Edit[]>();
  for (const { segment, fix, rule } of findings) {
    if (segment === null || !fix) continue;
    const own = edits.get(segment) ?? [];
    if (fix.some((edit) => own.some((other) => touches(edit, other)))) continue;
    edits.set(segment, [...own, ...fix]);
    rules.set(segment, (rules.get(segment) ?? new Set()).add(rule));
  }
  const mended = new Map<string, string>();
  for (const [id, own] of edits) {
    const before = targets[id];
    const sorted = [...own].sort((a, b) => a.start - b.start || a.end - b.end);
    const after = before && applyEdits(contentOf(before.text), sorted);
    const text = after ? formatContent(after) : null;
    if (text !== null && text !== before?.text) mended.set(id, text);
  }
  return mended;
}

function touches(one: Edit, other: Edit): boolean {
  return one.start <= other.end && other.start <= one.end;
}

function withTexts(catalogue: TargetCatalogue, texts: ReadonlyMap<string, string>): TargetCatalogue {
  const targets = { ...catalogue.targets };
  for (const [id, text] of texts) {
    const before = targets[id];
    if (before) targets[id] = { ...before, text };
  }
  return { ...catalogue, targets };
}
