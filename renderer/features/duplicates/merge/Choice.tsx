/** Which side is taken of one difference. */
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Taken } from '#renderer/features/revisions'
import type { MergeChoice } from '#shared/model/merging'
import styles from './merge.module.css'

interface ChoiceProps { what: string; choices: readonly MergeChoice[]; value: MergeChoice; onChoose: (choice: MergeChoice) => void }

export const Choice = ({ what, choices, value, onChoose }: ChoiceProps) => {
  const { t } = useTranslation('duplicates')
  return (
    <Segmented<MergeChoice>
      size="small" className={styles.choice ?? ''} aria-label={t('mergePage.choose', { what })} value={value} onChange={onChoose}
      options={choices.map((choice) => ({ value: choice, label: t(`mergePage.choice.${choice}`) }))}
    />
  )
}

/** Which sides a choice takes: the same object each time, so that rows that it does not concern are not drawn again. */
export const takenSides: Readonly<Record<MergeChoice, Taken>> = { into: { before: true, after: false }, from: { before: false, after: true }, both: { before: true, after: true } }
