/** One facet: its values with their counts, the commonest in sight, the rest on demand. */
import { Checkbox } from 'antd'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { FacetName } from '#shared/contract/records'
import type { RecordType } from '#shared/model/recordTypes'
import { sortFacet, useFacetLabel, type FacetValue } from './facetLabel'
import styles from './FacetColumn.module.css'

/** A facet with a few more than this shows them all: a button would take the place of the last. */
const inSight = 8

interface FacetGroupProps {
  facet: FacetName
  type: RecordType
  values: readonly FacetValue[]
  chosen: readonly string[]
  isFolded: boolean
  onFold: () => void
  onToggle: (value: string) => void
}

export const FacetGroup = ({ facet, type, values, chosen, isFolded, onFold, onToggle }: FacetGroupProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const language = useLanguage()
  const label = useFacetLabel()
  const id = useId()
  const [showsAll, setShowsAll] = useState(false)
  const gone = chosen.filter((value) => !values.some((other) => other.value === value)).map((value) => ({ value, count: 0 }))
  const sorted = sortFacet(facet, [...values, ...gone], type)
  const isLong = sorted.length > inSight + 1
  const shown = isLong && !showsAll ? sorted.filter(({ value }, index) => index < inSight || chosen.includes(value)) : sorted
  if (sorted.every(({ value }) => value === '' && !chosen.includes(value))) return null
  return (
    <section className={styles.group}>
      <h3><button type="button" className={styles.fold} aria-expanded={!isFolded} aria-controls={id} onClick={onFold}>
        {t(`common:facet.${facet}`)}{isFolded ? <ChevronRight size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
      </button></h3>
      {!isFolded && (
        <div id={id} role="group" aria-label={t(`common:facet.${facet}`)}>
          {shown.map(({ value, count }) => (
            <Checkbox key={value} className={styles.value ?? ''} checked={chosen.includes(value)} onChange={() => onToggle(value)}>
              <span className={styles.word} title={label(facet, value)}>{label(facet, value)}</span>
              <span className={styles.count}>{formatCount(count, language)}</span>
            </Checkbox>
          ))}
          {isLong && <button type="button" className={styles.more} onClick={() => setShowsAll(!showsAll)}>{showsAll ? t('fewer') : t('moreValues', { count: sorted.length - shown.length })}</button>}
        </div>
      )}
    </section>
  )
}
