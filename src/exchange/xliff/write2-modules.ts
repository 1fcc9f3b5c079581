import { isDraft } from '../../model/row.ts';
import type { Candidate, TransferSegment, TransferTerm, TransferUnit } from '../../model/transfer.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { writeContent2 } from './write2-content.ts';

/** The namespaces of the modules that a handoff uses, as attributes of the root. */
export const MODULES: string =
  ' xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0"';

/** What a size restriction counts. https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#profiles */
export const SIZE_PROFILE: string = '    <slr:profiles generalProfile="xliff:codepoints"/>\n';

/**
 * The translation candidates of a unit. Each refers to its segment, and has the codes of the segment under the same ids,
 * so that it can be taken over as it stands.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#candidates
 */
export function writeMatches(segments: readonly TransferSegment[]): string {
  let out = '';
  for (const segment of segments) {
    for (const [index, candidate] of (segment.candidates ?? []).entries()) {
      out += writeMatch(candidate, segment, index + 1);
    }
  }
  return out === '' ? '' : `      <mtc:matches>\n${out}      </mtc:matches>\n`;
}

const TYPES: Readonly<Record<Candidate['kind'], string>> = {
  ice: 'icm',
  exact: 'tm',
  fuzzy: 'tm',
  previous: 'idm',
};

function writeMatch(candidate: Candidate, segment: TransferSegment, number: number): string {
  const { source, target, similarity, kind, document, segment: from } = candidate;
  const id = escapeAttribute(segment.id);
  const draft = isDraft(candidate) ? ' subType="hexapla:draft"' : '';
  const origin = escapeAttribute(`${document} ${from}`);
  return `        <mtc:match id="${id}-m${number}" ref="#${id}" type="${TYPES[kind]}"${draft} similarity="${similarity}" origin="${origin}">
          <source>${writeContent2(source, [segment])}</source>
          <target>${writeContent2(target, [segment])}</target>
        </mtc:match>
`;
}

/**
 * The glossary entries of a unit. They refer to no place in the text: a marker would stand in the source, and readers
 * that do not know markers (among them the npm package `xliff`) lose the words within it.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#glossary-module
 */
export function writeGlossary(terms: TransferUnit['terms']): string {
  const entries = (terms ?? []).map(writeEntry).join('');
  return entries === '' ? '' : `      <gls:glossary>\n${entries}      </gls:glossary>\n`;
}

// An entry needs a translation or a definition; what is forbidden is told in notes.
function writeEntry({ id, term, translations, definition }: TransferTerm): string {
  if (translations.length === 0 && definition === undefined) return '';
  const indent = '          ';
  let out = `        <gls:glossEntry id="${escapeAttribute(id)}">\n${indent}<gls:term>${escapeText(term)}</gls:term>\n`;
  for (const form of translations) out += `${indent}<gls:translation>${escapeText(form)}</gls:translation>\n`;
  if (definition !== undefined)
    out += `${indent}<gls:definition>${escapeText(definition)}</gls:definition>\n`;
  return `${out}        </gls:glossEntry>\n`;
}
