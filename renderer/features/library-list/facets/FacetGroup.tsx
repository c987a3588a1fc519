/** One facet: its values with their counts, the commonest in sight, the rest on demand; units as a tree. */
import { Checkbox } from 'antd'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { RecordType } from '#shared/model/recordTypes'
import { sortFacet, type FacetValue } from '../facetLabel'
import type { ListFields } from '../useListFields'
import { UnitTree } from './UnitTree'
import styles from './FacetColumn.module.css'

/** A facet with a few more than this shows them all: a button would take the place of the last. */
const inSight = 8

interface FacetGroupProps {
  facet: string
  fields: ListFields
  type: RecordType
  values: readonly FacetValue[]
  chosen: readonly string[]
  isFolded: boolean
  onFold: () => void
  onToggle: (value: string) => void
}

const Values = ({ facet, fields: { valueName, optionsOf }, type, values, chosen, onToggle }: Pick<FacetGroupProps, 'facet' | 'fields' | 'type' | 'values' | 'chosen' | 'onToggle'>) => {
  const { t } = useTranslation('library-list')
  const language = useLanguage()
  const [showsAll, setShowsAll] = useState(false)
  const sorted = sortFacet(facet, values, type, optionsOf(facet))
  const isLong = sorted.length > inSight + 1
  const shown = isLong && !showsAll ? sorted.filter(({ value }, index) => index < inSight || chosen.includes(value)) : sorted
  return (
    <>
      {shown.map(({ value, count }) => (
        <Checkbox key={value} className={styles.value ?? ''} checked={chosen.includes(value)} onChange={() => onToggle(value)}>
          <span className={styles.word} title={valueName(facet, value)}>{valueName(facet, value)}</span>
          <span className={styles.count}>{formatCount(count, language)}</span>
        </Checkbox>
      ))}
      {isLong && <button type="button" className={styles.more} onClick={() => setShowsAll(!showsAll)}>{showsAll ? t('fewer') : t('moreValues', { count: sorted.length - shown.length })}</button>}
    </>
  )
}

export const FacetGroup = ({ facet, fields, type, values, chosen, isFolded, onFold, onToggle }: FacetGroupProps) => {
  const id = useId()
  const gone = chosen.filter((value) => !values.some((other) => other.value === value)).map((value) => ({ value, count: 0 }))
  const all = [...values, ...gone]
  if (all.every(({ value }) => value === '' && !chosen.includes(value))) return null
  const name = fields.nameOf(facet)
  return (
    <section className={styles.group}>
      <h3><button type="button" className={styles.fold} aria-expanded={!isFolded} aria-controls={id} onClick={onFold}>
        {name}{isFolded ? <ChevronRight size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
      </button></h3>
      {!isFolded && (
        <div id={id} role="group" aria-label={name}>
          {facet === 'unit'
            ? <UnitTree values={all} chosen={chosen} nameOf={(value) => fields.valueName(facet, value)} onToggle={onToggle} />
            : <Values facet={facet} fields={fields} type={type} values={all} chosen={chosen} onToggle={onToggle} />}
        </div>
      )}
    </section>
  )
}
