import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzipSafely, zipDeterministic } from '../../src/exchange/archive.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { runs } from './support.ts';

const all = () => true;

function refusal(bytes: Uint8Array): unknown {
  try {
    unzipSafely(bytes, 'a.zip', all);
  } catch (error) {
    if (!(error instanceof HexaplaError)) throw error;
    return [error.code, error.values['reason'], error.place.file];
  }
  return null;
}

const refused = (reason: string): unknown => ['archive-invalid', reason, 'a.zip'];

/** The first place of four bytes, least first. */
function find(bytes: Uint8Array, signature: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === signature) return at;
  throw new Error('no such signature');
}

function changed(
  bytes: Uint8Array,
  signature: number,
  offset: number,
  values: readonly number[],
): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, find(copy, signature) + offset);
  return copy;
}

const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const files = new Map([
  ['[Content_Types].xml', strToU8('<Types/>')],
  ['folder/ä.xml', strToU8('<a>€</a>'.repeat(50))],
  ['empty', new Uint8Array(0)],
]);
const archive = zipDeterministic(files);

describe('an archive', () => {
  it('gives back its files in their order', () => {
    const name = fc
      .stringMatching(/^[a-zäё][a-z0-9/ ._-]{0,12}[a-z]$/)
      .filter((text) => !text.includes('..'));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 3000 })), { selector: ([one]) => one }),
        (list) => {
          const map = new Map(list);
          const bytes = zipDeterministic(map);
          expect([...unzipSafely(bytes, 'f', all)]).toEqual([...map]);
          expect(Buffer.from(zipDeterministic(map)).equals(Buffer.from(bytes))).toBe(true);
        },
      ),
      { numRuns: runs },
    );
  });

  it('is the same bytes in every time zone, with a date of its own', () => {
    const before = process.env['TZ'];
    try {
      const zones = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London'].map((zone) => {
        process.env['TZ'] = zone;
        return Buffer.from(zipDeterministic(files)).toString('hex');
      });
      expect(new Set(zones).size).toBe(1);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('gives only what is wanted, and does not unpack the rest', () => {
    const broken = changed(archive, CENTRAL, 16, [1, 2, 3, 4]);
    expect([...unzipSafely(broken, 'f', (name) => name === 'empty').keys()]).toEqual(['empty']);
    expect(refusal(broken)).toEqual(refused('damaged'));
  });

  it('is read with a comment at its end, with stored files, and with backslashes in paths', () => {
    const stored = zipSync({ 'a\\b.xml': [strToU8('x'), { level: 0 }] });
    expect([...unzipSafely(stored, 'f', all)]).toEqual([['a/b.xml', strToU8('x')]]);
    const commented = changed(new Uint8Array([...archive, ...strToU8('hello')]), END, 20, [5, 0]);
    expect([...unzipSafely(commented, 'f', all)]).toEqual([...files]);
  });
});

/** A stored file `x` as zip64 has it: sizes and offset in an extra field, the directory's place in a longer end. */
function zip64(): Uint8Array {
  const data = strToU8('zip64');
  const stored = zipSync({ x: [data, { level: 0 }] });
  const at = find(stored, CENTRAL);
  const local = stored.slice(0, at);
  const central = new DataView(new ArrayBuffer(47 + 28));
  stored.slice(at, at + 47).forEach((byte, index) => {
    central.setUint8(index, byte);
  });
  for (const field of [20, 24, 42]) central.setUint32(field, 0xffffffff, true);
  central.setUint16(30, 28, true);
  central.setUint16(47, 1, true);
  central.setUint16(49, 24, true);
  central.setBigUint64(51, BigInt(data.length), true);
  central.setBigUint64(59, BigInt(data.length), true);
  const end = new DataView(new ArrayBuffer(56 + 20 + 22));
  end.setUint32(0, 0x06064b50, true);
  end.setBigUint64(32, 1n, true);
  end.setBigUint64(48, BigInt(at), true);
  end.setUint32(56, 0x07064b50, true);
  end.setBigUint64(64, BigInt(at + 75), true);
  end.setUint32(76, END, true);
  end.setUint16(86, 0xffff, true);
  end.setUint32(92, 0xffffffff, true);
  return new Uint8Array([...local, ...new Uint8Array(central.buffer), ...new Uint8Array(end.buffer)]);
}

it('an archive with the sizes of zip64 is read', () => {
  expect([...unzipSafely(zip64(), 'f', all)]).toEqual([['x', strToU8('zip64')]]);
});

describe('a hostile archive is refused', () => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['no archive', strToU8('PK\u0003\u0004 and then nothing')],
    ['cut off', archive.slice(0, -30)],
    ['a wrong checksum', changed(archive, CENTRAL, 16, [0, 0, 0, 0])],
    ['a size that is too small', changed(archive, CENTRAL, 24, [1, 0, 0, 0])],
    ['a size that is too large', changed(archive, CENTRAL, 24, [99, 0, 0, 0])],
    ['an offset beyond the end', changed(archive, CENTRAL, 42, [0, 0, 0, 9])],
    ['an unknown method', changed(archive, CENTRAL, 10, [99, 0])],
    ['a directory beyond the end', changed(archive, END, 16, [0, 0, 0, 9])],
    ['more entries than there are', changed(archive, END, 8, [9, 0, 9, 0])],
  ])('for damage: %s', (_, bytes) => {
    expect(refusal(bytes)).toEqual(refused('damaged'));
  });

  it.each(['../a', 'a/../../b', '/etc/passwd', 'C:\\a', '..\\a', 'a\0b'])(
    'for a path that leads out: %j',
    (path) => {
      expect(refusal(zipSync({ [path]: strToU8('x') }))).toEqual(refused('path'));
    },
  );

  it('for encryption', () => {
    expect(refusal(changed(archive, CENTRAL, 8, [1, 0]))).toEqual(refused('encrypted'));
  });

  it('for two files of one name', () => {
    const two = zipSync({ 'aa.xml': strToU8('x'), 'ab.xml': strToU8('y') }, { level: 0 });
    const text = Buffer.from(two).toString('latin1').replaceAll('ab.xml', 'aa.xml');
    expect(refusal(Buffer.from(text, 'latin1'))).toEqual(refused('damaged'));
  });

  it('for more files than an archive may hold', () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`f${index}`, new Uint8Array(0)]),
    );
    expect(refusal(zipSync(many, { level: 0 }))).toEqual(refused('entries'));
  });

  it('for being a bomb, whatever it says of its size, before it is unpacked', () => {
    const bomb = zipSync({ 'bomb.xml': new Uint8Array(40_000_000) });
    expect(bomb.length).toBeLessThan(60_000);
    expect(refusal(bomb)).toEqual(refused('size'));
    const small = changed(bomb, CENTRAL, 24, [0, 0, 16, 0]);
    expect(refusal(small)).toEqual(refused('damaged'));
    expect(refusal(changed(archive, CENTRAL, 24, [0xf0, 0xff, 0xff, 0xff]))).toEqual(refused('size'));
  });
});
