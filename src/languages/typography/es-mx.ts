import { es } from './es.ts';
import type { Typography } from './type.ts';

/** Marks of Mexican Spanish, and that of the Americas. */
export const esMX: Typography = {
  ...es,
  quotes: ['“”', '‘’', '«»'],
};
