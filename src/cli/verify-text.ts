import type { Versions } from '../model/publication.ts';
import type { Difference } from './build-one.ts';
import type { Call } from './call.ts';
import { formatTable } from './columns.ts';
import { nextLines } from './next.ts';
import type { RecordCheck } from './verify-records.ts';
import type { SignatureResult } from './verify-signatures.ts';

/** What was verified. */
export interface Verified {
  readonly fine: boolean;
  readonly same: number;
  readonly files: readonly Difference[];
  readonly versions: {
    readonly recorded: Partial<Versions>;
    readonly here: Versions;
    readonly differ: readonly (keyof Versions)[];
  };
  readonly records: readonly Omit<RecordCheck, 'text'>[];
  readonly signatures: readonly SignatureResult[];
}

/** What people read after a verification: everything that is not as it should be, and what may explain it. */
export function verifyText(call: Call, verified: Verified): string {
  const { words, terminal } = call;
  const { files, records, signatures, same, versions } = verified;
  const found = [
    ...files.map(({ path, status }) => [path, words(`cli.verify.status.${status}`)]),
    ...records.flatMap(({ path, problems }) =>
      problems.map((problem) => [
        path,
        words('cli.verify.problem', { problem: problem.replaceAll('-', '_') }),
      ]),
    ),
    ...signatures.map(({ path, status, by, key }) => {
      const named = { by: by ?? 'none', key: key ?? 'none' };
      return [path, words(`cli.verify.signature.${status}`, named)];
    }),
  ];
  const titles = ['file', 'verified'].map((key) => ({ title: words(`cli.column.${key}`) }));
  const table = found.length === 0 ? '' : formatTable(titles, found, terminal.columns);
  const counts = `${words('cli.verify.same', { count: same, records: records.length })}\n`;
  const differ = versions.differ.map((name) => {
    const values = { name, recorded: versions.recorded[name] ?? '', here: versions.here[name] };
    return `${words('cli.verify.version', values)}\n`;
  });
  const next = files.length > 0 ? nextLines(call, ['build']) : '';
  return `${table}${counts}${differ.join('')}${next}`;
}
