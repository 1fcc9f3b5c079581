import { describe, expect, it } from 'vitest';
import { fixedFolder, globMatcher } from '../../src/project/glob.ts';

describe('patterns', () => {
  it.each([
    ['docs/*.md', 'docs/a.md', true],
    ['docs/*.md', 'docs/b/a.md', false],
    ['docs/*.md', 'docs/.a.md', false],
    ['docs/**/*.md', 'docs/a.md', true],
    ['docs/**/*.md', 'docs/b/c/a.md', true],
    ['docs/**/*.md', 'docs/.git/a.md', false],
    ['docs/**/**/*.md', 'docs/b/a.md', true],
    ['docs/**', 'docs/b/a.md', true],
    ['**/*.md', 'a.md', true],
    ['docs/?.md', 'docs/a.md', true],
    ['docs/?.md', 'docs/ab.md', false],
    ['docs/{a,b}.{md,html}', 'docs/b.html', true],
    ['docs/{a,b}.md', 'docs/c.md', false],
    ['docs/a+(b).md', 'docs/a+(b).md', true],
    ['docs/a.md', 'docs/axmd', false],
  ])('%s on %s: %s', (pattern, path, matches) => {
    expect(globMatcher(pattern)(path)).toBe(matches);
  });

  it('is quick on a hostile pattern', () => {
    const matches = globMatcher(`${'**/'.repeat(30)}${'*'.repeat(30)}x`);
    expect(matches(`${'a/'.repeat(200)}${'a'.repeat(2000)}`)).toBe(false);
  });

  it.each([
    ['docs/*.md', 'docs/'],
    ['docs/a/**/b?.md', 'docs/a/'],
    ['*.md', ''],
    ['docs/a.md', 'docs/'],
    ['docs/pre*.md', 'docs/'],
  ])('the folder of %s without wildcards is %j', (pattern, folder) => {
    expect(fixedFolder(pattern)).toBe(folder);
  });
});
