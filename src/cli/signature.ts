import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { HexaplaError } from '../model/error.ts';
import type { Call } from './call.ts';

/** The namespace of Hexapla's signatures: one made for another purpose does not count (PROTOCOL.sshsig of OpenSSH). */
const NAMESPACE = 'hexapla';

type Caller = Pick<Call, 'root' | 'terminal'>;

/** What a signature turned out to be. */
export interface SignatureCheck {
  readonly good: boolean;
  /** Who signed, by the list of allowed signers; null where none was given, or none fits. */
  readonly by: string | null;
  /** The fingerprint of the key; null where the signature is not good. */
  readonly key: string | null;
}

/**
 * Signs a text with an SSH key (a private one, or a public one whose private half an agent holds): a detached signature.
 * Throws `ssh-keygen` where that program is absent or refuses.
 */
export function signBytes(caller: Caller, key: string, text: string | Uint8Array): string {
  const place = resolve(caller.root, key);
  const { status, out, err } = run(caller, ['sign', '-f', place, '-n', NAMESPACE], text);
  if (status === 0) return out;
  throw new HexaplaError('ssh-keygen', { reason: 'failed', detail: lastLine(err) }, { file: key });
}

/** Checks that a signature is of this text, whoever made it. `file` is the signature's place. */
export function checkSignature(caller: Caller, file: string, text: string | Uint8Array): SignatureCheck {
  const { status, out, err } = run(caller, ['check-novalidate', '-n', NAMESPACE, '-s', file], text);
  return { good: status === 0, by: null, key: status === 0 ? fingerprint(out + err) : null };
}

/** Checks that a signature is of this text and by one of the allowed signers (the file that ssh-keygen takes). */
export function checkSigner(
  caller: Caller,
  file: string,
  text: string | Uint8Array,
  signers: string,
): SignatureCheck {
  const found = run(caller, ['find-principals', '-s', file, '-f', signers], '');
  const names = found.status === 0 ? found.out.split('\n').filter(Boolean) : [];
  for (const name of names.flatMap((line) => line.split(','))) {
    const args = ['verify', '-f', signers, '-I', name, '-n', NAMESPACE, '-s', file];
    const { status, out, err } = run(caller, args, text);
    if (status === 0) return { good: true, by: name, key: fingerprint(out + err) };
  }
  return { good: false, by: null, key: null };
}

function run(
  { terminal }: Caller,
  args: readonly string[],
  input: string | Uint8Array,
): { readonly status: number | null; readonly out: string; readonly err: string } {
  const env = { ...process.env, ...terminal.env };
  const done = spawnSync('ssh-keygen', ['-Y', ...args], { input, encoding: 'utf8', env });
  const code = done.error && 'code' in done.error ? done.error.code : null;
  // It may refuse before it has read everything.
  if (done.error && code !== 'EPIPE') {
    const reason = code === 'ENOENT' ? 'absent' : 'failed';
    throw new HexaplaError('ssh-keygen', { reason, detail: done.error.message });
  }
  return { status: done.status, out: done.stdout, err: done.stderr };
}

function fingerprint(said: string): string | null {
  return /SHA256:[A-Za-z0-9+/=]+/.exec(said)?.[0] ?? null;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
