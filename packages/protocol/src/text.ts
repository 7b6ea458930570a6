/** What a person reads, in each language of the product. The study's author writes both. */
export interface Text {
  readonly en: string
  readonly nb: string
}

export type Language = keyof Text

export const languages: readonly Language[] = ['en', 'nb']
