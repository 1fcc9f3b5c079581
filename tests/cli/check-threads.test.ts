import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatSource, formatTarget } from '../../src/catalogue/json.ts';
import { setTarget } from '../../src/catalogue/review.ts';
import type { CheckData } from '../../src/report/json.ts';
import { hexapla } from '../support/cli.ts';
import { newFolder, putFiles } from '../support/folder.ts';
import { PROGRAM, startHexapla } from '../support/processes.ts';
import { extract, liveIds } from '../support/settings.ts';

const LOCALES = ['fr', 'de'];
const DOCUMENTS = 4;
const SEGMENTS = 400;
const LONG = 'and of the rooms beside it which are open to everyone who comes '.repeat(12);

/** A project that is large enough for several threads: in each document one number is wrong in French. */
function project(): string {
  const folder = newFolder({
    'hexapla.json': JSON.stringify({
      sourceLocale: 'en',
      targetLocales: LOCALES,
      documents: ['docs/*.md'],
      segmentation: 'block',
      checks: { rules: { 'wrong-language': 'off' } },
    }),
  });
  for (let d = 0; d < DOCUMENTS; d++) {
    const paragraphs = Array.from({ length: SEGMENTS }, (_, i) => `Room ${d * SEGMENTS + i + 100} ${LONG}.`);
    const markdown = `${paragraphs.join('\n\n')}\n`;
    const { catalogue } = extract(markdown, null, { segmentation: 'block' });
    const source = { ...catalogue, document: `docs/d${d}.md` };
    const ids = liveIds(source);
    putFiles(folder, { [`docs/d${d}.md`]: markdown, [`locales/en/d${d}.json`]: formatSource(source) });
    for (const locale of LOCALES) {
      let target = { document: source.document, locale, targets: {}, suggestions: {} };
      for (const [id, text] of ids.slice(0, 2)) {
        const wrong = locale === 'fr' ? text.replace(/\d+/, '7') : text;
        target = setTarget(source, target, id, { text: wrong, origin: 'human' }) as typeof target;
      }
      putFiles(folder, { [`locales/${locale}/d${d}.json`]: formatTarget(target, []) });
    }
  }
  return folder;
}

describe.skipIf(PROGRAM.length !== 1)(
  'checks in several threads (needs npm run build, newer than the sources)',
  () => {
    test('find what one thread finds, in the same order; the first mistake is told', async () => {
      const folder = project();
      const threaded = await startHexapla(folder, ['check', '--json']).ended;
      const one = await hexapla(folder, ['check', '--json']);
      expect(threaded.err).toBe('');
      expect(threaded.out).toBe(one.out);
      const { findings } = JSON.parse(one.out) as CheckData;
      const wrong = findings.filter(({ rule }) => rule === 'numbers');
      expect(wrong.map(({ document }) => document)).toEqual(
        ['d0', 'd0', 'd1', 'd1', 'd2', 'd2', 'd3', 'd3'].map((name) => `docs/${name}.md`),
      );
      writeFileSync(join(folder, 'locales/fr/d2.json'), '{');
      writeFileSync(join(folder, 'locales/de/d1.json'), '{');
      const broken = await startHexapla(folder, ['check', '--json']).ended;
      expect([broken.exit, JSON.parse(broken.out)]).toMatchObject([
        3,
        { error: { code: 'catalogue-invalid', file: 'locales/de/d1.json', line: 1 } },
      ]);
    }, 60_000);
  },
);
