import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { po } from 'gettext-parser';
import { describe, expect, it } from 'vitest';
import { readEntries } from '../../src/exchange/po/lex.ts';
import { readPo } from '../../src/exchange/po/read.ts';
import { writePo } from '../../src/exchange/po/write.ts';
import { HexaplaError } from '../../src/model/error.ts';
import type { Transfer } from '../../src/model/transfer.ts';
import { runs } from './support.ts';
import {
  distinct,
  fixture,
  inFolder,
  isInstalled,
  OPTIONS,
  oneLocale,
  sortedReturns,
  utf8,
} from './tables-support.ts';

/** Several documents of one language. */
const transfers = (forbidden: boolean): fc.Arbitrary<readonly Transfer[]> =>
  distinct(({ document }) => document)(forbidden).map(oneLocale);

// What PO carries: an empty target is a missing one, in state initial.
function carried(transfer: Transfer): unknown {
  const { document, sourceLocale, targetLocale, handoff } = transfer;
  const segments = transfer.units.flatMap((unit) =>
    unit.segments.map(({ id, source, target, state }) => ({
      id,
      unit: unit.id,
      source,
      target: target ?? [],
      state: (target ?? []).length === 0 ? 'initial' : state,
      problem: null,
    })),
  );
  return { format: 'po', document, sourceLocale, targetLocale, handoff: handoff || null, segments };
}

const read = (text: string): unknown[] => readPo(utf8(text), 'f.po');

describe('PO', () => {
  it('gives back what was written, in its order', () => {
    fc.assert(
      fc.property(transfers(true), (given) => {
        expect(sortedReturns(read(writePo(given, OPTIONS)))).toEqual(sortedReturns(given.map(carried)));
        const [first] = readPo(utf8(writePo(given, OPTIONS)), 'f.po');
        const ids = given[0]?.units.flatMap(({ segments }) => segments.map(({ id }) => id));
        expect(first?.segments.map(({ id }) => id)).toEqual(ids);
      }),
      { numRuns: runs },
    );
  });

  it('writes the same text for the same handoffs, without native code and comments of translators', () => {
    fc.assert(
      fc.property(transfers(true), (given) => {
        const text = writePo(given, OPTIONS);
        expect(writePo(structuredClone(given), OPTIONS)).toBe(text);
        expect(text).not.toContain('NATIVE');
        for (const { segments } of readPo(utf8(text), 'f.po')) {
          for (const segment of segments) expect(segment.comment).toBeUndefined();
        }
      }),
      { numRuns: runs },
    );
  });

  it('says the same to another reader', () => {
    fc.assert(
      fc.property(transfers(true), (given) => {
        const theirs = Object.values(po.parse(writePo(given, OPTIONS)).translations)
          .flatMap((entries) => Object.values(entries))
          .filter(({ msgctxt }) => msgctxt !== undefined);
        const ours = readEntries(writePo(given, OPTIONS), 'f.po').slice(1);
        expect(theirs.map(({ msgctxt, msgid, msgstr }) => [msgctxt, msgid, msgstr[0]])).toEqual(
          ours.map(({ msgctxt, msgid, msgstr }) => [msgctxt, msgid, msgstr]),
        );
        const flags = ({ flag = '' }: { flag?: string } = {}): string[] =>
          flag.split(', ').filter((one) => one !== '');
        expect(theirs.map(({ comments }) => flags(comments))).toEqual(ours.map((one) => one.flags));
      }),
      { numRuns: runs },
    );
  });

  it('says where each entry stands', () => {
    fc.assert(
      fc.property(transfers(false), (given) => {
        const text = writePo(given, OPTIONS);
        const lines = text.split('\n');
        for (const { document, segments } of readPo(utf8(text), 'f.po')) {
          for (const { id, line } of segments) {
            const context = given.length === 1 ? id : `${document}#${id}`;
            expect(lines.slice(line - 1, line + 3).join('')).toContain('msgctxt');
            expect(context).toContain(id);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('reads a damaged file to a result or to one clear error', () => {
    const byte = fc.record({ at: fc.nat(), to: fc.oneof(fc.nat(255), fc.constantFrom(34, 35, 92, 10)) });
    const damage = fc.array(byte, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(transfers(false), damage, fc.option(fc.nat()), (given, edits, cut) => {
        let bytes = utf8(writePo(given, OPTIONS));
        for (const { at, to } of edits) bytes[at % bytes.length] = to;
        if (cut !== null) bytes = bytes.subarray(0, cut % bytes.length);
        try {
          expect(readPo(bytes, 'f.po').length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(HexaplaError);
        }
      }),
      { numRuns: runs * 2 },
    );
  });
});

function gettext(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { stdio: 'pipe', env: { ...process.env, LC_ALL: 'C.UTF-8' } }).toString();
}

describe.skipIf(!isInstalled('msgfmt'))('gettext (needs msgfmt, msgmerge, msgcat)', () => {
  const some = (forbidden: boolean): readonly (readonly Transfer[])[] =>
    fc.sample(transfers(forbidden), Math.min(Math.ceil(runs / 3), 200));

  it('msgfmt -c passes everything, without a warning', () => {
    inFolder((folder) => {
      const path = join(folder, 'a.po');
      for (const given of some(true)) {
        writeFileSync(path, writePo(given, OPTIONS));
        expect(gettext('sh', '-c', 'msgfmt -c -o /dev/null "$0" 2>&1', path)).toBe('');
      }
    });
  });

  it('msgcat changes nothing that is read, wrapped in any width', () => {
    inFolder((folder) => {
      const path = join(folder, 'a.po');
      for (const [index, given] of some(true).entries()) {
        writeFileSync(path, writePo(given, OPTIONS));
        const args = ['--no-wrap', '--width=20', '--escape', '--sort-output'];
        const text = gettext('msgcat', args[index % args.length] ?? '', path);
        expect(sortedReturns(read(text))).toEqual(sortedReturns(given.map(carried)));
      }
    });
  });

  it('msgmerge carries translations to a newer file, and its obsolete entries are left out', () => {
    inFolder((folder) => {
      const [old, fresh] = [join(folder, 'old.po'), join(folder, 'new.po')];
      for (const given of some(false)) {
        writeFileSync(old, writePo(given, OPTIONS));
        const emptied = given.map(withoutFirst);
        if (emptied.every(({ units }) => units.every(({ segments }) => segments.length === 0))) continue;
        writeFileSync(fresh, writePo(emptied, OPTIONS));
        const merged = gettext('msgmerge', '-q', '--no-fuzzy-matching', old, fresh);
        const wanted = sortedReturns(emptied.map(carried)) as { segments: { id: string }[] }[];
        const got = sortedReturns(read(merged)) as { segments: { id: string }[] }[];
        const ids = (all: typeof got): string[] =>
          all.flatMap(({ segments }) => segments.map(({ id }) => id));
        expect(ids(got)).toEqual(ids(wanted.filter(({ segments }) => segments.length > 0)));
      }
    });
  });

  it('msgmerge, msgattrib and msgconv leave a whole file as it reads', () => {
    inFolder((folder) => {
      const [path, latin] = [join(folder, 'a.po'), join(folder, 'b.po')];
      const text = fixture('letter.fr.po').replace('−', '-').replaceAll('’', "'").replaceAll(/[“”]/g, '');
      writeFileSync(path, text);
      const wanted = sortedReturns(read(text));
      expect(sortedReturns(read(gettext('msgattrib', '--no-obsolete', path)))).toEqual(wanted);
      execFileSync('msgconv', ['-t', 'ISO-8859-1', '-o', latin, path], { stdio: 'pipe' });
      expect(sortedReturns(readPo(readFileSync(latin), 'b.po'))).toEqual(wanted);
    });
  });
});

function withoutFirst(transfer: Transfer): Transfer {
  const [first, ...rest] = transfer.units;
  if (first === undefined) return transfer;
  return { ...transfer, units: [{ ...first, segments: first.segments.slice(1) }, ...rest] };
}
