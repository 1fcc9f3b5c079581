import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipDeterministic } from '../../src/exchange/archive.ts';
import type { TableOptions } from '../../src/exchange/tables/options.ts';
import { createInterface } from '../../src/i18n/words.ts';
import { type Content, formatContent, type Inline } from '../../src/model/content.ts';
import type { Returned, Transfer } from '../../src/model/transfer.ts';
import { content } from './support.ts';

const english = JSON.parse(readFileSync(new URL('../../locales/en/ui.json', import.meta.url), 'utf8'));

/** The writers' options with the interface's own words. */
export const OPTIONS: TableOptions = {
  toolVersion: '0.1.0',
  words: createInterface({ en: english }).words('en'),
};

/** Titles in no language that a reader knows. */
export const FOREIGN: TableOptions = {
  toolVersion: '0.1.0',
  words: (key) => (key.startsWith('note.column.') ? `Ξ${key.length}` : `Ω ${key}`),
};

/** Content with each of its texts changed. */
function withTexts(nodes: Content, change: (text: string) => string): Content {
  return nodes.map((node): Inline => {
    if (node.kind === 'text') return { kind: 'text', text: change(node.text) };
    return { ...node, children: node.children === null ? null : withTexts(node.children, change) };
  });
}

/** What of handoffs a table carries; those that say the same of themselves are one. */
export function carried(
  transfers: readonly Transfer[],
  format: 'xlsx' | 'docx',
  carry: (text: string) => string,
): unknown {
  const found = new Map<string, { segments: unknown[] }>();
  for (const { document, sourceLocale, targetLocale, handoff, units } of transfers) {
    const head = { format, document, handoff: handoff === '' ? null : handoff, sourceLocale, targetLocale };
    const key = JSON.stringify(head);
    const returned = found.get(key) ?? { ...head, segments: [] };
    found.set(key, returned);
    for (const { id, source, target, state } of units.flatMap(({ segments }) => segments)) {
      const there = { source: withTexts(source, carry), target: withTexts(target ?? [], carry) };
      returned.segments.push({ id, ...there, state, problem: null, comment: undefined });
    }
  }
  return [...found.values()];
}

/** The same of what came back. */
export function summaryOf(returned: readonly Returned[]): unknown {
  return returned.map((one) => ({
    ...one,
    segments: one.segments.map(({ id, source, target, state, problem, comment }) => ({
      id,
      source,
      target,
      state,
      problem,
      comment,
    })),
  }));
}

/** A return's rows as short texts: id, source, target, state, problem, remark. */
export function rowsOf(returned: Returned | undefined): unknown[] {
  return (returned?.segments ?? []).map(({ id, source, target, state, problem, comment }) => [
    id,
    formatContent(source),
    formatContent(target ?? []),
    state,
    problem,
    comment ?? '',
  ]);
}

const CODES = {
  '1': { type: 'strong', parts: ['**', '**'] },
  '2': { type: 'code', parts: ['`x`'], text: 'x < y' },
  '3': { type: 'link', parts: ['[', ']'], href: 'https://example.org' },
} as const;

/** A handoff with everything that a row shows, in a language. */
export function statement(
  targetLocale: string,
  texts: readonly string[],
  document = 'locales/en/statement.md',
): Transfer {
  const row = (id: string, source: string, target: string | undefined, state: 'initial' | 'translated') => ({
    id,
    source: content(source),
    codes: CODES,
    target: target === undefined ? null : content(target),
    state,
    stale: false,
    notes: [],
  });
  const kind = (text: string) => [{ category: 'kind', text } as const];
  const previous = 'The source has changed since this was translated. It was: A truce.';
  return {
    document,
    sourceLocale: 'en',
    targetLocale,
    handoff: '0123456789abcdef',
    notes: [{ category: 'instruction', text: 'Keep names as they are.' }],
    units: [
      {
        id: 'u7f3kq2m4',
        kind: 'heading',
        notes: kind('Heading'),
        gaps: [],
        segments: [row('s4k7qz2m1', 'Joint statement', texts[0], 'translated')],
      },
      {
        id: 'u7f3kq2m5',
        kind: 'paragraph',
        notes: kind('Paragraph'),
        gaps: [' ', ' ', ' '],
        segments: [
          row(
            's9d1x0ta7',
            'About <1>200 people</1>, says <3>the <1>report</1></3>.'.replace(
              '<3>the <1>report</1></3>',
              '<3>the report</3>',
            ),
            texts[1],
            'translated',
          ),
          {
            ...row('s9d1x0ta8', 'A ceasefire  was agreed.', texts[2], 'initial'),
            stale: true,
            notes: [{ category: 'previous-source', text: previous }],
          },
          {
            ...row('s9d1x0ta9', 'Run <2/> &amp; =1+1; co\u00ADop\u2011x', undefined, 'initial'),
            sizeLimit: 60,
          },
          { ...row('s0000000a', 'ACME Ltd.', undefined, 'initial'), translate: false },
        ],
      },
    ],
  };
}

export const ARMENIAN: readonly string[] = [
  'Համատեղ հայտարարություն',
  'Շուրջ <1>200 մարդ</1>, ըստ <3>զեկույցի</3>։',
  'Զինադադար կնքվեց։',
];
export const ARABIC: readonly string[] = [
  'بيان مشترك',
  'نحو <1>200 شخص</1>، بحسب <3>التقرير</3>.',
  'تم الاتفاق على هدنة.',
];

/** Files of an office document, as text, put in an archive. */
export function zipTexts(files: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  return zipDeterministic(new Map(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])));
}

export const hasOffice: boolean = spawnSync('soffice', ['--version']).error === undefined;

/** A file saved again by LibreOffice, in one format after the other (its Writer and Calc, with a profile of its own). */
export function resaved(bytes: Uint8Array, from: string, ...formats: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-office-'));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    let path = join(folder, `file.${from}`);
    writeFileSync(path, bytes);
    for (const [index, format] of formats.entries()) {
      const out = join(folder, `${index}`);
      const args = [profile, '--headless', '--convert-to', format, '--outdir', out, path];
      execFileSync('soffice', args, { stdio: 'pipe', timeout: 180_000 });
      path = join(out, `file.${format}`);
    }
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
