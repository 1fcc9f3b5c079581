import type { EditionFile } from '../pipeline-build.ts';
import type { Prepared } from '../pipeline-exchange.ts';
import type { ProjectDocument } from '../project/layout.ts';

/** A document in a locale, ready to be sent. */
export interface Sendable extends Prepared {
  readonly document: ProjectDocument;
  readonly locale: string;
  /** The document's own bytes. */
  readonly bytes: Uint8Array;
  /** Pages that show the document and its translation so far. */
  readonly preview: () => readonly EditionFile[];
}
