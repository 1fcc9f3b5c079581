import { describe, expect, it } from 'vitest';
import { joinTargets } from '../../src/catalogue/join.ts';
import { readDocx } from '../../src/exchange/office/docx-read.ts';
import { writeDocx } from '../../src/exchange/office/docx-write.ts';
import { readXlsx } from '../../src/exchange/office/xlsx-read.ts';
import { writeXlsx } from '../../src/exchange/office/xlsx-write.ts';
import { parseContent } from '../../src/model/content.ts';
import type { ImportReport, Transfer } from '../../src/model/transfer.ts';
import { importReturn, prepareHandoff } from '../../src/pipeline-exchange.ts';
import { begin, edited, idsOf, opened, type World, written } from '../support/return-world.ts';
import { settings } from '../support/settings.ts';
import { hasOffice, OPTIONS, resaved } from './office-support.ts';

const FORMATS = {
  xlsx: { write: writeXlsx, read: readXlsx, other: 'ods' },
  docx: { write: writeDocx, read: readDocx, other: 'odt' },
} as const;

// One segment of every sort: translated, missing, joined with the next, stale, and one that a spreadsheet would compute.
const LETTER = `# A *title*

Both **parties** agree. Use \`x<y\` & stop, [friend](https://x.org). Today we **march**. Tomorrow we **rest**.

Old wording.

=1+1
`;

function story(): World {
  const texts = [null, 'Les deux <1>parties</1> sont d’accord.', null, null, null, 'Ancien texte.', '−2'];
  const first = written(begin(LETTER), texts);
  const [, , , march = '', rest = ''] = idsOf(first);
  const target = joinTargets(first.source, first.target, {
    ids: [march, rest],
    text: 'Aujourd’hui nous <1>marchons</1>, demain <1001>repos</1001>.',
    origin: 'human',
  });
  return edited({ ...first, target }, 'Old wording', 'Old and long wording');
}

describe.each(['xlsx', 'docx'] as const)('%s, sent and returned', (format) => {
  const { write, read, other } = FORMATS[format];
  const world = story();
  const input = { open: opened(world), target: world.target, locale: 'fr', only: null, settings };
  const { transfer, record } = prepareHandoff({ ...input, format, words: OPTIONS.words });

  const back = (bytes: Uint8Array, acceptState: boolean): World & { readonly report: ImportReport } => {
    const [returned] = read(bytes, 'f');
    if (returned === undefined) throw new Error('nothing was read');
    expect(returned).toMatchObject({
      document: transfer.document,
      handoff: record.digest,
      targetLocale: 'fr',
    });
    const options = { by: 'Ann', origin: 'human', acceptState, acceptSame: false } as const;
    return {
      ...world,
      ...importReturn({ returned, source: world.source, target: world.target, record, options }),
    };
  };

  it.each([false, true])('untouched changes nothing (states believed: %s)', async (acceptState) => {
    const after = back(await write([transfer], OPTIONS), acceptState);
    expect(after.target).toBe(world.target);
    expect(after.report).toMatchObject({ applied: [], stale: [], conflicts: [], rejected: [] });
  });

  it.skipIf(!hasOffice)(
    'resaved by LibreOffice (needs soffice) changes nothing',
    { timeout: 240_000 },
    async () => {
      const after = back(resaved(await write([transfer], OPTIONS), format, other, format), true);
      expect(after.target).toBe(world.target);
      expect(after.report).toMatchObject({ applied: [], stale: [], conflicts: [], rejected: [] });
    },
  );

  it('with translations gives them to the project, their codes whole', async () => {
    const [title = '', both = '', use = '', march = '', , old = '', sum = ''] = idsOf(world);
    const texts: Record<string, string> = {
      [title]: 'Un <1>titre</1>',
      [both]: 'Les deux <1>parties</1> &amp; d’accord.',
      [use]: 'Ami <2>à moi</2>, "<1/>" &amp;lt; ; &lt;b> ⟨1⟩ stop.',
      [march]: 'Demain <1001>repos</1001>, aujourd’hui <1>marche</1>.',
      [old]: '-Tout autre texte',
      [sum]: '=2',
    };
    const units: Transfer['units'] = transfer.units.map((unit) => ({
      ...unit,
      segments: unit.segments.map((one) => {
        const target = texts[one.id];
        return target === undefined ? one : { ...one, target: parseContent(target), state: 'translated' };
      }),
    }));
    const after = back(await write([{ ...transfer, units }], OPTIONS), false);
    expect(after.report).toMatchObject({ rejected: [], missing: [], conflicts: [] });
    for (const [id, text] of Object.entries(texts)) expect(after.target.targets[id]?.text).toBe(text);
  });
});
