/** Which records a selection stands for: the one place where it becomes ids. */
import type { RecordSelection } from '#shared/contract/records'
import type { SearchRequest } from '#shared/model/search'
import type { Session } from './session'

/** The records that a search finds in the open library, best first. */
export type FindIds = (request: SearchRequest) => Promise<{ ids: string[] }>

/** The ids that a selection stands for, each once: as they were given, oldest first where it is a filter, best first where it is a search. */
export type Select = (session: Session, selection: RecordSelection) => Promise<string[]>

export const createSelect = (findIds: FindIds): Select => async ({ catalog }, selection) => {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const except = new Set(selection.except)
  if ('search' in selection) return (await findIds(selection.search)).ids.filter((id) => !except.has(id))
  const { rows } = await catalog.list(selection.filter, { by: 'number', descending: false }, 0, Number.MAX_SAFE_INTEGER)
  return rows.flatMap(({ id }) => (except.has(id) ? [] : [id]))
}
