/** A term of the project: what it means, what it is called, and what it may not be called, by locale. */
export interface GlossaryTerm {
  readonly definition?: string;
  /** Best first. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  readonly forbidden: Readonly<Record<string, readonly string[]>>;
}

/** The project's terms by their ids. */
export type Glossary = Readonly<Record<string, GlossaryTerm>>;
