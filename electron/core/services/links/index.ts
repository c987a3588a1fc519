/** Links that lead to nothing: looking through all records for them, keeping what was found true, and mending them. */
import { join } from 'node:path'
import { isAppError } from '#shared/contract/errors'
import { LinksSummary, type BrokenLink, type LinkMend } from '#shared/contract/links'
import type { OperationOutcome } from '#shared/contract/operations'
import type { RecordContent } from '#shared/model/record'
import { withReference } from '#shared/model/references'
import type { Log } from '../../ports'
import { atATime } from '../../store/atATime'
import { createJsonFile } from '../../store/jsonFile'
import type { JobControl, JobService } from '../jobs'
import type { OperationService } from '../operations'
import type { Session, SessionHolder } from '../session'
import { createExamineLinks } from './examine'

export interface LinkService {
  check: () => { jobId: string }
  broken: () => Promise<(LinksSummary & { links: BrokenLink[] }) | null>
  summary: () => Promise<LinksSummary | null>
  mend: (mends: readonly LinkMend[]) => Promise<OperationOutcome>
}

interface Parts {
  jobs: JobService; operations: OperationService; sessions: SessionHolder; now: () => number; log: Log
  /** Where it is remembered how the last check ended. */
  folder: string
}

/** What is wrong with one record as it was saved then. */
interface Found { savedAt: string; links: BrokenLink[] }
/** `here`: the records that were there when links were last looked at. */
interface Check { session: Session; at: string; unread: number; found: Map<string, Found>; here: Set<string> }

const readsAtOnce = 8
const mostListed = 1000

export const createLinkService = ({ jobs, operations, sessions, now, log, folder }: Parts): LinkService => {
  let last: Check | undefined

  const file = ({ folder: library }: Session) => createJsonFile(join(folder, `${library.library.current().id}.links.json`), LinksSummary)
  const countOf = ({ found }: Check): number => [...found.values()].reduce((sum, { links }) => sum + links.length, 0)
  const summaryOf = (check: Check): LinksSummary => ({ at: check.at, count: countOf(check), unread: check.unread })

  /** That it is forgotten costs a look at the next check. */
  const remember = async (check: Check): Promise<void> => {
    await file(check.session).write(summaryOf(check)).catch((error: unknown) => { log.warn('the check of links was not remembered', { error: String(error) }) })
  }

  const checkAll = async (session: Session, { signal, progress }: JobControl): Promise<void> => {
    await session.whenChecked()
    const examine = createExamineLinks(session)
    const check: Check = { session, at: new Date(now()).toISOString(), unread: 0, found: new Map(), here: new Set(session.catalog.ids()) }
    const ids = [...check.here]
    let done = 0
    progress({ total: ids.length })
    await atATime(readsAtOnce, ids, async (id) => {
      signal.throwIfAborted()
      try {
        const record = await session.folder.records.read(id)
        const links = await examine(record)
        if (links.length > 0) check.found.set(id, { savedAt: record.revision.at, links })
      } catch (error) {
        if (!isAppError(error)) throw error
        // Deleted meanwhile, or damaged, which the check of files tells.
        if (error.code !== 'not_found') check.unread += 1
      }
      progress({ done: (done += 1), current: session.catalog.get(id)?.title ?? null })
    })
    last = check
    await remember(check)
  }

  /** What is known of the library that is open. */
  const current = (): Check | undefined => (last?.session === sessions.required() ? last : undefined)

  /** Whether a link may lead somewhere again: to a record that was not here, or to a file, which comes and goes unseen. */
  const mayLead = ({ catalog }: Session, { cause, reference }: BrokenLink): boolean =>
    cause === 'file' || ((cause === 'trash' || cause === 'gone') && 'to' in reference && catalog.get(reference.to) !== undefined)

  /** Records that refer to one that is here no more. */
  const leftBehind = ({ session: { catalog }, here }: Check): Set<string> => {
    const gone = [...here].filter((id) => catalog.get(id) === undefined)
    return new Set(gone.flatMap((id) => catalog.backlinks(id).map(({ row }) => row.id)))
  }

  /** What was mended or edited since, or leads somewhere again, is no longer told; what a deletion since broke is. */
  const refresh = async (check: Check): Promise<void> => {
    const { session, found } = check
    const before = countOf(check)
    const examine = createExamineLinks(session)
    const broken = leftBehind(check)
    check.here = new Set(session.catalog.ids())
    for (const id of new Set([...found.keys(), ...broken])) {
      const [row, known] = [session.catalog.get(id), found.get(id)]
      if (known && !broken.has(id) && row?.updatedAt === known.savedAt && !known.links.some((link) => mayLead(session, link))) continue
      const record = row && await session.folder.records.read(id).catch((error: unknown) => {
        if (!isAppError(error)) throw error
        return undefined
      })
      const links = record ? await examine(record) : []
      if (record && links.length > 0) found.set(id, { savedAt: record.revision.at, links })
      else found.delete(id)
    }
    if (countOf(check) !== before) await remember(check)
  }

  return {
    check: () => {
      const session = sessions.required()
      const running = jobs.list().find(({ kind, state }) => kind === 'checkLinks' && state === 'running')
      return { jobId: (running ?? jobs.start('checkLinks', async (control) => checkAll(session, control))).id }
    },
    broken: async () => {
      const check = current()
      if (!check) return null
      await refresh(check)
      return { ...summaryOf(check), links: [...check.found.values()].flatMap(({ links }) => links).slice(0, mostListed) }
    },
    summary: async () => {
      const session = sessions.required()
      const check = current()
      return check ? summaryOf(check) : file(session).read().catch(() => null)
    },
    mend: async (mends) => {
      const byRecord = new Map<string, LinkMend[]>()
      for (const mend of mends) byRecord.set(mend.recordId, [...byRecord.get(mend.recordId) ?? [], mend])
      const outcome = await operations.editEach('mendLinks', new Map([...byRecord].map(([id, own]) => [
        id, (content: RecordContent) => own.reduce((changed, { reference, to }) => withReference(changed, reference, to), content),
      ])))
      const check = current()
      if (check) await refresh(check)
      return outcome
    },
  }
}
