import { describe, expect, it } from 'vitest';
import { sniffReturn } from '../../src/exchange/sniff.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => {
  const units = Uint16Array.from(`\uFEFF${text}`, (char) => char.charCodeAt(0));
  return new Uint8Array(units.buffer);
};
const ZIP = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0);

describe('what kind of file a return is', () => {
  it.each([
    ['a.xlf', '<xliff version="1.2"/>', 'xliff'],
    [
      'a',
      '<?xml version="1.0"?>\n<!-- <tmx> -->\n<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0"/>',
      'xliff',
    ],
    ['a.xml', '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"/>', 'tmx'],
    ['a.txt', '# comment\n#: a.md\nmsgctxt "s1"\nmsgid "One"\nmsgstr ""\n', 'po'],
    ['a.po', '', 'po'],
    ['a', 'id,source,target\r\n', 'table'],
    ['a', '\uFEFF"ID";"source"\r\n', 'table'],
    ['a.tsv', 'target\tid\n', 'table'],
    ['a.xlf', 'not XML at all', 'xliff'],
    ['a.pdf', '%PDF-1.7', null],
    ['a.md', 'Some text.\n', null],
    ['a', '', null],
  ] as const)('%s beginning with %j is %s', (name, text, kind) => {
    expect(sniffReturn(bytes(text), name)).toBe(kind);
  });

  it('reads UTF-16 with a byte order mark', () => {
    expect(sniffReturn(utf16('<?xml version="1.0" encoding="utf-16"?><tmx/>'), 'a')).toBe('tmx');
    expect(sniffReturn(utf16('<xliff/>').subarray(0, 9), 'a')).toBe('xliff');
  });

  it('tells archives apart by their names', () => {
    expect(sniffReturn(ZIP, 'a.xlsx')).toBe('xlsx');
    expect(sniffReturn(ZIP, 'A.DOCX')).toBe('docx');
    expect(sniffReturn(ZIP, 'a.zip')).toBe('archive');
    expect(sniffReturn(ZIP, 'a')).toBe('archive');
    expect(sniffReturn(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.doc')).toBe('docx');
    expect(sniffReturn(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.xls')).toBe('xlsx');
  });
});
