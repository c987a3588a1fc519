/** One word of the table: chosen, renamed in its place, taken in, removed, and the way to the records that use it. */
import { Button, Checkbox } from 'antd'
import { BookPlus, PenLine, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Word } from '#shared/contract/vocabularies'
import { NameInput } from './NameInput'
import { rowHeight } from './wordRows'
import styles from './words.module.css'

export interface WordLineEvents {
  /** People have a unit and a role. */
  withDetails: boolean
  readOnly: boolean
  chosen: ReadonlySet<string>
  onChoose: (names: readonly string[], isChosen: boolean) => void
  onEdit: (name: string) => void
  onNamed: (name: string, into: string | undefined) => void
  onRemove: (name: string) => void
  onTakeIn: (name: string) => void
  onFind: (name: string) => void
}

interface WordLineProps extends WordLineEvents { word: Word; index: number; isActive: boolean; isEditing: boolean; onPoint: () => void }

export const WordLine = ({ word: { name, count, known, unit, role }, index, isActive, isEditing, withDetails, readOnly, chosen, onChoose, onEdit, onNamed, onRemove, onTakeIn, onFind, onPoint }: WordLineProps) => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const isChosen = chosen.has(name)
  return (
    <div
      id={`word-${String(index)}`} role="row" aria-rowindex={index + 2} aria-selected={isChosen} className={styles.row} data-active={isActive || undefined} data-chosen={isChosen || undefined}
      style={{ top: index * rowHeight }} onPointerDown={onPoint}
    >
      <span role="gridcell" className={styles.check}>
        {!readOnly && <Checkbox tabIndex={-1} checked={isChosen} onChange={() => { onChoose([name], !isChosen) }} aria-label={t('words.choose', { name })} />}
      </span>
      <span role="gridcell" className={styles.name}>
        {isEditing ? <NameInput label={t('words.newName', { name })} value={name} onDone={(into) => { onNamed(name, into) }} />
          : <span className={styles.word} title={name} onDoubleClick={readOnly ? undefined : () => { onEdit(name) }}>{name}</span>}
        {!known && !isEditing && <span className={styles.unknown} title={t('words.unknownText')}>{t('words.unknown')}</span>}
      </span>
      {withDetails && <span role="gridcell" className={styles.detail}>{unit}</span>}
      {withDetails && <span role="gridcell" className={styles.detail}>{role}</span>}
      <span role="gridcell" className={styles.number}>
        {count === 0 ? <span className={styles.none}>0</span>
          : <Button type="link" size="small" tabIndex={-1} onClick={() => { onFind(name) }} aria-label={t('words.find', { name, count, shown: formatCount(count, language) })}>{formatCount(count, language)}</Button>}
      </span>
      <span role="gridcell" className={styles.actions}>
        {!readOnly && <>
          {!known && <Button type="text" size="small" tabIndex={-1} icon={<BookPlus size={15} />} onClick={() => { onTakeIn(name) }} aria-label={t('words.takeInOne', { name })} title={t('words.takeIn')} />}
          <Button type="text" size="small" tabIndex={-1} icon={<PenLine size={15} />} onClick={() => { onEdit(name) }} aria-label={t('words.edit', { name })} title={t(withDetails ? 'words.editPerson' : 'words.rename')} />
          <Button type="text" size="small" tabIndex={-1} icon={<Trash2 size={15} />} onClick={() => { onRemove(name) }} aria-label={t('words.removeOne', { name })} title={t('words.remove')} />
        </>}
      </span>
    </div>
  )
}
