/** A value that is none of its field: shown as it stands in the file and kept, until somebody says that it may go. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldText, type FieldDefinition } from '#shared/model/fields'
import styles from './fields.module.css'

interface OddValueProps {
  field: FieldDefinition
  value: unknown
  /** Undefined while nothing is edited. */
  onClear: (() => void) | undefined
}

export const OddValue = ({ field, value, onClear }: OddValueProps) => {
  const { t } = useTranslation('record')
  const language = useLanguage()
  return (
    <div className={styles.odd}>
      <code dir="auto">{fieldText(field, value, language)}</code>
      <span>{t('oddValue.text')}</span>
      {onClear && <Button size="small" onClick={onClear}>{t('oddValue.clear')}</Button>}
    </div>
  )
}
