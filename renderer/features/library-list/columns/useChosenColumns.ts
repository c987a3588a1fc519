/** Which columns a list has, in which order and how wide: as they were chosen on this machine, else what the library fills. */
import { useMemo } from 'react'
import { useNarrow } from '#renderer/ui/useNarrow'
import type { ListColumns } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'
import { useUsedFacets } from '../table/useUsedFacets'
import type { ListFields } from '../useListFields'
import { useListLook } from '../useListLook'

/** What a row has of itself: it need not be asked for. */
const ofRow = ['number', 'title', 'stage', 'edition', 'unit', 'field', 'tags', 'date', 'updatedAt', 'polarity', 'attachments'] as const
/** The record's own, but not the row's. */
const ofRecord = ['confidentiality', 'authors'] as const

export interface ChosenColumns {
  columns: ListColumns
  /** Every column that there can be, in the order in which they are offered. */
  all: readonly string[]
  /** Those among the chosen that a row does not have of itself. */
  asked: readonly string[]
  fields: ListFields
  isChosen: boolean
  choose: (columns: ListColumns) => void
  reset: () => void
}

export const useChosenColumns = (type: ListedType, fields: ListFields): ChosenColumns => {
  const { look, setLook } = useListLook(type)
  const isUsed = useUsedFacets(type)
  // There the list goes without the field.
  const isNarrow = useNarrow()
  const own = useMemo(() => fields.fields.map(({ key }) => key), [fields])
  const all = useMemo(() => [
    ...ofRow.filter((key) => (key !== 'edition' || type === 'product') && (key !== 'polarity' || fields.facets.includes('polarity'))), ...ofRecord, ...own,
  ], [type, fields, own])
  const byDefault = useMemo((): ListColumns => [
    'number', 'title', 'stage', ...(type === 'product' ? ['edition'] : []), ...(isUsed('unit') ? ['unit'] : []), ...(isUsed('field') && !isNarrow ? ['field'] : []),
    ...(isUsed('tag') ? ['tags'] : []), type === 'product' ? 'updatedAt' : 'date',
  ].map((key) => ({ key })), [type, isUsed, isNarrow])
  const columns = useMemo(() => {
    const chosen = look.columns?.filter(({ key }) => all.includes(key)) ?? []
    if (chosen.length === 0) return byDefault
    return chosen.some(({ key }) => key === 'title') ? chosen : [{ key: 'title' }, ...chosen]
  }, [look.columns, all, byDefault])
  const asked = useMemo(() => columns.map(({ key }) => key).filter((key) => !ofRow.some((each) => each === key)), [columns])
  return {
    columns, all, asked, fields, isChosen: look.columns !== undefined,
    choose: (next) => { setLook({ ...look, columns: next }) },
    reset: () => {
      const { columns: _columns, ...others } = look
      setLook(others)
    },
  }
}
