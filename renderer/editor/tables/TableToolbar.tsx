/** The tools of the table in which the caret stands, floating at its upper edge so that the text does not move. */
import type { LexicalEditor } from 'lexical'
import {
  BetweenHorizontalEnd, BetweenHorizontalStart, BetweenVerticalEnd, BetweenVerticalStart, PanelTop, SquareSplitHorizontal, TableCellsMerge, TableColumnsSplit,
  TableRowsSplit, Trash2, type LucideIcon,
} from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'
import { moveFocus } from '../toolbar/moveFocus'
import { ToolButton } from '../toolbar/ToolButton'
import { $tableState, tableActions, type TableState } from './tableActions'

interface TableToolbarProps {
  editor: LexicalEditor
  /** The element that the tools are placed in. */
  frame: RefObject<HTMLElement | null>
}

type Action = keyof typeof tableActions

const tools: readonly (readonly { action: Action, icon: LucideIcon }[])[] = [
  [{ action: 'rowAbove', icon: BetweenHorizontalEnd }, { action: 'rowBelow', icon: BetweenHorizontalStart }, { action: 'deleteRow', icon: TableRowsSplit }],
  [{ action: 'columnLeft', icon: BetweenVerticalEnd }, { action: 'columnRight', icon: BetweenVerticalStart }, { action: 'deleteColumn', icon: TableColumnsSplit }],
  [{ action: 'merge', icon: TableCellsMerge }, { action: 'split', icon: SquareSplitHorizontal }, { action: 'headerRow', icon: PanelTop }],
  [{ action: 'deleteTable', icon: Trash2 }],
]

const same = (a: TableState | undefined, b: TableState | undefined): boolean =>
  a?.tableKey === b?.tableKey && a?.canMerge === b?.canMerge && a?.canSplit === b?.canSplit && a?.isHeaderRow === b?.isHeaderRow

const useTableState = (editor: LexicalEditor): TableState | undefined => {
  const [state, setState] = useState<TableState>()
  useEffect(() => editor.registerUpdateListener(({ editorState }) => {
    const next = editorState.read($tableState, { editor })
    setState((previous) => (same(previous, next) ? previous : next))
  }), [editor])
  return state
}

export const TableToolbar = ({ editor, frame }: TableToolbarProps) => {
  const { t } = useTranslation('editor')
  const state = useTableState(editor)
  const bar = useRef<HTMLDivElement>(null)
  const tableKey = state?.tableKey
  useLayoutEffect(() => {
    const table = tableKey === undefined ? null : editor.getElementByKey(tableKey)
    if (!table || !bar.current || !frame.current) return
    const place = (): void => {
      if (!bar.current || !frame.current) return
      const from = frame.current.getBoundingClientRect()
      const to = table.getBoundingClientRect()
      bar.current.style.top = `${to.top - from.top - bar.current.offsetHeight - 4}px`
      bar.current.style.left = `${Math.max(0, to.right - from.left - bar.current.offsetWidth)}px`
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(frame.current)
    observer.observe(table)
    return () => { observer.disconnect() }
  }, [editor, frame, tableKey])
  if (!state) return null
  const disabled: Partial<Record<Action, boolean>> = { merge: !state.canMerge, split: !state.canSplit }
  return (
    <div ref={bar} className={css.tableBar} role="toolbar" aria-label={t('table.toolbar')} onKeyDown={moveFocus}>
      {tools.map((group, index) => (
        <span key={index} className={css.group}>
          {group.map(({ action, icon }) => (
            <ToolButton
              key={action} icon={icon} label={t(`table.${action}`)} disabled={disabled[action] ?? false} danger={action === 'deleteTable'}
              {...(action === 'headerRow' ? { pressed: state.isHeaderRow } : {})} onClick={() => { editor.update(tableActions[action]) }}
            />
          ))}
        </span>
      ))}
    </div>
  )
}
