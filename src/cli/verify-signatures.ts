import { resolve } from 'node:path';
import { hasFile, readFile } from '../project/files.ts';
import type { Call } from './call.ts';
import { checkSignature, checkSigner, type SignatureCheck } from './signature.ts';
import type { RecordCheck } from './verify-records.ts';

/** What the check of a signature found. */
export interface SignatureResult {
  /** The file that is signed. */
  readonly path: string;
  readonly status: 'good' | 'bad' | 'unsigned';
  readonly by: string | null;
  readonly key: string | null;
}

/**
 * Checks signatures where that is asked for: every publication's record must have one, and so must the manifest where
 * nothing was published; with a list of allowed signers, one of theirs. Throws `ssh-keygen`.
 */
export function signatureChecks(
  call: Call,
  manifest: string,
  records: readonly RecordCheck[],
): readonly SignatureResult[] {
  const signers = call.text('signers');
  if (signers === null && !call.flag('signature')) return [];
  const signed = `${manifest}.sig`;
  const needed = records.length === 0 || hasFile(call.root, signed);
  const text = needed ? readFile(call.root, manifest) : null;
  return [
    ...(text ? [checkOne(call, manifest, signed, text, signers)] : []),
    ...records.flatMap((record) =>
      record.text === null ? [] : [checkOne(call, record.path, record.signature, record.text, signers)],
    ),
  ];
}

function checkOne(
  call: Call,
  path: string,
  signature: string,
  text: string | Uint8Array,
  signers: string | null,
): SignatureResult {
  const { root } = call;
  if (!hasFile(root, signature)) return { path, status: 'unsigned', by: null, key: null };
  const place = resolve(root, signature);
  const found: SignatureCheck =
    signers === null
      ? checkSignature(call, place, text)
      : checkSigner(call, place, text, resolve(root, signers));
  return { path, status: found.good ? 'good' : 'bad', by: found.by, key: found.key };
}
