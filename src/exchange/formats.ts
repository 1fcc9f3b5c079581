import type { Returned, Transfer, TransferFormat } from '../model/transfer.ts';
import type { ReturnKind } from './sniff.ts';
import type { TableOptions } from './tables/options.ts';
import type { Profile } from './xliff/format.ts';
import { readXliffBytes } from './xliff/read.ts';
import { writeXliff } from './xliff/write.ts';

/** What is put together in one file: nothing, the documents of a language, the languages of a document, or a package. */
export type Bundle = 'none' | 'language' | 'document' | 'package';

/** How a format's files are called, and what may be put together in one; the first is what is meant by default. */
export interface FormatFacts {
  readonly extension: string;
  readonly bundles: readonly Bundle[];
}

const PAIRS: readonly Bundle[] = ['none', 'language', 'package'];
const TOGETHER: readonly Bundle[] = ['document', 'none', 'language', 'package'];
const XLIFF: FormatFacts = { extension: 'xlf', bundles: PAIRS };

/** Every exchange format. */
export const FORMATS: Readonly<Record<TransferFormat, FormatFacts>> = {
  'xliff-1.2': XLIFF,
  'xliff-2.0': XLIFF,
  'xliff-2.1': XLIFF,
  'xliff-2.2': XLIFF,
  tmx: { extension: 'tmx', bundles: TOGETHER },
  po: { extension: 'po', bundles: PAIRS },
  csv: { extension: 'csv', bundles: PAIRS },
  tsv: { extension: 'tsv', bundles: PAIRS },
  xlsx: { extension: 'xlsx', bundles: TOGETHER },
  docx: { extension: 'docx', bundles: PAIRS },
};

/** What the writers need to know beyond the handoffs themselves. */
export interface FormatOptions extends TableOptions {
  readonly profile: Profile;
}

// What few returns need is loaded when one needs it: a spreadsheet's library is larger than all of Hexapla.

/** Handoffs as one file: the same handoffs and options give the same bytes. Several fit in one only as `FORMATS` says. */
export async function writeTransfers(
  transfers: readonly Transfer[],
  format: TransferFormat,
  options: FormatOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'tmx':
      return (await import('./tmx/write.ts')).writeTmx(transfers, options);
    case 'po':
      return (await import('./po/write.ts')).writePo(transfers, options);
    case 'csv':
    case 'tsv':
      return (await import('./tables/csv-write.ts')).writeTable(transfers, options, format);
    case 'xlsx':
      return (await import('./office/xlsx-write.ts')).writeXlsx(transfers, options);
    case 'docx':
      return (await import('./office/docx-write.ts')).writeDocx(transfers, options);
    default:
      return writeXliff(transfers, { ...options, format });
  }
}

/** Reads a returned file of a kind that `sniffReturn` told; archives are opened elsewhere. Errors: those of the format. */
export async function readTransfers(
  kind: Exclude<ReturnKind, 'archive'>,
  bytes: Uint8Array,
  file: string,
): Promise<Returned[]> {
  switch (kind) {
    case 'tmx': {
      const { decodeXml } = await import('./xml/bytes.ts');
      return (await import('./tmx/read.ts')).readTmx(decodeXml(bytes, file), file);
    }
    case 'po':
      return (await import('./po/read.ts')).readPo(bytes, file);
    case 'table':
      return (await import('./tables/csv-read.ts')).readTable(bytes, file);
    case 'xlsx':
      return (await import('./office/xlsx-read.ts')).readXlsx(bytes, file);
    case 'docx':
      return (await import('./office/docx-read.ts')).readDocx(bytes, file);
    default:
      return readXliffBytes(bytes, file);
  }
}
