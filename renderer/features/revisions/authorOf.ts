/** Who made a revision, as declared. */
import type { TFunction } from 'i18next'
import type { RevisionEntry } from '#shared/contract/records'

export const authorOf = ({ by: { name, unit }, kind }: Pick<RevisionEntry, 'by' | 'kind'>, t: TFunction): string => {
  if (kind === 'outside') return t('revisions:otherProgram')
  return [name, unit].filter((part) => part !== '').join('　') || t('revisions:nobody')
}
