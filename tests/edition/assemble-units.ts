import { readMarkdown } from '../../src/blocks/markdown.ts';
import { writeMarkdown } from '../../src/blocks/markdown-write.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { SegmentFill } from '../../src/edition/assemble-rewrite.ts';
import type { ParsedDocument } from '../../src/model/block.ts';
import type { Code, CodePart, Codes, Content } from '../../src/model/content.ts';
import type { SplitSegment } from '../../src/model/split.ts';
import type { Segment, Unit } from '../../src/model/unit.ts';
import { sentenceBoundaries } from '../../src/segments/sentences.ts';
import { splitDocument } from '../../src/segments/split.ts';

/** Keys of front matter that tests translate. */
const FRONT_MATTER: readonly string[] = ['title', 'seo.title', 'tags', 'description'];

export function read(text: string): ParsedDocument {
  return readMarkdown(text, { frontMatter: FRONT_MATTER });
}

/** A document's units, with ids that count: `u3`, and `s5` over all units. */
export function unitsOf(
  parsed: ParsedDocument,
  mode: 'block' | 'sentence',
  softBreaks: 'space' | 'boundary',
): Unit[] {
  const split = splitDocument(parsed, softBreaks, () =>
    mode === 'block' ? () => [] : (text) => sentenceBoundaries(text, 'en'),
  );
  const idOf = new Map(split.map(({ block }, index) => [block, `u${index}`]));
  const partOf = (part: string | number): CodePart => {
    if (typeof part === 'string') return part;
    const unit = idOf.get(part);
    const block = parsed.blocks[part];
    return unit === undefined ? parsed.text.slice(block?.start, block?.end) : { unit };
  };
  const codesOf = ({ codes }: SplitSegment): Codes =>
    Object.fromEntries(
      Object.entries(codes).map(([id, code]): [string, Code] => [
        id,
        { ...code, parts: code.parts.map(partOf) },
      ]),
    );
  let count = 0;
  return split.map(({ block, kind, segments, gaps }, index): Unit => {
    const named = segments.map(
      (segment): Segment => ({ id: `s${count++}`, content: segment.content, codes: codesOf(segment) }),
    );
    return { id: `u${index}`, kind, block, segments: named, gaps };
  });
}

/** Assembles with a translation of every segment; what it gives null for stays the source's. */
export function translated(
  parsed: ParsedDocument,
  units: readonly Unit[],
  translate: (segment: Segment) => SegmentFill | null,
  notice: string | null = null,
): ReturnType<typeof assemble> {
  const segments = new Map(units.flatMap((unit) => unit.segments.map((segment) => [segment.id, segment])));
  return assemble({
    parsed,
    units,
    fill: (id) => {
      const segment = segments.get(id);
      return segment ? translate(segment) : null;
    },
    notice,
    read,
    write: writeMarkdown,
  });
}

/** Content with every run of text changed. */
export function mapText(content: Content, change: (text: string, index: number) => string): Content {
  let index = 0;
  const walk = (nodes: Content): Content =>
    nodes.map((node) => {
      if (node.kind === 'text') return { kind: 'text', text: change(node.text, index++) };
      return node.children ? { ...node, children: walk(node.children) } : node;
    });
  return walk(content);
}
