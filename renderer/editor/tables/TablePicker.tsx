/** Chooses the size of a new table by pointing or with the arrow keys, and puts it in. */
import { Popover } from 'antd'
import type { LexicalEditor } from 'lexical'
import { Table } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'
import { ToolButton } from '../toolbar/ToolButton'
import { $insertTable } from './tableActions'

const most = { rows: 8, columns: 8 }
const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }

const clamp = (value: number, largest: number): number => Math.min(largest, Math.max(1, value))

interface SizeGridProps { onChoose: (rows: number, columns: number) => void, onCancel: () => void }

const SizeGrid = ({ onChoose, onCancel }: SizeGridProps) => {
  const { t } = useTranslation('editor')
  const [{ rows, columns }, setSize] = useState({ rows: 3, columns: 3 })
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key]
    if (move) setSize({ rows: clamp(rows + move[0], most.rows), columns: clamp(columns + move[1], most.columns) })
    else if (event.key === 'Enter') onChoose(rows, columns)
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={css.sizes} role="application" tabIndex={0} aria-label={t('table.size', { rows, columns })} onKeyDown={onKeyDown}>
      <div className={css.sizeGrid}>
        {Array.from({ length: most.rows * most.columns }, (_, index) => {
          const row = Math.floor(index / most.columns) + 1
          const column = (index % most.columns) + 1
          return (
            <span
              key={index} className={row <= rows && column <= columns ? css.sizeOn : css.sizeOff}
              onMouseEnter={() => { setSize({ rows: row, columns: column }) }} onMouseDown={(event) => { event.preventDefault() }} onClick={() => { onChoose(row, column) }}
            />
          )
        })}
      </div>
      <div className={css.sizeText} aria-live="polite">{t('table.size', { rows, columns })}</div>
    </div>
  )
}

export const TablePicker = ({ editor }: { editor: LexicalEditor }) => {
  const { t } = useTranslation('editor')
  const [isOpen, setIsOpen] = useState(false)
  const insert = (rows: number, columns: number): void => {
    setIsOpen(false)
    editor.focus(() => { editor.update(() => { $insertTable(rows, columns) }) })
  }
  return (
    <Popover
      trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottom" arrow={false} destroyOnHidden
      content={<SizeGrid onChoose={insert} onCancel={() => { setIsOpen(false); editor.focus() }} />}
    >
      <span><ToolButton icon={Table} label={t('tool.table')} isOpen={isOpen} /></span>
    </Popover>
  )
}
