import { HexaplaError } from '../model/error.ts';
import { CONFIG_FILE, formatConfig, parseConfig } from '../project/config.ts';
import { hasFile, listFiles, writeFiles } from '../project/files.ts';
import { findDocuments } from '../project/layout.ts';
import type { Call, Outcome } from './call.ts';

/** `hexapla init`: writes the configuration, asking only for what is not given. */
export async function run(call: Call): Promise<Outcome> {
  const { root, words } = call;
  if (hasFile(root, CONFIG_FILE)) throw new HexaplaError('config-exists', {}, { file: CONFIG_FILE });
  const sourceLocale = call.text('source') ?? (await answer(call, 'source', 'en'));
  const guess = guessDocuments(root, sourceLocale);
  const targetLocales = [...listOr(call.list('target'), await answerUnless(call, 'target', ''))];
  const documents = [...listOr(call.list('documents'), await answerUnless(call, 'documents', guess))];
  const text = formatConfig({ sourceLocale, targetLocales, documents });
  const config = parseConfig(text);
  findDocuments(
    config,
    (folder) => listFiles(root, folder),
    (path) => hasFile(root, path),
  );
  writeFiles(root, [{ path: CONFIG_FILE, text }]);
  const pattern = config.catalogues.replaceAll('{locale}', '*').replaceAll('{name}', '*');
  return {
    exit: 0,
    data: config,
    text: () =>
      [words('cli.init.done'), words('cli.init.git', { pattern }), words('cli.init.next'), ''].join('\n'),
  };
}

/** Where documents are seen: the source locale's own folder, else Markdown in the root. */
function guessDocuments(root: string, sourceLocale: string): string {
  const folder = `locales/${sourceLocale}/`;
  const there = /^[\w-]+$/.test(sourceLocale) && listFiles(root, folder).some((path) => path.endsWith('.md'));
  return there ? `${folder}*.md` : '*.md';
}

async function answerUnless(call: Call, option: string, usual: string): Promise<string> {
  return call.list(option).length > 0 ? '' : answer(call, option, usual);
}

async function answer(call: Call, option: string, usual: string): Promise<string> {
  const value = { source: 'L', target: 'L,L', documents: 'GLOB' }[option] ?? '';
  const given = await call.terminal.ask(call.words(`cli.init.ask.${option}`, { usual }));
  const written = given === null ? '' : given.trim() || usual;
  if (written !== '') return written;
  throw new HexaplaError('missing-argument', { argument: `--${option} ${value}`, command: 'hexapla init' });
}

function listOr(given: readonly string[], answered: string): readonly string[] {
  if (given.length > 0) return given;
  return answered.split(/[,\s]+/).filter((one) => one !== '');
}
