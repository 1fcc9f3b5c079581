import { RULE_IDS } from '../model/rules.ts';
import { CHECK_FORMAT } from './json.ts';
import { GRAVEST } from './lists.ts';

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: 'string' };
const TEXT_OR_NULL: Schema = { type: ['string', 'null'] };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const PLACE: Schema = { type: 'integer', minimum: 1 };

function object(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
  more: Schema = {},
): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false, ...more };
}

function list(items: Schema, description?: string): Schema {
  return { type: 'array', items, ...(description !== undefined && { description }) };
}

function described(schema: Schema, description: string): Schema {
  return { ...schema, description };
}

const SPAN: Readonly<Record<string, Schema>> = { start: COUNT, end: COUNT };
const OFFSETS =
  'UTF-16 offsets into the plain text of the target, or of the source where the locale is null.';

const FINDING: Schema = object(
  {
    rule: { enum: RULE_IDS },
    severity: { enum: GRAVEST },
    locale: described(TEXT_OR_NULL, 'BCP 47; null for a finding about the source document itself.'),
    document: described(TEXT, 'Path below the project’s root; empty for a finding about the project.'),
    segment: TEXT_OR_NULL,
    values: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    message: described(TEXT, 'The finding in words, in `language`.'),
    title: TEXT,
    file: described(TEXT, 'The file to edit: path below the project’s root.'),
    line: { type: ['integer', 'null'], minimum: 1 },
    column: described(PLACE, 'In UTF-16 units.'),
    at: object(SPAN, [], { description: OFFSETS }),
    fix: list(object({ ...SPAN, text: TEXT }), `Edits that mend it. ${OFFSETS}`),
    source: described(TEXT_OR_NULL, 'Plain text of the source segment.'),
    target: described(TEXT_OR_NULL, 'Plain text of the target.'),
    draft: described({ const: true }, 'The target is an unreviewed machine draft.'),
    fingerprint: described(
      { type: 'string', pattern: '^[0-9a-f]{32}$' },
      'Names the finding from run to run, as long as its rule, segment and values stay.',
    ),
  },
  ['title', 'column', 'at', 'fix', 'draft'],
);

const CELL: Schema = object({
  document: TEXT,
  locale: TEXT,
  ...Object.fromEntries(
    [
      'segments',
      'missing',
      'machine',
      'stale',
      'translated',
      'reviewed',
      'final',
      'ready',
      'errors',
      'warnings',
      'infos',
    ].map((key) => [key, COUNT]),
  ),
});

/** The JSON Schema (2020-12) of what `checkJson` writes. */
export function checkSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: CHECK_FORMAT,
    description: 'What hexapla check --format json writes.',
    ...object({
      version: { const: 1 },
      format: { const: CHECK_FORMAT },
      tool: object({ name: TEXT, version: TEXT }),
      language: described(TEXT, 'The language of messages (BCP 47).'),
      sourceLocale: TEXT,
      documents: list(TEXT),
      locales: list(TEXT, 'The target locales.'),
      counts: object({ errors: COUNT, warnings: COUNT, infos: COUNT, waived: COUNT }),
      matrix: list(
        CELL,
        'How far each locale is with each document; a segment is in one count of the five states.',
      ),
      findings: list(FINDING),
    }),
  };
}
