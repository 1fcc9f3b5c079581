import { readdirSync, readFileSync } from 'node:fs';
import type { UnitKind } from '../../../src/model/block.ts';
import type { SourceEntry } from '../../../src/model/catalogue.ts';
import type { Open, Settings } from '../../../src/pipeline.ts';
import { settings as defaults } from '../settings.ts';
import type { Corpus } from './corpora.ts';
import { approvedCatalogue, openMarkdown } from './project.ts';

const BLOCKS: Settings = { ...defaults, segmentation: 'block' };
const LOCALES: Readonly<Record<string, string>> = { iw: 'he', 'zh-cn': 'zh-Hans' };

/** The Contributor Covenant, a version a corpus, aligned by the ordinals of headings and of the blocks below each. */
export function covenant(folder: URL): Corpus[] {
  const files = readdirSync(folder);
  return ['1.4', '2.0', '2.1'].map((version) => {
    // The facts between lines of plus signs at the top are for a program.
    const read = (name: string): Open =>
      openMarkdown(readFileSync(new URL(name, folder), 'utf8').replace(/^\s*\+{3}[^+]*\+{3}\s*/, ''), BLOCKS);
    const own = files.filter((name) => name.startsWith(version));
    const open = read(own.find((name) => /conduct\.md$/.test(name)) ?? '');
    const targets = own.flatMap((name) => {
      const [, tag] = /conduct\.([\w-]+)\.md$/.exec(name) ?? [];
      if (tag === undefined) return [];
      const locale = LOCALES[tag] ?? tag;
      return [[locale, approvedCatalogue(open, locale, alignedTexts(open, read(name)))] as const];
    });
    const facts = { tier: 'held-out', open, targets: Object.fromEntries(targets), settings: BLOCKS } as const;
    return { name: `covenant-${version}`, ...facts };
  });
}

interface Piece {
  readonly kind: UnitKind;
  readonly entry: SourceEntry;
}

/** The texts of another language's document, one for each segment; null below a heading where the blocks differ. */
function alignedTexts(source: Open, target: Open): (string | null)[] {
  const [sections, others] = [sectionsOf(source), sectionsOf(target)];
  return sections.flatMap((section, at) => {
    const other = others[at] ?? [];
    const alike = sections.length === others.length && kindsOf(section) === kindsOf(other);
    return section.map(({ entry }, index) => (alike ? recoded(entry, other[index]?.entry) : null));
  });
}

const kindsOf = (section: readonly Piece[]): string => section.map(({ kind }) => kind).join();

function sectionsOf({ catalogue }: Open): Piece[][] {
  const sections: Piece[][] = [[]];
  for (const { kind, segments } of catalogue.units) {
    if (kind === 'heading') sections.push([]);
    for (const entry of Object.values(segments)) sections.at(-1)?.push({ kind, entry });
  }
  return sections;
}

/** A text with the numbers that the source's codes have; null where the two have not the same kinds of codes. */
function recoded(source: SourceEntry, target: SourceEntry | undefined): string | null {
  if (!target) return null;
  const waiting = Object.entries(source.codes);
  const numbers = new Map<string, string>();
  for (const [number, { type }] of Object.entries(target.codes)) {
    const at = waiting.findIndex(([, code]) => code.type === type);
    const [found] = at < 0 ? [] : waiting.splice(at, 1);
    if (!found) return null;
    numbers.set(number, found[0]);
  }
  if (waiting.length > 0) return null;
  return target.text.replace(
    /<(\/?)(\d+)(\/?)>/g,
    (_, before, number, after) => `<${before}${numbers.get(number)}${after}>`,
  );
}
