import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KeySet } from '../../src/exchange/validate/keys.ts';
import { validateXliff } from '../../src/exchange/validate/validate.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { thrown } from '../support/thrown.ts';
import { document, validate } from './validate-support.ts';

/** Of the generated document; its parse tree would take ten times as much. */
const MEGABYTES = process.env['HEXAPLA_FULL'] === '1' ? 300 : 32;
const CHILD = fileURLToPath(new URL('validate-stream-child.ts', import.meta.url));

describe('memory', () => {
  it('does not grow with the file: much more than the heap can hold', () => {
    const told = execFileSync(
      process.execPath,
      ['--max-old-space-size=24', '--max-semi-space-size=2', '--import', 'tsx', CHILD, String(MEGABYTES)],
      { encoding: 'utf8' },
    );
    const { kept, total, fed } = JSON.parse(told);
    expect(fed).toBeGreaterThan(MEGABYTES << 20);
    expect(kept).toBe(1000);
    // Each unit has data that is not there; the last has an id that is taken.
    expect(total).toBeGreaterThan(MEGABYTES * 400);
  }, 600_000);
});

describe('a set of keys', () => {
  it('knows what was taken in, and nothing else', () => {
    const keys = new KeySet();
    const all = Array.from({ length: 100_000 }, (_, number) => `u f1 ${number}`);
    expect(all.filter((key) => keys.has(key) || !keys.add(key))).toEqual([]);
    expect(all.filter((key) => !keys.has(key) || keys.add(key))).toEqual([]);
    expect(keys.has('u f1 100000')).toBe(false);
  });
});

describe('files that are not well-formed', () => {
  it.each([
    ['a tag that is not closed', '<xliff><file>', 'xml-syntax'],
    ['a document type', '<!DOCTYPE xliff><xliff/>', 'xml-doctype'],
    ['an entity', document('&boom;'), 'xml-entity'],
    ['depth', '<a>'.repeat(300), 'xml-depth'],
    ['nothing', '', 'xml-syntax'],
  ])('%s', (_, text, code) => {
    const error = thrown(() => validate(text));
    expect(error).toBeInstanceOf(HexaplaError);
    expect(error).toMatchObject({ code, place: { file: 'f.xlf' } });
  });

  it('what was found before the error is told after it', () => {
    for (const rest of ['<group id="h"></b>', '']) {
      const validator = validateXliff('f.xlf');
      const read = (): void => {
        validator.write(document('<group id="g"/><group id="g"/>').replace('</file>\n</xliff>', rest));
        validator.write('<group id="i">');
        validator.end();
      };
      expect(thrown(read)).toMatchObject({ code: 'xml-syntax' });
      validator.write('<group id="g"/>');
      expect(validator.end().problems.map(({ code }) => code)).toEqual(['id-not-unique']);
    }
  });
});

describe('time', () => {
  it.each([
    [
      'ids',
      (n: number) =>
        document(`<unit id="u"><segment><source>${'<ph id="1"/>'.repeat(n)}</source></segment></unit>`),
    ],
    [
      'pairs',
      (n: number) =>
        document(
          `<unit id="u"><segment><source>${'<sc id="1"/><ec startRef="1"/>'.repeat(n)}</source></segment></unit>`,
        ),
    ],
    [
      'notes that are referred to',
      (n: number) =>
        document(
          `<unit id="u"><notes>${Array.from({ length: n }, (_, at) => `<note id="n${at}"/>`).join('')}</notes><segment><source>${`<mrk id="m" type="comment" ref="#n=n${n}">a</mrk>`.repeat(n)}</source></segment></unit>`,
        ),
    ],
    [
      'references to codes',
      (n: number) =>
        document(
          `<unit id="u"><segment><source>${'<mrk id="m" type="term" ref="#none">a</mrk>'.repeat(n)}</source></segment></unit>`,
        ),
    ],
    [
      'parts',
      (n: number) =>
        document(
          `<unit id="u">${'<segment><source>a</source><target order="1">a</target></segment>'.repeat(n)}</unit>`,
        ),
    ],
    [
      'sequences',
      (n: number) =>
        document(
          `<unit id="u"><segment><source>${'<ph id="1" canReorder="firstNo"/><ph id="2" canReorder="no"/>'.repeat(n)}</source><target/></segment></unit>`,
        ),
    ],
    [
      'extension ids',
      (n: number) => document(`${'<my:x id="x"><my:y id="y"/></my:x>'.repeat(n)}<group id="g"/>`),
    ],
    [
      'declarations',
      (n: number) =>
        document(
          Array.from({ length: n }, (_, at) => `<p${at}:x xmlns:p${at}="urn:${at}" p${at}:y="1"/>`).join('') +
            '<group id="g"/>',
        ),
    ],
    [
      'forward references',
      (n: number) =>
        document(
          `<unit id="u"><segment><source>${Array.from({ length: n }, (_, at) => `<ph id="p${at}" subFlows="u${at}"/>`).join('')}</source></segment></unit>`,
        ),
    ],
    [
      'attributes',
      (n: number) =>
        document(`<group id="g" ${Array.from({ length: n }, (_, at) => `my:a${at}="1"`).join(' ')}/>`),
    ],
  ] as const)(
    'is linear in %s',
    (_, text) => {
      const time = (n: number): number => {
        const given = text(n);
        const start = process.cpuUsage();
        validate(given);
        const { user, system } = process.cpuUsage(start);
        // Not of the clock: other programs run beside this one.
        return (user + system) / 1000;
      };
      time(2000);
      const small = Math.max(30, Math.min(time(2000), time(2000)));
      expect(time(16_000)).toBeLessThan(small * 8 * 4);
    },
    30_000,
  );
});
