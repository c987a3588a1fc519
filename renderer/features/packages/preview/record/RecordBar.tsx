/** What is done with the whole record, how much of it still waits, and how it is looked at. */
import { CircleAlert, Eye, EyeOff, RotateCcw } from 'lucide-react'
import { App, Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ComparedRecord, MergeDecision } from '#shared/contract/packageMerge'
import { MergeKeysHint } from '../MergeKeysHint'
import { choicesFor, choiceOf, type Choice } from '../takeChoice'
import { useChoiceText } from '../useChoiceText'
import { isTouched } from '../wholeChoice'
import styles from './record.module.css'

export type Shown = 'parts' | 'outcome'

interface RecordBarProps {
  record: ComparedRecord
  decision: MergeDecision | undefined
  isOutdated: boolean
  /** What was decided of another revision than the one that is here now. */
  earlier: MergeDecision | undefined
  /** The parts that wait for a choice. */
  open: number
  onDecide: (decision: MergeDecision) => void
  /** For the whole record. */
  onChoose: (choice: Choice) => void
  onReset: () => void
  /** `base` is undefined where none is known. */
  compare?: { shown: Shown; onShow: (shown: Shown) => void; base: boolean | undefined; onBase: (shows: boolean) => void; isHintOpen: boolean; onHint: (isOpen: boolean) => void }
}

export const RecordBar = ({ record, decision, isOutdated, earlier, open, onDecide, onChoose, onReset, compare }: RecordBarProps) => {
  const { t } = useTranslation('packages')
  const { modal } = App.useApp()
  const choices = choicesFor(record)
  const made = choiceOf(record, decision ? { [record.id]: decision } : {})
  const value = made === 'hand' || (made === 'keep' && decision === undefined && choices.includes('merge')) ? 'merge' : made
  const text = useChoiceText('whole')
  const reset = (): void => {
    if (decision?.choice !== 'hand') { onReset(); return }
    modal.confirm({ icon: null, title: t('merge.resetTitle'), content: t('merge.resetText'), okText: t('merge.reset'), okButtonProps: { danger: true }, cancelText: t('hand.goOn'), onOk: onReset })
  }
  return (
    <div className={styles.bar}>
      {choices.length > 0
        ? <Segmented<Choice> aria-label={t('merge.handle', { title: record.title })} value={value} onChange={onChoose} options={choices.map((choice) => ({ value: choice, label: text(record.standing, choice) }))} />
        : <span className={styles.count}>{t(record.standing === 'conflict' ? 'merge.beyond' : 'merge.nothingToChoose')}</span>}
      {isTouched(decision) && <Button type="link" size="small" icon={<RotateCcw size={14} />} onClick={reset}>{t('merge.reset')}</Button>}
      {earlier && (
        <span className={styles.outdated} role="status">
          <CircleAlert size={14} aria-hidden="true" />{t(isOutdated ? 'merge.outdated' : 'merge.earlier')}<Button type="link" size="small" onClick={() => { onDecide(earlier) }}>{t('merge.useAgain')}</Button>
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
