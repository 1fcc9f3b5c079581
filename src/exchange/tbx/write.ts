import type { TransferTerm } from '../../model/transfer.ts';
import type { TableOptions } from '../tables/options.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { xmlId } from './ids.ts';
import type { TbxTerm, TbxTerms } from './read.ts';

// How a term may be used: the values of TBX-Basic.
type TermStatus = 'preferredTerm-admn-sts' | 'admittedTerm-admn-sts' | 'deprecatedTerm-admn-sts';

/**
 * The terms of a handoff as a TBX-Basic file. The first translation of a term is preferred, the others admitted, what it
 * may not be called deprecated. Terms with one id are written once. Linear.
 */
export function writeTbx(
  terms: readonly TransferTerm[],
  sourceLocale: string,
  targetLocale: string,
  options: TableOptions,
): string {
  const entries = terms.map(
    ({ id, term, definition, translations, forbidden }): TbxTerm => ({
      id,
      ...(definition !== undefined && { definition }),
      terms: {
        [sourceLocale]: { preferred: [term], forbidden: [] },
        ...(targetLocale !== sourceLocale && { [targetLocale]: { preferred: translations, forbidden } }),
      },
    }),
  );
  return writeTermbase(entries, sourceLocale, options);
}

/**
 * Concepts in any number of languages as a TBX-Basic file of 2008 (`martif`), which is what OmegaT, translate-toolkit and
 * the other tools that take a glossary read; few read ISO 30042:2019 (`tbx`). The source language comes first, then the
 * others in the order of their tags. No document type is named: some tools go and look for it. Entries with one id are
 * written once. Linear.
 * https://www.tbxinfo.net/tbx-dialects/
 */
export function writeTermbase(
  entries: readonly TbxTerm[],
  sourceLocale: string,
  options: TableOptions,
): string {
  const title = `Hexapla ${options.toolVersion}`;
  let out = `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="${escapeAttribute(sourceLocale)}">
  <martifHeader>
    <fileDesc>
      <sourceDesc>
        <p>${escapeText(title)}</p>
      </sourceDesc>
    </fileDesc>
    <encodingDesc>
      <p type="XCSURI">TBXBasicXCSV02.xcs</p>
    </encodingDesc>
  </martifHeader>
  <text>
    <body>
`;
  const written = new Set<string>();
  for (const entry of entries) {
    if (written.has(entry.id)) continue;
    written.add(entry.id);
    out += writeEntry(entry, sourceLocale);
  }
  return `${out}    </body>\n  </text>\n</martif>\n`;
}

function writeEntry({ id, definition, note, terms }: TbxTerm, sourceLocale: string): string {
  let out = `      <termEntry id="${escapeAttribute(xmlId(id))}">\n`;
  if (definition !== undefined) {
    out += `        <descrip type="definition">${escapeText(definition)}</descrip>\n`;
  }
  if (note !== undefined) out += `        <note>${escapeText(note)}</note>\n`;
  const first = (locale: string): number => (locale === sourceLocale ? 0 : 1);
  const locales = Object.keys(terms).sort((a, b) => first(a) - first(b) || (a < b ? -1 : 1));
  for (const locale of locales) out += writeLanguage(locale, terms[locale]);
  return `${out}      </termEntry>\n`;
}

function writeLanguage(locale: string, terms: TbxTerms | undefined): string {
  if (terms === undefined || terms.preferred.length + terms.forbidden.length === 0) return '';
  const { preferred, forbidden, notes = {} } = terms;
  const write = (text: string, status: TermStatus): string =>
    writeTerm(text, status, Object.hasOwn(notes, text) ? notes[text] : undefined);
  const best = preferred.map((text, index) =>
    write(text, index === 0 ? 'preferredTerm-admn-sts' : 'admittedTerm-admn-sts'),
  );
  const not = forbidden.map((text) => write(text, 'deprecatedTerm-admn-sts'));
  return `        <langSet xml:lang="${escapeAttribute(locale)}">\n${[...best, ...not].join('')}        </langSet>\n`;
}

function writeTerm(text: string, status: TermStatus, note: string | undefined): string {
  const noted = note === undefined ? '' : `            <note>${escapeText(note)}</note>\n`;
  return `          <tig>
            <term>${escapeText(text)}</term>
            <termNote type="administrativeStatus">${status}</termNote>
${noted}          </tig>
`;
}
