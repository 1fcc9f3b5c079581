import { termbaseOf } from '../exchange/tbx/glossary.ts';
import { writeTermbase } from '../exchange/tbx/write.ts';
import { writeTermTable } from '../exchange/terms-table.ts';
import type { Glossary } from '../model/glossary.ts';
import { shownPath } from '../project/files.ts';
import { readGlossary } from '../project/glossary.ts';
import { packageVersion } from '../project/package.ts';
import { readConfig } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { nextLines, typedPath } from './next.ts';
import { writeAnywhere } from './strings.ts';
import { listedLocales } from './terms.ts';

/** `hexapla terms export`: the glossary as a termbase (TBX) or as a table. */
export function run(call: Call): Outcome {
  const { words } = call;
  const config = readConfig(call.root);
  const glossary = readGlossary(call.root, config);
  const asked = listedLocales(call, config);
  const format = call.text('format') ?? 'tbx';
  const out = call.text('out') ?? `glossary.${format}`;
  const count = Object.keys(glossary).length;
  if (count === 0) {
    return { exit: 0, data: { path: null, terms: 0 }, text: () => `${words('cli.terms.list.none')}\n` };
  }
  writeAnywhere(call, out, format === 'csv' ? tableText(glossary) : termbaseText(glossary));
  const path = shownPath(call.root, out);
  return {
    exit: 0,
    data: { path, terms: count },
    text: () =>
      `${words('cli.terms.export.done', { file: path, count })}\n${nextLines(call, ['terms', 'import', typedPath(call, path)])}`,
  };

  function termbaseText(terms: Glossary): string {
    const options = { toolVersion: packageVersion(), words: (key: string) => key };
    return writeTermbase(termbaseOf(terms, asked), config.sourceLocale, options);
  }

  function tableText(terms: Glossary): string {
    const said = new Set(
      Object.values(terms).flatMap(({ forms, forbidden }) => [
        ...Object.keys(forms),
        ...Object.keys(forbidden),
      ]),
    );
    const { sourceLocale, targetLocales } = config;
    const all = [...new Set([sourceLocale, ...targetLocales, ...[...said].sort()])];
    return writeTermTable(terms, asked ?? all);
  }
}
