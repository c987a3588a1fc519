/** The fields as a table, in the order in which forms show them: moved by keys and by dragging. */
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '#shared/model/customFields'
import { FieldRow, type FieldRowEvents } from './FieldRow'
import styles from './customFields.module.css'

interface FieldTableProps extends Pick<FieldRowEvents, 'onEdit' | 'onRemove'> {
  fields: readonly CustomField[]
  readOnly: boolean
  isPending: boolean
  /** Moves a field to the place of another. */
  onMove: (key: string, place: string) => void
}

export const FieldTable = ({ fields, readOnly, isPending, onMove, onEdit, onRemove }: FieldTableProps) => {
  const { t } = useTranslation('custom-fields')
  const body = useRef<HTMLTableSectionElement>(null)
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<string>()
  /** The field that was moved by a key, whose row is to have the focus where it comes to stand. */
  const order = fields.map(({ key }) => key).join(' ')
  const moved = useRef<{ key: string; by: string }>(undefined)
  useLayoutEffect(() => {
    if (!moved.current) return
    const row = body.current?.querySelector(`[data-field="${CSS.escape(moved.current.key)}"]`)
    const [same, other] = [`[data-move=${moved.current.by}]:enabled`, '[data-move]:enabled'].map((button) => row?.querySelector<HTMLElement>(button))
    ;(same ?? other)?.focus()
    moved.current = undefined
  }, [order])
  const towards = (index: number, by: 'up' | 'down'): void => {
    const [field, place] = [fields[index], fields[by === 'up' ? index - 1 : index + 1]]
    if (!field || !place || isPending) return
    moved.current = { key: field.key, by }
    onMove(field.key, place.key)
  }
  const drop = (place: string): void => {
    if (dragged !== undefined && dragged !== place) onMove(dragged, place)
    setDragged(undefined)
    setOver(undefined)
  }
  const draggedAt = fields.findIndex(({ key }) => key === dragged)
  return (
    <div className={styles.list}>
      <table className={styles.table} aria-label={t('title')}>
        <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('kind')}</th><th scope="col">{t('types')}</th><td /></tr></thead>
        <tbody ref={body}>
          {fields.map((field, index) => (
            <FieldRow
              key={field.key} field={field} readOnly={readOnly} isFirst={index === 0} isLast={index === fields.length - 1}
              mark={over === field.key && dragged !== field.key ? (draggedAt < index ? 'after' : 'before') : undefined}
              onTowards={(by) => { towards(index, by) }} onEdit={onEdit} onRemove={onRemove}
              onDrag={() => { setDragged(field.key) }} onOver={() => { setOver(field.key) }} onDrop={() => { drop(field.key) }} onEnd={() => { setDragged(undefined); setOver(undefined) }}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
