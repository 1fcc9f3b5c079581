import type { ProfileData } from './shape.ts';

/**
 * Armenian. The full stop is `։` (U+0589), in typed text often `:`; `.` and `․` (U+2024) are the mijaket, a pause
 * inside the sentence, and mark abbreviations and initials. `՞`, `՜`, `՛` sit inside the word and end nothing.
 */
export const ARMENIAN: ProfileData = {
  before: '',
  closing: '',
  either: '',
  number: '',
  openers: '',
  labels: 'հոդված հոդուած գլուխ կետ մաս',
  stops: ':',
  dotIsPause: true,
};
