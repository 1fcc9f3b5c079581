import { fr } from './fr.ts';
import type { Typography } from './type.ts';

/** Marks of Canadian French. */
export const frCA: Typography = {
  ...fr,
  spaces: 'canadian',
};
