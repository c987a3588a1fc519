/** One facet of the results: its values with their counts, the first few in sight, the rest on demand; several can be chosen. */
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { SearchFacet } from '#shared/contract/search'
import { valuesInSight, type FacetValue } from './facetValues'
import styles from './Facets.module.css'

/** A facet with one more than this shows it: a button would take its place. */
const inSight = 6

interface FacetGroupProps {
  facet: SearchFacet
  values: readonly FacetValue[]
  chosen: readonly string[]
  onToggle: (value: string) => void
}

const useFacetWord = (facet: SearchFacet): ((value: string) => string) => {
  const { t } = useTranslation('common')
  return (value) => {
    if (value === '') return t('notGiven')
    return facet === 'type' || facet === 'stage' || facet === 'polarity' ? t(`${facet}.${value}`, { defaultValue: value }) : value
  }
}

export const FacetGroup = ({ facet, values, chosen, onToggle }: FacetGroupProps) => {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const word = useFacetWord(facet)
  const [showsAll, setShowsAll] = useState(false)
  const isLong = values.length > inSight + 1
  const shown = isLong && !showsAll ? valuesInSight(values, chosen, inSight) : values
  return (
    <fieldset className={styles.group}>
      <legend>{t(`facet.${facet}`)}</legend>
      {shown.map(({ value, count }) => (
        <Checkbox key={value} className={styles.value ?? ''} checked={chosen.includes(value)} onChange={() => onToggle(value)}>
          <span className={styles.word} title={word(value)}>{word(value)}</span><span className={styles.count}>{formatCount(count, language)}</span>
        </Checkbox>
      ))}
      {isLong && (
        <button type="button" className={styles.more} aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('fewer') : t('moreValues', { count: values.length - shown.length })}
        </button>
      )}
    </fieldset>
  )
}
