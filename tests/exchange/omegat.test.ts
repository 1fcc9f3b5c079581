import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSource, parseTarget } from '../../src/catalogue/parse.ts';
import { commandWords } from '../../src/cli/words.ts';
import { makeRecord } from '../../src/exchange/record.ts';
import { makeTransfer } from '../../src/exchange/transfer.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import type { HandoffRecord, SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import { parseContent } from '../../src/model/content.ts';
import { HexaplaError } from '../../src/model/error.ts';
import type { ImportReport } from '../../src/model/transfer.ts';
import { openDocument } from '../../src/pipeline.ts';
import { exportHandoff, importReturn, readReturn } from '../../src/pipeline-exchange.ts';
import { hasOmegat, inOmegat, translateInOmegat } from '../support/omegat.ts';
import { extract, liveIds, runs, settings, statement } from '../support/settings.ts';
import { content } from './support.ts';

const at = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { targetLocales } = JSON.parse(at('hexapla.json')) as { targetLocales: string[] };
// One start of OmegaT takes seconds: every language in the full run, two scripts otherwise.
const languages = runs > 1000 ? targetLocales : ['hy', 'fr'];
const { words } = commandWords('en');
const options = { origin: 'human' as const, acceptState: false, acceptSame: false };

const source = parseSource(at('locales/en/statement.json'), 'statement.json');
const opened = openDocument({ document: source.document, bytes: statement, catalogue: source, settings });

interface Sent {
  readonly text: string;
  readonly record: HandoffRecord;
}

function sent(locale: string): Sent {
  return exportHandoff({
    open: opened,
    target: null,
    locale,
    format: 'xliff-1.2',
    profile: 'omegat',
    only: null,
    settings,
    words,
    toolVersion: '1',
  });
}

/** Reads what came back and accepts it into nothing. */
function back(
  bytes: Uint8Array,
  { record }: Sent,
  catalogue: SourceCatalogue = source,
): { target: TargetCatalogue; report: ImportReport } {
  const [returned] = readReturn(bytes, 'back.xlf');
  if (returned === undefined) throw new Error('nothing was read');
  return importReturn({ returned, source: catalogue, target: null, record, options });
}

function textsOf({ targets }: TargetCatalogue): Record<string, string> {
  return Object.fromEntries(Object.entries(targets).map(([id, { text }]) => [id, text]));
}

/** Texts with every kind of code, where OmegaT has most to do with them. */
const HARD = `# A *very* \`code\` title

See the [report](https://example.org/r) and **bold *and italic* text** plus ![alt text](x.png) here. **All bold.** \`code\` starts it. Text ends with \`code\`

**One** and **two**.

![only](x.png) starts with image and ends with [link](y)

EaP CSF

Nobody translated this.
`;
const FRENCH: Readonly<Record<string, string>> = {
  'A <1>very</1> <2/> title': 'Un titre <2/> <1>très</1>',
  'See the <1>report</1> and <2>bold <3>and italic</3> text</2> plus <4/> here.':
    'Ici <4/>, <2>texte gras <3>et italique</3></2> et voir le <1>rapport</1>.',
  '<1>All bold.</1>': '<1>Tout en gras.</1>',
  '<1/> starts it.': '<1/> commence.',
  'Text ends with <1/>': 'Le texte finit par <1/>',
  'alt text': 'texte de remplacement',
  '<1>One</1> and <2>two</2>.': '<2>Deux</2> et <1>un</1>.',
  '<1/> starts with image and ends with <2>link</2>': '<1/> commence par l’image et finit par <2>un lien</2>',
  only: 'seul',
};

/** That document as a handoff that has all there is beside the texts: candidates, terms, limits, kept texts. */
function sentHard(): Sent & { readonly catalogue: SourceCatalogue } {
  const { catalogue } = extract(HARD);
  const pair = { document: 'b.md', id: 's00000001', source: 'Like it', target: 'Semblable', codes: {} };
  const found = { ...pair, state: 'final', origin: 'human', before: null, after: null } as const;
  const transfer = makeTransfer({
    source: catalogue,
    target: null,
    targetLocale: 'fr',
    only: null,
    instruction: 'Be plain.',
    gaps: ({ segments }) =>
      Object.keys(segments)
        .slice(1)
        .map(() => ' '),
    isStale: () => false,
    hash: ({ text }) => text,
    words,
    memory: { candidates: () => [{ pair: found, similarity: 70, kind: 'fuzzy' }] },
    terms: () => [{ id: 't', term: 'title', translations: ['titre'], forbidden: [] }],
    sizeLimits: { heading: 80 },
    isKept: (text) => text === 'EaP CSF',
  });
  const record = makeRecord(transfer, 'xliff-1.2', ({ text }) => text);
  const text = writeXliff(
    { ...transfer, handoff: record.digest },
    { format: 'xliff-1.2', profile: 'omegat', toolVersion: '1' },
  );
  for (const part of ['<alt-trans ', ' maxwidth="80"', ' translate="no"', 'Term “title”'])
    expect(text).toContain(part);
  return { text, record, catalogue };
}

describe.skipIf(!hasOmegat)('OmegaT (needs the package omegat)', () => {
  it.each(languages)(
    'translates the statement into %s, and all of it comes back',
    { timeout: 120_000 },
    (locale) => {
      const ours = parseTarget(at(`locales/${locale}/statement.json`), 'statement.json');
      const pairs = liveIds(source).map(([id, text]) =>
        inOmegat([content(text), content(ours.targets[id]?.text ?? '')]),
      );
      const handoff = sent(locale);
      const { 'a.xlf': returned = new Uint8Array() } = translateInOmegat(
        locale,
        { 'a.xlf': handoff.text },
        pairs,
      );
      const { target, report } = back(returned, handoff);
      expect(report).toMatchObject({ rejected: [], conflicts: [], missing: [], stale: [] });
      expect(report.applied).toHaveLength(liveIds(source).length);
      expect(textsOf(target)).toEqual(textsOf(ours));
    },
  );

  it('keeps every code of a hard text, and what stands beside the texts', { timeout: 120_000 }, () => {
    const hard = sentHard();
    const live = liveIds(hard.catalogue);
    const pairs = live.flatMap(([, text]) => {
      const french = FRENCH[text];
      return french === undefined ? [] : [inOmegat([content(text), content(french)])];
    });
    expect(pairs).toHaveLength(Object.keys(FRENCH).length);
    // Beside it the statement, of which the memory knows nothing.
    const untouched = sent('fr');
    const files = { 'hard.xlf': hard.text, 'untouched.xlf': untouched.text };
    const returned = translateInOmegat('fr', files, pairs);
    const { target, report } = back(returned['hard.xlf'] ?? new Uint8Array(), hard, hard.catalogue);
    expect(report).toMatchObject({ rejected: [], conflicts: [] });
    const expected = live.flatMap(([id, text]) => (FRENCH[text] === undefined ? [] : [[id, FRENCH[text]]]));
    expect(textsOf(target)).toEqual(Object.fromEntries(expected));
    const nothing = back(returned['untouched.xlf'] ?? new Uint8Array(), untouched);
    expect(nothing.report).toMatchObject({ applied: [], rejected: [] });
    expect(nothing.report.missing).toHaveLength(liveIds(source).length);
  });

  it('writes a file that is no XML where a translation lost a closing tag, and that is said', {
    timeout: 120_000,
  }, () => {
    const [, linked = ''] = liveIds(source).find(([, text]) => text.includes(' <1>')) ?? [];
    const [tagged] = inOmegat([content(linked), []]);
    const lost = translateInOmegat('fr', { 'a.xlf': sent('fr').text }, [
      [tagged, tagged.replace('</g0>', '')],
    ]);
    const bytes = lost['a.xlf'] ?? new Uint8Array();
    const lines = new TextDecoder().decode(bytes).split('\n');
    const line = lines.findIndex((one) => /<target.*<g /.test(one) && !one.includes('</g>')) + 1;
    expect(line).toBeGreaterThan(1);
    try {
      readReturn(bytes, 'a.xlf');
      expect.unreachable('it was read');
    } catch (error) {
      if (!(error instanceof HexaplaError)) throw error;
      expect(error.code).toBe('xml-syntax');
      expect(error.place).toMatchObject({ file: 'a.xlf', line });
    }
  });
});

it('what is put into OmegaT’s memory is what OmegaT makes of a segment', () => {
  const pair = (one: string, other: string) => inOmegat([parseContent(one) ?? [], parseContent(other) ?? []]);
  expect(pair('<1>All <3>b</3></1>', '<1><3>B</3> tout</1>')).toEqual(['All <g0>b</g0>', '<g0>B</g0> tout']);
  expect(pair('<1/> a <2>b</2> <3/>', '<1/> <2>B</2> A <3/>')).toEqual(['a <g0>b</g0>', '<g0>B</g0> A']);
});
