/** Editions that left masked, by the ledger: who got one takes it up under the seal of its twin. */
import type { Session } from '../session'

/** By the seal under which an edition left, the one that it has here. */
export type MaskedSeals = ReadonlyMap<string, string>

export type ReadMaskedSeals = (session: Session) => Promise<MaskedSeals>

/** The ledger is read again where it has other entries. */
export const createMaskedSealReader = (): ReadMaskedSeals => {
  const known = new WeakMap<Session, { entries: string; seals: MaskedSeals }>()
  return async (session) => {
    const { folder, noteDamage } = session
    const entries = (await folder.journal.names(folder.paths.exchanges)).sort().join()
    const there = known.get(session)
    if (there?.entries === entries) return there.seals
    const exchanges = await folder.exchanges.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
    const seals = new Map(exchanges.flatMap(({ records }) => records.flatMap(({ editions = [] }) => editions.map(({ seal, maskedFrom }): [string, string] => [seal, maskedFrom]))))
    known.set(session, { entries, seals })
    return seals
  }
}
