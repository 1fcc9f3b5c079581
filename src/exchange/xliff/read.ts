import { HexaplaError } from '../../model/error.ts';
import type { Returned, ReturnedSegment, XliffFormat } from '../../model/transfer.ts';
import { decodeXml } from '../xml/bytes.ts';
import type { Attributes } from '../xml/feed.ts';
import {
  type Follow,
  type Here,
  readXml,
  readXmlPieces,
  type XmlPieces,
  type XmlReader,
} from '../xml/read.ts';
import type { FileReader, ToolAttribute } from './file.ts';
import { formatOf, HANDOFF_ID, versionOfNamespace, XLIFF_12, XLIFF_20, XLIFF_22 } from './format.ts';
import { FileReader2 } from './read2.ts';
import { FileReader12 } from './read12.ts';

/** What a returned file says of itself before its segments. */
export type ReturnedHeader = Omit<Returned, 'segments'>;

/** Takes the segments of one `file` element: those of a unit as it ends. */
export interface SegmentSink {
  segment(segment: ReturnedSegment): void;
  close(): void;
}

/** Takes the `file` elements of a returned file, one after the other. */
export interface FollowReturn {
  openFile(header: ReturnedHeader): SegmentSink;
}

/** Reads an XLIFF file from its bytes (UTF-8 or UTF-16). Errors: `not-utf8`, and those of `readXliff`. */
export function readXliffBytes(bytes: Uint8Array, file: string): Returned[] {
  return readXliff(decodeXml(bytes, file), file);
}

/**
 * Reads XLIFF 1.2 (1.0 and 1.1 as far as they are alike) or 2.0 to 2.2, as any tool may have written it: one return for
 * each `file` element. A segment that cannot be read alone says so in `problem`. `file` names it in errors:
 * `xml-syntax`, `xml-doctype`, `xml-entity`, `xml-depth`, `xml-length`, `xliff-foreign`, `xliff-version`,
 * `xliff-invalid`. Linear in the length of `text`.
 */
export function readXliff(text: string, file: string): Returned[] {
  const { returned, follow } = collectReturns();
  const reading = startReading(file, follow);
  readXml(text, file, reading.follow);
  reading.end();
  return returned;
}

/** The same piece by piece, in memory that is bounded by the largest unit and by what `follow` keeps. */
export function readXliffPieces(file: string, follow: FollowReturn): XmlPieces {
  const reading = startReading(file, follow);
  const pieces = readXmlPieces(file, reading.follow);
  return {
    write: (text) => pieces.write(text),
    end: () => {
      pieces.end();
      reading.end();
    },
  };
}

/** Keeps all segments of all files. */
export function collectReturns(): { readonly returned: Returned[]; readonly follow: FollowReturn } {
  const returned: Returned[] = [];
  const openFile = (header: ReturnedHeader): SegmentSink => {
    const segments: ReturnedSegment[] = [];
    returned.push({ ...header, segments });
    return { segment: (segment) => segments.push(segment), close: () => {} };
  };
  return { returned, follow: { openFile } };
}

function startReading(file: string, follow: FollowReturn): { follow: Follow; end: () => void } {
  let files = 0;
  const counting: FollowReturn = {
    openFile: (header) => {
      files += 1;
      return follow.openFile(header);
    },
  };
  return {
    follow: (here, _feed, names) =>
      new XliffReader({ file, here, tool: (all, name) => names.attribute(all, name) }, counting),
    end: () => {
      if (files === 0) throw new HexaplaError('xliff-invalid', { reason: 'no-file' }, { file });
    },
  };
}

interface Around {
  readonly file: string;
  readonly here: Here;
  readonly tool: ToolAttribute;
}

class XliffReader implements XmlReader {
  private readonly around: Around;
  private readonly follow: FollowReturn;
  private format: XliffFormat = 'xliff-1.2';
  private sourceLocale: string | undefined;
  private targetLocale: string | undefined;
  private current: FileReader | null = null;
  private header: ReturnedHeader | null = null;
  private sink: SegmentSink | null = null;

  constructor(around: Around, follow: FollowReturn) {
    this.around = around;
    this.follow = follow;
  }

  root(name: string, namespace: string | undefined, attributes: Attributes): void {
    const format = formatOfRoot(name, namespace, attributes);
    if (typeof format !== 'string') throw this.error(format.code, format.values);
    this.format = format;
    this.sourceLocale = attributes['srcLang'];
    this.targetLocale = attributes['trgLang'];
  }

  open(name: string, attributes: Attributes): boolean {
    if (this.current !== null) return this.current.open(name, attributes);
    if (name !== 'file') return false;
    this.openFile(attributes);
    return true;
  }

  private openFile(attributes: Attributes): void {
    const old = this.format === 'xliff-1.2';
    const sourceLocale = old ? attributes['source-language'] : this.sourceLocale;
    const targetLocale = old ? attributes['target-language'] : this.targetLocale;
    if (!sourceLocale) throw this.error('xliff-invalid', { reason: 'no-source-language' });
    const emit = (segment: ReturnedSegment): void => this.sinkOfFile().segment(segment);
    const { here, tool } = this.around;
    this.current = old ? new FileReader12(here, emit, tool) : new FileReader2(here, emit);
    this.header = {
      format: this.format,
      document: attributes['original'] ?? null,
      sourceLocale,
      targetLocale: targetLocale || null,
      handoff: old ? attributes['build-num'] || null : handoffIn(attributes['id']),
    };
  }

  // Only the first segment may tell what language the targets are in.
  private sinkOfFile(): SegmentSink {
    const { header, current } = this;
    if (header !== null) {
      const targetLocale = header.targetLocale ?? current?.targetLanguage ?? null;
      this.sink = this.follow.openFile({ ...header, targetLocale });
      this.header = null;
    }
    if (this.sink === null) throw new Error('a segment stands in a file');
    return this.sink;
  }

  get listening(): boolean {
    return this.current?.listening ?? false;
  }

  text(text: string): void {
    this.current?.text(text);
  }

  close(name: string): void {
    if (name !== 'file') {
      this.current?.close(name);
      return;
    }
    this.sinkOfFile().close();
    this.sink = null;
    this.current = null;
  }

  private error(
    code: 'xliff-foreign' | 'xliff-version' | 'xliff-invalid',
    values: Record<string, string>,
  ): Error {
    return new HexaplaError(code, values, { file: this.around.file, ...this.around.here() });
  }
}

/** What is wrong with a root element. */
export interface BadRoot {
  readonly code: 'xliff-foreign' | 'xliff-version';
  readonly values: Record<string, string>;
}

/** The format that a root element tells; files of XLIFF 1.0 and 1.1 are read as 1.2. */
export function formatOfRoot(
  name: string,
  namespace: string | undefined,
  attributes: Attributes,
): XliffFormat | BadRoot {
  // Some tools leave the version out; the namespace tells it, and files with neither are old ones.
  const version = attributes['version'] ?? (name === 'xliff' ? versionOfNamespace(namespace) : '');
  if (
    name !== 'xliff' ||
    !(namespace === '' || /^urn:oasis:names:tc:xliff:document:/.test(namespace ?? ''))
  ) {
    return { code: 'xliff-foreign', values: { root: name } };
  }
  const format = NAMESPACES.has(namespace ?? '') ? formatOfAny(version) : null;
  return format ?? { code: 'xliff-version', values: { version } };
}

const XLIFF_11 = 'urn:oasis:names:tc:xliff:document:1.1';
const NAMESPACES: ReadonlySet<string> = new Set(['', XLIFF_11, XLIFF_12, XLIFF_20, XLIFF_22]);

// What Hexapla reads of 1.0 and 1.1 stands in 1.2 as well: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#AppVersions
function formatOfAny(version: string): XliffFormat | null {
  return /^\s*1\.[01]\s*$/.test(version) ? 'xliff-1.2' : formatOf(version);
}

function handoffIn(id: string | undefined): string | null {
  return id?.startsWith(HANDOFF_ID) ? id.slice(HANDOFF_ID.length) : null;
}
