/** The keys of the table of an opened package: the row that has the focus is the one that they are about. */
import { useEffect, useRef, type RefObject } from 'react'
import type { ComparedRecord } from '#shared/contract/packageMerge'
import { choicesFor, type Choice, type ConflictAt } from './takeChoice'
import { useMergeKeys } from './useMergeKeys'

interface TableKeys {
  area: RefObject<HTMLElement | null>
  isActive: boolean
  rows: readonly ComparedRecord[]
  page: number
  pages: number
  onPage: (page: number) => void
  onOpen: (id: string) => void
  onChoose: (records: readonly ComparedRecord[], choice: Choice) => void
  onNextConflict: (from: Partial<ConflictAt> | undefined) => void
}

const rowSelector = 'tr[data-row-key]'

const focusRow = (row: HTMLElement | undefined): void => {
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

export const useTableKeys = ({ area, isActive, rows, page, pages, onPage, onOpen, onChoose, onNextConflict }: TableKeys): void => {
  /** Where to begin once another page is shown. */
  const begin = useRef<'first' | 'last'>(undefined)
  const shown = (): HTMLElement[] => [...area.current?.querySelectorAll<HTMLElement>(rowSelector) ?? []]
  useEffect(() => {
    const all = [...area.current?.querySelectorAll<HTMLElement>(rowSelector) ?? []]
    if (begin.current) focusRow(all.at(begin.current === 'first' ? 0 : -1))
    begin.current = undefined
  }, [area, page])

  const focused = (): HTMLElement | undefined => shown().find((row) => row.contains(document.activeElement))
  const record = (): ComparedRecord | undefined => { const id = focused()?.dataset.rowKey; return rows.find((each) => each.id === id) }
  const go = (by: 1 | -1): void => {
    const [all, at] = [shown(), focused()]
    const next = at ? all.indexOf(at) + by : by === 1 ? 0 : all.length - 1
    if (all[next]) focusRow(all[next])
    else if (page + by >= 1 && page + by <= pages) {
      begin.current = by === 1 ? 'first' : 'last'
      onPage(page + by)
    }
  }
  const choose = (choice: Choice) => (): void => {
    const here = record()
    if (here && choicesFor(here).includes(choice)) onChoose([here], choice)
  }
  useMergeKeys(isActive
    ? {
        next: () => { go(1) }, previous: () => { go(-1) }, one: choose('keep'), two: choose('take'), three: choose('merge'),
        enter: () => { const here = record(); if (here) onOpen(here.id) },
        conflict: () => { const here = record(); onNextConflict(here && { id: here.id }) },
      }
    : {})
}
