import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { TableOptions } from '../../src/exchange/tables/options.ts';
import { withoutForbidden } from '../../src/exchange/xml/escape.ts';
import type { Content, Inline } from '../../src/model/content.ts';
import type { Returned, Transfer } from '../../src/model/transfer.ts';
import { arbitraryTransfer } from '../support/arbitrary-transfer.ts';
import { summary } from './support.ts';

export const OPTIONS: TableOptions = { toolVersion: '1.2.3', words: (key) => key };

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes of a file beside the tests, and its text as it is. */
export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/exchange/${name}`, import.meta.url));
}
export function fixture(name: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(fixtureBytes(name));
}

/** Content with U+FFFD for the characters that an XML file cannot hold. */
export function shown(content: Content): Content {
  return content.map((node): Inline => {
    if (node.kind === 'text') return { kind: 'text', text: withoutForbidden(node.text) };
    return { ...node, children: node.children === null ? null : shown(node.children) };
  });
}

function segmentIds({ units }: Transfer): string[] {
  return units.flatMap(({ segments }) => segments.map(({ id }) => id));
}

/** One to three handoffs with something in them, no two with one key. */
export function distinct(
  key: (transfer: Transfer) => string,
): (forbidden: boolean) => fc.Arbitrary<readonly Transfer[]> {
  return (forbidden) =>
    fc.uniqueArray(
      arbitraryTransfer(forbidden).filter((transfer) => segmentIds(transfer).length > 0),
      { minLength: 1, maxLength: 3, selector: key },
    );
}

/** The same handoffs, all in the language of the first. */
export function oneLocale(transfers: readonly Transfer[]): readonly Transfer[] {
  const targetLocale = transfers[0]?.targetLocale ?? '';
  return transfers.map((transfer) => ({ ...transfer, targetLocale }));
}

/** Returns in one order, without lines: what can be compared with what was sent. */
export function sortedReturns(returns: readonly unknown[]): unknown[] {
  const bare = returns.map((one) => summary(one as Returned) as Returned);
  const ordered = bare.map((one) => ({
    ...one,
    segments: one.segments.toSorted((first, second) => (first.id < second.id ? -1 : 1)),
  }));
  const name = (one: Returned): string => `${one.document} ${one.targetLocale}`;
  return ordered.sort((first, second) => (name(first) < name(second) ? -1 : 1));
}

/** Runs something in a folder of its own. */
export function inFolder<Result>(run: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-tables-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds of processor time that something takes: how busy the machine is does not count. */
export function secondsOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined;
}

/** Validation of XML texts against a document type, with xmllint. */
export const valid = {
  possible: isInstalled('xmllint'),
  /** What is wrong; nothing where all is well. */
  problems(texts: readonly string[], dtd: string): string {
    return inFolder((folder) => {
      const type = join(folder, 'type.dtd');
      writeFileSync(type, dtd);
      const paths = texts.map((text, index) => {
        const path = join(folder, `${index}.xml`);
        writeFileSync(path, text);
        return path;
      });
      try {
        execFileSync('xmllint', ['--nonet', '--noout', '--dtdvalid', type, ...paths], { stdio: 'pipe' });
        return '';
      } catch (error) {
        return String((error as { readonly stderr?: unknown }).stderr);
      }
    });
  },
};
