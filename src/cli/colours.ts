import { styleText } from 'node:util';
import type { Environment } from '../i18n/locale.ts';

/** What a colour means. Nothing is told by a colour alone: whatever has a tone says the same in words or signs. */
export type Tone = 'error' | 'warning' | 'note' | 'good' | 'draft' | 'quiet' | 'strong';

/** Gives a text a tone; where there are no colours, the text as it is. */
export type Paint = (tone: Tone, text: string) => string;

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Tone, Format>> = {
  error: ['red', 'bold'],
  warning: 'yellow',
  note: 'cyan',
  good: 'green',
  draft: 'magenta',
  quiet: 'dim',
  strong: 'bold',
};

/** For places without colours. */
export const noColours: Paint = (_, text) => text;

/** Tones in the sixteen colours of any terminal, which follow the reader's own theme. */
export const ansiColours: Paint = (tone, text) =>
  text === '' ? '' : styleText(FORMATS[tone], text, { validateStream: false });

/**
 * Whether what goes to a stream may be coloured. `FORCE_COLOR` decides where it is set (0 and false say no), then
 * `NO_COLOR` (https://no-color.org), then whether the stream is a terminal that knows colours.
 */
export function wantsColours(env: Environment, isTerminal: boolean): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return isTerminal && env['TERM'] !== 'dumb';
}

/** The colours for a stream. */
export function coloursFor(env: Environment, isTerminal: boolean): Paint {
  return wantsColours(env, isTerminal) ? ansiColours : noColours;
}

/**
 * Whether the environment's character set has block elements: it is UTF-8, or none is named (then UTF-8 is what is
 * usual today). `C` and `POSIX` name ASCII.
 */
export function hasUnicode(env: Environment): boolean {
  const named = ['LC_ALL', 'LC_CTYPE', 'LANG'].map((name) => env[name]).find((value) => value);
  return named === undefined || /utf-?8/i.test(named);
}
