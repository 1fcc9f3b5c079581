import type { Kind } from './fault.ts';
import { CEASEFIRE, NAMES } from './term-texts.ts';
import type { Row } from './world.ts';

const CEASEFIRES = ['name3', 'name4', 'name5'];

/** The term's words in a text, replaced by one word; a suffix that a hyphen or a stem carries goes with them. */
function reworded({ locale, target }: Row, to: string): string | null {
  const { forms = [] } = CEASEFIRE[locale] ?? {};
  for (const form of forms) {
    const stem = form.replace('*', '');
    const pattern = new RegExp(form.endsWith('*') ? `${stem}\\p{L}*` : stem, 'iu');
    if (pattern.test(target)) return target.replace(pattern, to);
  }
  return null;
}

const forbiddenWord = (locale: string): string =>
  (CEASEFIRE[locale]?.forbidden[0] ?? '').replace('*', locale === 'uk' || locale === 'ru' ? 'я' : '');

function renamed({ locale, target }: Row, of: 'person' | 'place'): string | null {
  const name = NAMES[locale];
  if (!name) return null;
  const [right, wrong] = of === 'person' ? [name.person, name.wrong] : [name.place, name.wrongPlace];
  return target.includes(right) ? target.replace(right, wrong) : null;
}

/** Faults in what the project has agreed to call things. */
export const TERM_KINDS: readonly Kind[] = [
  {
    rule: 'glossary',
    name: 'another word for the term',
    keys: CEASEFIRES,
    each: 3,
    breakIt: (row) => reworded(row, CEASEFIRE[row.locale]?.other ?? ''),
  },
  {
    rule: 'forbidden',
    name: 'the forbidden word',
    keys: CEASEFIRES,
    each: 3,
    breakIt: (row) => reworded(row, forbiddenWord(row.locale)),
  },
  {
    rule: 'names-consistency',
    name: 'a person spelled otherwise',
    keys: ['name1', 'name2'],
    each: 2,
    anywhere: true,
    breakIt: (row) => renamed(row, 'person'),
  },
  {
    rule: 'names-consistency',
    name: 'a place spelled otherwise',
    keys: ['name3', 'name5'],
    each: 1,
    anywhere: true,
    breakIt: (row) => renamed(row, 'place'),
  },
  {
    rule: 'names-consistency',
    name: 'a person spelled otherwise, without a list',
    worlds: ['bare names'],
    keys: ['name1', 'name2'],
    each: 2,
    anywhere: true,
    breakIt: (row) => renamed(row, 'person'),
  },
];
