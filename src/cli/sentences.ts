import { HexaplaError } from '../model/error.ts';
import { canonicalLocale } from '../model/locale.ts';
import { sentences } from '../segments/sentences.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';

/** `hexapla sentences`: the sentence boundaries of a text from standard input. */
export async function run({ text, terminal, words }: Call): Promise<Outcome> {
  const tag = text('locale') ?? '';
  const locale = canonicalLocale(tag);
  if (locale === null)
    throw new HexaplaError('bad-option-value', { option: '--locale', value: tag, allowed: 'none' });
  const found = sentences(await terminal.input(), locale);
  const titles = ['start', 'end', 'text'].map((key) => ({
    title: words(`cli.column.${key}`),
    right: key !== 'text',
  }));
  const rows = found.map(({ text: sentence, start, end }) => [String(start), String(end), sentence]);
  return { exit: 0, data: { sentences: found }, text: () => formatTable(titles, rows, terminal.columns) };
}
