import { HexaplaError } from '../../model/error.ts';
import { withoutDoctype } from '../tmx/doctype.ts';
import type { Attributes } from '../xml/feed.ts';
import { type Here, readXml, type XmlReader } from '../xml/read.ts';
import { idFromXml } from './ids.ts';

/** One concept of a glossary: what it is called in each language, best first, and what it may not be called. */
export interface TbxTerm {
  readonly id: string;
  readonly definition?: string;
  readonly note?: string;
  readonly terms: Readonly<Record<string, TbxTerms>>;
}

/** What a concept is called in a language: the preferred term first, then those that are admitted. */
export interface TbxTerms {
  readonly preferred: readonly string[];
  readonly forbidden: readonly string[];
  /** What is noted of a term, by its text. */
  readonly notes?: Readonly<Record<string, string>>;
}

/**
 * Reads a TBX file: TBX-Basic and its relatives of 2008 (`martif`), or of ISO 30042:2019 (`tbx`) in either style. A
 * term that is deprecated, superseded or not recommended is forbidden; white space around a text does not count.
 * Entries without a term are left out. Errors: those of `readXml`, and `return-invalid` for another kind of file or
 * one without an entry. Linear.
 */
export function readTbx(text: string, file: string): TbxTerm[] {
  let found: TbxTerm[] = [];
  readXml(withoutDoctype(text), file, (here) => {
    const reader = new TbxReader(file, here);
    found = reader.entries;
    return reader;
  });
  if (found.length === 0) throw new HexaplaError('return-invalid', { reason: 'rows' }, { file });
  return found;
}

interface Term {
  text: string;
  status: string;
  note: string;
}

interface Entry {
  readonly id: string;
  definition: string | null;
  note: string | null;
  readonly terms: Map<string, Term[]>;
}

/** An element whose text is wanted. */
type Listening = 'term' | 'status' | 'definition' | 'note';

class TbxReader implements XmlReader {
  readonly entries: TbxTerm[] = [];
  private readonly file: string;
  private readonly here: Here;
  private entry: Entry | null = null;
  private locale = '';
  private term: Term | null = null;
  private wanted: Listening | null = null;
  private depth = 0;
  private wantedDepth = 0;
  private heard = '';

  constructor(file: string, here: Here) {
    this.file = file;
    this.here = here;
  }

  root(name: string): void {
    if (name === 'martif' || name === 'tbx') return;
    throw new HexaplaError('return-invalid', { reason: 'format' }, { file: this.file, ...this.here() });
  }

  open(name: string, attributes: Attributes): boolean {
    this.depth += 1;
    if (this.wanted !== null) return true;
    if (name === 'martifHeader' || name === 'tbxHeader' || name === 'back') {
      this.depth -= 1;
      return false;
    }
    if (this.entry === null) this.openEntry(name, attributes);
    else this.openWithin(this.entry, name, attributes);
    return true;
  }

  private openEntry(name: string, attributes: Attributes): void {
    if (name !== 'termEntry' && name !== 'conceptEntry') return;
    this.entry = { id: idFromXml(attributes['id'] ?? ''), definition: null, note: null, terms: new Map() };
  }

  private openWithin(entry: Entry, name: string, attributes: Attributes): void {
    const { type } = attributes;
    if (name === 'langSet' || name === 'langSec') {
      this.locale = attributes['xml:lang'] ?? attributes['lang'] ?? '';
    } else if (name === 'tig' || name === 'ntig' || name === 'termSec') {
      this.term = { text: '', status: '', note: '' };
      const terms = entry.terms.get(this.locale);
      if (terms === undefined) entry.terms.set(this.locale, [this.term]);
      else terms.push(this.term);
    } else if (name === 'term') this.want('term');
    else if (name === 'termNote' && isStatus(type)) this.want('status');
    // In the style with an element for each category, it has the category's name and a namespace of its own.
    else if (name === '' && this.term !== null) this.want('status');
    else if (name === 'descrip' && type === 'definition') this.want('definition');
    else if (name === 'note') this.want('note');
  }

  private want(what: Listening): void {
    this.wanted = what;
    this.wantedDepth = this.depth;
    this.heard = '';
  }

  get listening(): boolean {
    return this.wanted !== null;
  }

  text(text: string): void {
    this.heard += text;
  }

  close(name: string): void {
    if (this.wanted !== null) {
      if (this.depth === this.wantedDepth) this.take(this.wanted, this.heard.trim());
    } else if (name === 'tig' || name === 'ntig' || name === 'termSec') this.term = null;
    else if ((name === 'termEntry' || name === 'conceptEntry') && this.entry !== null) {
      this.endEntry(this.entry);
      this.entry = null;
    }
    this.depth -= 1;
  }

  private take(what: Listening, text: string): void {
    this.wanted = null;
    if (this.entry === null) return;
    if (what === 'definition') this.entry.definition ??= text;
    else if (what === 'note') this.takeNote(this.entry, text);
    else if (this.term !== null && what === 'term') this.term.text ||= text;
    else if (this.term !== null && /-admn-sts$/.test(text)) this.term.status = text;
  }

  /** A note on the term that it stands with, or else on the concept. */
  private takeNote(entry: Entry, text: string): void {
    if (this.term !== null) this.term.note ||= text;
    else if (text !== '') entry.note ??= text;
  }

  private endEntry({ id, definition, note, terms }: Entry): void {
    const told = [...terms].flatMap(([locale, all]): [string, TbxTerms][] => {
      const named = all.filter(({ text }) => text !== '');
      return named.length === 0 ? [] : [[locale, sorted(named)]];
    });
    if (told.length === 0) return;
    this.entries.push({
      id,
      ...(definition !== null && { definition }),
      ...(note !== null && { note }),
      terms: Object.fromEntries(told),
    });
  }
}

/** Some tools name the category as TBX does, others only its use. */
function isStatus(type: string | undefined): boolean {
  return type === 'administrativeStatus' || type === 'normativeAuthorization';
}

function sorted(terms: readonly Term[]): TbxTerms {
  const texts = (fits: (term: Term) => boolean): string[] => terms.filter(fits).map(({ text }) => text);
  const isForbidden = ({ status }: Term): boolean => /^(?:deprecated|superseded|notRecommended)/.test(status);
  const isFirst = ({ status }: Term): boolean => status.startsWith('preferred');
  const noted = terms.filter(({ note }) => note !== '').map(({ text, note }) => [text, note] as const);
  return {
    ...(noted.length > 0 && { notes: Object.fromEntries(noted) }),
    preferred: [...texts(isFirst), ...texts((term) => !isFirst(term) && !isForbidden(term))],
    forbidden: texts(isForbidden),
  };
}
