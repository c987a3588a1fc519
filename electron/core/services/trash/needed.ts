/**
 * Which revisions of deleted records have to stay: what any record, in place, earlier or in the trash, cites or pins, what templates cite and editions name,
 * and what was sent or received. Everything that could name one is read; what can't be read could name any, so it is thrown.
 */
import { join } from 'node:path'
import { AppError } from '#shared/contract/errors'
import type { StayReason } from '#shared/contract/trash'
import { pinnedRevisions, type PinnedRevision } from '#shared/model/gates'
import { Uuid } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'
import { atATime } from '../../store/atATime'
import { isIntact } from '../../store/editionStore'
import type { JobControl } from '../jobs'
import type { Session } from '../session'

const readsAtATime = 16

export interface Needed {
  /** Why a revision has to stay; empty if it may go. */
  why: (pin: PinnedRevision) => StayReason[]
  /** Enters what a content of a record cites and pins. */
  cite: (recordId: string, content: RecordContent) => void
  /** What a record that is gone whole cited counts no more. */
  release: (recordId: string) => void
  /** How many of the deleted records one cites: those that cite most are removed first, so that they keep nobody. */
  citedBy: (recordId: string) => number
}

/** Sources by the revision that they name; a source is a record, or what never goes. */
const createNeeded = (targets: ReadonlySet<string>): Needed & { note: (pin: PinnedRevision, reason: StayReason) => void } => {
  const sources = new Map<string, Map<string, StayReason>>()
  const cites = new Map<string, Set<string>>()
  const keyOf = ({ recordId, revisionId }: PinnedRevision): string => `${recordId}@${revisionId}`
  const add = (pin: PinnedRevision, source: string, reason: StayReason): void => {
    const key = keyOf(pin)
    sources.set(key, (sources.get(key) ?? new Map<string, StayReason>()).set(source, reason))
  }
  return {
    note: (pin, reason) => { if (targets.has(pin.recordId)) add(pin, reason, reason) },
    cite: (recordId, content) => {
      for (const pin of pinnedRevisions(content)) {
        if (pin.recordId === recordId || !targets.has(pin.recordId)) continue
        add(pin, recordId, 'cited')
        cites.set(recordId, (cites.get(recordId) ?? new Set()).add(keyOf(pin)))
      }
    },
    release: (recordId) => {
      for (const key of cites.get(recordId) ?? []) sources.get(key)?.delete(recordId)
      cites.delete(recordId)
    },
    citedBy: (recordId) => cites.get(recordId)?.size ?? 0,
    why: (pin) => [...new Set(sources.get(keyOf(pin))?.values())],
  }
}

/** The ids of the records that have a folder below one of the library's. */
const idsBelow = async ({ folder: { journal } }: Session, root: string): Promise<string[]> => {
  const shards = (await journal.names(root)).filter((name) => /^[0-9a-f]{2}$/.test(name))
  const names = await Promise.all(shards.map(async (name) => journal.names(join(root, name))))
  return names.flat().filter((name) => Uuid.safeParse(name).success)
}

const unreadable = (_path: string, error: AppError): never => { throw error }

/** Reads the whole library for what refers to the records. Throws what can't be read, and when it is cancelled. */
export const findNeeded = async (session: Session, targets: ReadonlySet<string>, { signal, progress }: Pick<JobControl, 'signal' | 'progress'>): Promise<Needed> => {
  const { records, trash, editions, exchanges, templates, paths } = session.folder
  const needed = createNeeded(targets)
  const heads = await records.ids(unreadable)
  const trashed = await trash.ids(unreadable)
  const histories = await idsBelow(session, paths.history)
  const products = await idsBelow(session, paths.editions)
  let done = 0
  progress({ total: heads.length + trashed.length + histories.length + products.length + targets.size })
  const read = async (ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> => atATime(readsAtATime, ids, async (id) => {
    signal.throwIfAborted()
    await work(id)
    progress({ done: (done += 1), current: session.catalog.get(id)?.title ?? null })
  })
  await read(heads, async (id) => { needed.cite(id, (await records.read(id)).content) })
  await read(trashed, async (id) => { needed.cite(id, (await trash.read(id)).record.content) })
  await read(histories, async (id) => {
    for (const revisionId of await records.history(id)) needed.cite(id, (await records.readRevision(id, revisionId)).content)
  })
  await read(products, async (id) => {
    for (const seal of await editions.seals(id)) {
      const edition = await editions.read(id, seal)
      if (!isIntact(edition)) throw new AppError('store_corrupt', { path: paths.edition(id, seal), reason: 'not what was sealed' })
      needed.note({ recordId: id, revisionId: edition.revision.id }, 'edition')
      for (const source of edition.sources) needed.note(source, 'edition')
    }
  })
  for (const { records: exchanged } of await exchanges.list(unreadable)) {
    for (const { id, revisionId, maskedFrom, twins = [] } of exchanged) {
      const named = [revisionId, maskedFrom, ...twins.flatMap((twin) => [twin.revisionId, twin.maskedFrom])]
      for (const each of named) if (each !== undefined) needed.note({ recordId: id, revisionId: each }, 'exchanged')
    }
  }
  for (const { type, content: { body, fields } } of await templates.list(unreadable)) {
    for (const pin of pinnedRevisions({ type, body, fields, links: [] })) needed.note(pin, 'cited')
  }
  return needed
}
