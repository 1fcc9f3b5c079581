import type { TransferTerm } from '../../model/transfer.ts';
import type { TableOptions } from '../tables/options.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { xmlId } from './ids.ts';

// How a term may be used: the values of TBX-Basic.
type TermStatus = 'preferredTerm-admn-sts' | 'admittedTerm-admn-sts' | 'deprecatedTerm-admn-sts';

/**
 * The terms of a handoff as a TBX-Basic file of 2008 (`martif`), which is what OmegaT, translate-toolkit and the other
 * tools that take a glossary read; few read ISO 30042:2019 (`tbx`). The first translation of a term is preferred, the
 * others admitted, what it may not be called deprecated. No document type is named: some tools go and look for it.
 * Terms with one id are written once. Linear.
 * https://www.tbxinfo.net/tbx-dialects/
 */
export function writeTbx(
  terms: readonly TransferTerm[],
  sourceLocale: string,
  targetLocale: string,
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
  for (const term of terms) {
    if (written.has(term.id)) continue;
    written.add(term.id);
    out += writeEntry(term, sourceLocale, targetLocale);
  }
  return `${out}    </body>\n  </text>\n</martif>\n`;
}

function writeEntry(term: TransferTerm, sourceLocale: string, targetLocale: string): string {
  let out = `      <termEntry id="${escapeAttribute(xmlId(term.id))}">\n`;
  if (term.definition !== undefined) {
    out += `        <descrip type="definition">${escapeText(term.definition)}</descrip>\n`;
  }
  out += writeLanguage(sourceLocale, [writeTerm(term.term, 'preferredTerm-admn-sts')]);
  const translations = term.translations.map((text, index) =>
    writeTerm(text, index === 0 ? 'preferredTerm-admn-sts' : 'admittedTerm-admn-sts'),
  );
  const forbidden = term.forbidden.map((text) => writeTerm(text, 'deprecatedTerm-admn-sts'));
  out += writeLanguage(targetLocale, [...translations, ...forbidden]);
  return `${out}      </termEntry>\n`;
}

function writeLanguage(locale: string, terms: readonly string[]): string {
  if (terms.length === 0) return '';
  return `        <langSet xml:lang="${escapeAttribute(locale)}">\n${terms.join('')}        </langSet>\n`;
}

function writeTerm(text: string, status: TermStatus): string {
  return `          <tig>
            <term>${escapeText(text)}</term>
            <termNote type="administrativeStatus">${status}</termNote>
          </tig>
`;
}
