import { HexaplaError } from '../../model/error.ts';
import type { Returned, XliffFormat } from '../../model/transfer.ts';
import { decodeXml } from '../xml/bytes.ts';
import type { FileReader } from './file.ts';
import { formatOf, versionOfNamespace, XLIFF_12, XLIFF_20, XLIFF_22 } from './format.ts';
import { FileReader2 } from './read2.ts';
import { FileReader12 } from './read12.ts';
import type { Attributes } from '../xml/feed.ts';
import { type Here, readXml, type XmlReader } from '../xml/read.ts';

/**
 * Reads an XLIFF file from its bytes (UTF-8, or UTF-16 with a byte order mark). Errors: `not-utf8`, and those of
 * `readXliff`.
 */
export function readXliffBytes(bytes: Uint8Array, file: string): Returned[] {
  return readXliff(decodeXml(bytes, file), file);
}

/**
 * Reads XLIFF 1.2 or 2.0 to 2.2, as any tool may have written it: one return for each `file` element. A segment that
 * cannot be read alone says so in `problem`. `file` names it in errors: `xml-syntax`, `xml-doctype`, `xml-entity`,
 * `xml-depth`, `xliff-foreign`, `xliff-version`, `xliff-invalid`. Linear in the length of `text`.
 */
export function readXliff(text: string, file: string): Returned[] {
  let files: Returned[] = [];
  readXml(text, file, (here) => {
    const reader = new XliffReader(file, here);
    files = reader.files;
    return reader;
  });
  if (files.length === 0) throw new HexaplaError('xliff-invalid', { reason: 'no-file' }, { file });
  return files;
}

class XliffReader implements XmlReader {
  readonly files: Returned[] = [];
  private readonly file: string;
  private readonly here: Here;
  private format: XliffFormat = 'xliff-1.2';
  private sourceLocale: string | undefined;
  private targetLocale: string | undefined;
  private current: FileReader | null = null;

  constructor(file: string, here: Here) {
    this.file = file;
    this.here = here;
  }

  root(name: string, namespace: string | undefined, attributes: Attributes): void {
    const ours =
      namespace === '' || namespace === XLIFF_12 || namespace === XLIFF_20 || namespace === XLIFF_22;
    // Some tools leave the version out; the namespace tells it, and files with neither are old ones.
    const version = attributes['version'] ?? (name === 'xliff' ? versionOfNamespace(namespace) : '');
    if (name !== 'xliff' || !(ours || /^urn:oasis:names:tc:xliff:document:/.test(namespace ?? ''))) {
      throw this.error('xliff-foreign', { root: name });
    }
    const format = ours ? formatOf(version) : null;
    if (format === null) throw this.error('xliff-version', { version });
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
    const current = old ? new FileReader12(this.here) : new FileReader2(this.here);
    this.current = current;
    this.files.push({
      format: this.format,
      document: attributes['original'] ?? null,
      sourceLocale,
      targetLocale: targetLocale ?? null,
      handoff: current.handoffOf(attributes),
      segments: current.segments,
    });
  }

  get listening(): boolean {
    return this.current?.listening ?? false;
  }

  text(text: string): void {
    this.current?.text(text);
  }

  close(name: string): void {
    if (name === 'file') this.current = null;
    else this.current?.close(name);
  }

  private error(
    code: 'xliff-foreign' | 'xliff-version' | 'xliff-invalid',
    values: Record<string, string>,
  ): Error {
    return new HexaplaError(code, values, { file: this.file, ...this.here() });
  }
}
