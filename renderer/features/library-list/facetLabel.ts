/** What a facet's value is called on screen, and the order of the values. */
import { useTranslation } from 'react-i18next'
import { Confidentiality } from '#shared/model/record'
import { stagesOf, type RecordType } from '#shared/model/recordTypes'

export interface FacetValue { value: string; count: number; parent?: string | undefined }

/** Of what every record says; own fields of a type have names of their own. */
export const useFacetLabel = (): ((facet: string, value: string) => string) => {
  const { t } = useTranslation('common')
  return (facet, value) => {
    if (value === '') return t('notGiven')
    switch (facet) {
      case 'stage': return t(`stage.${value}`, { defaultValue: value })
      case 'polarity': return t(`polarity.${value}`, { defaultValue: value })
      case 'confidentiality': return t(`confidentiality.${value}`, { defaultValue: value })
      case 'attachments': return t(value === 'true' ? 'hasAttachments' : 'noAttachments')
      default: return value
    }
  }
}

const orderOf = (facet: string, type: RecordType): readonly string[] | undefined => {
  if (facet === 'stage') return stagesOf(type)
  if (facet === 'attachments') return ['true', 'false']
  return facet === 'confidentiality' ? Confidentiality.options : undefined
}

/** Stages in the order of their lives, years from the latest, choices as they were defined, all else by how many there are; what is not given comes last. */
export const sortFacet = (facet: string, values: readonly FacetValue[], type: RecordType, options?: readonly string[]): FacetValue[] => {
  const order = options ?? orderOf(facet, type)
  const compare = (a: FacetValue, b: FacetValue): number => {
    if ((a.value === '') !== (b.value === '')) return a.value === '' ? 1 : -1
    if (order) return order.indexOf(a.value) - order.indexOf(b.value)
    if (facet === 'year') return b.value.localeCompare(a.value)
    return b.count - a.count || a.value.localeCompare(b.value, 'zh-CN')
  }
  return [...values].sort(compare)
}
