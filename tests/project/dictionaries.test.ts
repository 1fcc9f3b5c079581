import { describe, expect, test } from 'vitest';
import { readDictionaries } from '../../src/project/dictionaries.ts';
import { createSpeller } from '../../src/project/hunspell.ts';
import { newFolder } from '../support/folder.ts';
import { thrown } from '../support/thrown.ts';

const AFF = `SET UTF-8
# suffixes and a prefix that cross
SFX S Y 2
SFX S y ies [^aeiou]y
SFX S 0 s [^y]
PFX U Y 1
PFX U 0 un .
SFX D N 1
SFX D 0 ed/S e
`;

describe('affixes', () => {
  const right = createSpeller(AFF, '5\npony/S\ntie/SU\ndate/D\nArmenia\niron\tpo:noun\n');

  test.each([
    'pony',
    'ponies',
    'tie',
    'ties',
    'untie',
    'unties',
    'Armenia',
    'iron',
    'Iron',
    'PONIES',
    'ARMENIA',
  ])('%s is right', (word) => {
    expect(right(word)).toBe(true);
  });

  test.each(['ponys', 'ponie', 'unpony', 'armenia', 'iRon', 'po:noun', 'tiess', 'ununtie'])(
    '%s is wrong',
    (word) => {
      expect(right(word)).toBe(false);
    },
  );

  test('two suffixes, the second allowed by the first', () => {
    const two = createSpeller('SFX A Y 1\nSFX A 0 er/B .\nSFX B Y 1\nSFX B 0 s .\n', '1\nwork/A\n');
    expect(['work', 'worker', 'workers', 'works'].map(two)).toEqual([true, true, true, false]);
  });

  test('an affix that must be there, one that goes around, and what is forbidden', () => {
    const aff =
      'NEEDAFFIX x\nCIRCUMFIX c\nFORBIDDENWORD f\nPFX P Y 1\nPFX P 0 ge/c .\nSFX Q Y 2\nSFX Q 0 t/c .\nSFX Q 0 e .\n';
    const right = createSpeller(aff, '3\nsag/PQ\nleg/xQ\nbad/f\n');
    expect(['gesagt', 'gesag', 'sagt', 'sage', 'leg', 'lege', 'bad', 'BAD'].map(right)).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('forms of flags', () => {
  test.each([
    ['FLAG long', 'Aa', 'AaBb'],
    ['FLAG num', '12', '12,7'],
    ['FLAG UTF-8', 'é', 'éb'],
  ])('%s', (line, flag, flags) => {
    const right = createSpeller(`${line}\nSFX ${flag} Y 1\nSFX ${flag} 0 s .\n`, `1\ncat/${flags}\n`);
    expect(right('cats')).toBe(true);
  });

  test('aliases', () => {
    const right = createSpeller('AF 2\nAF X\nAF S\nSFX S Y 1\nSFX S 0 s .\n', '2\ncat/2\ndog/1\n');
    expect(['cats', 'dogs'].map(right)).toEqual([true, false]);
  });
});

describe('compounds', () => {
  const right = createSpeller(
    'COMPOUNDMIN 3\nCOMPOUNDBEGIN b\nCOMPOUNDEND e\nONLYINCOMPOUND o\nSFX S Y 1\nSFX S 0 en .\n',
    '3\nhaus/b\ntür/eS\nbahn/o\n',
  );
  test('parts have their places, and the last one its endings', () => {
    expect(['haustür', 'haustüren', 'türhaus', 'haushaus', 'bahn', 'haus'].map(right)).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});

test('marks that are passed over, letters that are read as others, capitals of the language', () => {
  const hy = createSpeller('SET UTF-8\nIGNORE ՛՜՞\nICONV 1\nICONV և եւ\n', '2\nեւս\nո՞վ\n');
  expect(['ևս', 'ով', 'ո՞վ', 'ի՞նչ'].map(hy)).toEqual([true, true, true, false]);
  const tr = createSpeller('LANG tr_TR\n', '2\nışık\niyi\n');
  expect(['Işık', 'IŞIK', 'İyi', 'Iyi'].map(tr)).toEqual([true, true, true, false]);
});

test('a hostile word and a hostile dictionary cost little', () => {
  const right = createSpeller('COMPOUNDFLAG c\nCOMPOUNDMIN 1\nSFX S Y 1\nSFX S 0 a [a\n', '1\na/cS\n');
  const started = performance.now();
  expect(right(`${'a'.repeat(59)}b`)).toBe(false);
  expect(right('a'.repeat(100_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});

describe('a project’s dictionaries', () => {
  // "да" in KOI8-R
  const files = {
    'words/ru.aff': 'SET KOI8-R\n',
    'words/ru.dic': Buffer.concat([Buffer.from('1\n'), Buffer.from([0xc4, 0xc1, 0x0a])]),
    'words/xx.aff': 'SET NOTHING-1\n',
  };

  test('are read in their own encoding', () => {
    const root = newFolder(files);
    const { ru } = readDictionaries(root, { ru: { aff: 'words/ru.aff', dic: 'words/ru.dic' } });
    expect([ru?.('да'), ru?.('Да'), ru?.('нет'), ru?.('да')]).toEqual([true, true, false, true]);
  });

  test('a file that is missing is told at once, an encoding that nobody knows when it is read', () => {
    const root = newFolder(files);
    expect(
      thrown(() => readDictionaries(root, { ru: { aff: 'words/ru.aff', dic: 'words/ru.dik' } })),
    ).toMatchObject({
      code: 'file-missing',
    });
    const { ru } = readDictionaries(root, { ru: { aff: 'words/xx.aff', dic: 'words/ru.dic' } });
    expect(thrown(() => ru?.('да'))).toMatchObject({ code: 'file-unreadable' });
  });
});
