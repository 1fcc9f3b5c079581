import fc from 'fast-check';
import { micromark } from 'micromark';
import { frontmatter, frontmatterHtml } from 'micromark-extension-frontmatter';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { withoutNotices } from '../../src/edition/assemble-notices.ts';
import type { Segment } from '../../src/model/unit.ts';
import { markdownFiles, specExamples } from '../support/corpus.ts';
import { arbitraryMarkdown, CHANGES, picker, translator } from './assemble-documents.ts';
import { mapText, read, translated, unitsOf } from './assemble-units.ts';

const full = process.env.HEXAPLA_FULL === '1';
const runs = full ? 5000 : 150;

/** The tags that micromark makes of a document: an independent reader's tree. White space in tags is collapsed. */
function tagsOf(markdown: string): string {
  const html = micromark(markdown, {
    extensions: [gfm(), frontmatter()],
    htmlExtensions: [gfmHtml(), frontmatterHtml()],
    allowDangerousHtml: true,
  });
  const bare = html.replace(/ (?:alt|title)="[^"]*"/g, '');
  return (bare.match(/<pre><code[^>]*>[\s\S]*?<\/pre>|<[^>]*>/g) ?? []).join('').replace(/\s+/g, ' ');
}

/** The tags of blocks: a span of which one half is marked is two spans. */
function blockTagsOf(markdown: string): string {
  return tagsOf(markdown).replace(/<\/?(?:strong|em|del|a|img|br|b|code)(?: [^>]*)?>/g, '');
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
}

const copied = (segment: Segment) => structuredClone({ content: segment.content, codes: segment.codes });
const modes = fc.constantFrom(
  ['sentence', 'boundary'] as const,
  ['sentence', 'space'] as const,
  ['block', 'space'] as const,
);
const changes = fc.constantFrom(...Object.values(CHANGES));

describe('law 1: filling with the source gives the source', () => {
  it('generated documents (property)', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, modes, (text, [mode, softBreaks]) => {
        const parsed = read(text);
        const units = unitsOf(parsed, mode, softBreaks);
        expect(translated(parsed, units, copied)).toEqual({ edits: [], text });
        expect(translated(parsed, units, () => null)).toEqual({ edits: [], text });
      }),
      { numRuns: runs },
    );
  });

  it('every example of the specifications', () => {
    for (const { markdown } of specExamples()) {
      const parsed = read(markdown);
      expect(translated(parsed, unitsOf(parsed, 'sentence', 'boundary'), copied).text).toBe(markdown);
    }
  });
});

describe('law 2: a translation has the shape of its source', () => {
  it('generated documents, by our reader and by micromark (property)', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, modes, changes, fc.nat(), (text, [mode, softBreaks], change, seed) => {
        const parsed = read(text);
        const { text: edition } = translated(
          parsed,
          unitsOf(parsed, mode, softBreaks),
          translator(change, picker(seed)),
        );
        expect(tagsOf(edition)).toBe(tagsOf(text));
      }),
      { numRuns: runs },
    );
  });

  it('every example of the specifications, translated in three ways', () => {
    const pick = picker(3);
    for (const { markdown, set, example } of specExamples()) {
      const parsed = read(markdown);
      const units = unitsOf(parsed, example % 2 ? 'sentence' : 'block', example % 3 ? 'space' : 'boundary');
      for (const change of Object.values(CHANGES)) {
        const { text } = translated(parsed, units, translator(change, pick));
        expect(tagsOf(text), `${set} ${example}`).toBe(tagsOf(markdown));
      }
    }
  });

  it(`${full ? 'every' : 'every tenth'} Markdown file of the packages`, () => {
    const pick = picker(4);
    const files = markdownFiles().filter(
      (file, index) => full || (index % 10 === 0 && file.bytes.length < 60_000),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { path, bytes } of files) {
      const text = textOf(bytes);
      const parsed = read(text);
      const units = unitsOf(parsed, 'sentence', 'space');
      expect(translated(parsed, units, copied).text, path).toBe(text);
      for (const change of Object.values(CHANGES)) {
        const edition = translated(parsed, units, translator(change, pick)).text;
        expect(tagsOf(edition), path).toBe(tagsOf(text));
      }
    }
  });

  it('only some segments translated: the other units stay byte for byte (property)', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, fc.nat(), (text, seed) => {
        const pick = picker(seed);
        const parsed = read(text);
        const units = unitsOf(parsed, 'sentence', 'space');
        const chosen = units[pick(units.length)];
        const ids = new Set(chosen?.segments.map(({ id }) => id));
        const translate = translator(CHANGES['letters'] ?? ((same) => same), pick);
        const result = translated(parsed, units, (segment) =>
          ids.has(segment.id) ? translate(segment) : null,
        );
        expect(result.edits.length).toBeLessThanOrEqual(1);
        const block = parsed.blocks[chosen?.block ?? -1];
        const [edit] = result.edits;
        if (edit && block) expect(edit.start <= block.start && edit.end >= block.end).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});

describe('notices', () => {
  const marks = { before: '<span lang="en" dir="ltr">', after: '</span> <small>(English)</small>' };

  it('are taken away exactly, and the rest keeps its shape (property)', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, modes, fc.nat(), (text, [mode, softBreaks], seed) => {
        const pick = picker(seed);
        const parsed = read(text);
        const units = unitsOf(parsed, mode, softBreaks);
        const translate = translator(CHANGES['letters'] ?? ((same) => same), pick);
        const fills = (noticed: boolean) => {
          const choose = picker(seed);
          return (segment: Segment) =>
            choose(3) === 0
              ? { ...copied(segment), ...(noticed ? { notice: marks } : {}) }
              : translate(segment);
        };
        const { text: edition } = translated(parsed, units, fills(true), '> Machine draft');
        expect(edition).toContain(
          '<!-- hexapla:notice -->\n\n> Machine draft\n\n<!-- /hexapla:notice -->\n\n',
        );
        expect(blockTagsOf(withoutNotices(edition))).toBe(blockTagsOf(text));
      }),
      { numRuns: runs },
    );
  });

  it('stand after front matter, and within every kind of block', () => {
    const source =
      '---\ntitle: One\n---\n\n# One\n\nOne. Two.\n\n- One\n\n| One |\n|---|\n| Two |\n\n![One](a)\n';
    const parsed = read(source);
    const { text } = translated(
      parsed,
      unitsOf(parsed, 'block', 'space'),
      (segment) => ({ ...copied(segment), notice: marks }),
      'N',
    );
    expect(text.split('\n')).toEqual([
      ...['---', 'title: One (English)', '---'],
      ...['<!-- hexapla:notice -->', '', 'N', '', '<!-- /hexapla:notice -->', '', ''],
      `# ${marked('One')}`,
      '',
      marked('One. Two.'),
      '',
      `- ${marked('One')}`,
      '',
      `| ${marked('One')} |`,
      '|---|',
      `| ${marked('Two')} |`,
      '',
      '![One (English)](a)',
      '',
    ]);
  });

  function marked(text: string): string {
    const after = `<!-- hexapla:notice -->${marks.after}<!-- /hexapla:notice -->`;
    return `${marks.before}<!-- hexapla:mark -->${text}${after}`;
  }
});

describe('examples', () => {
  function edition(
    source: string,
    change: (text: string) => string,
    softBreaks: 'space' | 'boundary' = 'space',
  ): string {
    const parsed = read(source);
    return translated(parsed, unitsOf(parsed, 'sentence', softBreaks), ({ content, codes }) => ({
      content: mapText(content, change),
      codes,
    })).text;
  }
  const upper = (text: string): string => text.toUpperCase();

  it.each([
    ['A **first one. A second one** here.\n', 'A **FIRST ONE. A SECOND ONE** HERE.\n'],
    ['*One\nTwo*', '*ONE\nTWO*'],
    ['> One\n> two.\n> Three.', '> ONE TWO.\n> THREE.'],
    ['See [foo].\n\n[foo]: u', 'SEE [FOO][foo].\n\n[foo]: u'],
    ['![foo][] ![Foo]\n\n[foo]: u', '![FOO][foo] ![FOO][Foo]\n\n[foo]: u'],
    ['[![a](b "c")](d "e")', '[![A](b "C")](d "E")'],
    ['Text ![a *b*](c (d))', 'TEXT ![A *B*](c (D))'],
    ['> a <br> <br>  \n> b', '> A <br> <br>  \n> B'],
    ['One  \ntwo<br>three', 'ONE  \nTWO<br>THREE'],
    ['A\n===\n\n- [ ] b\n- c\n\n  d', 'A\n===\n\n- [ ] B\n- C\n\n  D'],
    ['a | b\n--|--\n`x\\|y` c | d', 'A | B\n--|--\n`x\\|y` C | D'],
    ['Note[^1]\n\n[^1]: one\n    two', 'NOTE[^1]\n\n[^1]: ONE TWO'],
    ['---\ntitle: "a"\nseo: {title: b}\nx: y\n---\nc', '---\ntitle: "A"\nseo: {title: B}\nx: y\n---\nC'],
  ])('%j', (source, expected) => {
    expect(edition(source, upper, source.startsWith('*One') ? 'boundary' : 'space')).toBe(expected);
  });

  it('a target that covers the next segment', () => {
    const parsed = read('One. Two. Three.');
    const fills: Record<string, string> = { s0: 'Eins und zwei.', s1: '', s2: 'Drei.' };
    const { text } = translated(parsed, unitsOf(parsed, 'sentence', 'space'), ({ id }) => {
      const words = fills[id] ?? '';
      return { content: words === '' ? [] : [{ kind: 'text', text: words }], codes: {} };
    });
    expect(text).toBe('Eins und zwei. Drei.');
  });

  it('sub-units go where their codes go', () => {
    const parsed = read('![one](a) and ![two](b "three")\n');
    const units = unitsOf(parsed, 'block', 'space');
    const { text } = translated(parsed, units, ({ content, codes }) => ({
      content: mapText(content.length > 1 ? [...content].reverse() : content, upper),
      codes,
    }));
    expect(text).toBe('![TWO](b "THREE") AND ![ONE](a)\n');
  });

  it('a shape that cannot be kept names the segment', () => {
    const parsed = read('One.\n\n~~Two~~ and ~~three~~.');
    const units = unitsOf(parsed, 'block', 'space');
    const apart = (segment: Segment) => ({
      content: segment.content.filter(({ kind }) => segment.id !== 's1' || kind === 'code'),
      codes: segment.codes,
    });
    expect(() => translated(parsed, units, apart)).toThrow(
      expect.objectContaining({ code: 'shape', values: { reason: 'nesting' }, place: { segment: 's1' } }),
    );
    const empty = () => ({ content: [], codes: {} });
    expect(() => translated(parsed, units, empty)).toThrow(
      expect.objectContaining({ code: 'shape', values: { reason: 'empty' }, place: { segment: 's0' } }),
    );
  });

  it('a tag that would begin an HTML block names the segment', () => {
    const parsed = read('One <div>.');
    const [segment] = unitsOf(parsed, 'block', 'space')[0]?.segments ?? [];
    const reversed = [...(segment?.content ?? [])].reverse();
    expect(() =>
      translated(parsed, unitsOf(parsed, 'block', 'space'), ({ codes }) => ({ content: reversed, codes })),
    ).not.toThrow();
    const first = (segment?.content ?? []).slice(1);
    expect(() =>
      translated(parsed, unitsOf(parsed, 'block', 'space'), ({ codes }) => ({ content: first, codes })),
    ).toThrow(expect.objectContaining({ code: 'shape', place: { segment: 's0' } }));
  });
});
