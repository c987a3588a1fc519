/** What a text needs to know of other records: which ones a search finds, and what one of them is about. */
import type { RecordRow } from '#shared/contract/records'
import { RecordType } from '#shared/model/recordTypes'
import { core } from './client'

const most = 20

const find = async (text: string): Promise<RecordRow[]> => {
  const found = await core.search.query({ text, filters: { type: [...RecordType.options] }, limit: most })
  return found.groups.flatMap(({ hits }) => hits.map(({ row }) => row))
}

const preview = async (recordId: string): Promise<{ row: RecordRow, summary: string } | undefined> => {
  const [row] = await core.records.rows({ ids: [recordId] })
  if (!row) return undefined
  const { content } = await core.records.get({ id: recordId })
  return { row, summary: content.summary.trim() }
}

export const recordSource = { find, preview }
