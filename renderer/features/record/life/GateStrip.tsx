/** The gate ahead, in the stage line: what holds, and what is missing with the way there. */
import { Button, Dropdown } from 'antd'
import { Check, ChevronDown, CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '#renderer/ui/useNarrow'
import type { MoveCondition, MoveGap } from '#shared/model/life/conditions'
import type { ConditionKey } from '#shared/model/life/lives.data'
import { requiredSectionsOf } from '#shared/model/recordTypes'
import type { RecordContent } from '#shared/model/record'
import styles from './life.module.css'
import type { Ahead } from './useLife'
import { useGapText } from './useGapText'

interface GateStripProps {
  ahead: Ahead
  content: RecordContent
  /** Undefined where nothing can be changed. */
  onGo: ((gap: MoveGap) => void) | undefined
}

/** One gap is a way there; of several, a list of them. */
const Missing = ({ condition: { key, missing }, onGo }: { condition: MoveCondition; onGo: GateStripProps['onGo'] }) => {
  const { t } = useTranslation('record')
  const gapText = useGapText()
  const [first] = missing
  if (!first) return null
  const { text, go } = gapText(first)
  if (missing.length === 1) {
    return (
      <li className={styles.missing}>
        <CircleAlert size={14} aria-hidden="true" /><span>{text}</span>
        {onGo && <button type="button" className={styles.go} aria-label={t('life.gap.goTo', { go, text })} onClick={() => onGo(first)}>{go}</button>}
      </li>
    )
  }
  const items = missing.map((gap) => ({ key: JSON.stringify(gap), label: gapText(gap).text, onClick: () => onGo?.(gap) }))
  const words = t(`life.missing.${key}`, { count: missing.length })
  return (
    <li className={styles.missing}>
      <CircleAlert size={14} aria-hidden="true" />
      <Dropdown trigger={['click']} menu={{ items }} disabled={!onGo}>
        <Button type="link" size="small" className={styles.several ?? ''} aria-haspopup="menu">{words}<ChevronDown size={13} aria-hidden="true" /></Button>
      </Dropdown>
    </li>
  )
}

export const GateStrip = ({ ahead: { move, conditions }, content, onGo }: GateStripProps) => {
  const { t } = useTranslation('record')
  const isNarrow = useNarrow()
  const met = conditions.filter((condition) => condition.met)
  const open = conditions.filter((condition) => !condition.met)
  const counted: Partial<Record<ConditionKey, number>> = { requiredSections: requiredSectionsOf(content.type).length, measuredResult: content.fields.results?.length ?? 0 }
  return (
    <div className={styles.gate} role="group" aria-label={t('life.gate')}>
      <strong>{open.length > 0 ? t(`life.lacks.${move.key}`, { count: open.length }) : t(`life.holds.${move.key}`)}</strong>
      <ul className={styles.conditions}>
        {open.map((condition) => <Missing key={condition.key} condition={condition} onGo={onGo} />)}
        {isNarrow || met.length > 2
          ? met.length > 0 && <li className={styles.met}><Check size={14} aria-hidden="true" />{t('life.metCount', { count: met.length })}</li>
          : met.map(({ key }) => <li key={key} className={styles.met}><Check size={14} aria-hidden="true" />{t(`life.met.${key}`, { count: counted[key] ?? 0 })}</li>)}
      </ul>
    </div>
  )
}
