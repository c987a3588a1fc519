/** The conditions of a release, one row each: met, or what exactly is missing and the way there. */
import { ArrowRight, Check, CircleAlert, CircleMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '#renderer/ui/useNarrow'
import type { GateCondition, GateGap } from '#shared/model/product/releaseGate'
import styles from './Gate.module.css'
import { gapKey } from './gapPlace'
import { useGapText } from './useGapText'

interface GateListProps {
  conditions: readonly GateCondition[]
  /** What a condition that is met counts. */
  detailOf: (key: GateCondition['key']) => string
  /** Undefined where nothing can be changed. */
  onGo: ((gap: GateGap) => void) | undefined
}

/** That nothing was changed since an edition keeps the next from being released, but is nothing to mend. */
const ConditionIcon = ({ isMet, isCalm }: { isMet: boolean; isCalm: boolean }) => {
  const { t } = useTranslation('product')
  if (isMet) return <Check size={15} role="img" aria-label={t('gate.met')} />
  const Icon = isCalm ? CircleMinus : CircleAlert
  return <Icon size={15} role="img" aria-label={t('gate.open')} />
}

export const GateList = ({ conditions, detailOf, onGo }: GateListProps) => {
  const { t } = useTranslation('product')
  const gapText = useGapText()
  const isNarrow = useNarrow()
  const [isOpen, setIsOpen] = useState(false)
  const met = conditions.filter((condition) => condition.met)
  const isFolded = isNarrow && !isOpen && met.length > 0
  const shown = isFolded ? conditions.filter((condition) => !condition.met) : conditions
  return (
    <>
      {isNarrow && met.length > 0 && (
        <button type="button" className={styles.folded} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <Check size={15} aria-hidden="true" />{t('gate.metCount', { count: met.length })}
        </button>
      )}
      <ul className={styles.conditions}>
        {shown.map(({ key, met: isMet, missing }) => (
          <li key={key} className={styles.condition} data-met={isMet || undefined} data-calm={(!isMet && key === 'changed') || undefined}>
            <ConditionIcon isMet={isMet} isCalm={key === 'changed'} />
            <div className={styles.words}>
              <p>{t(`gate.condition.${key}`)}</p>
              {isMet && <p className={styles.detail}>{detailOf(key)}</p>}
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
        ))}
      </ul>
    </>
  )
}
