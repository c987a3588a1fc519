/** What was done with records on this machine, one file for each library beside the settings. */
import { join } from 'node:path'
import type { UseCounts, UsedRecord } from '#shared/contract/usage'
import { UsageFile, usageLimit, type RecordUse, type UseKind } from '#shared/model/usage'
import type { Log } from '../ports'
import { openDocument, type StoredDocument } from '../store/jsonFile'
import type { Changes } from './changes'
import type { Session, SessionHolder } from './session'

export interface UsageService {
  of: (id: string) => Promise<UseCounts>
  note: (id: string, kind: UseKind) => Promise<null>
  mark: (id: string, mark: { isFavourite?: boolean | undefined; rating?: number | null | undefined }) => Promise<UseCounts>
  /** What was done with each record, by id. */
  all: () => Promise<UsageFile['records']>
  list: (by: 'recent' | 'most' | 'favourites', limit: number) => Promise<UsedRecord[]>
}

interface Parts { folder: string; sessions: SessionHolder; changes: Changes; now: () => number; log: Log }

type Uses = UsageFile['records']

/** Without what was used longest ago where there are too many; marks stay. */
const bounded = (uses: Uses): Uses => {
  const entries = Object.entries(uses)
  if (entries.length <= usageLimit) return uses
  const [kept, others] = [entries.filter(([, use]) => isMarked(use)), entries.filter(([, use]) => !isMarked(use))]
  return Object.fromEntries([...kept, ...others.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1)).slice(0, Math.max(0, usageLimit - kept.length))])
}

const isMarked = ({ favourite, rating }: RecordUse): boolean => favourite === true || rating !== undefined

export const createUsageService = ({ folder, sessions, changes, now, log }: Parts): UsageService => {
  const documents = new Map<string, Promise<StoredDocument<UsageFile>>>()
  const documentOf = async ({ folder: { library } }: Session): Promise<StoredDocument<UsageFile>> => {
    const { id } = library.current()
    const opening = documents.get(id) ?? openDocument<UsageFile>(join(folder, `${id}.json`), UsageFile, { format: 1, records: {} })
    documents.set(id, opening)
    opening.catch(() => documents.delete(id))
    return opening
  }
  const change = async (session: Session, id: string, edit: (use: RecordUse) => RecordUse): Promise<RecordUse | undefined> => {
    const document = await documentOf(session)
    const { records } = await document.update((file) => {
      const before = file.records[id] ?? { opened: 0, exported: 0, filledIn: 0, at: new Date(now()).toISOString() }
      return { ...file, records: bounded({ ...file.records, [id]: edit(before) }) }
    })
    changes.publish({ type: 'usage' })
    return records[id]
  }
  const countsOf = ({ catalog }: Session, id: string, use: RecordUse | undefined): UseCounts => ({
    opened: use?.opened ?? 0, exported: use?.exported ?? 0, filledIn: use?.filledIn ?? 0, cited: catalog.backlinkCount(id), isFavourite: use?.favourite === true, rating: use?.rating ?? null,
  })
  return {
    of: async (id) => {
      const session = sessions.required()
      return countsOf(session, id, (await documentOf(session)).current().records[id])
    },
    note: async (id, kind) => {
      // A count is no reason to stop whoever reads: a file of them that can't be read or written is left as it is.
      await change(sessions.required(), id, (use) => ({ ...use, [kind]: use[kind] + 1, at: new Date(now()).toISOString() }))
        .catch((error: unknown) => { log.warn('a use was not counted', { error: String(error) }) })
      return null
    },
    mark: async (id, { isFavourite, rating }) => {
      const session = sessions.required()
      const use = await change(session, id, ({ favourite, rating: before, ...rest }) => {
        const marked = isFavourite ?? favourite
        const stars = rating === undefined ? before : rating ?? undefined
        return { ...rest, ...marked === true && { favourite: true }, ...stars !== undefined && { rating: stars } }
      })
      return countsOf(session, id, use)
    },
    all: async () => (await documentOf(sessions.required())).current().records,
    list: async (by, limit) => {
      const session = sessions.required()
      const uses = Object.entries((await documentOf(session)).current().records).filter(([, use]) => (by === 'favourites' ? use.favourite === true : use.opened > 0))
      uses.sort(([, a], [, b]) => (by === 'most' && a.opened !== b.opened ? b.opened - a.opened : a.at < b.at ? 1 : -1))
      const found: UsedRecord[] = []
      for (const [id, { opened, at }] of uses) {
        const row = session.catalog.get(id)
        if (row) found.push({ row, opened, at })
        if (found.length === limit) break
      }
      return found
    },
  }
}
