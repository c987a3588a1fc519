/** Putting entries of a list in another order: by the arrow keys on their handle, or by dragging it. */
import { Button } from 'antd'
import { GripVertical } from 'lucide-react'
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { moved } from './moved'
import styles from './editor.module.css'

interface Place {
  handle: ReactNode
  /** For the element that is the entry. */
  row: { 'data-over': true | undefined; onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void }
}

export const useOrder = <T extends { id: string }>(list: readonly T[], labelOf: (entry: T, index: number) => string, onChange: (list: readonly T[]) => void): ((entry: T, index: number) => Place) => {
  const { t } = useTranslation('filled')
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  const end = (): void => { setDragged(undefined); setOver(undefined) }
  const handleId = ({ id }: T): string => `order-${id}`
  const step = (event: KeyboardEvent, entry: T, index: number): void => {
    const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : undefined
    if (to === undefined) return
    event.preventDefault()
    onChange(moved(list, index, to))
    // A browser takes the focus from what it moves in the page.
    requestAnimationFrame(() => document.getElementById(handleId(entry))?.focus())
  }
  return (entry, index) => ({
    handle: (
      <Button
        id={handleId(entry)} type="text" size="small" className={styles.handle ?? ''} draggable icon={<GripVertical size={14} />} title={t('editor.move')} aria-label={t('editor.moveNamed', { title: labelOf(entry, index) })}
        onKeyDown={(event) => step(event, entry, index)} onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; setDragged(index) }} onDragEnd={end}
      />
    ),
    row: {
      'data-over': over === index && dragged !== index ? true : undefined,
      onDragOver: (event) => {
        if (dragged === undefined) return
        event.preventDefault()
        setOver(index)
      },
      onDrop: (event) => {
        if (dragged === undefined) return
        event.preventDefault()
        onChange(moved(list, dragged, index))
        end()
      },
    },
  })
}
