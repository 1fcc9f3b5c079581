import { describe, expect, it } from 'vitest';
import { ansiColours, hasUnicode, wantsColours } from '../../src/cli/colours.ts';
import { hexapla } from '../support/cli.ts';
import { project } from '../support/letter.ts';

describe('colours', () => {
  it.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ])('with %j on a terminal (%j): %j', (env, isTerminal, wanted) => {
    expect(wantsColours(env, isTerminal)).toBe(wanted);
  });

  it('end where they began', () => {
    expect(ansiColours('warning', 'x')).toBe('\u001B[33mx\u001B[39m');
    expect(ansiColours('error', '')).toBe('');
  });

  it('are for people only', async () => {
    const folder = await project();
    const colour = '\u001B[';
    for (const command of ['status', 'check', 'segments']) {
      const words = command === 'segments' ? ['segments', 'a'] : [command];
      const shown = await hexapla(folder, words, { columns: 80 });
      expect(shown.out).toContain(colour);
      const plain = { ...shown, out: shown.out.replace(/\u001B\[[0-9]+m/g, '') };
      expect(await hexapla(folder, words, { columns: 80, env: { NO_COLOR: '1' } })).toEqual(plain);
      expect((await hexapla(folder, words)).out).not.toContain(colour);
      const json = { columns: 80, env: { FORCE_COLOR: '1' } };
      expect((await hexapla(folder, [...words, '--json'], json)).out).not.toContain(colour);
    }
    const check = { columns: 80, env: { FORCE_COLOR: '1' } };
    expect((await hexapla(folder, ['check', '--format', 'json'], check)).out).not.toContain(colour);
  });
});

describe('block elements', () => {
  it.each<[Record<string, string>, boolean]>([
    [{}, true],
    [{ LANG: 'hy_AM.UTF-8' }, true],
    [{ LANG: 'C' }, false],
    [{ LANG: 'C.utf8' }, true],
    [{ LC_ALL: 'POSIX', LANG: 'hy_AM.UTF-8' }, false],
    [{ LC_CTYPE: 'ru_RU.KOI8-R' }, false],
  ])('with %j: %j', (env, has) => {
    expect(hasUnicode(env)).toBe(has);
  });
});
