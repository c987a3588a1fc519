/** The trash: what is in it, bringing it back, and removing it for good. */
import type { OperationOutcome } from '#shared/contract/operations'
import type { EmptyReport, TrashRow } from '#shared/contract/trash'
import type { Changes } from '../changes'
import { createResults } from '../jobResults'
import type { JobService } from '../jobs'
import type { OperationService } from '../operations'
import type { Session, SessionHolder } from '../session'
import { copyFiles, emptyTrash, type Abandon } from './empty'
import { matching, type TrashRows } from './rows'

export { createTrashRows } from './rows'

export interface TrashService {
  list: (text: string, offset: number, limit: number) => Promise<{ total: number; all: number; rows: TrashRow[] }>
  restore: (ids: readonly string[]) => Promise<OperationOutcome>
  remove: (ids: readonly string[]) => Promise<{ jobId: string }>
  empty: () => Promise<{ jobId: string }>
  copies: (ids?: readonly string[]) => Promise<number>
  emptied: (jobId: string) => EmptyReport
}

interface Parts { jobs: JobService; operations: OperationService; sessions: SessionHolder; changes: Changes; rows: TrashRows; abandon: Abandon }

export const createTrashService = ({ jobs, operations, sessions, changes, rows, abandon }: Parts): TrashService => {
  const reports = createResults<EmptyReport>(jobs)

  const start = (session: Session, chosen: readonly TrashRow[]): { jobId: string } => {
    const { id } = jobs.start('emptyTrash', async (control) => {
      const report: EmptyReport = { removed: 0, revisions: 0, stayed: [], failed: [], opened: [] }
      try {
        await emptyTrash(session, chosen, report, abandon, control)
      } finally {
        reports.put(control.id, report)
        changes.publish({ type: 'trash' })
      }
    })
    return { jobId: id }
  }

  return {
    list: async (text, offset, limit) => {
      const all = await rows.all(sessions.required())
      const found = matching(all, text)
      return { total: found.length, all: all.length, rows: found.slice(offset, offset + limit) }
    },
    restore: operations.restore,
    remove: async (ids) => {
      const session = sessions.writable()
      const wanted = new Set(ids)
      return start(session, (await rows.all(session)).filter(({ id }) => wanted.has(id)))
    },
    empty: async () => {
      const session = sessions.writable()
      return start(session, await rows.all(session))
    },
    copies: async (ids) => {
      const session = sessions.required()
      const wanted = ids && new Set(ids)
      // Those of a tool that is in place again stay with it.
      const tools = (await rows.all(session)).filter(({ id, type }) => type === 'tool' && wanted?.has(id) !== false && session.catalog.get(id) === undefined)
      const names = await Promise.all(tools.map(async ({ id }) => copyFiles(session, id)))
      return names.flat().length
    },
    emptied: reports.get,
  }
}
