/** A name of the project: a person, a place, an organisation; how it is written in each locale, best first. */
export interface Name {
  readonly kind?: 'person' | 'place' | 'organisation';
  /** Forms by locale, inflected ones too; a form that ends in `*` stands for every word with that stem. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
}

/** The project's names by their ids. */
export type Names = Readonly<Record<string, Name>>;
