import { HexaplaError } from '../model/error.ts';
import { readFile, refuseMissing } from './files.ts';
import { createSpeller } from './hunspell.ts';

/** Where a locale's dictionary is: its two files, as paths below the project's root. */
export interface DictionaryFiles {
  readonly aff: string;
  readonly dic: string;
}

/** Tells whether a word is spelled right. */
export type Speller = (word: string) => boolean;

/** How many words' answers are remembered for a locale. */
const REMEMBERED = 200_000;

/**
 * The dictionaries of a project by locale, in hunspell's form. That their files are there is seen at once; they are read when
 * a first word is asked about. Throws `file-missing`, `path-escape`; asking throws `file-unreadable`, for an encoding that
 * nobody knows too.
 */
export function readDictionaries(
  root: string,
  dictionaries: Readonly<Record<string, DictionaryFiles>>,
): Readonly<Record<string, Speller>> {
  const spellers = Object.entries(dictionaries).map(([locale, files]): [string, Speller] => {
    for (const path of [files.aff, files.dic]) refuseMissing(root, path);
    return [locale, remembering(() => readDictionary(root, files))];
  });
  return Object.fromEntries(spellers);
}

function remembering(read: () => Speller): Speller {
  const known = new Map<string, boolean>();
  let speller: Speller | null = null;
  return (word) => {
    let isRight = known.get(word);
    if (isRight === undefined) {
      speller ??= read();
      isRight = speller(word);
      if (known.size < REMEMBERED) known.set(word, isRight);
    }
    return isRight;
  };
}

function readDictionary(root: string, { aff, dic }: DictionaryFiles): Speller {
  const affixes = bytesOf(root, aff);
  const decode = decoderFor(affixes, aff);
  return createSpeller(decode(affixes), decode(bytesOf(root, dic)));
}

function bytesOf(root: string, path: string): Uint8Array {
  const bytes = readFile(root, path);
  if (!bytes) throw new HexaplaError('file-missing', {}, { file: path });
  return bytes;
}

/** The encoding that the line `SET` of the file of affixes names: Latin-1 where there is none. */
function decoderFor(affixes: Uint8Array, path: string): (bytes: Uint8Array) => string {
  const head = new TextDecoder('latin1').decode(affixes.subarray(0, 64 * 1024));
  const name = /^(?:ï»¿)?SET[ \t]+(\S+)/m.exec(head)?.[1] ?? 'ISO8859-1';
  try {
    const label = name.replace(/^ISO8859/i, 'ISO-8859').replace(/^microsoft-cp|^cp/i, 'windows-');
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  } catch {
    throw new HexaplaError('file-unreadable', { cause: name }, { file: path });
  }
}
