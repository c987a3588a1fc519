/** What can be done to the selected records. It stands in place of the status bar: nothing moves, no row is covered. */
import { Button, Checkbox } from 'antd'
import { FileDown, ListChecks, Package, Route, Shapes, ShieldCheck, Tag, Tags, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportedList } from '#renderer/features/documents'
import { formatCount } from '#renderer/ui/format'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { ListedType } from '#shared/model/recordTypes'
import { movesOf } from '#shared/model/life/moves'
import { BulkDialog, type BulkField } from './BulkDialog'
import { BulkMoveDialog } from './BulkMoveDialog'
import { FieldDialog } from './FieldDialog'
import styles from './Selection.module.css'
import { mostNamed } from './selection'
import type { Bulk } from './useBulk'
import type { Selecting } from './useSelecting'

const fields = [['addTags', Tag], ['removeTags', Tags], ['field', Shapes], ['confidentiality', ShieldCheck]] as const

/** `list` is how the records stand in it, where it has columns. */
interface SelectionBarProps { selecting: Selecting; bulk: Bulk; type: ListedType | null; list: ExportedList | undefined }

export const SelectionBar = ({ selecting: { count, clear }, bulk, type, list }: SelectionBarProps) => {
  const { t } = useTranslation('library-list')
  const language = useLanguage()
  const [field, setField] = useState<BulkField>()
  const [moves, setMoves] = useState(false)
  const [values, setValues] = useState(false)
  const shown = formatCount(count, language)
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('bulk.toolbar')}>
      <Checkbox className={styles.count ?? ''} checked onChange={clear}>{t('bulk.selected', { count, shown })}</Checkbox>
      {fields.map(([key, Icon]) => <Button key={key} type="text" size="small" icon={<Icon size={15} />} disabled={bulk.isPending} onClick={() => { setField(key) }}>{t(`bulk.${key}`)}</Button>)}
      {type && <Button type="text" size="small" icon={<ListChecks size={15} />} disabled={bulk.isPending} onClick={() => { setValues(true) }}>{t('bulk.values')}</Button>}
      {type && movesOf(type).length > 0 && <Button type="text" size="small" icon={<Route size={15} />} disabled={bulk.isPending} onClick={() => { setMoves(true) }}>{t('bulk.move')}</Button>}
      <Button type="text" size="small" icon={<Package size={15} />} disabled={bulk.isPending || count > mostNamed} onClick={bulk.pack}>{t('bulk.pack')}</Button>
      <Button type="text" size="small" icon={<FileDown size={15} />} disabled={bulk.isPending} onClick={() => { bulk.exportRecords(list) }}>{t('bulk.export')}</Button>
      <Button type="text" size="small" danger icon={<Trash2 size={15} />} loading={bulk.isPending} onClick={bulk.remove} aria-keyshortcuts="Delete">{t('bulk.remove')}<Keycap>Del</Keycap></Button>
      <Button type="text" size="small" icon={<X size={15} />} onClick={clear} aria-keyshortcuts="Escape">{t('bulk.clear')}<Keycap>Esc</Keycap></Button>
      {field && <BulkDialog field={field} count={count} type={type} onApply={bulk.edit} onClose={() => { setField(undefined) }} />}
      {values && type && <FieldDialog type={type} count={count} onApply={bulk.edit} onClose={() => { setValues(false) }} />}
      {moves && type && <BulkMoveDialog type={type} count={count} onApply={bulk.move} onClose={() => { setMoves(false) }} />}
    </div>
  )
}
