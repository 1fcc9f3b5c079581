import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../src/model/content.ts';
import { newFolder } from './folder.ts';

const JAR = '/usr/share/omegat/OmegaT.jar';

/** Whether OmegaT (Debian's package `omegat`) is here. */
export const hasOmegat: boolean = existsSync(JAR);

/** A source and its translation, with codes numbered alike. */
export type Pair = readonly [source: Content, target: Content];

/**
 * Lets OmegaT translate files by a translation memory, as a translator who takes what the memory has, and gives the
 * files that it makes.
 */
export function translateInOmegat(
  locale: string,
  files: Readonly<Record<string, string>>,
  pairs: readonly (readonly [source: string, target: string])[],
): Record<string, Uint8Array> {
  const sources = Object.entries(files).map(([name, text]) => [`project/source/${name}`, text]);
  const root = newFolder({
    ...Object.fromEntries(sources),
    'project/omegat.project': projectFile(locale),
    'project/tm/auto/memory.tmx': memoryFile(locale, pairs),
  });
  for (const name of ['target', 'omegat', 'glossary', 'dictionary']) mkdirSync(join(root, 'project', name));
  const java = ['-Djava.awt.headless=true', `-Duser.home=${root}`, '-jar', JAR, join(root, 'project')];
  const mode = ['--mode=console-translate', `--config-dir=${join(root, 'config')}`];
  execFileSync('java', [...java, ...mode, '--no-team', '--disable-project-locking'], {
    stdio: 'pipe',
    timeout: 120_000,
  });
  return Object.fromEntries(
    Object.keys(files).map((name) => [name, readFileSync(join(root, 'project/target', name))]),
  );
}

/**
 * A pair as OmegaT sees it: codes at the ends of the source are taken off the text, those that are left are tags with
 * the first letter of their element and their number from 0.
 */
export function inOmegat([source, target]: Pair): readonly [source: string, target: string] {
  const numbers = new Map<string, number>();
  const ends = new Set<string>();
  const inner = withoutEnds(source, ends);
  number(inner, numbers);
  return [tagged(inner, numbers).trim(), tagged(without(target, ends), numbers).trim()];
}

function withoutEnds(content: Content, ends: Set<string>): Content {
  const [first, ...rest] = content;
  const last = content.at(-1);
  if (first?.kind === 'code' && (first.children === null || rest.length === 0)) {
    ends.add(first.id);
    return withoutEnds([...(first.children ?? []), ...rest], ends);
  }
  if (last?.kind !== 'code' || last.children !== null) return content;
  ends.add(last.id);
  return withoutEnds(content.slice(0, -1), ends);
}

function without(content: Content, ids: ReadonlySet<string>): Content {
  return content.flatMap((node): Content => {
    if (node.kind === 'text') return [node];
    const children = node.children && without(node.children, ids);
    return ids.has(node.id) ? (children ?? []) : [{ ...node, children }];
  });
}

function number(content: Content, numbers: Map<string, number>): void {
  for (const node of content) {
    if (node.kind === 'text') continue;
    numbers.set(node.id, numbers.size);
    number(node.children ?? [], numbers);
  }
}

function tagged(content: Content, numbers: ReadonlyMap<string, number>): string {
  return content
    .map((node) => {
      if (node.kind === 'text') return node.text;
      const place = numbers.get(node.id) ?? '?';
      return node.children === null
        ? `<x${place}/>`
        : `<g${place}>${tagged(node.children, numbers)}</g${place}>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function memoryFile(locale: string, pairs: readonly (readonly [string, string])[]): string {
  const units = pairs.map(
    ([source, target]) =>
      `<tu><tuv xml:lang="EN"><seg>${escaped(source)}</seg></tuv><tuv xml:lang="${locale.toUpperCase()}"><seg>${escaped(target)}</seg></tuv></tu>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="test" creationtoolversion="1" segtype="paragraph" o-tmf="test" adminlang="EN" srclang="EN" datatype="plaintext"/>
<body>${units.join('\n')}</body></tmx>
`;
}

function projectFile(locale: string): string {
  const folders = ['source', 'target', 'tm', 'glossary', 'dictionary'].map(
    (name) => `<${name}_dir>__DEFAULT__</${name}_dir>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
${folders.join('\n')}
<glossary_file>__DEFAULT__</glossary_file>
<source_lang>EN</source_lang>
<target_lang>${locale.toUpperCase()}</target_lang>
<source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
`;
}
