import { mergeTerm, type TermConflict } from '../exchange/terms-merge.ts';
import { HexaplaError } from '../model/error.ts';
import type { Forbidden, GlossaryTerm } from '../model/glossary.ts';
import { NAME_KINDS, type Name, type NameKind } from '../model/names.ts';
import type { Config } from '../project/config.ts';
import { writeFiles } from '../project/files.ts';
import { formatGlossary, glossaryPath, readGlossary } from '../project/glossary.ts';
import { formatNames, namesPath, readNames } from '../project/names.ts';
import { readConfig } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { nextLines } from './next.ts';
import { givenForm, givenId, newTermId, sameKey, termLocale, writingLists } from './terms.ts';

/** `hexapla terms add`: adds a term or a name, or says more of one that is there. */
export function run(call: Call): Promise<Outcome> {
  return writingLists(call, () => {
    const config = readConfig(call.root);
    return call.flag('names') ? addName(call, config) : addTerm(call, config);
  });
}

/** What became of what was added. */
type Done = 'added' | 'extended' | 'known';

function addTerm(call: Call, config: Config): Outcome {
  refuse(call, ['kind'], false);
  const glossary = readGlossary(call.root, config);
  const id = idFor(call, config, glossary);
  const before = Object.hasOwn(glossary, id) ? glossary[id] : undefined;
  const conflicts: TermConflict[] = [];
  const told = termOf(call, config);
  // What is said here of the term as a whole goes before what was said.
  const { definition = before?.definition, note = before?.note } = told;
  const texts = { ...(definition !== undefined && { definition }), ...(note !== undefined && { note }) };
  const base: GlossaryTerm = { ...(before ?? { forms: {}, forbidden: {} }), ...texts };
  const { merged: term } = mergeTerm(id, base, told, conflicts);
  const done = doneOf(before, term);
  const isWritten = conflicts.length === 0 && done !== 'known' && !call.flag('dry-run');
  if (isWritten) {
    const text = formatGlossary({ ...glossary, [id]: term });
    writeFiles(call.root, [{ path: glossaryPath(config), text }]);
  }
  return {
    exit: conflicts.length > 0 ? 1 : 0,
    data: { ...(conflicts.length === 0 && { result: done }), term: { id, ...term }, conflicts },
    text: () => {
      if (conflicts.length > 0) return conflictLines(call, conflicts);
      return doneText(call, id, done);
    },
  };
}

function addName(call: Call, config: Config): Outcome {
  refuse(call, ['forbidden', 'use', 'reason', 'definition', 'note', 'keep'], true);
  const names = readNames(call.root, config);
  const id = idFor(call, config, names);
  const before = Object.hasOwn(names, id) ? names[id] : undefined;
  const { forms: more } = termOf(call, config);
  const { merged } = mergeTerm(
    id,
    { forms: before?.forms ?? {}, forbidden: {} },
    { forms: more, forbidden: {} },
    [],
  );
  const kind = kindOf(call) ?? before?.kind;
  const name: Name = { ...(kind && { kind }), forms: merged.forms };
  const done = doneOf(before, name);
  if (done !== 'known' && !call.flag('dry-run')) {
    writeFiles(call.root, [{ path: namesPath(config), text: formatNames({ ...names, [id]: name }) }]);
  }
  return { exit: 0, data: { result: done, name: { id, ...name } }, text: () => doneText(call, id, done) };
}

/** Options that do not go with the list that is meant. Throws `usage`. */
function refuse(call: Call, options: readonly string[], names: boolean): void {
  const wrong = options.find((option) => call.flag(option));
  if (wrong === undefined) return;
  throw new HexaplaError('usage', {
    argument: `--${wrong}`,
    command: names ? '--names' : 'hexapla terms add',
  });
}

function kindOf(call: Call): NameKind | null {
  return NAME_KINDS.find((kind) => kind === call.text('kind')) ?? null;
}

/** The term that is meant: the one that is named, or the only one that is called so, or a new one. */
function idFor(
  call: Call,
  { sourceLocale }: Config,
  table: Readonly<Record<string, Pick<GlossaryTerm, 'forms'>>>,
): string {
  const named = call.text('id');
  if (named !== null) return givenId(named);
  const term = givenForm('TERM', call.args[0] ?? '');
  const same = Object.entries(table).filter(([, { forms }]) =>
    forms[sourceLocale]?.some((form) => sameKey(form) === sameKey(term)),
  );
  const [first, second] = same;
  if (first && second) {
    throw new HexaplaError('bad-option-value', {
      option: '--id',
      value: '',
      allowed: same.map(([id]) => id),
    });
  }
  return first?.[0] ?? newTermId(term, (id) => Object.hasOwn(table, id));
}

/** What the call says of the term. */
function termOf(call: Call, config: Config): GlossaryTerm {
  const { sourceLocale } = config;
  const term = givenForm('TERM', call.args[0] ?? '');
  const locale = call.text('locale') === null ? sourceLocale : termLocale(config, call.text('locale') ?? '');
  const forms = call.list('form').map((form) => givenForm('--form', form));
  const [use, reason] = [call.text('use'), call.text('reason')];
  const forbidden = call.list('forbidden').map((form): Forbidden => {
    return {
      form: givenForm('--forbidden', form),
      ...(use !== null && { use }),
      ...(reason !== null && { reason }),
    };
  });
  const [definition, note] = [call.text('definition')?.trim(), call.text('note')?.trim()];
  const bySource = locale === sourceLocale ? [term, ...forms] : [term];
  return {
    ...(definition && { definition }),
    ...(note && { note }),
    ...(call.flag('keep') && { keep: true }),
    forms: {
      [sourceLocale]: bySource,
      ...(locale !== sourceLocale && forms.length > 0 && { [locale]: forms }),
    },
    forbidden: forbidden.length > 0 ? { [locale]: forbidden } : {},
  };
}

function doneOf(before: unknown, after: unknown): Done {
  if (before === undefined) return 'added';
  return sorted(before) === sorted(after) ? 'known' : 'extended';
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

function doneText(call: Call, id: string, done: Done): string {
  const { words } = call;
  const names = call.flag('names') ? ['--names'] : [];
  const dry = call.flag('dry-run') ? `${words('cli.terms.dry')}\n` : '';
  const said = words('cli.terms.add.done', { id, result: done });
  return `${said}\n${dry}${nextLines(call, ['check'], ['terms', 'list', ...names])}`;
}

/** What was said otherwise than the glossary has it, a line each. */
export function conflictLines(call: Call, conflicts: readonly TermConflict[]): string {
  return conflicts
    .map(({ id, locale, kind, ours, theirs }) => {
      const language = locale === null ? 'none' : call.language(locale);
      const values = {
        id: id === '' ? 'none' : id,
        language,
        kind,
        ours: ours === '' ? 'none' : ours,
        theirs,
      };
      return `${call.words('cli.terms.conflict', values)}\n`;
    })
    .join('');
}
