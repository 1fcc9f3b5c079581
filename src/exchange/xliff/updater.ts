import type { State } from '../../model/catalogue.ts';
import type { Attributes, XmlFeed } from '../xml/feed.ts';
import type { Splice } from '../xml/tag.ts';

/** What is written into a returned file for one segment; what is absent stays as it is. */
export interface SegmentChange {
  readonly state?: State;
  /** In words, worst first. They replace those of an earlier update. */
  readonly findings?: readonly string[];
}

/** Follows the elements of a unit, and says at its end what is changed in it. */
export interface Updater {
  open(name: string, attributes: Attributes): boolean;
  close(name: string): void;
  /** Where the unit begins that is open, or null. */
  readonly from: number | null;
  /** The changes of the unit that has just ended, in their order. */
  takeSplices(): readonly Splice[];
}

/** What an updater asks of the text. */
export interface UpdateText {
  readonly feed: XmlFeed;
  slice(from: number, to: number): string;
  /** The change for a segment of the current `file`. */
  changeOf(id: string): SegmentChange | undefined;
}
