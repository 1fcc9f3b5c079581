import type { ReturnedSegment } from '../../model/transfer.ts';
import type { Attributes } from '../xml/feed.ts';

/** Who follows the elements of one `file`, in the version that the root names. */
export interface FileReader {
  readonly segments: readonly ReturnedSegment[];
  /** The handoff's digest, where the file's attributes still hold it. */
  handoffOf(attributes: Attributes): string | null;
  open(name: string, attributes: Attributes): boolean;
  /** Whether the text that follows is content. */
  readonly listening: boolean;
  text(text: string): void;
  close(name: string): void;
}
