/** Adoptions that the library which handed their product on has not got as they are now, by the ledger of what was sent. */
import type { Reportable } from '#shared/contract/adoptions'
import { isAppError } from '#shared/contract/errors'
import type { RecordRow } from '#shared/contract/records'
import type { ExchangeFile } from '#shared/model/exchange'
import { isSameRecipient } from '#shared/model/package'
import type { RecordFile } from '#shared/model/record'
import type { Session } from '../session'
import type { AdoptionPicture } from './picture'
import { rowOf } from './rows'
import type { Adoption } from './standings'

type Library = Reportable['library']

/** The library that each product came from last; those that were made here are left out, whoever brought them back. Read again where the catalog has another row. */
export const createSenderReader = (): ((session: Session, products: Iterable<RecordRow>) => Promise<Map<string, Library>>) => {
  const known = new WeakMap<RecordRow, Library | null>()

  const read = async ({ folder }: Session, id: string): Promise<RecordFile | undefined> => folder.records.readAsIs(id).catch((error: unknown) => {
    if (!isAppError(error)) throw error
    return undefined
  })

  return async (session, products) => {
    const found = new Map<string, Library>()
    for (const row of products) {
      if (!known.has(row)) {
        const record = await read(session, row.id)
        const library = record?.content.origin.libraryId === session.folder.library.current().id ? undefined : record?.local.received?.library
        known.set(row, library ? { id: library.id, name: library.name, unit: library.unit } : null)
      }
      const library = known.get(row)
      if (library) found.set(row.id, library)
    }
    return found
  }
}

/** What a library got of each record: the revision here that the last package to it was made of, and when. Of what left masked, that which it stands for. */
const sentTo = (exchanges: readonly ExchangeFile[], { id, unit }: Library): Map<string, { revisionId: string; at: string }> => {
  const sent = new Map<string, { revisionId: string; at: string }>()
  for (const { direction, form, recipient, at, records } of exchanges) {
    if (direction !== 'sent' || form !== 'package' || !isSameRecipient(recipient, { libraryId: id, unit })) continue
    for (const record of records) {
      const before = sent.get(record.id)
      if (!before || before.at < at) sent.set(record.id, { revisionId: record.maskedFrom ?? record.revisionId, at })
    }
  }
  return sent
}

/** Whether it came from there and nothing was done with it since. */
const isTheirs = ({ facts: { received, revisionId } }: Adoption, { id }: Library): boolean => received?.libraryId === id && received.revisionId === revisionId

const byName = (a: Reportable, b: Reportable): number => (a.library.name + a.library.id < b.library.name + b.library.id ? -1 : 1)

export const reportableOf = (session: Session, { adoptions }: AdoptionPicture, senders: ReadonlyMap<string, Library>, exchanges: readonly ExchangeFile[]): Reportable[] => {
  const groups = new Map<string, { library: Library; adoptions: Adoption[] }>()
  for (const adoption of adoptions) {
    const library = senders.get(adoption.facts.productId ?? '')
    if (!library) continue
    const group = groups.get(library.id) ?? { library, adoptions: [] }
    group.adoptions.push(adoption)
    groups.set(library.id, group)
  }
  return [...groups.values()].flatMap(({ library, adoptions: all }): Reportable[] => {
    const sent = sentTo(exchanges, library)
    const open = all.filter((adoption) => !isTheirs(adoption, library) && sent.get(adoption.facts.row.id)?.revisionId !== adoption.facts.revisionId)
    const times = all.flatMap(({ facts: { row } }) => sent.get(row.id)?.at ?? []).sort()
    return open.length === 0 ? [] : [{ library, adoptions: open.map((adoption) => rowOf(session, adoption)), sentAt: times.at(-1) ?? null }]
  }).sort(byName)
}
