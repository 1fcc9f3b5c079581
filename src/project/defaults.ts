import type { UnitKind } from '../model/block.ts';
import type { State } from '../model/catalogue.ts';
import type { Policy, Thresholds } from '../model/publication.ts';

/** Other rules of publication for some locales or documents; what it leaves out stays as it is for all. */
export interface Override {
  /** All of them unless given. */
  readonly locales?: readonly string[] | undefined;
  /** Paths, patterns or names; all of them unless given. */
  readonly documents?: readonly string[] | undefined;
  readonly policy?: Policy | undefined;
  readonly thresholds?: Thresholds | null | undefined;
}

/** The settings that a configuration may leave out. */
export interface Optional {
  readonly catalogues: string;
  readonly handoff: string;
  readonly editions: string;
  readonly segmentation: 'sentence' | 'block';
  readonly softBreaks: 'auto' | 'space' | 'boundary';
  readonly policy: Policy;
  readonly minState: State;
  /** The shares of segments, by state, from which an edition goes out; null for those that the policy has. */
  readonly thresholds: Thresholds | null;
  /** Later ones go before earlier ones. */
  readonly overrides: readonly Override[];
  /** The languages whose text is authentic; none where nothing is declared. */
  readonly authentic: readonly string[];
  readonly links: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly site: string | null;
  readonly frontMatter: readonly string[];
  readonly instruction: string | null;
  readonly spellings: readonly (readonly [string, string])[];
  readonly names: readonly string[];
  /** The greatest length of a unit's target in code points, by the unit's kind. */
  readonly sizeLimits: Readonly<Partial<Record<UnitKind, number>>>;
  /** Segments that stay as they are in every language: whole texts, and kinds of units. */
  readonly keep: { readonly texts: readonly string[]; readonly kinds: readonly UnitKind[] };
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
  thresholds: null,
  overrides: [],
  authentic: [],
  links: {},
  site: null,
  frontMatter: ['title', 'description', 'subtitle', 'summary'],
  instruction: null,
  spellings: [],
  names: [],
  sizeLimits: {},
  keep: { texts: [], kinds: [] },
};
