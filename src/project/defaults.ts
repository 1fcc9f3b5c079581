import type { UnitKind } from '../model/block.ts';
import type { State } from '../model/catalogue.ts';
import type { Severity, Stage } from '../model/finding.ts';
import type { Policy, Thresholds } from '../model/publication.ts';
import type { RuleId } from '../model/rules.ts';

/** Other rules of publication for some locales or documents; what it leaves out stays as it is for all. */
export interface Override {
  /** All of them unless given. */
  readonly locales?: readonly string[] | undefined;
  /** Paths, patterns or names; all of them unless given. */
  readonly documents?: readonly string[] | undefined;
  readonly policy?: Policy | undefined;
  readonly thresholds?: Thresholds | null | undefined;
  readonly rules?: RuleChoices | undefined;
}

/** What a project decides about checks: other severities, `off` for none, `on` for those that have to be asked for. */
export type RuleChoices = Readonly<Partial<Record<RuleId, RuleChoice>>>;
export type RuleChoice = Severity | 'off' | 'on';

/** A project's settings of the checks. */
export interface Checks {
  /** Whether all must be ready to be published, or only what is there so far must be right. */
  readonly stage: Stage;
  /** The locales that must be complete; null for all of them. */
  readonly required: readonly string[] | null;
  readonly rules: RuleChoices;
  /** Regular expressions of what must be the same in source and target. */
  readonly placeholders: readonly string[];
  /** The least and the greatest length of a target by that of its source, by locale. */
  readonly lengths: Readonly<Record<string, readonly [number, number]>>;
  /** Hunspell's two files by locale, below the project's root. */
  readonly dictionaries: Readonly<Record<string, { readonly aff: string; readonly dic: string }>>;
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
  readonly checks: Checks;
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
  checks: {
    stage: 'publish',
    required: null,
    rules: {},
    placeholders: [],
    lengths: {},
    dictionaries: {},
  },
};
