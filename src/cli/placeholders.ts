/** What a value of the command line is, where that is known from the table alone. */
export type Holds = 'document' | 'locale' | 'file' | 'folder' | 'other';

/** What stands for a value in help tells what the value is. */
const HOLDS: Readonly<Record<string, Holds>> = {
  DOC: 'document',
  INPUT: 'document',
  L: 'locale',
  'L,L': 'locale',
  FILE: 'file',
  OLD: 'file',
  NEW: 'file',
  F: 'file',
  JSON: 'file',
  GLOB: 'file',
  BASE: 'file',
  OURS: 'file',
  THEIRS: 'file',
  DIR: 'folder',
};

/** What a placeholder of the table of commands (`DOC`, `DIR`) stands for. */
export function holdsOf(placeholder: string | undefined): Holds {
  return HOLDS[placeholder ?? ''] ?? 'other';
}
