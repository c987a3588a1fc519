/** The units of a list as a tree: each counts the records of all that is below it, and stands for them when it is chosen. */
import { Checkbox } from 'antd'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { FacetValue } from '../facetLabel'
import { unitForest, type UnitBranch } from './unitForest'
import styles from './FacetColumn.module.css'

interface UnitTreeProps { values: readonly FacetValue[]; chosen: readonly string[]; nameOf: (value: string) => string; onToggle: (value: string) => void }

/** With as many units as this or fewer the whole tree is open. */
const openAtOnce = 12

export const UnitTree = ({ values, chosen, nameOf, onToggle }: UnitTreeProps) => {
  const { t } = useTranslation('library-list')
  const language = useLanguage()
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const forest = unitForest(values)
  const hasTree = forest.some(({ below }) => below.length > 0)
  const isOpen = ({ value, below }: UnitBranch, level: number): boolean => {
    const byDefault = values.length <= openAtOnce || level === 0 || below.some((each) => chosen.includes(each.value))
    return byDefault !== changed.has(value)
  }
  const toggleOpen = (value: string): void => {
    const next = new Set(changed)
    if (!next.delete(value)) next.add(value)
    setChanged(next)
  }
  const draw = (branches: readonly UnitBranch[], level: number) => (
    <ul className={styles.units} data-flat={!hasTree || undefined}>
      {branches.map((branch) => {
        const { value, count, below } = branch
        const open = isOpen(branch, level)
        const name = nameOf(value)
        return (
          <li key={value}>
            <div className={styles.unit}>
              {below.length > 0
                ? <button type="button" className={styles.opener} aria-expanded={open} aria-label={t('unitsBelow', { unit: name })} onClick={() => { toggleOpen(value) }}>{open ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}</button>
                : hasTree && <span className={styles.opener} />}
              <Checkbox className={styles.value ?? ''} checked={chosen.includes(value)} onChange={() => onToggle(value)}>
                <span className={styles.word} title={name}>{name}</span>
                <span className={styles.count}>{formatCount(count, language)}</span>
              </Checkbox>
            </div>
            {below.length > 0 && open && draw(below, level + 1)}
          </li>
        )
      })}
    </ul>
  )
  return draw(forest, 0)
}
