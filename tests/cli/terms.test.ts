import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../src/project/glossary.ts';
import { parseNames } from '../../src/project/names.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';

const CONFIG = JSON.stringify({
  sourceLocale: 'en',
  targetLocales: ['fr', 'hy', 'pt-BR'],
  documents: ['docs/*.md'],
});
const GLOSSARY = 'locales/glossary.json';
const NAMES = 'locales/names.json';

const text = (folder: string, path: string): string => allFiles(folder)[path] ?? '';
const glossaryOf = (folder: string) => parseGlossary(text(folder, GLOSSARY), GLOSSARY);

async function add(folder: string, ...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  return hexapla(folder, ['terms', 'add', ...words]);
}

describe('hexapla terms add', () => {
  it('makes a glossary, and says more of a term that is there', async () => {
    const folder = newFolder({ 'hexapla.json': CONFIG });
    const first = await add(
      folder,
      'human rights',
      '--locale',
      'fr',
      '--form',
      'droits humains',
      '--form',
      'droit* humain*',
    );
    expect([first.exit, first.out]).toEqual([0, expect.stringContaining('human-rights is added.')]);
    expect(first.out).toContain('Next: hexapla check');
    expect(text(folder, GLOSSARY)).toBe(
      '{\n  "hexapla": 1,\n  "terms": {\n    "human-rights":\n      {"forms":{"en":["human rights"],"fr":["droits humains","droit* humain*"]}}\n  }\n}\n',
    );
    const not = [
      '--locale',
      'fr',
      '--forbidden',
      'droits de l’homme',
      '--reason',
      'house style',
      '--use',
      'droits humains',
    ];
    const second = await add(
      folder,
      'Human Rights',
      ...not,
      '--definition',
      'What everyone is due.',
      '--note',
      'Plural.',
    );
    expect(second.out).toContain('More is said of human-rights now.');
    expect(glossaryOf(folder)).toEqual({
      'human-rights': {
        definition: 'What everyone is due.',
        note: 'Plural.',
        forms: { en: ['human rights', 'Human Rights'], fr: ['droits humains', 'droit* humain*'] },
        forbidden: { fr: [{ form: 'droits de l’homme', use: 'droits humains', reason: 'house style' }] },
      },
    });
    const before = text(folder, GLOSSARY);
    expect((await add(folder, 'human rights', '--locale', 'fr', '--form', 'droits humains')).out).toContain(
      'already',
    );
    expect(text(folder, GLOSSARY)).toBe(before);
  });

  it('refuses to allow what is forbidden, and writes nothing then', async () => {
    const folder = newFolder({ 'hexapla.json': CONFIG });
    await add(folder, 'web', '--locale', 'fr', '--forbidden', 'toile');
    const before = text(folder, GLOSSARY);
    const { exit, out } = await add(folder, 'web', '--locale', 'fr', '--form', 'toile');
    expect([exit, out]).toEqual([1, expect.stringContaining('web (French): “toile” is forbidden')]);
    expect(text(folder, GLOSSARY)).toBe(before);
  });

  it('makes ids of Latin letters, of a digest for others, and new ones where one is taken', async () => {
    const folder = newFolder({ 'hexapla.json': CONFIG.replace('"en"', '"ka"') });
    await add(folder, 'ევროპა');
    await add(folder, 'Économie (forte)');
    await add(folder, 'economie-forte', '--keep');
    const ids = Object.keys(glossaryOf(folder));
    expect(ids).toEqual(['economie-forte', 'economie-forte-2', expect.stringMatching(/^t-[0-9a-f]{8}$/)]);
    expect(glossaryOf(folder)['economie-forte-2']).toMatchObject({ keep: true });
  });

  it('adds names to their own list', async () => {
    const folder = newFolder({ 'hexapla.json': CONFIG });
    const { exit } = await add(
      folder,
      'Baku',
      '--names',
      '--kind',
      'place',
      '--locale',
      'hy',
      '--form',
      'Բաքու,Բաքվ*',
    );
    expect(exit).toBe(0);
    expect(parseNames(text(folder, NAMES), NAMES)).toEqual({
      baku: { kind: 'place', forms: { en: ['Baku'], hy: ['Բաքու', 'Բաքվ*'] } },
    });
    expect(allFiles(folder)[GLOSSARY]).toBeUndefined();
    await add(folder, 'Baku', '--names', '--locale', 'pt', '--form', 'Bacu');
    const list = await hexapla(folder, ['terms', 'list', '--names']);
    expect(list.out).toMatch(/baku +place +en +Baku\n +hy +Բաքու\n +pt +Bacu\n/);
  });

  it('writes nothing with --dry-run', async () => {
    const folder = newFolder({ 'hexapla.json': CONFIG });
    const { out } = await add(folder, 'web', '--dry-run');
    expect(out).toContain('Nothing was written.');
    expect(Object.keys(allFiles(folder))).toEqual(['hexapla.json']);
  });

  it.each([
    [['web', '--locale', 'de', '--form', 'Netz'], 'de'],
    [['web', '--form', '*'], '--form'],
    [['w*eb'], 'TERM'],
    [['web', '--id', 'a b'], '--id'],
    [['web', '--names', '--keep'], '--keep'],
    [['web', '--kind', 'place'], '--kind'],
    [['web', '--names', '--kind', 'plce'], 'Did you mean place?'],
  ])('%j is a mistake', async (words, said) => {
    const folder = newFolder({ 'hexapla.json': CONFIG });
    const { exit, err } = await add(folder, ...words);
    expect([exit, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it('asks for the id where two terms are called so', async () => {
    const folder = newFolder({ 'hexapla.json': CONFIG });
    await add(folder, 'party', '--id', 'contract-party');
    await add(folder, 'party', '--id', 'political-party');
    const { exit, err } = await add(folder, 'party', '--locale', 'fr', '--form', 'parti');
    expect([exit, err]).toEqual([2, expect.stringMatching(/contract-party or political-party/)]);
  });
});

describe('hexapla terms list', () => {
  it('shows whole forms to people, and all of them to programs', async () => {
    const folder = newFolder({ 'hexapla.json': CONFIG });
    const empty = await hexapla(folder, ['terms', 'list']);
    expect(empty.out).toMatch(/The list is empty\.\nNext: hexapla terms find\n/);
    await add(folder, 'Baku', '--keep', '--locale', 'hy', '--form', 'Բաքու,Բաքվ*');
    await add(folder, 'Baku', '--locale', 'fr', '--form', 'Bakou*', '--forbidden', 'Baku*');
    const { out } = await hexapla(folder, ['terms', 'list']);
    expect(out).toMatch(/baku +en +Baku \(stays as it is\)\n +fr +Bakou… +Baku…\n +hy +Բաքու\n1 entry\n/);
    const { data } = await hexaplaJson<object>(folder, ['terms', 'list', '--locale', 'hy']);
    expect(data).toEqual({
      terms: [{ id: 'baku', keep: true, forms: { en: ['Baku'], hy: ['Բաքու', 'Բաքվ*'] }, forbidden: {} }],
    });
  });
});

describe('hexapla terms export and import', () => {
  it.each(['tbx', 'csv'])(
    'gives back as %s what it can carry, and loses nothing of the rest',
    async (format) => {
      const folder = newFolder({ 'hexapla.json': CONFIG });
      await add(
        folder,
        'human rights',
        '--locale',
        'fr',
        '--form',
        'droits humains',
        '--form',
        'droit* humain*',
        '--note',
        '=1+1',
      );
      await add(
        folder,
        'human rights',
        '--locale',
        'fr',
        '--forbidden',
        'droits de l’homme',
        '--reason',
        'style',
      );
      await add(folder, 'Baku', '--keep', '--definition', 'A city & a port.');
      const before = text(folder, GLOSSARY);
      const sent = await hexaplaJson<object>(folder, ['terms', 'export', '--format', format]);
      expect(sent).toEqual({ exit: 0, data: { path: `glossary.${format}`, terms: 2 } });
      const back = await hexaplaJson<object>(folder, ['terms', 'import', `glossary.${format}`]);
      expect(back.data).toEqual({
        files: [
          {
            path: `glossary.${format}`,
            added: [],
            changed: [],
            unchanged: ['baku', 'human-rights'],
            conflicts: [],
          },
        ],
      });
      expect(text(folder, GLOSSARY)).toBe(before);
      const other = newFolder({
        'hexapla.json': CONFIG,
        [`t.${format}`]: text(folder, `glossary.${format}`),
      });
      await hexapla(other, ['terms', 'import', `t.${format}`]);
      expect(glossaryOf(other)).toMatchObject({
        baku: { definition: 'A city & a port.', forms: { en: ['Baku'] } },
        'human-rights': { note: '=1+1', forms: { fr: expect.arrayContaining(['droits humains']) } },
      });
    },
  );

  it('adds what is new, and tells what a file says otherwise', async () => {
    const folder = newFolder({
      'hexapla.json': CONFIG,
      'a.csv': 'id;en;fr;fr (not);definition\nx;web|internet;toile;;A net.\n;dawn;aube;;\n',
      'b.csv': 'id,en,fr\n\n,broken,a*b\n',
    });
    await add(folder, 'web', '--locale', 'fr', '--forbidden', 'toile', '--definition', 'The web.');
    const { exit, data } = await hexaplaJson<{ files: object[] }>(folder, [
      'terms',
      'import',
      'a.csv',
      'b.csv',
    ]);
    expect(exit).toBe(1);
    expect(data.files).toEqual([
      {
        path: 'a.csv',
        added: ['dawn'],
        changed: ['web'],
        unchanged: [],
        conflicts: [
          { id: 'web', locale: null, kind: 'definition', ours: 'The web.', theirs: 'A net.' },
          { id: 'web', locale: 'fr', kind: 'forbidden', ours: 'toile', theirs: 'toile' },
        ],
      },
      {
        path: 'b.csv',
        added: ['broken'],
        changed: [],
        unchanged: [],
        conflicts: [{ id: '', locale: 'fr', kind: 'form', ours: '', theirs: 'a*b' }],
      },
    ]);
    expect(glossaryOf(folder)['web']).toEqual({
      definition: 'The web.',
      forms: { en: ['web', 'internet'] },
      forbidden: { fr: ['toile'] },
    });
    const again = await hexapla(folder, ['terms', 'import', 'b.csv']);
    expect(again.out).toMatch(/b\.csv +0 +0 +1 +1\n\(French\): “a\*b” cannot be a form/);
  });

  it.each([
    ['t.tbx', '<martif><text><body/></text></martif>', 't.tbx'],
    ['t.csv', 'id,name\n1,2\n', 'column'],
    ['t.csv', 'id,en\n1,"open\n', 'cut off'],
    ['t.csv', new Uint8Array([0x65, 0x6e, 0x0a, 0xe9]), 'UTF-8'],
  ])('refuses %s', async (path, content, said) => {
    const folder = newFolder({ 'hexapla.json': CONFIG, [path]: content });
    const { exit, err } = await hexapla(folder, ['terms', 'import', path]);
    expect([exit, err]).toEqual([3, expect.stringContaining(said)]);
    expect(Object.keys(allFiles(folder))).toEqual(['hexapla.json', path]);
  });
});

describe('hexapla terms find', () => {
  const sentences: readonly (readonly [string, string])[] = [
    ['The Steering Committee met in Baku on Monday.', 'Le comité directeur s’est réuni à Bakou lundi.'],
    [
      'Members of the Steering Committee came late.',
      'Des membres du comité directeur sont arrivés en retard.',
    ],
    ['We asked the Steering Committee for advice.', 'Nous avons demandé conseil au comité directeur.'],
    ['The road to Baku was closed.', 'La route de Bakou était fermée.'],
    ['People in Baku speak of free elections.', 'À Bakou, on parle d’élections libres.'],
    ['They hope for free elections in spring.', 'On espère des élections libres au printemps.'],
    ['There were no free elections last year.', 'L’an dernier, il n’y a pas eu d’élections libres.'],
    ['The hall was empty.', 'La salle était vide.'],
  ];

  it('gives phrases that recur with their wordings, without those that are known', async () => {
    const folder = newFolder({
      'hexapla.json': CONFIG,
      'docs/a.md': `${sentences.map(([en]) => en).join('\n\n')}\n`,
    });
    await hexapla(folder, ['extract']);
    const { data: list } = await hexaplaJson<{ segments: { id: string }[] }>(folder, ['segments', 'a']);
    for (const [at, [, fr]] of sentences.entries()) {
      await hexapla(folder, ['set', 'a', list.segments[at]?.id ?? '', '--locale', 'fr'], { stdin: fr });
    }
    const find = ['terms', 'find', '--locale', 'fr'];
    const { data } = await hexaplaJson<{ candidates: { term: string; kind: string; wordings: object }[] }>(
      folder,
      find,
    );
    expect(data.candidates.map(({ term, kind }) => [term, kind])).toEqual([
      ['free elections', 'term'],
      ['Steering Committee', 'name'],
      ['Baku', 'name'],
    ]);
    expect(data.candidates.map(({ wordings }) => wordings)).toMatchObject([
      { fr: { form: 'élections libres', count: 3, of: 3 } },
      { fr: { form: 'comité directeur', count: 3, of: 3 } },
      { fr: { form: 'Bakou', count: 3, of: 3 } },
    ]);
    const { out } = await hexapla(folder, find);
    const [next] = /terms add .*/.exec(out) ?? [];
    expect(next).toBe('terms add "free elections" --locale fr --form "élections libres"');
    await add(folder, 'Steering Committee', '--locale', 'fr', '--form', 'comité directeur');
    expect((await hexapla(folder, find)).out).not.toContain('Steering');
    const names = await hexapla(folder, [...find, '--names', '--least', '2', '--most', '1']);
    expect(names.out).toMatch(/Steering Committee +3 +fr/);
    expect((await hexapla(folder, [...find, '--least', '9'])).out).toBe('No phrase recurs so often.\n');
    expect((await hexapla(folder, [...find, '--least', 'x'])).exit).toBe(2);
  });
});

it('two that add at once lose nothing', async () => {
  const folder = newFolder({ 'hexapla.json': CONFIG, 'in.csv': 'en,fr\nweb,toile\n' });
  putFiles(folder, { 'docs/a.md': 'One.\n' });
  const both = await Promise.all([add(folder, 'one'), add(folder, 'two')]);
  expect(both.map(({ exit }) => exit)).toEqual([0, 0]);
  expect(Object.keys(glossaryOf(folder)).sort()).toEqual(['one', 'two']);
});
