// The main job on the repository's own statement: build, then extract, status, check and build, and where to look.
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

step('npm', ['run', '--silent', 'build'], process.platform === 'win32');
for (const command of ['extract', 'status', 'check', 'build']) {
  console.log(`\n$ hexapla ${command}`);
  step(process.execPath, [cli, command], false);
}
console.log(`\nThe parallel edition: ${pathToFileURL(`${root}editions/parallel/statement.html`)}`);

function step(command, args, shell) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}
