/** What a text needs to know of other records: which ones a search finds, and what one of them is about. */
import type { RecordRow } from '#shared/contract/records'
import type { SearchAnswer } from '#shared/contract/search'
import { RecordType } from '#shared/model/recordTypes'
import { core } from './client'

const most = 20

/** How a record to link to is searched for. */
export const recordQuery = (text: string) => ({ text, filters: { type: [...RecordType.options] }, limit: most })

/** `isWhole` is false while the index is still being built. */
interface FoundRecords { rows: RecordRow[]; isWhole: boolean }

export const foundRecords = ({ groups, complete }: SearchAnswer): FoundRecords =>
  ({ rows: groups.flatMap(({ hits }) => hits.map(({ row }) => row)), isWhole: complete })

const find = async (text: string): Promise<FoundRecords> => foundRecords(await core.search.query(recordQuery(text)))

const preview = async (recordId: string): Promise<{ row: RecordRow, summary: string } | undefined> => {
  const [row] = await core.records.rows({ ids: [recordId] })
  if (!row) return undefined
  const { content } = await core.records.get({ id: recordId })
  return { row, summary: content.summary.trim() }
}

export const recordSource = { find, preview }
