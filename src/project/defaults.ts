import type { State } from '../model/catalogue.ts';

/** The settings that a configuration may leave out. */
export interface Optional {
  readonly catalogues: string;
  readonly handoff: string;
  readonly editions: string;
  readonly segmentation: 'sentence' | 'block';
  readonly softBreaks: 'auto' | 'space' | 'boundary';
  readonly policy: 'hold' | 'fallback';
  readonly minState: State;
  readonly links: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly site: string | null;
  readonly frontMatter: readonly string[];
  readonly instruction: string | null;
  readonly spellings: readonly (readonly [string, string])[];
  readonly names: readonly string[];
}

/** What holds for a setting that a configuration leaves out. */
export const DEFAULTS: Optional = {
  catalogues: 'locales/{locale}/{name}.json',
  handoff: 'handoff/{locale}/{name}.{locale}.xlf',
  editions: 'editions',
  segmentation: 'sentence',
  softBreaks: 'auto',
  policy: 'hold',
  minState: 'reviewed',
  links: {},
  site: null,
  frontMatter: ['title', 'description', 'subtitle', 'summary'],
  instruction: null,
  spellings: [],
  names: [],
};
