/** The tools of the table in which the caret stands. */
import type { LexicalEditor } from 'lexical'
import {
  BetweenHorizontalEnd, BetweenHorizontalStart, BetweenVerticalEnd, BetweenVerticalStart, PanelTop, SquareSplitHorizontal, TableCellsMerge, TableColumnsSplit,
  TableRowsSplit, Trash2, type LucideIcon,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'
import { ToolButton } from '../toolbar/ToolButton'
import { ToolRow } from '../toolbar/ToolRow'
import { $tableState, tableActions, type TableState } from './tableActions'

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

export const TableToolbar = ({ editor }: { editor: LexicalEditor }) => {
  const { t } = useTranslation('editor')
  const state = useTableState(editor)
  if (!state) return null
  const disabled: Partial<Record<Action, boolean>> = { merge: !state.canMerge, split: !state.canSplit }
  return (
    <ToolRow className={css.contextBar} label={t('table.toolbar')}>
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
    </ToolRow>
  )
}
