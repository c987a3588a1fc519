/** Compares what the index holds with the catalog. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Holdings } from '../../search/worker/messages'
import type { Catalog } from '../../store/catalog/catalog'
import { isPending } from './fileDocuments'
import { partsOfId } from './recordDocuments'

export interface Difference {
  /** Records that the index lacks, or has otherwise than they are now; the newest first. */
  missing: string[]
  /** Documents of records that are gone, and of files whose records are missing. */
  extra: string[]
  /** The ids of all that it holds. */
  held: string[]
  /** Of how many files of a record the text is still to be read, where there are any. */
  pending: Map<string, number>
}

/** The core's loop is never held longer than these take. */
const comparedAtOnce = 2000

const byNewest = (a: string, b: string): number => (a < b ? 1 : -1)

export const compareHoldings = async ({ ids, updatedAt }: Holdings, catalog: Pick<Catalog, 'get' | 'ids'>): Promise<Difference> => {
  const held = ids === '' ? [] : ids.split('\n')
  const current = new Set<string>()
  const files = new Map<string, string[]>()
  const extra: string[] = []
  const pending = new Map<string, number>()
  for (const [at, id] of held.entries()) {
    if (at % comparedAtOnce === 0) await nextTurn()
    const { recordId, sha256 } = partsOfId(id)
    const row = catalog.get(recordId)
    if (!row) extra.push(id)
    else if (sha256 !== undefined) {
      files.set(recordId, [...files.get(recordId) ?? [], id])
      if (isPending(updatedAt[at] ?? 0)) pending.set(recordId, (pending.get(recordId) ?? 0) + 1)
    } else if (Date.parse(row.updatedAt) === updatedAt[at]) current.add(id)
  }
  const missing: string[] = []
  for (const [at, id] of [...catalog.ids()].entries()) {
    if (at % comparedAtOnce === 0) await nextTurn()
    const own = files.get(id) ?? []
    const attached = catalog.get(id)?.attachments ?? 0
    // What was interrupted may have left it with files that it has no more, or with none; one that is attached twice is held once.
    if (current.has(id) && own.length <= attached && (own.length > 0 || attached === 0)) continue
    missing.push(id)
    extra.push(...own)
  }
  // Ids are UUIDv7: the newest have the largest.
  return { missing: missing.sort(byNewest), extra, pending, held }
}
