/** Which of the records to look at: all, or those that stand in one way to this library, with how many there are. */
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { RecordStanding } from '#shared/contract/packageMerge'
import type { OpenedPackage } from '#shared/contract/packages'
import { outcomeIcons } from '../OutcomeMark'
import styles from './preview.module.css'

export type ShownState = 'all' | RecordStanding

interface StateFilterProps { counts: OpenedPackage['counts']; total: number; shown: ShownState; onChange: (shown: ShownState) => void }

export const StateFilter = ({ counts, total, shown, onChange }: StateFilterProps) => {
  const { t } = useTranslation('packages')
  const language = useLanguage()
  return (
    <Segmented
      aria-label={t('preview.filter')} value={shown} onChange={onChange} className={styles.filter ?? ''}
      options={[
        { value: 'all', label: t('preview.all', { shown: formatCount(total, language) }) },
        ...RecordStanding.options.map((state) => {
          const Icon = outcomeIcons[state]
          return { value: state, disabled: counts[state] === 0, label: <span className={styles.state} data-state={state}><Icon size={14} aria-hidden="true" />{t(`outcome.${state}`)} {formatCount(counts[state], language)}</span> }
        }),
      ]}
    />
  )
}
