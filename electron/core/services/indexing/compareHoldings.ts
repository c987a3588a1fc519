/** Compares what the index holds with the catalog. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Holdings } from '../../search/worker/messages'
import type { Catalog } from '../../store/catalog/catalog'
import { isPending } from './fileDocuments'
import { partsOfId } from './recordDocuments'

export interface Difference {
  /** Records that the index lacks, or has otherwise than they are now; the newest first. */
  missing: string[]
  /** Documents of records that are gone. */
  extra: string[]
  /** The ids of all that it holds. */
  held: string[]
  /** Records of which a file's text is still to be read. */
  pending: string[]
}

/** The core's loop is never held longer than these take. */
const comparedAtOnce = 2000

const byNewest = (a: string, b: string): number => (a < b ? 1 : -1)

export const compareHoldings = async ({ ids, updatedAt }: Holdings, catalog: Pick<Catalog, 'get' | 'ids'>): Promise<Difference> => {
  const held = ids === '' ? [] : ids.split('\n')
  const current = new Set<string>()
  const extra: string[] = []
  const pending = new Set<string>()
  for (const [at, id] of held.entries()) {
    if (at % comparedAtOnce === 0) await nextTurn()
    const { recordId, sha256 } = partsOfId(id)
    const row = catalog.get(recordId)
    if (!row) extra.push(id)
    else if (sha256 !== undefined && isPending(updatedAt[at] ?? 0)) pending.add(recordId)
    else if (sha256 === undefined && Date.parse(row.updatedAt) === updatedAt[at]) current.add(id)
  }
  const missing = [...catalog.ids()].filter((id) => !current.has(id))
  // Ids are UUIDv7: the newest have the largest.
  return { missing: missing.sort(byNewest), extra, pending: [...pending], held }
}
