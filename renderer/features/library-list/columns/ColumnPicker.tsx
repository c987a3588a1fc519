/** Which columns a list has, in which order, how wide each is: all of it by keys as well as by pointer. */
import { Button, Checkbox, InputNumber, Popover } from 'antd'
import { ArrowDown, ArrowUp, Columns3, GripVertical } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListColumns } from '#shared/model/listFields'
import { columnName } from '../table/columnName'
import { minimalWidth, widest, widthOf } from '../table/widths'
import type { ChosenColumns } from './useChosenColumns'
import styles from './ColumnPicker.module.css'

/** The keys with one of them at another place. */
const moved = (keys: readonly string[], from: number, to: number): string[] => {
  const next = [...keys]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

const Picker = ({ columns, all, fields, isChosen, choose, reset }: ChosenColumns) => {
  const { t } = useTranslation(['library-list', 'common'])
  const [dragged, setDragged] = useState<number>()
  /** While it is open nothing moves but what is moved: a column that is ticked stays where it stands. */
  const [kept, setKept] = useState<readonly string[]>()
  const order = kept ?? [...columns.map(({ key }) => key), ...all.filter((key) => !columns.some((column) => column.key === key))]
  const shown = new Map(columns.map((column) => [column.key, column]))
  const nameOf = (key: string): string => columnName(key, fields.nameOf, t)
  const apply = (keys: readonly string[], next: ReadonlyMap<string, ListColumns[number]>): void => {
    setKept(keys)
    choose(keys.flatMap((key) => next.get(key) ?? []))
  }
  const toggle = (key: string): void => {
    const next = new Map(shown)
    if (!next.delete(key)) next.set(key, { key })
    apply(order, next)
  }
  const move = (from: number, to: number): void => { apply(moved(order, from, to), shown) }
  const dropOn = (at: number) => (event: DragEvent) => {
    event.preventDefault()
    if (dragged !== undefined && dragged !== at) move(dragged, at)
    setDragged(undefined)
  }
  return (
    <div className={styles.picker}>
      <p className={styles.note}>{t('columns.note')}</p>
      <ul className={styles.columns} aria-label={t('columns.title')}>
        {order.map((key, index) => {
          const column = shown.get(key)
          return (
            <li
              key={key} className={styles.column} draggable data-dragged={dragged === index || undefined}
              onDragStart={() => { setDragged(index) }} onDragEnd={() => { setDragged(undefined) }} onDragOver={(event) => { event.preventDefault() }} onDrop={dropOn(index)}
            >
              <GripVertical size={13} aria-hidden="true" className={styles.grip ?? ''} />
              <Checkbox className={styles.name ?? ''} checked={column !== undefined} disabled={key === 'title'} onChange={() => { toggle(key) }}>{nameOf(key)}</Checkbox>
              {column && key !== 'title' && (
                <InputNumber
                  size="small" className={styles.width ?? ''} aria-label={t('columns.width', { column: nameOf(key) })} min={minimalWidth} max={widest} step={10} value={column.width ?? widthOf(key)}
                  onChange={(width) => { if (width !== null) apply(order, new Map(shown).set(key, { ...column, width: Math.round(width) })) }}
                />
              )}
              <Button type="text" size="small" icon={<ArrowUp size={14} />} aria-label={t('columns.up', { column: nameOf(key) })} disabled={index === 0} onClick={() => { move(index, index - 1) }} />
              <Button type="text" size="small" icon={<ArrowDown size={14} />} aria-label={t('columns.down', { column: nameOf(key) })} disabled={index === order.length - 1} onClick={() => { move(index, index + 1) }} />
            </li>
          )
        })}
      </ul>
      <Button block size="small" disabled={!isChosen} onClick={() => { setKept(undefined); reset() }}>{t('columns.reset')}</Button>
    </div>
  )
}

export const ColumnPicker = (chosen: ChosenColumns) => {
  const { t } = useTranslation('library-list')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setIsOpen} title={t('columns.title')} content={<Picker {...chosen} />} destroyOnHidden>
      <Button type="text" size="small" icon={<Columns3 size={15} />} aria-expanded={isOpen}>{t('columns.label', { count: chosen.columns.length, all: chosen.all.length })}</Button>
    </Popover>
  )
}
