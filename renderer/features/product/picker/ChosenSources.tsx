/** The sources chosen so far, each to be taken away again. */
import { Button } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { RecordRow } from '#shared/contract/records'
import styles from './SourcePicker.module.css'

export const ChosenSources = ({ rows, onRemove }: { rows: readonly RecordRow[]; onRemove: (row: RecordRow) => void }) => {
  const { t } = useTranslation('product')
  if (rows.length === 0) return <p className={styles.none}>{t('picker.keys')}</p>
  return (
    <>
      <p className={styles.label} role="status">{t('picker.chosen', { count: rows.length })}</p>
      <ul className={styles.chosen} aria-label={t('picker.chosenList')}>
        {rows.map((row) => (
          <li key={row.id}>
            <TypeMark type={row.type} /><span className={styles.title}>{row.title}</span><span className={styles.where}>{row.number}</span>
            <Button type="text" size="small" icon={<X size={14} />} aria-label={t('picker.remove', { title: row.title })} onClick={() => onRemove(row)} />
          </li>
        ))}
      </ul>
    </>
  )
}
