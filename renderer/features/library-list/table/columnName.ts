/** What a column is called: the team and the unit share one, which bears the name of the facet. */
import type { TFunction } from 'i18next'

const plain = ['number', 'title', 'stage', 'edition', 'field', 'tags', 'date', 'updatedAt', 'polarity', 'attachments', 'confidentiality', 'authors'] as const

export const columnName = (key: string, nameOf: (key: string) => string, t: TFunction<readonly ['library-list', 'common']>): string => {
  const known = plain.find((each) => each === key)
  return known ? t(`common:field.${known}`) : nameOf(key)
}
