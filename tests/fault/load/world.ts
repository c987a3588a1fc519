/** The library under load, and what its writer knows of it: the records it may work on, each at the revision it saw last. */
import { newId } from '#shared/model/ids'
import type { LibraryFile } from '#shared/model/library'
import type { Person } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import type { Session } from '#core/services/session'
import { openTestSession, readAllRecords } from '../../support/testSession'
import type { Random } from '../../support/random'

export interface Known { id: string; type: RecordType; revisionId: string; isCited: boolean }

/** What was taken out of the library and can be put back, as it stood on disk. */
export interface Removed extends Known { title: string; files: { path: string; data: Uint8Array }[] }

export interface World {
  session: Session
  random: Random
  /** The clock that the store goes by; operations set it forward. */
  clock: { skippedMs: number; now: () => number }
  known: Map<string, Known>
  /** Records that one operation has for itself. */
  held: Set<string>
  /** How many operations are under way on a record. */
  busy: Map<string, number>
  removed: Removed[]
  /** What lies in the trash and can be brought back, by what deleted it. */
  deleted: { records: Known[]; titles: string[]; operationId: string }[]
  /** A text that was never written before. */
  token: () => string
}

export const people: readonly Person[] = [{ name: '张工', unit: '运维一班' }, { name: '李工', unit: '运维二班' }]

export const newLibrary = (): LibraryFile => ({
  format: 1, id: newId(), name: '库', language: 'zh-CN', unit: { name: '运维一班', code: 'YW1' }, createdAt: '2026-11-24T06:00:00.000Z',
  vocabularies: { units: [], fields: [], tags: [], people: [] }, numbering: {},
})

export const createClock = (skippedMs: number): World['clock'] => {
  const clock = { skippedMs, now: () => Date.now() + clock.skippedMs }
  return clock
}

/** Opens the library as an app does that starts. */
export const openWorld = async (root: string, device: string, random: Random, clock: World['clock'], name: string): Promise<World> => {
  const session = await openTestSession(root, { device, now: clock.now, write: true })
  let tokens = 0
  const world: World = {
    session, random, clock, known: new Map(), held: new Set(), busy: new Map(), removed: [], deleted: [],
    token: () => `${name}-${tokens += 1}`,
  }
  const cited = new Set<string>()
  await readAllRecords(session.folder, (record) => {
    const { id, revision, content } = record
    for (const { to } of content.links) cited.add(to)
    world.known.set(id, { id, type: content.type, revisionId: revision.id, isCited: record.local.sealed })
  }, () => undefined)
  // What was released stays, also after a save has begun a revision that is not sealed yet: its editions would be left without a record.
  for (const known of world.known.values()) if ((await session.folder.editions.seals(known.id)).length > 0) cited.add(known.id)
  for (const id of cited) { const known = world.known.get(id); if (known) known.isCited = true }
  return world
}

/** Counts an operation on records for as long as it runs. */
export const touching = async <T>({ busy }: World, ids: readonly string[], work: () => Promise<T>): Promise<T> => {
  for (const id of ids) busy.set(id, (busy.get(id) ?? 0) + 1)
  try {
    return await work()
  } finally {
    for (const id of ids) {
      const left = (busy.get(id) ?? 1) - 1
      if (left > 0) busy.set(id, left)
      else busy.delete(id)
    }
  }
}
