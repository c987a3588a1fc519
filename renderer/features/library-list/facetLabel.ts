/** What a facet's value is called on screen, and the order of the values. */
import { useTranslation } from 'react-i18next'
import type { FacetName } from '#shared/contract/records'
import { stagesOf, type RecordType } from '#shared/model/recordTypes'

export interface FacetValue { value: string; count: number }

export const useFacetLabel = (): ((facet: FacetName, value: string) => string) => {
  const { t } = useTranslation('common')
  return (facet, value) => {
    if (value === '') return t('notGiven')
    if (facet === 'stage') return t(`stage.${value}`, { defaultValue: value })
    return facet === 'polarity' ? t(`polarity.${value}`, { defaultValue: value }) : value
  }
}

/** Stages in the order of their lives, years from the latest, all else by how many there are; what is not given comes last. */
export const sortFacet = (facet: FacetName, values: readonly FacetValue[], type: RecordType): FacetValue[] => {
  const stages = stagesOf(type)
  const compare = (a: FacetValue, b: FacetValue): number => {
    if ((a.value === '') !== (b.value === '')) return a.value === '' ? 1 : -1
    if (facet === 'stage') return stages.indexOf(a.value) - stages.indexOf(b.value)
    if (facet === 'year') return b.value.localeCompare(a.value)
    return b.count - a.count || a.value.localeCompare(b.value, 'zh-CN')
  }
  return [...values].sort(compare)
}
