import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hexapla, hexaplaJson } from './cli.ts';
import { newFolder } from './folder.ts';
import type { Listed } from './letter.ts';

const SENTENCES = [
  'We demand peace.',
  'See the [report](https://example.org/r).',
  'It has 200 pages.',
  'Nobody was told of it.',
  'The road must be opened at once.',
];

/** How much of each document a locale has, who made it, and the state that somebody gave it. */
const STAGES: readonly (readonly [string, number, 'human' | 'machine', 'reviewed' | 'final' | null])[] = [
  ['hy', 5, 'human', 'final'],
  ['fr', 4, 'human', 'reviewed'],
  ['az', 5, 'machine', null],
  ['ar', 2, 'human', null],
  ['ja', 0, 'human', null],
];

const WORDS: Readonly<Record<string, string>> = { ar: 'نطالب بالسلام', ja: '平和を求めます' };

/** A project with two documents in five languages, each at another stage, and edits since, of which one is grave. */
export async function stagesProject(): Promise<string> {
  const folder = newFolder({
    'hexapla.json': JSON.stringify({
      sourceLocale: 'en',
      targetLocales: STAGES.map(([locale]) => locale),
      documents: ['locales/en/**/*.md'],
      minState: 'reviewed',
    }),
    'locales/en/appeal.md': `${SENTENCES.join('\n\n')}\n`,
    'locales/en/press/statement-of-the-council.md': `${SENTENCES.slice(0, 3).join('\n\n')}\n`,
  });
  await fine(folder, ['extract']);
  for (const name of ['appeal', 'press/statement-of-the-council']) {
    const { data } = await hexaplaJson<Listed>(folder, ['segments', name]);
    for (const [locale, count, origin, state] of STAGES) {
      for (const { id, text } of data.segments.slice(0, count)) {
        const target = text.replace(/[A-Z][a-z ]+/g, WORDS[locale] ?? `$& (${locale}) `);
        await fine(folder, ['set', name, id, '-l', locale, '--origin', origin], target);
      }
      if (state) await fine(folder, ['review', name, '--all', '-l', locale, '--state', state, '--by', 'A']);
    }
  }
  await fine(folder, ['export', 'appeal', '--locale', 'ja']);
  const edited = SENTENCES.join('\n\n').replace('200', '2000').replace('peace', 'a lasting peace');
  writeFileSync(join(folder, 'locales/en/appeal.md'), `${edited}\n`);
  await fine(folder, ['extract']);
  return folder;
}

async function fine(folder: string, words: readonly string[], stdin = ''): Promise<void> {
  const { exit, err } = await hexapla(folder, words, { stdin });
  if (exit !== 0) throw new Error(`${words.join(' ')}: ${err}`);
}

/** What a terminal shows of a text: without colours. */
export function withoutColours(text: string): string {
  return text.replace(/\u001B\[[0-9;]+m/g, '');
}
