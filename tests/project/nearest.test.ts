import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/project/nearest.ts';

describe('the nearest spelling', () => {
  const words = ['extract', 'export', 'import', 'status', '--dry-run', 'sourceLocale'];
  it.each([
    ['extrat', 'extract'],
    ['exprot', 'export'],
    ['STATUS', 'status'],
    ['--dryrun', '--dry-run'],
    ['sourcelocal', 'sourceLocale'],
    ['xyz', null],
    ['', null],
  ])('%j is near %j', (word, near) => {
    expect(nearest(word, words)).toBe(near);
  });

  it('takes no time on long words', () => {
    expect(nearest('x'.repeat(1_000_000), words)).toBe(null);
  });
});
