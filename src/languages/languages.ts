import type { Language } from './language.ts';
import { az } from './words/az.ts';
import { be } from './words/be.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import { hy } from './words/hy.ts';
import { ka } from './words/ka.ts';
import { ro } from './words/ro.ts';
import { ru } from './words/ru.ts';
import { uk } from './words/uk.ts';

/** The languages that have data, by their subtag. A later language is one file and one name here. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  en,
  hy,

  az,
  be,
  ka,
  ro,
  uk,
  ru,
  fr,
  de,
};

/** Subtags whose data stands under another one: Western Armenian. */
export const ALIASES: Readonly<Record<string, string>> = { hyw: 'hy' };
