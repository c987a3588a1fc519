/**
 * The steps to write, by the keys alone: Enter goes to the same cell of the next row, Alt+↑ and ↓ move a step, Ctrl+Enter puts one in below,
 * Delete takes an empty one out. A table from Word or Excel fills the rows from the cell on that it is pasted into.
 */
import { Button } from 'antd'
import { Plus, Undo2 } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSession } from '#renderer/features/record'
import { StepRow, type MissingColumn } from './StepRow'
import { StepsHead } from './StepsHead'
import { StepsScroll } from './StepsScroll'
import { cellId, isEmptyStep, type WrittenColumn } from './stepRows'
import styles from './steps.module.css'
import type { Steps } from './useSteps'

interface StepsEditorProps { steps: Steps; posts: readonly string[]; missing: MissingColumn | undefined; session: RecordSession; labelledBy: string }

/** Once the page has drawn what was changed; a browser takes the focus from what it moves. */
const focusSoon = (id: string): void => { requestAnimationFrame(() => document.getElementById(id)?.focus()) }

export const StepsEditor = ({ steps, posts, missing, session, labelledBy }: StepsEditorProps) => {
  const { t } = useTranslation(['product', 'record'])
  const postsId = useId()
  const { rows } = steps
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  const endDrag = (): void => { setDragged(undefined); setOver(undefined) }

  const insert = (index: number, column: WrittenColumn): void => focusSoon(cellId(steps.insert(index), column))
  const enter = (index: number, column: WrittenColumn): void => {
    const next = rows[index + 1]
    if (next) document.getElementById(cellId(next.id, column))?.focus()
    else insert(index + 1, column)
  }
  const remove = (index: number): void => {
    const next = rows[index === 0 ? 1 : index - 1]
    steps.remove(index)
    if (next) focusSoon(cellId(next.id, 'action'))
  }
  const pressed = (event: KeyboardEvent, index: number, column: WrittenColumn | undefined): void => {
    const { target, currentTarget } = event
    // What is shown over the page has its own keys, though its events come by here.
    if (event.nativeEvent.isComposing || !(target instanceof HTMLElement) || !currentTarget.contains(target)) return
    const row = rows[index]
    const isRemovable = row !== undefined && (isEmptyStep(row) || target.id === `step-${row.id}`)
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      steps.move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
      focusSoon(target.id)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      insert(index + 1, 'action')
    } else if (event.key === 'Enter' && column !== undefined && !event.shiftKey) {
      event.preventDefault()
      enter(index, column)
    } else if (event.key === 'Delete' && isRemovable) {
      event.preventDefault()
      remove(index)
    }
  }
  return (
    <>
      {rows.length === 0 && <p className={styles.teach}>{t('steps.teach')}</p>}
      {rows.length > 0 && (
        <StepsScroll labelledBy={labelledBy}>
          <table className={styles.table} data-editing aria-labelledby={labelledBy}>
            <StepsHead />
            <tbody>
              {rows.map((row, index) => (
                <StepRow
                  key={row.id} row={row} index={index} time={steps.times.find(({ rowId }) => rowId === row.id)} session={session} current={steps.current} missing={missing} postsId={postsId}
                  drag={{
                    'data-over': over === index && dragged !== index ? true : undefined,
                    onDragOver: (event) => { if (dragged !== undefined) { event.preventDefault(); setOver(index) } },
                    onDrop: (event) => { if (dragged !== undefined) { event.preventDefault(); steps.move(dragged, index); endDrag() } },
                  }}
                  onDragStart={() => setDragged(index)} onDragEnd={endDrag} onCurrent={steps.setCurrent} onKeyDown={(event, column) => pressed(event, index, column)}
                  onPaste={(column, table) => steps.paste({ rowId: row.id, column }, table)} onChange={steps.change}
                />
              ))}
            </tbody>
          </table>
        </StepsScroll>
      )}
      <datalist id={postsId}>{posts.map((post) => <option key={post} value={post} />)}</datalist>
      <div className={styles.foot}>
        <Button size="small" icon={<Plus size={14} />} onClick={() => insert(rows.length, 'action')}>{t('steps.add')}</Button>
        {steps.undoable && (
          <span className={styles.removed} role="status">
            {steps.undoable.kind === 'removed' ? t('steps.removed', { number: steps.undoable.index + 1 }) : t('steps.pasted', { count: steps.undoable.count })}
            <Button type="link" size="small" icon={<Undo2 size={14} />} onClick={steps.undo}>{t('record:results.undo')}</Button>
          </span>
        )}
        {rows.length > 0 && <span className={styles.keys}>{t('steps.keys')}</span>}
      </div>
    </>
  )
}
