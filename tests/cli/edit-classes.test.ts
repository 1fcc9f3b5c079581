import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { newFolder, putFiles } from '../support/folder.ts';

interface Extracted {
  readonly documents: readonly {
    readonly changes: { readonly edited: readonly { readonly class: string }[] };
  }[];
}

/** The classes of the edits between two states of a project's documents. */
async function classes(
  before: Record<string, string>,
  after: Record<string, string>,
  config: Record<string, unknown> = {},
): Promise<string[]> {
  const settings = { sourceLocale: 'en', targetLocales: ['fr'], documents: ['*.md'], ...config };
  const folder = newFolder({ 'hexapla.json': JSON.stringify(settings), ...before });
  expect((await hexapla(folder, ['extract'])).exit).toBe(0);
  putFiles(folder, after);
  const { data } = await hexaplaJson<Extracted>(folder, ['extract']);
  return data.documents.flatMap(({ changes }) => changes.edited.map((edit) => edit.class));
}

describe('the class of an edit', () => {
  const wrong = { 'a.md': 'We met the goverment in spring.\n' };
  const right = { 'a.md': 'We met the government in spring.\n' };

  it('is cosmetic where a misspelling gives way to a form that another document has', async () => {
    expect(await classes({ ...wrong, 'b.md': 'The government answered us.\n' }, right)).toEqual(['cosmetic']);
    expect(await classes({ ...wrong, 'b.md': 'Nobody answered us.\n' }, right)).toEqual(['wording']);
  });

  it('is wording where the old form stands elsewhere in the project', async () => {
    const both = 'The government is no goverment any more.\n';
    expect(await classes({ ...wrong, 'b.md': both }, right)).toEqual(['wording']);
  });

  it('is not cosmetic because two edits are alike', async () => {
    const before = { 'a.md': 'It is casual work here. They saw a casual link between them.\n' };
    const after = { 'a.md': 'It is causal work here. They saw a causal link between them.\n' };
    expect(await classes(before, after)).toEqual(['wording', 'wording']);
  });

  it('follows the spellings that the configuration declares equal, but not at the cost of a fact', async () => {
    const before = { 'a.md': 'The adviser spoke first. An advisor may speak.\n' };
    const after = { 'a.md': 'The advisor spoke first. An advisor must speak.\n' };
    expect(await classes(before, after)).toEqual(['wording', 'meaning']);
    expect(
      await classes(before, after, {
        spellings: [
          ['advisor', 'adviser'],
          ['may', 'must'],
        ],
      }),
    ).toEqual(['cosmetic', 'meaning']);
  });

  it('knows the names of the configuration', async () => {
    const before = { 'a.md': 'Gillray led the talks with us in spring.\n' };
    const after = { 'a.md': 'Marlow led the talks with us in spring.\n' };
    expect(await classes(before, after)).toEqual(['wording']);
    expect(await classes(before, after, { names: ['Gillray', 'Marlow'] })).toEqual(['meaning']);
  });
});
