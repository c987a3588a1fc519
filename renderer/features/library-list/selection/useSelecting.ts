/** Selecting rows by pointer and keys: one, a stretch from the last one, all that is listed, none. */
import { useCallback, useMemo } from 'react'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { RecordRow } from '#shared/contract/records'
import type { Listed } from '../listed'
import { useListState } from '../listState'
import { countSelected, everything, isSelected, mostNamed, noSelection, withRecords, type Selection } from './selection'

interface Rows { listed: Listed; total: number; rowAt: (index: number) => RecordRow | undefined }

export interface Selecting {
  selection: Selection
  count: number
  isSelected: (id: string) => boolean
  toggle: (index: number) => void
  /** Selects all from the row that was last selected to this one. */
  extendTo: (index: number) => void
  selectAll: () => void
  clear: () => void
}

export const useSelecting = ({ listed: { key, idsBetween }, total, rowAt }: Rows): Selecting => {
  const list = useListState(key)
  const showError = useErrorDialog()
  const { selection, anchor, select } = list

  /** Rows that are not on the screen yet are asked for. */
  const shownOrAsked = useCallback(async (from: number, to: number): Promise<string[]> => {
    const shown = Array.from({ length: to - from + 1 }, (_, index) => rowAt(from + index)?.id)
    return shown.includes(undefined) ? idsBetween(from, to) : shown.flatMap((id) => id ?? [])
  }, [rowAt, idsBetween])

  return useMemo(() => ({
    selection,
    count: countSelected(selection, total),
    isSelected: (id) => isSelected(selection, id),
    toggle: (index) => {
      const row = rowAt(index)
      if (row) select(withRecords(selection, [row.id], !isSelected(selection, row.id)), index)
    },
    extendTo: (index) => {
      const reach = Math.min(Math.abs(index - anchor), mostNamed - selection.ids.size)
      const end = index < anchor ? anchor - reach : anchor + reach
      shownOrAsked(Math.min(anchor, end), Math.max(anchor, end)).then((ids) => { select(withRecords(selection, ids, true), anchor) }, showError)
    },
    selectAll: () => { select(everything, anchor) },
    clear: () => { select(noSelection, anchor) },
  }), [selection, total, rowAt, select, anchor, shownOrAsked, showError])
}
