/** What is done with the whole record, how much of it still waits, and how it is looked at. */
import { CircleAlert, Eye, EyeOff, RotateCcw } from 'lucide-react'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ComparedRecord, MergeDecision } from '#shared/contract/packageMerge'
import { picksOf } from '../byHand'
import { MergeKeysHint } from '../MergeKeysHint'
import { choicesFor, choiceOf, decisionOf, type Choice } from '../takeChoice'
import styles from './record.module.css'

export type Shown = 'parts' | 'outcome'

interface RecordBarProps {
  record: ComparedRecord
  decision: MergeDecision | undefined
  outdated: MergeDecision | undefined
  /** The parts that wait for a choice. */
  open: number
  onDecide: (decision: MergeDecision) => void
  /** `base` is undefined where none is known. */
  compare?: { shown: Shown; onShow: (shown: Shown) => void; base: boolean | undefined; onBase: (shows: boolean) => void; isHintOpen: boolean; onHint: (isOpen: boolean) => void }
}

const touched = (decision: MergeDecision | undefined): boolean => decision?.choice === 'hand' || Object.keys(picksOf(decision)).length > 0

export const RecordBar = ({ record, decision, outdated, open, onDecide, compare }: RecordBarProps) => {
  const { t } = useTranslation('packages')
  const choices = choicesFor(record)
  const made = choiceOf(record, decision ? { [record.id]: decision } : {})
  const value = made === 'hand' || (made === 'keep' && decision === undefined && choices.includes('merge')) ? 'merge' : made
  const label = (choice: Choice): string => (record.standing === 'new' && (choice === 'take' || choice === 'keep') ? t(`choiceNew.${choice}`) : t(`whole.${choice}`))
  return (
    <div className={styles.bar}>
      {choices.length > 0
        ? <Segmented<Choice> aria-label={t('merge.handle', { title: record.title })} value={value} onChange={(choice) => { onDecide(decisionOf(choice)) }} options={choices.map((choice) => ({ value: choice, label: label(choice) }))} />
        : <span className={styles.count}>{t(record.standing === 'conflict' ? 'merge.beyond' : 'merge.nothingToChoose')}</span>}
      {touched(decision) && <Button type="link" size="small" icon={<RotateCcw size={14} />} onClick={() => { onDecide(decisionOf('merge')) }}>{t('merge.reset')}</Button>}
      {outdated && (
        <span className={styles.outdated} role="status">
          <CircleAlert size={14} aria-hidden="true" />{t('merge.outdated')}<Button type="link" size="small" onClick={() => { onDecide(outdated) }}>{t('merge.useAgain')}</Button>
        </span>
      )}
      {compare && (
        <>
          <span className={styles.count} role="status" data-open={open > 0}>{t('merge.count', { count: record.differences.length })}{open > 0 && <strong>{t('merge.open', { count: open })}</strong>}</span>
          <span className={styles.tools}>
            {compare.shown === 'parts' && (compare.base === undefined
              ? <span className={styles.count}>{t('merge.noBase')}</span>
              : <Button type="text" size="small" icon={compare.base ? <EyeOff size={14} /> : <Eye size={14} />} aria-pressed={compare.base} onClick={() => { compare.onBase(!compare.base) }}>{t(compare.base ? 'merge.hideBase' : 'merge.showBase')}</Button>)}
            <Segmented<Shown>
              size="small" aria-label={t('merge.look')} value={compare.shown} onChange={compare.onShow}
              options={[{ value: 'parts', label: t('merge.parts') }, { value: 'outcome', label: t('merge.outcome') }]}
            />
            <MergeKeysHint of="record" isOpen={compare.isHintOpen} onOpen={compare.onHint} />
          </span>
        </>
      )}
    </div>
  )
}
