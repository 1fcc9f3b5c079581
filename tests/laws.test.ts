import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTarget } from '../src/catalogue/json.ts';
import { setTarget } from '../src/catalogue/review.ts';
import { commandWords, pageWords } from '../src/cli/words.ts';
import { withoutNotices } from '../src/edition/assemble-notices.ts';
import type { TargetCatalogue } from '../src/model/catalogue.ts';
import { XLIFF_FORMATS } from '../src/model/transfer.ts';
import { type Open, openDocument } from '../src/pipeline.ts';
import { buildDocument } from '../src/pipeline-build.ts';
import { exportHandoff, importReturn, readReturn } from '../src/pipeline-exchange.ts';
import { mapSentences, markdownOf, paragraphs } from './support/arbitrary-document.ts';
import { textsByLanguage } from './support/language-walk.ts';
import { extract, liveIds, runs, settings } from './support/settings.ts';

const none: TargetCatalogue = { document: 'doc.md', locale: 'ru', targets: {}, suggestions: {} };
const options = { origin: 'human' as const, acceptState: false, acceptSame: false };
const { words } = commandWords('en');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function open(markdown: string): Open {
  const { catalogue } = extract(markdown);
  return openDocument({ document: 'doc.md', bytes: utf8(markdown), catalogue, settings });
}

/** A target catalogue for the segments that `chosen` picks, in letters that English has not. */
function translate(opened: Open, chosen: (index: number) => boolean): TargetCatalogue {
  return liveIds(opened.catalogue).reduce(
    (target, [id, text], index) =>
      chosen(index)
        ? setTarget(opened.catalogue, target, id, {
            text: text.replace(/[A-Za-z]+/g, 'перевод'),
            origin: 'human',
          })
        : target,
    none,
  );
}

describe('law 6: export, import untouched, no change', () => {
  test.each(XLIFF_FORMATS.flatMap((format) => [[format, 'plain'] as const, [format, 'omegat'] as const]))(
    '%s, profile %s',
    (format, profile) => {
      fc.assert(
        fc.property(paragraphs, fc.nat(), fc.boolean(), (document, seed, later) => {
          const opened = open(markdownOf(document));
          const target = translate(opened, (index) => ((seed >> (index % 20)) & 1) === 1);
          const edited = later
            ? open(
                markdownOf(
                  mapSentences(document, (one, i) => [i === 1 ? `${one.slice(0, -1)} again.` : one]),
                ),
              )
            : opened;
          const input = {
            open: edited,
            target,
            locale: 'ru',
            format,
            profile,
            only: null,
            settings,
            words,
            toolVersion: '1',
          };
          const { text, record } = exportHandoff(input);
          expect(exportHandoff(input).text).toBe(text);
          const [returned] = readReturn(utf8(text), 'f.xlf');
          if (!returned) throw new Error('nothing was read');
          const accepted = importReturn({ returned, source: edited.catalogue, target, record, options });
          expect(accepted.target).toBe(target);
          expect(accepted.report).toMatchObject({ applied: [], stale: [], conflicts: [], rejected: [] });
        }),
        { numRuns: Math.ceil(runs / 8) },
      );
    },
  );
});

describe('law 4: nothing is lost', () => {
  test('whatever comes back, every target that was accepted is still in the catalogue', () => {
    fc.assert(
      fc.property(
        paragraphs,
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 4 }),
        (document, returns) => {
          const opened = open(markdownOf(document));
          let target: TargetCatalogue = none;
          const seen = new Set<string>();
          const send = () =>
            exportHandoff({
              open: opened,
              target,
              locale: 'ru',
              format: 'xliff-1.2',
              profile: 'plain',
              only: null,
              settings,
              words,
              toolVersion: '1',
            });
          let handoff = send();
          returns.forEach(([seed, fresh], turn) => {
            if (fresh) handoff = send();
            const text = handoff.text.replace(
              /(<source>([\s\S]*?)<\/source>\s*)<target[^>]*>[\s\S]*?<\/target>/g,
              (whole, before: string, source: string) =>
                (source.length + seed) % 3 === 0
                  ? whole
                  : `${before}<target>перевод ${turn} ${source.length}</target>`,
            );
            const [returned] = readReturn(utf8(text), 'f.xlf');
            if (!returned) throw new Error('nothing was read');
            target = importReturn({
              returned,
              source: opened.catalogue,
              target,
              record: handoff.record,
              options,
            }).target;
            for (const { target: sent } of returned.segments)
              if (sent?.[0]?.kind === 'text') seen.add(sent[0].text);
          });
          const stored = formatTarget(target, []);
          for (const text of seen) expect(stored).toContain(text);
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('law 7: never mixed in silence', () => {
  test('text in another language stands within its lang and a visible mark, in the document and in the pages', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), (document, seed) => {
        const opened = open(markdownOf(document));
        const target = translate(opened, (index) => ((seed >> (index % 20)) & 1) === 1);
        const missing = liveIds(opened.catalogue).filter(([id]) => !target.targets[id]).length;
        const build = buildDocument({
          open: opened,
          name: 'doc',
          targets: { ru: target },
          settings: { ...settings, policy: 'fallback', minState: 'translated' },
          ...pageWords(['en', 'ru']),
        });
        const edition = build.editions.find(({ locale }) => locale === 'ru');
        expect([edition?.published, edition?.fallback]).toEqual([true, missing]);
        const [markdown = '', page = ''] = (edition?.files ?? []).map(({ bytes }) =>
          new TextDecoder().decode(bytes),
        );
        const unmarked = markdown
          .replace(/<span lang="en" dir="ltr">[\s\S]*?<\/span>/g, '')
          .replace(/<[^>]+>/g, '');
        expect(unmarked).not.toMatch(/[A-Za-z]{4}/);
        expect(markdown.match(/Ещё не переведено/g)?.length ?? 0).toBe(missing);
        for (const text of [page, new TextDecoder().decode(build.parallel.bytes)]) {
          for (const one of textsByLanguage(text)) {
            if (/перевод/.test(one.text)) expect(one.lang).toBe('ru');
            if (/houses\b/.test(one.text)) expect(one.lang).toBe('en');
          }
        }
        expect(withoutNotices(markdown).split('\n\n')).toHaveLength(document.length);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  test('an incomplete edition is held back by default', () => {
    const opened = open('One sentence is here. Another follows it.\n');
    const target = translate(opened, (index) => index === 0);
    const build = buildDocument({
      open: opened,
      name: 'doc',
      targets: { ru: target },
      settings,
      ...pageWords(['en', 'ru']),
    });
    expect(build.editions.map(({ locale, published, reason }) => [locale, published, reason])).toEqual([
      ['en', true, null],
      ['ru', false, 'missing'],
    ]);
  });
});
