export type NameKind = 'person' | 'place' | 'organisation';
export const NAME_KINDS: readonly NameKind[] = ['person', 'place', 'organisation'];

/** A name of the project: a person, a place, an organisation; how it is written in each locale, best first. */
export interface Name {
  readonly kind?: NameKind;
  /** Forms by locale, inflected ones too; a word of a form that ends in `*` stands for every word that begins so. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
}

/** The project's names by their ids. */
export type Names = Readonly<Record<string, Name>>;
