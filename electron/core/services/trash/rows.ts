/** What is in the trash as rows of a list. An entry is read once: it never changes, it only goes. */
import { toFailure } from '#shared/contract/errors'
import type { TrashRow } from '#shared/contract/trash'
import type { TrashFile } from '#shared/model/trash'
import { fold } from '#shared/text/fold'
import { atATime } from '../../store/atATime'
import type { Session } from '../session'

const readsAtATime = 16

const rowOf = ({ id, deletedAt, by, operationId, record: { content: { type, number, title, unit } } }: TrashFile): TrashRow =>
  ({ id, type, number, title, unit, deletedAt, by: by.name, operationId })

export interface TrashRows {
  /** All that can be read, latest deleted first; what can't is noted as damage. */
  all: (session: Session) => Promise<TrashRow[]>
  /** What was deleted or brought back is read anew. */
  forget: (session: Session, ids: readonly string[]) => void
}

export const createTrashRows = (): TrashRows => {
  const bySession = new WeakMap<Session, Map<string, TrashRow>>()
  const rowsOf = (session: Session): Map<string, TrashRow> => {
    const rows = bySession.get(session) ?? new Map<string, TrashRow>()
    bySession.set(session, rows)
    return rows
  }
  return {
    all: async (session) => {
      const { folder, noteDamage } = session
      const rows = rowsOf(session)
      const ids = await folder.trash.ids((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
      await atATime(readsAtATime, ids.filter((id) => !rows.has(id)), async (id) => {
        await folder.trash.read(id).then((entry) => { rows.set(id, rowOf(entry)) }, (error: unknown) => {
          const failure = toFailure(error)
          if (!failure) throw error
          if (failure.code !== 'not_found') noteDamage({ path: folder.paths.trashed(id), failure })
        })
      })
      return ids.flatMap((id) => rows.get(id) ?? []).sort((a, b) => (a.deletedAt === b.deletedAt ? (a.id < b.id ? 1 : -1) : a.deletedAt < b.deletedAt ? 1 : -1))
    },
    forget: (session, ids) => { for (const id of ids) rowsOf(session).delete(id) },
  }
}

/** Rows whose number or title holds every word of a text, whatever its case and script. */
export const matching = (rows: readonly TrashRow[], text: string): TrashRow[] => {
  const words = fold(text).split(/\s+/).filter((word) => word !== '')
  return rows.filter(({ number, title }) => { const own = fold(`${number} ${title}`); return words.every((word) => own.includes(word)) })
}
