/** Which records of a list are selected: some by their ids, or all that is listed but some. The screen never needs to know them all. */
import type { RecordSelection } from '#shared/contract/records'

export interface Selection {
  /** Whether `ids` are those that are left out of all. */
  all: boolean
  ids: ReadonlySet<string>
}

export const noSelection: Selection = { all: false, ids: new Set() }
export const everything: Selection = { all: true, ids: new Set() }

/** As many as can be named one by one. */
export const mostNamed = 10_000

export const isSelected = ({ all, ids }: Selection, id: string): boolean => ids.has(id) !== all

export const countSelected = ({ all, ids }: Selection, total: number): number => (all ? Math.max(0, total - ids.size) : ids.size)

/** The selection with these records in it, or out of it. */
export const withRecords = ({ all, ids }: Selection, records: readonly string[], selected: boolean): Selection => {
  const next = new Set(ids)
  for (const id of records) {
    if (selected === all) next.delete(id)
    else next.add(id)
  }
  return { all, ids: next }
}

export const toRecordSelection = ({ all, ids }: Selection, allBut: (except: string[]) => RecordSelection): RecordSelection =>
  (all ? allBut([...ids]) : { ids: [...ids] })
