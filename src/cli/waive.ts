import { HexaplaError } from '../model/error.ts';
import type { Waiver } from '../model/waiver.ts';
import { writeFiles } from '../project/files.ts';
import { chooseDocument, chooseLocale, openProject, type Project } from '../project/project.ts';
import { formatWaivers, readWaivers, waiversPath } from '../project/waivers.ts';
import type { Call, Outcome } from './call.ts';
import { ruleNamed } from './check-rule.ts';
import { runChecks } from './check-run.ts';
import { sidesOf } from './check-texts.ts';
import { nextLines } from './next.ts';

/** What a waiver is for. */
type Meant = Pick<Waiver, 'rule' | 'document' | 'locale'> & { readonly ids: readonly string[] };

/** `hexapla waive`: lets findings of a rule stand, for the wording that they have now; `--remove` takes that back. */
export async function run(call: Call): Promise<Outcome> {
  const [rule = '', written = '', ...ids] = call.args;
  const project = openProject(call.root);
  const { sourceLocale, targetLocales } = project.config;
  const document = chooseDocument(project, written).path;
  const tag = call.text('locale');
  const chosen = tag === null ? null : chooseLocale([sourceLocale, ...targetLocales], tag);
  const meant: Meant = {
    rule: ruleNamed(rule, 'RULE'),
    document,
    locale: chosen === sourceLocale ? null : chosen,
    ids,
  };
  const before = readWaivers(call.root, project.config);
  const others = before.filter((one) => !isMeant(one, meant));
  if (call.flag('remove')) return outcomeOf(call, project, others, before.length - others.length, 'removed');
  const given = await newWaivers(call, project, meant);
  const kept = before.filter((one) => !given.some((other) => sameFinding(one, other)));
  return outcomeOf(call, project, [...kept, ...given], given.length, 'given');
}

function outcomeOf(
  call: Call,
  { config }: Project,
  waivers: readonly Waiver[],
  count: number,
  kind: 'given' | 'removed',
): Outcome {
  const path = waiversPath(config);
  if (count > 0) writeFiles(call.root, [{ path, text: formatWaivers(waivers) }]);
  return {
    exit: 0,
    data: { path, kind, count, waivers: waivers.length },
    text: () => `${call.words('cli.waive.done', { kind, count, path })}\n${nextLines(call, ['check'])}`,
  };
}

function isMeant(waiver: Waiver, { rule, document, locale, ids }: Meant): boolean {
  const own = waiver.rule === rule && waiver.document === document && waiver.locale === locale;
  return own && (ids.length === 0 || (waiver.segment !== null && ids.includes(waiver.segment)));
}

function sameFinding(one: Waiver, other: Waiver): boolean {
  const { rule, document, locale, segment } = other;
  return one.rule === rule && one.document === document && one.locale === locale && one.segment === segment;
}

/** A waiver for each segment in which the rule finds something. Throws `finding-unknown` where it finds nothing. */
async function newWaivers(call: Call, project: Project, meant: Meant): Promise<Waiver[]> {
  const { rule, document, locale, ids } = meant;
  const reason = call.text('reason')?.trim() ?? '';
  const by = call.text('by')?.trim() ?? '';
  if (reason === '' || by === '') {
    throw new HexaplaError('missing-argument', {
      argument: reason === '' ? '--reason' : '--by',
      command: 'hexapla waive',
    });
  }
  const { findings } = await runChecks(call, {
    project,
    documents: project.documents,
    locales: project.config.targetLocales,
    only: [rule],
    stage: project.config.checks.stage,
    timed: false,
  });
  const own = findings.filter((one) => one.document === document && one.locale === locale);
  const found = new Set(own.map(({ segment }) => segment));
  const wanted = ids.length > 0 ? ids : [...found];
  const strange = ids.find((id) => !found.has(id));
  if (strange !== undefined || wanted.length === 0) {
    const values = { rule, locale: locale ?? project.config.sourceLocale };
    throw new HexaplaError('finding-unknown', values, {
      file: document,
      ...(strange !== undefined && { segment: strange }),
    });
  }
  const sides = sidesOf(project);
  return wanted.map((segment): Waiver => {
    const { source, target } =
      segment === null ? { source: null, target: null } : sides(document, locale, segment);
    return {
      ...{ rule, document, locale, segment, reason, by },
      ...(source !== null && { source }),
      ...(target !== null && { target }),
    };
  });
}
