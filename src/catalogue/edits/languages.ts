import { az } from '../languages/az.ts';
import { be } from '../languages/be.ts';
import { de } from '../languages/de.ts';
import { en } from '../languages/en.ts';
import { fr } from '../languages/fr.ts';
import { hy } from '../languages/hy.ts';
import { ka } from '../languages/ka.ts';
import { ro } from '../languages/ro.ts';
import { ru } from '../languages/ru.ts';
import { uk } from '../languages/uk.ts';
import type { Language } from './language.ts';

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
