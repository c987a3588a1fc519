/** What can be done to the chosen words; without any, how many are shown. */
import { Button, Checkbox } from 'antd'
import { BookPlus, Merge, Trash2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import styles from './words.module.css'

interface ChosenBarProps {
  names: readonly string[]
  /** Those of them that only records use. */
  unknown: string[]
  rows: number
  total: number
  isPending: boolean
  onMerge: () => void
  onRemove: () => void
  onTakeIn: (names: string[]) => void
  onClear: () => void
}

export const ChosenBar = ({ names, unknown, rows, total, isPending, onMerge, onRemove, onTakeIn, onClear }: ChosenBarProps) => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  if (names.length === 0) return <footer className={styles.status}>{t('words.inSight', { count: rows, rows: formatCount(rows, language), total: formatCount(total, language) })}</footer>
  return (
    <div className={styles.status} data-chosen role="toolbar" aria-label={t('words.toolbar')}>
      <Checkbox className={styles.chosen ?? ''} checked onChange={onClear}>{t('words.chosen', { count: names.length, shown: formatCount(names.length, language) })}</Checkbox>
      <Button type="text" size="small" icon={<Merge size={15} />} disabled={names.length < 2 || isPending} onClick={onMerge}>{t('words.merge')}</Button>
      {unknown.length > 0 && <Button type="text" size="small" icon={<BookPlus size={15} />} disabled={isPending} onClick={() => { onTakeIn(unknown) }}>{t('words.takeInMany', { count: unknown.length })}</Button>}
      <Button type="text" size="small" danger icon={<Trash2 size={15} />} loading={isPending} onClick={onRemove}>{t('words.removeChosen')}</Button>
      <Button type="text" size="small" icon={<X size={15} />} onClick={onClear}>{t('words.clear')}</Button>
    </div>
  )
}
