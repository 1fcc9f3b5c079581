// Makes a fresh clone ready: installs the packages that the lock file names and, with --tests, the programs that the
// tests use. Plain JavaScript, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Programs that the tests use, with the Debian package that brings each. */
const PROGRAMS = [
  { names: ['chromium', 'chromium-browser', 'google-chrome'], debian: 'chromium' },
  { names: ['xmllint'], debian: 'libxml2-utils' },
  { names: ['git'], debian: 'git' },
  { names: ['zsh'], debian: 'zsh' },
  { names: ['fish'], debian: 'fish' },
];

installPackages();
if (process.argv.includes('--tests')) installPrograms();

function installPackages() {
  const done = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund'], { required: true });
}

function installPrograms() {
  const absent = PROGRAMS.filter(({ names }) => !names.some(isInstalled)).map(({ debian }) => debian);
  if (absent.length === 0) return;
  if (!isInstalled('apt-get') || process.getuid?.() !== 0) {
    console.error(`Not installed: ${absent.join(', ')}. The tests that need them will be skipped by name.`);
    return;
  }
  console.error(`Installing ${absent.join(', ')} …`);
  run('apt-get', ['update', '-qq'], { required: false });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...absent], { required: false });
}

function isInstalled(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function run(command, args, { required }) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (required && status !== 0) process.exit(status ?? 1);
}
