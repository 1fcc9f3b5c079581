import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PageInput } from '../../src/edition/page.ts';
import { createInterface, languageName, type WordTree } from '../../src/i18n/words.ts';
import { type BuiltDocument, buildDocument, type NodeSpec } from './page-build.ts';
import { link, paragraph, STRUCTURE } from './page-structure.ts';
import { CONDEMN, DATELINE, LOCALES, RUSSIA, SIGNATORIES, TITLE } from './page-texts.ts';

const UI = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../locales/en/ui.json', import.meta.url)), 'utf8'),
) as WordTree;

const ui = createInterface({ en: UI });

/** The input of pages for a built document, with the project's own English words. */
export function pageInput(built: BuiltDocument, more: Partial<PageInput> = {}): PageInput {
  const { locales } = built.parallel;
  return {
    ...built,
    former: new Map(),
    softBreaks: 'boundary',
    words: (locale, key, values) => ui.words(locale)(key, values),
    uiLocale: ui.localeOf,
    names: languageName,
    version: '3f9a1c07',
    site: 'https://example.org/statements',
    paths: {
      editions: Object.fromEntries(locales.map((locale) => [locale, `${locale}/statement.html`])),
      parallel: 'statement.html',
    },
    ...more,
  };
}

/** The beginning and the end of the statement in eleven languages, all machine drafts. */
export function statementInput(more: Partial<PageInput> = {}): PageInput {
  const tree: NodeSpec[] = [
    { type: 'paragraph', segments: [TITLE] },
    { type: 'paragraph', segments: [DATELINE] },
    { type: 'paragraph', segments: CONDEMN },
    { type: 'paragraph', segments: [RUSSIA] },
    { type: 'paragraph', segments: SIGNATORIES },
  ];
  return pageInput(buildDocument(LOCALES, tree), more);
}

/** Every kind of block, code and state, in English, Armenian, Arabic and French. */
export function structureInput(more: Partial<PageInput> = {}): PageInput {
  return pageInput(buildDocument(['en', 'hy', 'ar', 'fr'], STRUCTURE), more);
}

/** Text that tries to be more than text, in every place where text can stand. */
export function hostileInput(): PageInput {
  const evil = '&lt;script>alert(1)&lt;/script>"><img src=x onerror=alert(2)> &amp;amp; ]]>--></td></style>';
  const tree: NodeSpec[] = [
    {
      type: 'heading',
      more: { level: 1 },
      segments: [
        {
          id: 's2head001',
          text: `T ${evil.replaceAll('<img', '&lt;img').replaceAll('</', '&lt;/')}`,
          targets: {},
        },
      ],
    },
    {
      ...paragraph({
        id: 's2para001',
        text: '<1>one</1> <2>two</2> <3>three</3> <4/> <5/> <6/> <7>nested <8>link</8></7>',
        codes: {
          '1': link('javascript:alert(1)'),
          '2': link(' java\nscript:alert(2)'),
          '3': link('https://example.org/?a=1&b="><script>'),
          '4': {
            type: 'image',
            parts: ['![', { unit: 'u2alt0001' }, ']()'],
            href: 'data:text/html,<script>alert(3)</script>',
          },
          '5': { type: 'html', parts: ['<script>alert(4)</script>'] },
          '6': { type: 'code', parts: [''], text: '</code><script>alert(5)</script>' },
          '7': link('VBSCRIPT:x'),
          '8': link('data:text/html,x'),
        },
        targets: { hy: 'և <1>մեկ</1>' },
      }),
      inside: [
        {
          type: 'paragraph',
          kind: 'alt',
          unit: 'u2alt0001',
          segments: [{ id: 's2alt0001', text: '" onerror="alert(6)', targets: {} }],
        },
      ],
    },
    { type: 'codeBlock', more: { literal: '</code></pre><script>alert(7)</script>' } },
    {
      type: 'htmlBlock',
      more: { literal: '<iframe src="https://example.org/"></iframe><script>alert(8)</script>' },
    },
  ];
  return pageInput(buildDocument(['en', 'hy'], tree));
}

/** A long document: `count` sentences, a heading every fifty. */
export function longInput(count: number): PageInput {
  const [, , third] = CONDEMN;
  const tree: NodeSpec[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index % 50 === 0) {
      tree.push({
        type: 'heading',
        more: { level: 2 },
        segments: [{ ...DATELINE, id: `s3head${String(index).padStart(4, '0')}` }],
      });
    }
    tree.push(paragraph({ ...(third ?? RUSSIA), id: `s3para${String(index).padStart(4, '0')}` }));
  }
  return pageInput(buildDocument(LOCALES.slice(0, 10), tree));
}
