/** The conditions of a release, one row each: met, or what exactly is missing and the way there. */
import { ArrowRight, Check, ChevronDown, ChevronRight, CircleAlert, CircleMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useNarrow } from '#renderer/ui/useNarrow'
import type { GateCondition, GateGap } from '#shared/model/product/releaseGate'
import type { RecordContent } from '#shared/model/record'
import styles from './Gate.module.css'
import { gapKey } from './gapPlace'
import { useGapText } from './useGapText'

interface GateListProps {
  content: RecordContent
  /** The number that the next edition gets. */
  edition: number
  conditions: readonly GateCondition[]
  /** What a condition that is met counts. */
  detailOf: (key: GateCondition['key']) => string
  /** Undefined where nothing can be changed. */
  onGo: ((gap: GateGap) => void) | undefined
}

/** What is nothing to mend now keeps the next edition from being released all the same. */
const ConditionIcon = ({ isMet, isCalm }: { isMet: boolean; isCalm: boolean }) => {
  const { t } = useTranslation('product')
  if (isMet) return <Check size={15} role="img" aria-label={t('gate.met')} />
  const Icon = isCalm ? CircleMinus : CircleAlert
  return <Icon size={15} role="img" aria-label={t('gate.open')} />
}

interface ConditionRowProps extends Pick<GateListProps, 'content' | 'detailOf' | 'onGo'> { condition: GateCondition; isCalm: boolean }

const ConditionRow = ({ condition: { key, met, missing }, isCalm, content, detailOf, onGo }: ConditionRowProps) => {
  const { t } = useTranslation('product')
  const gapText = useGapText(content)
  return (
    <li className={styles.condition} data-met={met || undefined} data-calm={(!met && isCalm) || undefined}>
      <ConditionIcon isMet={met} isCalm={isCalm} />
      <div className={styles.words}>
        <p>{t(`gate.condition.${key}`)}</p>
        {met && <p className={styles.detail}>{detailOf(key)}</p>}
        {missing.map((gap) => {
          const { text, go } = gapText(gap)
          return (
            <p key={gapKey(gap)} className={styles.gap}>
              <span>{text}</span>
              {onGo && <button type="button" className={styles.go} aria-label={t('gap.goTo', { go, text })} onClick={() => onGo(gap)}>{go}<ArrowRight size={12} aria-hidden="true" /></button>}
            </p>
          )
        })}
      </div>
    </li>
  )
}

/** As long as nothing was changed since the edition before, what else the next one lacks is folded away. */
export const GateList = ({ content, edition, conditions, detailOf, onGo }: GateListProps) => {
  const { t } = useTranslation(['product', 'common'])
  const editionName = useEditionName()
  const isNarrow = useNarrow()
  const [isOpen, setIsOpen] = useState(false)
  const [isLaterOpen, setIsLaterOpen] = useState(false)
  const met = conditions.filter((condition) => condition.met)
  const unchanged = conditions.filter((condition) => !condition.met && condition.key === 'changed')
  const isSealed = unchanged.length > 0
  const open = conditions.filter((condition) => !condition.met && condition.key !== 'changed')
  const isFolded = isNarrow && !isOpen && met.length > 0
  const row = (condition: GateCondition) => <ConditionRow key={condition.key} condition={condition} isCalm={isSealed} content={content} detailOf={detailOf} onGo={onGo} />
  const shown = isFolded ? conditions.filter((condition) => !condition.met) : conditions
  const names = open.map(({ key }) => t(`gate.condition.${key}`)).join(t('common:listComma'))
  return (
    <>
      {isSealed && <ul>{unchanged.map(row)}</ul>}
      {isSealed && open.length > 0 && (
        <button type="button" className={styles.afterChange} aria-expanded={isLaterOpen} onClick={() => setIsLaterOpen(!isLaterOpen)}>
          {isLaterOpen ? <ChevronDown size={15} aria-hidden="true" /> : <ChevronRight size={15} aria-hidden="true" />}
          <span>{t('gate.afterChange', { edition: editionName(edition), conditions: names })}</span>
        </button>
      )}
      {isSealed && isLaterOpen && <ul>{open.map(row)}</ul>}
      {isNarrow && met.length > 0 && (
        <button type="button" className={styles.folded} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <Check size={15} aria-hidden="true" />{t('gate.metCount', { count: met.length })}
        </button>
      )}
      <ul>{(isSealed ? shown.filter((condition) => condition.met) : shown).map(row)}</ul>
    </>
  )
}
