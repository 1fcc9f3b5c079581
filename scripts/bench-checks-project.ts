import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSource, formatTarget } from '../src/catalogue/json.ts';
import { extractDocument } from '../src/pipeline.ts';
import { approved, entriesOf, escaped } from '../tests/support/clean/project.ts';
import { FIGURE_TEXTS } from '../tests/support/faults/figure-texts.ts';
import { filled, numberIn } from '../tests/support/faults/figure-world.ts';
import { MARK_TEXTS } from '../tests/support/faults/mark-texts.ts';
import { createRandom, type Random } from '../tests/support/faults/random.ts';
import { settings as defaults } from '../tests/support/settings.ts';
import { storedText, udhrPieces } from '../tests/support/udhr.ts';

/** The languages of the project besides English. */
export const LOCALES: readonly string[] = ['hy', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de', 'tr'];
const ALL = ['en', ...LOCALES];

/** What was written: bytes of catalogues, UTF-16 units and number of targets, and the paths of the catalogues. */
export interface Written {
  bytes: number;
  letters: number;
  texts: number;
  readonly catalogues: string[];
}

/** A project of which everything is translated and approved. */
export function writeProject(folder: string, segments: number, documents: number): Written {
  const config = {
    sourceLocale: 'en',
    targetLocales: LOCALES,
    documents: ['docs/*.md'],
    catalogues: 'locales/{locale}/{name}.json',
    segmentation: 'block',
  };
  writeFileSync(join(folder, 'hexapla.json'), JSON.stringify(config));
  mkdirSync(join(folder, 'docs'));
  for (const locale of ALL) mkdirSync(join(folder, 'locales', locale), { recursive: true });
  const random = createRandom(20260101);
  const pool = rowsOfTexts();
  const size: Written = { bytes: 0, letters: 0, texts: 0, catalogues: [] };
  for (let number = 0; number < documents; number++) {
    const rows = Array.from({ length: Math.ceil(segments / documents) }, (_, at) =>
      rowAt(pool, number * 1e6 + at, random),
    );
    writeDocument(folder, `d${number}`, rows, size);
  }
  return size;
}

type Texts = Readonly<Record<string, string>>;

function writeDocument(folder: string, name: string, rows: readonly Texts[], size: Written): void {
  const settings = { ...defaults, segmentation: 'block' } as const;
  const document = `docs/${name}.md`;
  const markdown = `${rows.map(({ en = '' }) => escaped(en)).join('\n\n')}\n`;
  writeFileSync(join(folder, document), markdown);
  const { catalogue } = extractDocument({
    document,
    bytes: new TextEncoder().encode(markdown),
    previous: null,
    settings,
  });
  const entries = entriesOf(catalogue);
  if (entries.length !== rows.length)
    throw new Error(`${name} has ${entries.length} segments for ${rows.length} texts`);
  const write = (locale: string, text: string): void => {
    const path = join(folder, 'locales', locale, `${name}.json`);
    writeFileSync(path, text);
    size.catalogues.push(path);
    size.bytes += statSync(path).size;
  };
  write('en', formatSource(catalogue));
  for (const locale of LOCALES) {
    const targets = Object.fromEntries(
      entries.map(([id, entry], at) => {
        const text = storedText(rows[at]?.[locale] ?? '');
        size.letters += text.length;
        size.texts++;
        return [id, approved(entry, text)];
      }),
    );
    write(
      locale,
      formatTarget(
        { document, locale, targets, suggestions: {} },
        entries.map(([id]) => id),
      ),
    );
  }
}

/** Sentences that all languages have. */
function rowsOfTexts(): { readonly plain: readonly Texts[]; readonly figures: readonly Texts[] } {
  const pieces = Object.fromEntries(ALL.map((locale) => [locale, udhrPieces(locale)]));
  const declared = (pieces['en'] ?? []).flatMap(({ kind }, at): Texts[] => {
    const texts = Object.fromEntries(ALL.map((locale) => [locale, pieces[locale]?.[at]?.text ?? '']));
    return kind !== 'heading' &&
      kind !== 'title' &&
      ALL.every((locale) => texts[locale] !== '' && (texts[locale]?.length ?? 0) < 400)
      ? [texts]
      : [];
  });
  const has = (texts: Texts): boolean => ALL.every((locale) => texts[locale] !== undefined);
  return {
    plain: [...declared, ...Object.values(MARK_TEXTS).filter(has)],
    figures: Object.values(FIGURE_TEXTS).filter(
      (texts) => has(texts) && /\{[nmpqu]\}/.test(texts['en'] ?? ''),
    ),
  };
}

/** A text that no other segment has: a sentence with figures of its own, or one with a number behind it. */
function rowAt({ plain, figures }: ReturnType<typeof rowsOfTexts>, at: number, random: Random): Texts {
  if (at % 2 === 0) {
    const texts = random.pick(plain);
    const mark = `[${1 + random.below(9_000_000)}]`;
    return Object.fromEntries(ALL.map((locale) => [locale, `${texts[locale]} ${mark}`]));
  }
  const texts = random.pick(figures);
  const [year, n, m] = [2000 + random.below(25), 10 + random.below(900_000), 10 + random.below(90_000)];
  const [p, q, u] = [random.below(1000) / 1000, random.below(1000) / 1000, 1 + random.below(9000) / 10];
  return Object.fromEntries(
    ALL.map((locale) => {
      const percent = { style: 'percent', maximumFractionDigits: 1 } as const;
      const places = {
        year: String(year),
        n: numberIn(locale, n),
        m: numberIn(locale, m),
        p: numberIn(locale, p, percent),
        q: numberIn(locale, q, percent),
        u: numberIn(locale, u, { style: 'unit', unit: 'kilometer' }),
      };
      return [locale, filled(texts[locale] ?? '', places)];
    }),
  );
}
