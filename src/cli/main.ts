#!/usr/bin/env node
import { HexaplaError } from '../model/error.ts';
import { run } from './run.ts';
import type { Terminal } from './terminal.ts';

const { stdout, stderr } = process;

/** The width of a terminal that does not tell its own. */
const USUAL_WIDTH = 80;

const terminal: Terminal = {
  folder: process.cwd(),
  env: process.env,
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  input: async () => {
    const pieces: Buffer[] = [];
    for await (const piece of process.stdin) pieces.push(Buffer.from(piece as Uint8Array));
    return decode(Buffer.concat(pieces));
  },
  ask,
  columns: stdout.isTTY ? stdout.columns || USUAL_WIDTH : null,
  problems: stderr.isTTY ? { columns: stderr.columns || USUAL_WIDTH, fd: stderr.fd } : null,
};

/** Whoever reads our output may stop reading (`| head`): that is no mistake. */
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HexaplaError('not-utf8', {}, { file: '-' });
  }
}

async function ask(question: string): Promise<string | null> {
  const { stdin } = process;
  if (!stdin.isTTY || !stderr.isTTY) return null;
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}

process.exitCode = await run(process.argv.slice(2), terminal);
