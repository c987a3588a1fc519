/** One field of the table. Alt with an arrow key moves it as its buttons do. */
import { Button } from 'antd'
import { ArrowDown, ArrowUp, GripVertical, PenLine, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { CustomField } from '#shared/model/customFields'
import { RecordType } from '#shared/model/recordTypes'
import styles from './customFields.module.css'

export interface FieldRowEvents {
  onTowards: (by: 'up' | 'down') => void
  onEdit: (field: CustomField) => void
  onRemove: (field: CustomField) => void
  onDrag: () => void
  onOver: () => void
  onDrop: () => void
  onEnd: () => void
}

interface FieldRowProps extends FieldRowEvents {
  field: CustomField
  readOnly: boolean
  isFirst: boolean
  isLast: boolean
  /** Where what is dragged over it comes to stand. */
  mark: 'before' | 'after' | undefined
}

export const FieldRow = ({ field, readOnly, isFirst, isLast, mark, onTowards, onEdit, onRemove, onDrag, onOver, onDrop, onEnd }: FieldRowProps) => {
  const { t } = useTranslation(['custom-fields', 'common'])
  const { key, title, kind, types, options = [], columns = [], unit = '' } = field
  const details = kind === 'rows' ? columns.map((column) => column.title) : kind === 'choice' || kind === 'choices' ? options : unit === '' ? [] : [unit]
  const said = details.join(t('common:listComma'))
  const pressed = (event: KeyboardEvent): void => {
    const by = event.altKey ? { ArrowUp: 'up' as const, ArrowDown: 'down' as const }[event.key] : undefined
    if (!by || readOnly) return
    event.preventDefault()
    onTowards(by)
  }
  return (
    <tr
      data-field={key} data-mark={mark} draggable={!readOnly} onKeyDown={pressed} onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; onDrag() }}
      onDragOver={(event) => { event.preventDefault(); onOver() }} onDrop={(event) => { event.preventDefault(); onDrop() }} onDragEnd={onEnd}
    >
      <td><span className={styles.name}>{!readOnly && <GripVertical size={14} aria-hidden="true" />}<span>{title}</span></span></td>
      <td><span className={styles.kind}>{t(`kinds.${kind}`)}{said !== '' && <span className={styles.details} title={said}>{said}</span>}</span></td>
      <td><span className={styles.types}>{RecordType.options.filter((type) => types.includes(type)).map((type) => <span key={type} title={t(`common:type.${type}`)}><TypeMark type={type} size={18} /></span>)}</span></td>
      <td className={styles.tools}>
        {!readOnly && (
          <>
            <Button type="text" size="small" data-move="up" icon={<ArrowUp size={15} />} disabled={isFirst} aria-label={t('upNamed', { title })} title={t('up')} onClick={() => { onTowards('up') }} />
            <Button type="text" size="small" data-move="down" icon={<ArrowDown size={15} />} disabled={isLast} aria-label={t('downNamed', { title })} title={t('down')} onClick={() => { onTowards('down') }} />
            <Button type="text" size="small" icon={<PenLine size={15} />} aria-label={t('editNamed', { title })} title={t('edit')} onClick={() => { onEdit(field) }} />
            <Button type="text" size="small" icon={<Trash2 size={15} />} aria-label={t('removeNamed', { title })} title={t('remove')} onClick={() => { onRemove(field) }} />
          </>
        )}
      </td>
    </tr>
  )
}
