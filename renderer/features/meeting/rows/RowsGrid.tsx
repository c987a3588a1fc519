/**
 * A table of a meeting, to read or to write in place: a field a cell, an empty row at the end to go on in, Enter to the row below, Alt+↑ and ↓
 * to move a row. A table from Excel fills the cells from where it is pasted.
 */
import { App } from 'antd'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offeredWords, type RecordSession } from '#renderer/features/record'
import { pastedTable } from '#renderer/ui/pastedTable'
import { useLanguage } from '#renderer/ui/useLanguage'
import { saysNothing, type FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { LibraryFile } from '#shared/model/library'
import { focusSoon, soon } from '../focusSoon'
import { cellId, GridRow, type GridActs, type GridColumn } from './GridRow'
import { pastedInto, type Untaken } from './pasted'
import styles from './RowsGrid.module.css'
import type { Rows } from './useRows'

interface RowsGridProps {
  name: string; table: Rows; columns: readonly GridColumn[]; session: RecordSession; vocabularies: LibraryFile['vocabularies'] | undefined; readOnly: boolean
  /** Shown at first; the rest on request. */
  shownAtOnce?: number
  /** A row that is shown as such. */
  outlined?: string | undefined
}

const toldAtOnce = 8
const toldSeconds = 12

/** Says which cells of a pasted table were not taken. */
const useUntaken = (): (untaken: readonly Untaken[]) => void => {
  const { t } = useTranslation('meeting')
  const language = useLanguage()
  const { notification } = App.useApp()
  return (untaken) => {
    if (untaken.length === 0) return
    const cells = untaken.slice(0, toldAtOnce).map(({ row, column, text }) => t('grid.untaken.cell', { row, column: column?.title[language] ?? t('grid.untaken.beyond'), text: text.slice(0, 40) }))
    notification.warning({
      key: 'untaken', duration: toldSeconds, title: t('grid.untaken.title', { count: untaken.length }),
      description: <ul>{cells.map((cell, index) => <li key={index}>{cell}</li>)}{untaken.length > cells.length && <li>{t('grid.untaken.more', { count: untaken.length - cells.length })}</li>}</ul>,
    })
  }
}

/** One list of words a column, for all its cells. */
const WordLists = ({ id, columns, vocabularies }: { id: string; columns: readonly GridColumn[]; vocabularies: LibraryFile['vocabularies'] | undefined }) => columns.map(({ column }) => {
  const words = column.kind === 'text' ? offeredWords(vocabularies, column.suggest) : []
  return words.length > 0 && <datalist key={column.key} id={`${id}-${column.key}`}>{words.map((word) => <option key={word} value={word} />)}</datalist>
})

export const RowsGrid = ({ name, table, columns, session, vocabularies, readOnly, shownAtOnce = 200, outlined }: RowsGridProps) => {
  const { t } = useTranslation('meeting')
  const language = useLanguage()
  const listId = useId()
  const tellUntaken = useUntaken()
  const [blank, setBlank] = useState(newBlockId)
  /** Rows that were written here, which are shown wherever they stand. */
  const [written, setWritten] = useState<readonly string[]>([])
  const [limit, setLimit] = useState(shownAtOnce)
  const { rows } = table
  const shown = rows.filter(({ id }, index) => index < limit || id === blank || written.includes(id))
  const isBlankTaken = rows.some(({ id }) => id === blank)
  const all: readonly FieldRow[] = readOnly || isBlankTaken ? shown : [...shown, { id: blank }]
  const lists = useMemo(() => new Map(columns.flatMap(({ column }) => (column.kind === 'text' && offeredWords(vocabularies, column.suggest).length > 0 ? [[column.key, `${listId}-${column.key}`]] : []))), [columns, vocabularies, listId])

  const leave = (row: FieldRow): void => {
    if (row.id !== blank || !isBlankTaken) return
    setWritten([...written, blank])
    setBlank(newBlockId())
  }
  const now: GridActs = {
    leave,
    write: (row, key, value) => {
      if (row.id !== blank || isBlankTaken) { table.change(row.id, { [key]: value }, key); return }
      if (saysNothing(value)) return
      // What was the empty row goes on as a row of the table, with the caret in it.
      table.add({ id: blank, [key]: value })
    },
    below: (row, key) => {
      const next = all.findIndex(({ id }) => id === row.id) + 1
      leave(row)
      requestAnimationFrame(() => { document.querySelector<HTMLElement>(`[data-grid="${name}"] [data-at="${String(next)} ${key}"] :is(input, select)`)?.focus() })
    },
    pressed: (event, row) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || (row.id === blank && !isBlankTaken)) return
      event.preventDefault()
      const { id } = event.target instanceof HTMLElement ? event.target : { id: '' }
      const at = rows.findIndex((other) => other.id === row.id)
      table.move(row.id, event.key === 'ArrowUp' ? at - 1 : at + 1)
      requestAnimationFrame(() => { document.getElementById(id)?.focus() })
    },
    paste: (event, row, key) => {
      const cells = pastedTable(event.clipboardData.getData('text/plain'))
      if (!cells) return
      event.preventDefault()
      const at = rows.findIndex((other) => other.id === row.id)
      const pasted = pastedInto(rows, at === -1 ? rows.length : at, columns.map(({ column }) => column), key, cells)
      table.fill(pasted.rows, 'pasted')
      tellUntaken(pasted.untaken)
    },
    remove: (row) => {
      const at = shown.findIndex(({ id }) => id === row.id)
      const next = shown[at + 1] ?? shown[at - 1]
      table.remove(row.id)
      if (next) focusSoon(cellId(name, next.id, 'remove'))
      else soon(() => document.getElementById(listId)?.closest('section')?.querySelector<HTMLElement>('[data-undo]'))
    },
  }
  const latest = useRef(now)
  useLayoutEffect(() => { latest.current = now })
  const [acts] = useState<GridActs>(() => ({
    leave: (row) => latest.current.leave(row), write: (row, key, value) => latest.current.write(row, key, value), below: (row, key) => latest.current.below(row, key),
    pressed: (event, row) => latest.current.pressed(event, row), paste: (event, row, key) => latest.current.paste(event, row, key), remove: (row) => latest.current.remove(row),
  }))
  const rest = rows.length - shown.length
  return (
    <div id={listId} className={styles.scroll}>
      <table className={styles.table} aria-label={name} data-grid={name} data-editing={!readOnly || undefined}>
        <colgroup>{columns.map(({ column: { key }, width }) => <col key={key} style={{ width }} />)}{!readOnly && <col style={{ width: '36px' }} />}</colgroup>
        <thead><tr>{columns.map(({ column }) => <th key={column.key} scope="col">{column.title[language]}</th>)}{!readOnly && <td />}</tr></thead>
        <tbody>
          {all.map((row, index) => (
            <GridRow
              key={row.id} name={name} row={row} index={index} columns={columns} session={session} acts={acts} readOnly={readOnly} isBlank={row.id === blank && !isBlankTaken} isOutlined={row.id === outlined} lists={lists}
            />
          ))}
        </tbody>
      </table>
      <WordLists id={listId} columns={columns} vocabularies={vocabularies} />
      {rest > 0 && <button type="button" className={styles.more} onClick={() => setLimit(limit + shownAtOnce)}>{t('grid.more', { count: rest })}</button>}
    </div>
  )
}
