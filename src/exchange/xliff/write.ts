import type { Transfer } from '../../model/transfer.ts';
import type { WriteOptions } from './format.ts';
import { writeXliff2 } from './write2.ts';
import { writeXliff12 } from './write12.ts';

/**
 * A handoff as an XLIFF file: the same handoff and options give the same text. XLIFF 2 carries every character; in
 * XLIFF 1.2, which has no means for them, the characters that XML 1.0 forbids become U+FFFD (the acceptance of
 * returns knows this and takes them for equal). Linear in the handoff's length.
 */
export function writeXliff(transfer: Transfer, options: WriteOptions): string {
  return options.format === 'xliff-1.2' ? writeXliff12(transfer, options) : writeXliff2(transfer, options);
}
