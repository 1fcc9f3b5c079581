import { describe, expect, it } from 'vitest';
import { formatBar, PARTS, type Parts } from '../../src/cli/bar.ts';
import { noColours } from '../../src/cli/colours.ts';
import { widthOf } from '../../src/cli/width.ts';
import { packageLocales } from '../../src/project/package.ts';
import { hexapla } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';
import { project, translateAll } from '../support/letter.ts';
import { stagesProject, withoutColours } from '../support/stages.ts';

const WIDTHS = [40, 60, 80, 120, 200];

describe('what a terminal shows', () => {
  it.each([['status'], ['check']])('of %s is as it was approved', async (command) => {
    const folder = await stagesProject();
    for (const columns of [40, 80, 120]) {
      const { out } = await hexapla(folder, [command], { columns, env: { NO_COLOR: '1' } });
      await expect(out).toMatchFileSnapshot(`../fixtures/terminal/${command}-${columns}.txt`);
    }
    const ascii = await hexapla(folder, [command], { columns: 80, env: { NO_COLOR: '1', LC_ALL: 'C' } });
    await expect(ascii.out).toMatchFileSnapshot(`../fixtures/terminal/${command}-ascii.txt`);
    const piped = await hexapla(folder, [command]);
    await expect(piped.out).toMatchFileSnapshot(`../fixtures/terminal/${command}-piped.txt`);
  });

  it('fits it, in every language of the interface', async () => {
    const folder = await stagesProject();
    const languages = [...packageLocales(), 'hy', 'ar', 'ja'];
    for (const language of new Set(languages)) {
      for (const columns of WIDTHS) {
        for (const command of ['status', 'check']) {
          const { out } = await hexapla(folder, [command, '--ui-locale', language], { columns });
          // The hints at the end are commands to be copied, which no line break may cut.
          const lines = withoutColours(out).split('\n');
          const wide = lines.filter((line) => widthOf(line) > columns && !line.includes('hexapla '));
          expect([language, columns, command, wide]).toEqual([language, columns, command, []]);
        }
      }
    }
  });

  it('keeps right-to-left and double-width text in its place', async () => {
    const folder = newFolder({
      'hexapla.json': JSON.stringify({
        sourceLocale: 'ar',
        targetLocales: ['he', 'ja'],
        documents: ['locales/ar/*.md'],
      }),
      'locales/ar/بيان.md':
        'نطالب بالسلام.\n\nيجب فتح الطريق فورًا، ولا بد من وصول 200 شاحنة من المساعدات كل يوم.\n',
    });
    await hexapla(folder, ['extract']);
    for (const [name, words] of Object.entries({ segments: ['segments', 'بيان'], check: ['check'] })) {
      const { out } = await hexapla(folder, words, { columns: 60, env: { NO_COLOR: '1' } });
      await expect(out).toMatchFileSnapshot(`../fixtures/terminal/${name}-rtl.txt`);
      // What is isolated ends on its line.
      for (const line of out.split('\n')) {
        expect(line.split('\u2068').length).toBe(line.split('\u2069').length);
        expect(widthOf(line)).toBeLessThanOrEqual(60);
      }
    }
    expect((await hexapla(folder, ['check'])).out).not.toMatch(/[\u2066-\u2069]/);
  });

  it('is not stretched where there is room', async () => {
    const folder = await stagesProject();
    const at = async (columns: number): Promise<string> =>
      (await hexapla(folder, ['status'], { columns })).out;
    expect(await at(400)).toBe(await at(200));
  });

  it('begins with what may say something wrong', async () => {
    const folder = await stagesProject();
    for (const columns of [null, 80]) {
      const { out } = await hexapla(folder, ['status'], { columns, env: { NO_COLOR: '1' } });
      expect(out.split('\n')[0]).toMatch(
        /^(?:! )?locales\/en\/appeal\.md: since it was translated into Armenian, French, and/,
      );
      expect(out.replace(/\s+/g, ' ')).toMatch(/Azerbaijani, s\w{8} has changed a number/);
    }
  });

  it('says when nothing is left to do, and that drafts are drafts', async () => {
    const folder = await project();
    for (const locale of ['hy', 'fr']) await translateAll(folder, locale);
    const done = await hexapla(folder, ['status'], { columns: 80 });
    expect(done.out).toContain('All languages are complete.\nNext: hexapla build');
    const json = { columns: 80, env: { FORCE_COLOR: '1' } };
    expect(JSON.parse((await hexapla(folder, ['status', '--json'], json)).out)).toMatchObject({
      documents: [{ locales: { hy: { translated: 3, missing: 0 } } }],
    });
  });
});

describe('a bar', () => {
  const bar = (some: Partial<Parts>, width: number): string => {
    const none = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<keyof Parts, number>;
    return formatBar({ ...none, ...some }, width, false, noColours);
  };

  it.each<[Partial<Parts>, number, string]>([
    [{ final: 1 }, 6, '######'],
    [{ final: 1, missing: 1 }, 6, '###...'],
    [{ final: 999, missing: 1 }, 6, '#####.'],
    [{ final: 1, reviewed: 1, translated: 1, machine: 1, initial: 1, stale: 1, missing: 1 }, 7, '#=+?_~.'],
    [{ final: 1, stale: 1, missing: 1000 }, 10, '#~........'],
    [{ translated: 1, machine: 2 }, 10, '+++???????'],
    [{}, 6, ''],
  ])('of %j in %d columns is %s', (parts, width, shown) => {
    expect(bar(parts, width)).toBe(shown);
  });
});
