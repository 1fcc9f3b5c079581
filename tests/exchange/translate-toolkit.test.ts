import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/catalogue/words.ts';
import { readPo } from '../../src/exchange/po/read.ts';
import { writePo } from '../../src/exchange/po/write.ts';
import { writeTbx } from '../../src/exchange/tbx/write.ts';
import { readTmx } from '../../src/exchange/tmx/read.ts';
import { writeTmx } from '../../src/exchange/tmx/write.ts';
import { decodeXml } from '../../src/exchange/xml/bytes.ts';
import { plainText } from '../../src/model/content.ts';
import type { ImportReport, Transfer } from '../../src/model/transfer.ts';
import { importReturn, type Prepared, prepareHandoff } from '../../src/pipeline-exchange.ts';
import { back, begin, edited, idsOf, opened, sent, type World, written } from '../support/return-world.ts';
import { settings, statement } from '../support/settings.ts';
import { letter, TERMS } from './letter-transfer.ts';
import { inFolder, isInstalled, OPTIONS } from './tables-support.ts';

const script = fileURLToPath(new URL('../fixtures/toolkit/toolkit.py', import.meta.url));
// Debian's package serves Debian's own Python, which may not be the first one.
const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import translate.storage.xliff']).status === 0,
);

/** A file after the toolkit has done something to it. */
function through(
  how: string,
  name: string,
  text: string,
  texts: Readonly<Record<string, string>>,
): Uint8Array {
  return inFolder((folder) => {
    const [from, to] = [join(folder, name), join(folder, `out-${name}`)];
    writeFileSync(from, text);
    execFileSync(python ?? '', [script, how, from, to], { input: JSON.stringify(texts), stdio: 'pipe' });
    return readFileSync(to);
  });
}

/** What the toolkit says of a file. */
function told<Answer>(how: string, name: string, text: string): Answer {
  return inFolder((folder) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return JSON.parse(
      execFileSync(python ?? '', [script, how, path], { stdio: 'pipe' }).toString(),
    ) as Answer;
  });
}

const LETTER =
  '# A title\n\nBoth **parties *do* agree**. Use `x<y` & stop here, [my friend](https://x.org).\n\nPlain sentence.\n';
const world = begin(LETTER);
const [title = '', both = '', use = '', plain = ''] = idsOf(world);

function prepared(of: World): Prepared {
  const words = (key: string): string => key;
  return prepareHandoff({
    open: opened(of),
    target: of.target,
    locale: 'fr',
    format: 'po',
    only: null,
    settings,
    words,
  });
}

function textsOf({ target }: World): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(target.targets).map(([id, { text }]) => [id, text]));
}

/** The project after a PO file has come back. */
function backFromPo(of: World, bytes: Uint8Array, acceptState = false): World & { report: ImportReport } {
  const [returned] = readPo(bytes, 'f.po');
  if (returned === undefined) throw new Error('nothing was read');
  const { record } = prepared(of);
  const options = { by: 'Ann', origin: 'human', acceptState, acceptSame: false } as const;
  return { ...of, ...importReturn({ returned, source: of.source, target: of.target, record, options }) };
}

describe.skipIf(python === undefined)('translate-toolkit (needs Debian’s translate-toolkit)', () => {
  it('gives XLIFF 1.2 back with its codes where it treats them as such', () => {
    const handoff = sent(world, 'xliff-1.2');
    const bytes = through('xliff-rich', 'a.xlf', handoff.text, {
      'Both ': 'Les deux ',
      'parties ': 'parties ',
      do: 'sont bien',
      ' agree': ' d’accord',
      ' & stop here, ': ' & <arrêtez> ici, ',
      'my friend': 'mon ami',
      'Plain sentence.': 'Phrase simple.',
    });
    const after = back(world, decodeXml(bytes, 'a.xlf'), { record: handoff.record, acceptState: true });
    expect(after.report.rejected).toEqual([]);
    expect(after.report.missing).toEqual([title]);
    expect(textsOf(after)).toEqual({
      [both]: 'Les deux <1>parties <2>sont bien</2> d’accord</1>.',
      [use]: 'Use <1/> &amp; &lt;arrêtez> ici, <2>mon ami</2>.',
      [plain]: 'Phrase simple.',
    });
    // It marks what is edited as approved; what the state says is what counts.
    expect(decodeXml(bytes, 'a.xlf')).toContain('approved="yes"');
    expect(Object.values(after.target.targets).map(({ state }) => state)).toEqual(
      Array(3).fill('translated'),
    );
  });

  it('drops the codes of XLIFF 1.2 where it treats targets as strings, which is reported', () => {
    const handoff = sent(world, 'xliff-1.2');
    const bytes = through('xliff-string', 'a.xlf', handoff.text, {
      'Both parties do agree.': 'Les deux parties sont d’accord.',
      'Plain sentence.': 'Phrase simple.',
    });
    const after = back(world, decodeXml(bytes, 'a.xlf'), { record: handoff.record });
    expect(after.report.rejected).toEqual([
      { id: both, reason: 'codes-lost', line: expect.any(Number), codes: ['1', '2'] },
    ]);
    expect(after.report.applied).toEqual([plain]);
    expect(textsOf(after)).toEqual({ [plain]: 'Phrase simple.' });
  });

  it('leaves an XLIFF 1.2 file that it opens and saves as it was', () => {
    const handoff = sent(written(world, ['Un titre', null, null, 'Phrase.']), 'xliff-1.2');
    const bytes = through('xliff-string', 'a.xlf', handoff.text, {});
    const before = written(world, ['Un titre', null, null, 'Phrase.']);
    const after = back(before, decodeXml(bytes, 'a.xlf'), { record: handoff.record, acceptState: true });
    expect(after.target).toBe(before.target);
    expect(after.report.unchanged).toEqual([title, plain]);
  });

  it('gives PO back with its tags, states and a comment', () => {
    const before = edited(
      written(world, ['Un titre', null, null, 'Phrase.']),
      'Plain sentence',
      'Plain long sentence',
    );
    const { transfer } = prepared(before);
    const text = writePo([transfer], OPTIONS);
    expect(text).toContain('#, fuzzy\n');
    const bytes = through('po', 'a.po', text, {
      'Both <1>parties <2>do</2> agree</1>.': 'Les deux <1>parties <2>sont bien</2> d’accord</1>.',
      'Use <1/> &amp; stop here, <2>my friend</2>.': 'Use <2>mon ami</2>, "<1/>" & stop.',
      'Plain long sentence.': 'Phrase simple.',
    });
    const [returned] = readPo(bytes, 'a.po');
    expect(returned?.segments.map(({ state, comment }) => [state, comment ?? null])).toEqual([
      ['translated', null],
      ['translated', 'Checked.'],
      ['translated', 'Checked.'],
      ['translated', 'Checked.'],
    ]);
    const after = backFromPo(before, bytes);
    expect(after.report.rejected).toEqual([]);
    expect(after.report.unchanged).toEqual([title]);
    expect(textsOf(after)).toEqual({
      [title]: 'Un titre',
      [both]: 'Les deux <1>parties <2>sont bien</2> d’accord</1>.',
      [use]: 'Use <2>mon ami</2>, "<1/>" &amp; stop.',
      [plain]: 'Phrase simple.',
    });
  });

  it('leaves a PO file that it opens and saves as it was', () => {
    const before = written(world, ['Un titre', 'Les deux <1>parties <2>sont</2></1>.', null, 'Phrase.']);
    const { transfer } = prepared(before);
    const bytes = through('po', 'a.po', writePo([transfer], OPTIONS), {});
    const after = backFromPo(before, bytes, true);
    expect(after.target).toBe(before.target);
    expect(after.report.unchanged).toEqual([title, both, plain]);
    expect(after.report.missing).toEqual([use]);
  });

  it('reports a tag that was lost in PO', () => {
    const { transfer } = prepared(world);
    const bytes = through('po', 'a.po', writePo([transfer], OPTIONS), {
      'Both <1>parties <2>do</2> agree</1>.': 'Les deux <1>parties sont d’accord</1>.',
    });
    expect(backFromPo(world, bytes).report.rejected).toMatchObject([
      { id: both, reason: 'codes-lost', codes: ['2'] },
    ]);
  });

  it('sees the languages of TMX, and the terms of TBX', () => {
    type Units = readonly (readonly [id: string, source: string, target: string])[];
    const tmx = told<Units>('units', 'a.tmx', writeTmx([letter('fr'), letter('hy')], OPTIONS));
    expect(tmx).toContainEqual(['s00000031', '=1+1', '−1/2']);
    expect(tmx.map(([id]) => id)).toContain('s00000022');
    expect(told<Units>('units', 'a.tbx', writeTbx(TERMS, 'en', 'fr', OPTIONS))).toEqual([
      ['party_20_1', 'party', 'partie'],
      ['march', 'march', ''],
    ]);
  });

  it('leaves a TMX file that it saves as it was', () => {
    const text = writeTmx([letter('fr'), letter('hy')], OPTIONS);
    const bytes = through('tmx', 'a.tmx', text, {});
    const bare = (xml: string): unknown =>
      readTmx(xml, 'a.tmx').map((one) => ({
        ...one,
        segments: one.segments.map(({ line: _l, column: _c, ...rest }) => rest),
      }));
    expect(bare(decodeXml(bytes, 'a.tmx'))).toEqual(bare(text));
  });
});

const GOOD: Readonly<Record<string, string>> = {
  'Both <1>parties <2>do</2> agree</1>.': 'Les deux <1>parties <2>sont</2> d’accord</1>.',
  'Use <1/> &amp; stop here, <2>my friend</2>.': 'Utilisez <1/> &amp; arrêtez ici, <2>mon ami</2>.',
};

/** The PO file of the letter with translations, as a tool that knows no more than PO would fill it. */
function filledPo(texts: Readonly<Record<string, string>>): string {
  const text = writePo([prepared(world).transfer], OPTIONS);
  return Object.entries(texts).reduce(
    (po, [source, target]) =>
      po.replace(`msgid "${source}"\nmsgstr ""`, `msgid "${source}"\nmsgstr "${target}"`),
    text,
  );
}

/** The names of pofilter's findings, each with the context of its entry. */
function findings(text: string, ...options: string[]): string[] {
  return inFolder((folder) => {
    const [from, to] = [join(folder, 'a.po'), join(folder, 'b.po')];
    writeFileSync(from, text);
    writeFileSync(to, '');
    execFileSync('pofilter', ['--language=fr', ...options, from, to], { stdio: 'pipe' });
    const entries = readFileSync(to, 'utf8').split('\n\n').slice(1);
    return entries.flatMap((entry) => {
      const context = /^msgctxt "(.*)"$/m.exec(entry)?.[1] ?? '';
      return [...entry.matchAll(/^# \(pofilter\) (\w+)/gm)].map(([, name]) => `${context} ${name}`);
    });
  });
}

describe.skipIf(!isInstalled('pofilter'))('pofilter (needs Debian’s translate-toolkit)', () => {
  it('finds nothing wrong with a good translation but what is not there', () => {
    expect(findings(filledPo(GOOD))).toEqual([`${title} untranslated`, `${plain} untranslated`]);
  });

  it('finds a tag that is lost, and one that has changed', () => {
    const lost = Object.fromEntries(
      Object.entries(GOOD).map(([source, target]) => [
        source,
        target.replace('<2>', '').replace('<1/>', '<3/>'),
      ]),
    );
    expect(findings(filledPo(lost), '-t', 'xmltags')).toEqual([`${both} xmltags`, `${use} xmltags`]);
  });
});

// pocount splits at white space and takes punctuation off both ends; Hexapla counts words as ICU does, for which a hyphen
// parts them. They differ where other marks stand between words without a space, and where a dash stands by itself.
const UNLIKE = /[\p{L}\p{N}][/…(&<>=:][\p{L}\p{N}]|[—–]/u;
const unhyphened = (text: string): string => text.replace(/(?<=[\p{L}\p{N}])[-‐‑](?=[\p{L}\p{N}])/gu, '');

describe.skipIf(python === undefined)('pocount (needs Debian’s translate-toolkit)', () => {
  const texts = [
    new TextDecoder().decode(statement),
    'It’s 10,5 km to Jean-Luc’s *o’clock* e-mail. **Both** parties, 200 people — and `code` — agree.\n',
    'The [Forum](https://x.org)’s report: “No,” he said; (yes), she did!\n',
  ].join('\n');
  const { transfer } = prepared(begin(texts));
  const po = writePo([transfer], OPTIONS);
  const sources = segmentsOf(transfer).map(({ source }) => plainText(source));

  it('counts the words of each segment as Hexapla does', () => {
    const theirs = told<readonly number[]>('words', 'a.po', po);
    const rows = sources.map((text, index): [string, number | undefined] => [text, theirs[index]]);
    const fair = rows.filter(([text]) => !UNLIKE.test(text));
    expect(fair.length).toBeGreaterThan(sources.length * 0.8);
    expect(fair).toEqual(fair.map(([text]) => [text, countWords(unhyphened(text))]));
    expect(theirs).toHaveLength(sources.length);
  });

  it.skipIf(!isInstalled('pocount'))('the program prints the sum', () => {
    const out = inFolder((folder) => {
      const path = join(folder, 'a.po');
      writeFileSync(path, po);
      return execFileSync('pocount', ['--csv', path], { stdio: 'pipe' }).toString();
    });
    const [names = '', row = ''] = out.trim().split('\n');
    const cells = row.split(/, */);
    const cell = (name: string): number => Number(cells[names.split(/, */).indexOf(name)]);
    expect(cell('Untranslated Messages')).toBe(sources.length);
    const theirs = told<readonly number[]>('words', 'a.po', po).reduce((sum, words) => sum + words, 0);
    expect(cell('Untranslated Source Words')).toBe(theirs);
    const ours = sources.reduce((sum, text) => sum + countWords(unhyphened(text)), 0);
    expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(Math.ceil(ours / 100));
  });
});

function segmentsOf({ units }: Transfer): Transfer['units'][number]['segments'] {
  return units.flatMap(({ segments }) => segments);
}
