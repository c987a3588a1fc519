/** Which types to look in, with how many of each there are. */
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { listedTypes, type RecordType } from '#shared/model/recordTypes'
import styles from './SearchOverlay.module.css'

interface TypeFilterProps {
  counts: readonly { type: RecordType; total: number }[]
  chosen: readonly RecordType[]
  onChange: (chosen: readonly RecordType[]) => void
}

export const TypeFilter = ({ counts, chosen, onChange }: TypeFilterProps) => {
  const { t } = useTranslation(['search', 'common'])
  const language = useLanguage()
  const types = [...new Set([...listedTypes, ...counts.map(({ type }) => type), ...chosen])]
  const totalOf = (type: RecordType): number => counts.find((count) => count.type === type)?.total ?? 0
  const toggle = (type: RecordType): void => onChange(chosen.includes(type) ? chosen.filter((other) => other !== type) : [...chosen, type])
  return (
    <fieldset className={styles.filter} aria-label={t('type')}>
      <legend>{t('type')}</legend>
      {types.map((type) => (
        <Checkbox key={type} className={styles.choice ?? ''} checked={chosen.includes(type)} onChange={() => toggle(type)}>
          <span>{t(`common:type.${type}`)}</span>{counts.length > 0 && <span className={styles.count}>{formatCount(totalOf(type), language)}</span>}
        </Checkbox>
      ))}
    </fieldset>
  )
}
