/** What the ledger keeps of what left masked, and nobody else: what it was made of, and what stood in the place of what. */
import type { ExchangedRecord, MaskedFile } from '#shared/model/exchange'
import type { Selection } from '../selection'
import type { LookedThrough } from './lookThrough'
import type { MaskedEditions } from './maskedEditions'
import type { Masker } from './masker'
import type { StandIns } from './standIns'
import type { Twin, Twins } from './twins'

const groupedBy = <T>(all: Iterable<T>, keyOf: (each: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const each of all) groups.set(keyOf(each), [...groups.get(keyOf(each)) ?? [], each])
  return groups
}

const filesOf = (looked: readonly LookedThrough[], standIns: StandIns): MaskedFile[] =>
  [...new Set(looked.flatMap(({ files }) => files))].flatMap((from) => {
    const standIn = standIns.get(from)
    return standIn === undefined ? [] : [{ from, to: standIn?.sha256 ?? null }]
  })

/** By record; one of which nothing is masked is not in it. `editions` are by the seals of what they were made of. */
export const ledgerEntries = (
  { records, editions: sealed }: Selection, twins: Twins, editions: MaskedEditions, masker: Masker, standIns: StandIns, looked: readonly LookedThrough[],
): Map<string, Partial<ExchangedRecord>> => {
  const entries = new Map<string, Partial<ExchangedRecord>>()
  const [twinsBy, lookedBy, sealsBy] = [groupedBy(twins.values(), ({ recordId }: Twin) => recordId), groupedBy(looked, ({ recordId }) => recordId), groupedBy(sealed, ({ recordId }) => recordId)]
  for (const [id, { head }] of records) {
    const own = twinsBy.get(id) ?? []
    const released = (sealsBy.get(id) ?? []).flatMap(({ seal }) => {
      const twin = editions.get(seal)
      return twin ? [{ seal: twin.seal, maskedFrom: seal }] : []
    })
    if (own.length === 0 && released.length === 0) continue
    const others = own.filter(({ from }) => from !== head.revisionId).map(({ revision, from }) => ({ revisionId: revision.id, maskedFrom: from }))
    entries.set(id, {
      title: head.title, ...own.length > others.length && { maskedFrom: head.revisionId }, masks: masker.masksOf(id), files: filesOf(lookedBy.get(id) ?? [], standIns),
      ...others.length > 0 && { twins: others }, ...released.length > 0 && { editions: released },
    })
  }
  return entries
}
