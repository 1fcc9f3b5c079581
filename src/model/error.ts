/** The closed list of what can be wrong with what a user gave. The words are in `locales/`, under `error`. */
export type ErrorCode =
  // usage and configuration: exit code 2
  | 'usage'
  | 'unknown-command'
  | 'unknown-option'
  | 'missing-argument'
  | 'bad-option-value'
  | 'config-missing'
  | 'config-exists'
  | 'config-invalid'
  | 'config-name-clash'
  | 'locale-unknown'
  | 'no-documents'
  | 'document-unknown'
  | 'document-format'
  | 'segment-unknown'
  | 'segment-unedited'
  | 'finding-unknown'
  | 'file-missing'
  | 'extract-first'
  | 'document-changed'
  | 'text-invalid'
  | 'target-missing'
  | 'segments-apart'
  | 'merge-conflict'
  | 'suggestion-unknown'
  | 'suggestion-unclear'
  | 'import-unknown'
  | 'revision-unknown'
  | 'rename-unnamed'
  | 'rename-occupied'
  | 'date-invalid'
  | 'ssh-keygen'
  | 'chromium-missing'
  | 'chromium-failed'
  // unreadable or hostile input: exit code 3
  | 'not-utf8'
  | 'has-nul'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'project-locked'
  | 'path-escape'
  | 'catalogue-invalid'
  | 'catalogue-newer'
  | 'markdown-depth'
  | 'shape'
  | 'resource-invalid'
  | 'xml-syntax'
  | 'xml-doctype'
  | 'xml-entity'
  | 'xml-depth'
  | 'xml-length'
  | 'xliff-invalid'
  | 'xliff-version'
  | 'xliff-foreign'
  | 'return-invalid'
  | 'archive-invalid'
  | 'published-invalid';

const USAGE_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'usage',
  'unknown-command',
  'unknown-option',
  'missing-argument',
  'bad-option-value',
  'config-missing',
  'config-exists',
  'config-invalid',
  'config-name-clash',
  'locale-unknown',
  'no-documents',
  'document-unknown',
  'document-format',
  'segment-unknown',
  'segment-unedited',
  'finding-unknown',
  'file-missing',
  'extract-first',
  'document-changed',
  'text-invalid',
  'target-missing',
  'segments-apart',
  'merge-conflict',
  'suggestion-unknown',
  'suggestion-unclear',
  'import-unknown',
  'revision-unknown',
  'rename-unnamed',
  'rename-occupied',
  'date-invalid',
  'ssh-keygen',
  'chromium-missing',
  'chromium-failed',
]);

/** Where a mistake stands. Lines and columns count from 1; columns are UTF-16 units. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly unit?: string;
  readonly segment?: string;
}

/** What an error's text is filled with; a list stays one, so that it can be written as the reader's language does. */
export type ErrorValues = Readonly<Record<string, string | number | readonly string[]>>;

/** A mistake in what the user gave: a code, values for its message, and the place. Not for mistakes in the code. */
export class HexaplaError extends Error {
  readonly code: ErrorCode;
  readonly values: ErrorValues;
  readonly place: Place;

  constructor(code: ErrorCode, values: ErrorValues = {}, place: Place = {}) {
    super(`${code} ${JSON.stringify({ ...values, ...place })}`);
    this.name = 'HexaplaError';
    this.code = code;
    this.values = values;
    this.place = place;
  }

  /** The same error with more of its place known; what is known already stays. */
  at(place: Place): HexaplaError {
    return new HexaplaError(this.code, this.values, { ...place, ...this.place });
  }
}

/** 2 for usage and configuration, 3 for unreadable or hostile input. */
export function exitCodeOf(code: ErrorCode): 2 | 3 {
  return USAGE_CODES.has(code) ? 2 : 3;
}
