import type { ReturnedSegment } from '../../model/transfer.ts';
import type { Attributes } from '../xml/feed.ts';

/** Who follows the elements of one `file`, in the version that the root names. */
export interface FileReader {
  /** The language that the first target names, for a file that does not. */
  readonly targetLanguage: string | null;
  open(name: string, attributes: Attributes): boolean;
  /** Whether the text that follows is content. */
  readonly listening: boolean;
  text(text: string): void;
  close(name: string): void;
}

/** Takes each segment as its unit ends. */
export type Emit = (segment: ReturnedSegment) => void;

/** An attribute in the namespace of a tool that is known, by its name as `mq:status`. */
export type ToolAttribute = (attributes: Attributes, name: string) => string | undefined;
