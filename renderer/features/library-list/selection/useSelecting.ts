/** Selecting rows by pointer and keys: one, a stretch from the last one, all that the filter leaves, none. */
import { useCallback, useMemo } from 'react'
import { core } from '#renderer/client/client'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { RecordFilter, RecordRow } from '#shared/contract/records'
import type { ListedType } from '#shared/model/recordTypes'
import { useListState } from '../listState'
import { countSelected, everything, isSelected, mostNamed, noSelection, withRecords, type Selection } from './selection'

const mostPerCall = 500

interface Rows { type: ListedType; filter: RecordFilter; total: number; rowAt: (index: number) => RecordRow | undefined }

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

export const useSelecting = ({ type, filter, total, rowAt }: Rows): Selecting => {
  const list = useListState(type)
  const showError = useErrorDialog()
  const { selection, anchor, sort, select } = list

  /** Rows that are not on the screen yet are asked for. */
  const idsBetween = useCallback(async (from: number, to: number): Promise<string[]> => {
    const shown = Array.from({ length: to - from + 1 }, (_, index) => rowAt(from + index)?.id)
    if (!shown.includes(undefined)) return shown.flatMap((id) => id ?? [])
    const ids: string[] = []
    for (let offset = from; offset <= to; offset += mostPerCall) {
      const { rows } = await core.records.list({ filter, sort, offset, limit: Math.min(mostPerCall, to - offset + 1) })
      ids.push(...rows.map(({ id }) => id))
    }
    return ids
  }, [rowAt, filter, sort])

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
      idsBetween(Math.min(anchor, end), Math.max(anchor, end)).then((ids) => { select(withRecords(selection, ids, true), anchor) }, showError)
    },
    selectAll: () => { select(everything, anchor) },
    clear: () => { select(noSelection, anchor) },
  }), [selection, total, rowAt, select, anchor, idsBetween, showError])
}
