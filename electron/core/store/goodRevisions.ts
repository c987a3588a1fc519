/** Which revisions of a record are whole: what its history and editions hold, how they descend from one another, and the last good one. */
import { isAppError } from '#shared/contract/errors'
import type { Revision, RevisionFile } from '#shared/model/record'
import { recordFormat } from '#shared/model/record'
import { isIntact, type EditionStore } from './editionStore'
import { isOfMaskedLine } from '#shared/model/masking/maskedLine'
import type { RecordStore } from './recordStore'

interface Stores { records: RecordStore; editions: EditionStore }

/** What of a revision ancestry needs. */
export type Ancestry = Pick<Revision, 'id' | 'parents'>

/** Whether one revision is among the ancestors of another, as far as the known ones say. */
export const descendsFrom = (revision: Ancestry, ancestor: string, known: ReadonlyMap<string, Ancestry>): boolean => {
  const seen = new Set<string>()
  const waiting = [...revision.parents]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === ancestor) return true
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...known.get(id)?.parents ?? [])
  }
  return false
}

const ifWhole = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work()
  } catch (error) {
    if (isAppError(error)) return undefined
    throw error
  }
}

/** Hands over every revision that history and editions hold whole, one at a time. What can't be read is left out. */
export async function* goodRevisions({ records, editions }: Stores, id: string): AsyncGenerator<RevisionFile> {
  for (const revisionId of await ifWhole(async () => records.history(id)) ?? []) {
    const file = await ifWhole(async () => records.readRevision(id, revisionId))
    if (file) yield file
  }
  for (const seal of await ifWhole(async () => editions.seals(id)) ?? []) {
    const edition = await ifWhole(async () => editions.read(id, seal))
    if (edition && isIntact(edition)) yield { format: recordFormat, id, revision: edition.revision, content: edition.content }
  }
}

const isLater = (a: Revision, b: Revision): boolean => (a.at === b.at ? a.id > b.id : a.at > b.at)

/**
 * The last good revision: of those that no other one descends from, the latest, and one that says in masks what the record says only where
 * there is no other. Undefined where there is none.
 */
export const lastGoodRevision = async (stores: Stores, id: string): Promise<RevisionFile | undefined> => {
  const known = new Map<string, Revision>()
  for await (const { revision } of goodRevisions(stores, id)) known.set(revision.id, revision)
  const withChildren = new Set([...known.values()].flatMap(({ parents }) => parents))
  const leaves = [...known.values()].filter((revision) => !withChildren.has(revision.id))
  const unmasked = leaves.filter((revision) => !isOfMaskedLine(revision, known))
  const latest = (unmasked.length > 0 ? unmasked : leaves).reduce<Revision | undefined>((best, each) => (best && isLater(best, each) ? best : each), undefined)
  if (!latest) return undefined
  for await (const file of goodRevisions(stores, id)) if (file.revision.id === latest.id) return file
  return undefined
}
