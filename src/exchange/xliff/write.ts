import type { Transfer } from '../../model/transfer.ts';
import type { WriteOptions } from './format.ts';
import { writeXliff2 } from './write2.ts';
import { writeXliff12 } from './write12.ts';

/**
 * Handoffs as one XLIFF file, a `file` element a document: the same handoffs and options give the same text. They are
 * of one pair of locales; others, and none at all, are a mistake in the code. XLIFF 2 carries every character; in
 * XLIFF 1.2, which has no means for them, the characters that XML 1.0 forbids become U+FFFD (the acceptance of
 * returns knows this and takes them for equal). Linear in the length of the handoffs.
 */
export function writeXliff(given: Transfer | readonly Transfer[], options: WriteOptions): string {
  const transfers = isOne(given) ? [given] : given;
  const [first] = transfers;
  if (first === undefined) throw new Error('an XLIFF file needs a document');
  for (const { sourceLocale, targetLocale } of transfers) {
    if (sourceLocale !== first.sourceLocale || targetLocale !== first.targetLocale) {
      throw new Error('the documents of an XLIFF file have one pair of locales');
    }
  }
  return options.format === 'xliff-1.2' ? writeXliff12(transfers, options) : writeXliff2(transfers, options);
}

function isOne(given: Transfer | readonly Transfer[]): given is Transfer {
  return 'units' in given;
}
