// Everything that must hold, in the order of how soon it tells: formatting and lint, types, dependency rules, dead
// code, the build, and the tests. With --full the long counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const full = process.argv.includes('--full');
const folder = mkdtempSync(join(tmpdir(), 'hexapla-test-'));
const report = join(folder, 'report.json');

const steps = [
  ['build', ['npm', 'run', '--silent', 'build']],
  ['formatting and lint', ['npm', 'run', '--silent', 'lint']],
  ['types', ['npm', 'run', '--silent', 'types']],
  ['dependency rules', ['npm', 'run', '--silent', 'deps']],
  ['dead code', ['npm', 'run', '--silent', 'dead']],
  [
    'tests',
    [
      'npm',
      'run',
      '--silent',
      'unit',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  ],
];

const failed = [];
for (const [name, [command, ...args]] of steps) {
  const start = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...(full && { HEXAPLA_FULL: '1' }) },
  });
  console.log(
    `── ${name}: ${status === 0 ? 'fine' : 'FAILED'} in ${((Date.now() - start) / 1000).toFixed(1)} s`,
  );
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
printCounts();
rmSync(folder, { recursive: true, force: true });
process.exit(failed.length > 0 ? 1 : 0);

function printCounts() {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;
    const skipped = tests.filter(({ status }) => status === 'skipped' || status === 'pending');
    for (const { fullName } of skipped) console.log(`SKIPPED: ${fullName}`);
    console.log(`${count('passed')} passed, ${count('failed')} failed, ${skipped.length} skipped`);
  } catch {
    console.log('0 passed, 1 failed');
  }
}
