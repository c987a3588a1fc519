/** Which side is taken of one difference. */
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
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

/** Which sides a choice takes. */
export const takenSides = (choice: MergeChoice): { before: boolean; after: boolean } => ({ before: choice !== 'from', after: choice !== 'into' })
