import { HexaplaError } from '../model/error.ts';
import { canonicalLocale } from '../model/locale.ts';
import { formatConfig, parseConfig } from '../project/config.ts';
import { hasFile, listFiles, readFile, writeFiles } from '../project/files.ts';
import { guessDocuments, markdownFiles, type SeenLocale, seenLocales } from '../project/guess.ts';
import { findDocuments } from '../project/layout.ts';
import { CONFIG_FILE, findAbove } from '../project/place.ts';
import type { Call, Outcome } from './call.ts';
import { nextLines } from './next.ts';

/** The source locale, and how it is known. */
interface Source {
  readonly locale: string;
  readonly how: 'given' | 'seen' | 'assumed';
  readonly path: string;
}

/** What stands for an option's value in help. */
const VALUES = { source: 'L', target: 'L,L', documents: 'GLOB' } as const;

/** What documents are taken to be in where nothing shows it. */
const USUAL_SOURCE = 'en';

/** Bytes of a document that are looked at for its language. */
const HEAD = 8_000;

/** `hexapla init`: writes the configuration, asking only for what is neither given nor seen. */
export async function run(call: Call): Promise<Outcome> {
  const { root } = call;
  if (hasFile(root, CONFIG_FILE)) throw new HexaplaError('config-exists', {}, { file: CONFIG_FILE });
  const files = markdownFiles(listFiles(root, ''));
  const given = localesOf('target', call.list('target'));
  const source = await sourceOf(call, files, given);
  const targetLocales = given.length > 0 ? given : localesOf('target', await answers(call, 'target', ''));
  const asked = call.list('documents');
  const seen = asked.length > 0 ? asked : guessDocuments(files, source.locale);
  const documents = seen ?? (await answers(call, 'documents', ''));
  const text = formatConfig({ sourceLocale: source.locale, targetLocales, documents });
  const config = parseConfig(text);
  findDocuments(
    config,
    (folder) => listFiles(root, folder),
    (path) => hasFile(root, path),
  );
  writeFiles(root, [{ path: CONFIG_FILE, text }]);
  const pattern = config.catalogues.replaceAll('{locale}', '*').replaceAll('{name}', '*');
  return { exit: 0, data: config, text: () => initText(call, source, targetLocales, documents, pattern) };
}

function initText(
  call: Call,
  { locale, how, path }: Source,
  targets: readonly string[],
  documents: readonly string[],
  pattern: string,
): string {
  const { words, language, root } = call;
  const lines = [
    words('cli.init.done'),
    words('cli.init.source', { language: language(locale), locale, how, path }),
    words('cli.init.documents', { count: documents.length, documents }),
    words('cli.init.target', { languages: targets.map(language) }),
    ...(findAbove(root, '.git') === null ? [] : [words('cli.init.git', { pattern })]),
  ];
  return `${lines.join('\n')}\n${nextLines(call, ['extract'])}`;
}

/** The source locale: given, else seen (where the given targets leave one), else asked for, else assumed. */
async function sourceOf(call: Call, files: readonly string[], targets: readonly string[]): Promise<Source> {
  const given = call.text('source');
  if (given !== null) return { locale: localesOf('source', [given])[0] ?? '', how: 'given', path: '' };
  const head = (path: string): string =>
    new TextDecoder().decode(readFile(call.root, path)?.subarray(0, HEAD) ?? new Uint8Array());
  const seen = seenLocales(files, head).filter(({ locale }) => !targets.includes(locale));
  const [only, other] = seen;
  if (only && !other) return { ...only, how: 'seen' };
  const usual = usualOf(seen);
  const answer = await call.terminal.ask(call.words('cli.init.ask.source', { usual }));
  if (answer !== null) {
    const [locale = usual] = localesOf('source', listed(answer));
    return { locale, how: 'given', path: '' };
  }
  if (seen.length > 0) throw missing('source');
  return { locale: usual, how: 'assumed', path: '' };
}

function usualOf(seen: readonly SeenLocale[]): string {
  const locales = seen.map(({ locale }) => locale);
  return locales.includes(USUAL_SOURCE) ? USUAL_SOURCE : (locales[0] ?? USUAL_SOURCE);
}

/** Tags in their canonical form. Throws `bad-option-value` for what is none, with the tag of the language so named. */
function localesOf(option: 'source' | 'target', tags: readonly string[]): readonly string[] {
  return tags.map((tag) => {
    const locale = canonicalLocale(tag);
    // No language has a tag of more than three letters: https://www.rfc-editor.org/rfc/rfc5646#section-2.2.1
    if (locale !== null && new Intl.Locale(locale).language.length <= 3) return locale;
    const named = localeNamed(tag);
    throw new HexaplaError('bad-option-value', {
      option: `--${option}`,
      value: tag,
      allowed: [],
      ...(named === null ? {} : { nearest: named }),
    });
  });
}

/** The tag of two letters of the language that has a name, in English or in itself: `French` and `français` are `fr`. */
function localeNamed(name: string): string | null {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const wanted = name.toLowerCase();
  const english = new Intl.DisplayNames('en', { type: 'language' });
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  const isNamed = (tag: string): boolean =>
    english.of(tag)?.toLowerCase() === wanted ||
    (Intl.DisplayNames.supportedLocalesOf(tag).length > 0 &&
      new Intl.DisplayNames(tag, { type: 'language' }).of(tag)?.toLowerCase() === wanted);
  return tags.find(isNamed) ?? null;
}

/** A person's answer; `usual` where it is empty. Throws `missing-argument` where nobody answers. */
async function answers(call: Call, option: keyof typeof VALUES, usual: string): Promise<readonly string[]> {
  const given = await call.terminal.ask(call.words(`cli.init.ask.${option}`, { usual }));
  const found = listed(given ?? '');
  if (found.length === 0) throw missing(option);
  return found;
}

function missing(option: keyof typeof VALUES): HexaplaError {
  const argument = `--${option} ${VALUES[option]}`;
  return new HexaplaError('missing-argument', { argument, command: 'hexapla init' });
}

function listed(answer: string): readonly string[] {
  return answer.split(/[,\s]+/).filter((one) => one !== '');
}
