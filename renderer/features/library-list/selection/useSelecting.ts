/** Selecting rows by pointer and keys: one, a group, a stretch from the last one, all that is listed, none. */
import { App } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { RecordRow } from '#shared/contract/records'
import type { Listed } from '../listed'
import { selectionOf, useListState } from '../listState'
import type { Layout } from '../table/layout'
import { countSelected, everything, isSelected, mostNamed, noSelection, withRecords, type Selection } from './selection'

/** `total` counts records, `rowAt` goes by their places in the whole list; `layout` says which row shows which. */
interface Rows { listed: Listed; layout: Layout; total: number; rowAt: (offset: number) => RecordRow | undefined }

export interface Selecting {
  selection: Selection
  count: number
  isSelected: (id: string) => boolean
  /** Of the row at an index: its record, or all records of the group that it heads. */
  toggle: (index: number) => void
  /** Selects all from the row that was last selected to this one. */
  extendTo: (index: number) => void
  selectAll: () => void
  clear: () => void
}

interface Stretch { from: number; to: number }

/** The places of the records in a stretch of rows, joined where they follow one another. */
const stretchesOf = (layout: Layout, from: number, to: number): Stretch[] => {
  const stretches: Stretch[] = []
  for (let index = from; index <= to; index += 1) {
    const place = layout.placeAt(index)
    if (place?.kind !== 'row') continue
    const last = stretches.at(-1)
    if (last?.to === place.offset - 1) last.to = place.offset
    else stretches.push({ from: place.offset, to: place.offset })
  }
  return stretches
}

export const useSelecting = ({ listed: { key, idsBetween }, layout, total, rowAt }: Rows): Selecting => {
  const list = useListState(key)
  const { t } = useTranslation('library-list')
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const { selection, anchor, select } = list

  /** Rows that are not on the screen yet are asked for. */
  const shownOrAsked = useCallback(async ({ from, to }: Stretch): Promise<string[]> => {
    const shown = Array.from({ length: to - from + 1 }, (_, index) => rowAt(from + index)?.id)
    return shown.includes(undefined) ? idsBetween(from, to) : shown.flatMap((id) => id ?? [])
  }, [rowAt, idsBetween])

  return useMemo(() => ({
    selection,
    count: countSelected(selection, total),
    isSelected: (id) => isSelected(selection, id),
    toggle: (index) => {
      const place = layout.placeAt(index)
      if (place?.kind === 'group') {
        const room = mostNamed - selection.ids.size
        if (place.group.total > room) { void message.warning(t('selection.tooMany', { count: mostNamed })); return }
        shownOrAsked({ from: place.offset, to: place.offset + place.group.total - 1 }).then((ids) => {
          // What was selected meanwhile stays.
          const now = selectionOf(key)
          select(withRecords(now, ids, !ids.every((id) => isSelected(now, id))), index)
        }, showError)
        return
      }
      const row = place && rowAt(place.offset)
      if (row) select(withRecords(selection, [row.id], !isSelected(selection, row.id)), index)
    },
    extendTo: (index) => {
      const reach = Math.min(Math.abs(index - anchor), mostNamed - selection.ids.size)
      const end = index < anchor ? anchor - reach : anchor + reach
      const stretches = stretchesOf(layout, Math.min(anchor, end), Math.max(anchor, end))
      Promise.all(stretches.map(shownOrAsked)).then((ids) => { select(withRecords(selectionOf(key), ids.flat(), true), anchor) }, showError)
    },
    selectAll: () => { select(everything, anchor) },
    clear: () => { select(noSelection, anchor) },
  }), [selection, layout, total, rowAt, select, anchor, shownOrAsked, showError, key, message, t])
}
