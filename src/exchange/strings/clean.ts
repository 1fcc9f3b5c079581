import { HexaplaError } from '../../model/error.ts';
import { formatOf, versionOfNamespace, XLIFF_12, XLIFF_20, XLIFF_22 } from '../xliff/format.ts';
import type { Attributes } from '../xml/feed.ts';
import { type Here, readXml, type XmlReader } from '../xml/read.ts';
import type { ReturnedPiece } from './inline.ts';
import type { XliffKind } from './package.ts';

/** A unit as a returned file has it, its segments joined and marks of tools taken away. */
export interface CleanUnit {
  readonly id: string;
  /** What the file calls the text: `resname`, in XLIFF 2 `name`. */
  readonly name: string | null;
  readonly line: number;
  readonly source: readonly ReturnedPiece[];
  /** Null where there is none. */
  readonly target: readonly ReturnedPiece[] | null;
  /** Whether some of its segments have a target and others none. */
  readonly partly: boolean;
}

export interface CleanFile {
  /** `original` or, in XLIFF 2, the file's id. */
  readonly original: string;
  readonly units: readonly CleanUnit[];
}

/** A returned file as our own reader of XML has it. */
export interface CleanXliff {
  readonly kind: XliffKind;
  readonly sourceLocale: string;
  readonly targetLocale: string | null;
  readonly files: readonly CleanFile[];
}

/**
 * Reads XLIFF 1.2 or 2.0 to 2.2 with our own reader of XML, which refuses what is damaged or hostile. Errors as of
 * `readXliff`. Linear in the length of `text`.
 */
export function cleanXliff(text: string, file: string): CleanXliff {
  let reader: CleanReader | undefined;
  readXml(text, file, (here) => {
    reader = new CleanReader(file, here);
    return reader;
  });
  if (reader === undefined || reader.files.length === 0) {
    throw new HexaplaError('xliff-invalid', { reason: 'no-file' }, { file });
  }
  const { kind, sourceLocale, targetLocale, files } = reader;
  return { kind, sourceLocale, targetLocale, files };
}

interface Part {
  source: readonly ReturnedPiece[];
  target: readonly ReturnedPiece[] | null;
  /** Whether it is text between segments, which needs no translation. */
  readonly between: boolean;
}

interface OpenUnit {
  readonly id: string;
  readonly name: string | null;
  readonly line: number;
  readonly parts: Part[];
}

/** An element within a source or target, and where the pieces that stand in it go. */
interface Level {
  readonly pieces: ReturnedPiece[];
}

const SINGLES: ReadonlySet<string> = new Set(['x', 'ph', 'it', 'cp']);
const STARTS: ReadonlySet<string> = new Set(['bx', 'bpt', 'sc']);
const ENDS: ReadonlySet<string> = new Set(['ex', 'ept', 'ec']);

class CleanReader implements XmlReader {
  readonly files: { original: string; units: CleanUnit[] }[] = [];
  kind: XliffKind = '1.2';
  sourceLocale = '';
  targetLocale: string | null = null;
  private readonly file: string;
  private readonly here: Here;
  private inFile = false;
  private unit: OpenUnit | null = null;
  /** Levels of the source or target that is being read. */
  private levels: Level[] = [];

  constructor(file: string, here: Here) {
    this.file = file;
    this.here = here;
  }

  root(name: string, namespace: string | undefined, attributes: Attributes): void {
    const ours = ['', XLIFF_12, XLIFF_20, XLIFF_22].includes(namespace ?? '-');
    const place = { file: this.file, ...this.here() };
    if (name !== 'xliff' || !(ours || /^urn:oasis:names:tc:xliff:document:/.test(namespace ?? ''))) {
      throw new HexaplaError('xliff-foreign', { root: name }, place);
    }
    const version = attributes['version'] ?? versionOfNamespace(namespace);
    const format = ours ? formatOf(version) : null;
    if (format === null) throw new HexaplaError('xliff-version', { version }, place);
    this.kind = format === 'xliff-1.2' ? '1.2' : '2.0';
    if (this.kind === '2.0') this.takeLocales(attributes['srcLang'], attributes['trgLang']);
  }

  private takeLocales(source: string | undefined, target: string | undefined): void {
    if (!source) {
      throw new HexaplaError(
        'xliff-invalid',
        { reason: 'no-source-language' },
        { file: this.file, ...this.here() },
      );
    }
    this.sourceLocale = source;
    this.targetLocale = target ?? null;
  }

  open(name: string, attributes: Attributes): boolean {
    if (this.levels.length > 0) return this.openInline(name, attributes);
    if (this.unit !== null) return this.openPart(name, this.unit);
    if (!this.inFile) return name === 'file' && this.openFile(attributes);
    if (name === (this.kind === '1.2' ? 'trans-unit' : 'unit')) {
      const named = attributes[this.kind === '1.2' ? 'resname' : 'name'] ?? null;
      this.unit = { id: attributes['id'] ?? '', name: named, line: this.here().line, parts: [] };
      return true;
    }
    return name === 'body' || name === 'group';
  }

  private openFile(attributes: Attributes): true {
    const old = this.kind === '1.2';
    if (old) this.takeLocales(attributes['source-language'], attributes['target-language']);
    this.files.push({ original: attributes[old ? 'original' : 'id'] ?? '', units: [] });
    this.inFile = true;
    return true;
  }

  private openPart(name: string, unit: OpenUnit): boolean {
    if (name === 'segment' || name === 'ignorable') {
      unit.parts.push({ source: [], target: null, between: name === 'ignorable' });
      return true;
    }
    if (name !== 'source' && name !== 'target') return false;
    if (this.kind === '1.2' && unit.parts.length === 0) {
      unit.parts.push({ source: [], target: null, between: false });
    }
    const part = unit.parts.at(-1);
    if (part === undefined) return false;
    const pieces: ReturnedPiece[] = [];
    part[name] = pieces;
    this.levels.push({ pieces });
    return true;
  }

  private openInline(name: string, attributes: Attributes): boolean {
    const { pieces } = this.levels.at(-1) as Level;
    if (name === 'mrk') {
      this.levels.push({ pieces });
      return true;
    }
    const id = attributes['id'] ?? '';
    const shown = attributes['equiv-text'] ?? attributes['equivStart'] ?? attributes['equiv'] ?? '';
    if (name === 'g' || name === 'pc') {
      const children: ReturnedPiece[] = [];
      pieces.push({ code: 'pair', id, shown, children });
      this.levels.push({ pieces: children });
      return true;
    }
    if (SINGLES.has(name)) pieces.push({ code: 'single', id, shown, children: [] });
    if (STARTS.has(name)) pieces.push({ code: 'start', id, shown, children: [] });
    if (ENDS.has(name)) {
      const startId = attributes['startRef'] ?? attributes['rid'] ?? id;
      pieces.push({ code: 'end', id: startId, shown: '', children: [] });
    }
    return false;
  }

  get listening(): boolean {
    return this.levels.length > 0;
  }

  text(text: string): void {
    const pieces = this.levels.at(-1)?.pieces ?? [];
    const last = pieces.at(-1);
    if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
    else if (text !== '') pieces.push(text);
  }

  close(name: string): void {
    if (this.levels.length > 0) this.levels.pop();
    else if (name === 'file') this.inFile = false;
    else if (this.unit !== null && (name === 'trans-unit' || name === 'unit')) {
      this.files.at(-1)?.units.push(joined(this.unit));
      this.unit = null;
    }
  }
}

/** A unit's segments in one; what stands between them is the same in both languages unless the file says otherwise. */
function joined({ id, name, line, parts }: OpenUnit): CleanUnit {
  const segments = parts.filter(({ between }) => !between);
  const done = segments.filter(({ target }) => target !== null).length;
  const whole = done === segments.length && done > 0;
  return {
    id,
    name,
    line,
    source: merged(parts.map(({ source }) => source)),
    target: whole ? merged(parts.map(({ source, target }) => target ?? source)) : null,
    partly: done > 0 && !whole,
  };
}

function merged(parts: readonly (readonly ReturnedPiece[])[]): readonly ReturnedPiece[] {
  const out: ReturnedPiece[] = [];
  for (const piece of parts.flat()) {
    const last = out.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece;
    else out.push(piece);
  }
  return out;
}
