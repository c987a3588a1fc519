/** What should be the rows of a form, or formulas, and is no list of them: shown as it stands in the file and kept, until somebody says that it may go. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldText } from '#shared/model/fields'
import { fieldOf } from '#shared/model/recordTypes'
import styles from './editor.module.css'

export const OddRows = ({ part, value, onClear }: { part: 'form' | 'formulas'; value: unknown; onClear: () => void }) => {
  const { t } = useTranslation(['filled', 'record'])
  const language = useLanguage()
  const field = fieldOf('tool', part)
  return (
    <div className={styles.odd}>
      {part === 'formulas' && <h3 className={styles.subtitle}>{t('editor.formulas')}</h3>}
      {field && <code dir="auto">{fieldText(field, value, language)}</code>}
      <p className={styles.explain}>{t('record:oddValue.text')}</p>
      <Button size="small" onClick={onClear}>{t('record:oddValue.clear')}</Button>
    </div>
  )
}
