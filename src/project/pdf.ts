/** What stands in for the moment of printing where no publication is recorded: never a clock. */
const NO_DATE = '19800101000000';
const DATE = /(\/(?:CreationDate|ModDate) \(D:)\d{14}([+-]\d\d'\d\d'?|Z)?/g;
const ID = /(\/ID\s*\[\s*<)([0-9A-Fa-f]+)(>\s*<)([0-9A-Fa-f]+)(>)/g;
const CREATOR = /\/Creator \(((?:[^()\\]|\\[\s\S])*)\)/;

/**
 * A PDF as Chromium prints it without what differs from one run to the next: its dates are that of the publication
 * (`YYYY-MM-DD`, or null), its identifiers nothing, and its creator is no browser. Everything keeps its length, so
 * the offsets in the file stay right (ISO 32000-1, 7.5.4).
 */
export function withoutClock(pdf: Uint8Array, date: string | null): Uint8Array {
  // Each byte is one character, so that lengths are bytes.
  const text = Buffer.from(pdf).toString('latin1');
  const day = date === null ? NO_DATE : `${date.replaceAll('-', '')}000000`;
  const fixed = text
    .replace(
      DATE,
      (_, before: string, zone = '') =>
        `${before}${day}${zone === 'Z' || zone === '' ? zone : zone.replace(/^.\d\d'\d\d/, "+00'00")}`,
    )
    .replace(
      ID,
      (_, a: string, one: string, b: string, other: string, c: string) =>
        `${a}${'0'.repeat(one.length)}${b}${'0'.repeat(other.length)}${c}`,
    )
    .replace(CREATOR, (whole, creator: string) =>
      creator.length < CREATED_BY.length ? whole : `/Creator (${CREATED_BY.padEnd(creator.length)})`,
    );
  if (fixed.length !== text.length) throw new Error('a PDF changed its length');
  return new Uint8Array(Buffer.from(fixed, 'latin1'));
}

const CREATED_BY = 'Hexapla';
