/** The load's changes of many records at once, as the app makes them: one transaction each, with the operation that undoes it. */
import { newId } from '#shared/model/ids'
import type { OperationKind } from '#shared/model/operation'
import { changeTogether, type Change } from '#core/services/operations/change'
import { newOperation } from '#core/services/operations/operation'
import { toMerge } from '#core/services/operations/merge'
import { fromTrash, toEdit, toTrash, toUndo } from '#core/services/operations/plans'
import type { Operation } from './operation'
import { people, type Known, type World } from './world'

const by = people[0] ?? { name: '', unit: '' }
const mostAtOnce = 6

const begin = ({ clock }: World, kind: OperationKind) => ({ ...newOperation(kind, by, new Date(clock.now()).toISOString(), []), id: newId() })

/** Records that nothing else works on. */
const pickSeveral = ({ known, held, busy, random }: World, fits: (known: Known) => boolean = () => true): Known[] => {
  const free = [...known.values()].filter(({ id }) => !held.has(id) && !busy.has(id)).filter(fits)
  const first = random.below(Math.max(1, free.length))
  return free.slice(first, first + 1 + random.below(mostAtOnce))
}

const run = async ({ session }: World, change: Change): Promise<void> => {
  const { outcome } = await changeTogether(session, change, { signal: new AbortController().signal, progress: () => undefined })
  if (outcome.done !== change.ids.length) throw new Error(`${outcome.done} of ${change.ids.length} done`)
}

/** Has records for itself from when it is planned on. */
const held = async ({ held: all }: World, ids: readonly string[], work: () => Promise<void>): Promise<Record<string, never>> => {
  try {
    await work()
    return {}
  } finally {
    for (const id of ids) all.delete(id)
  }
}

const editMany: Operation['plan'] = (world) => {
  const picked = pickSeveral(world)
  const ids = picked.map(({ id }) => id)
  const title = world.token()
  if (ids.length === 0) return undefined
  for (const id of ids) world.held.add(id)
  return {
    effects: ids.map((id) => ({ key: `record:${id}`, value: title })), whole: true,
    run: async () => held(world, ids, async () => {
      await run(world, { operation: begin(world, 'bulkEdit'), ids, plan: async (id) => toEdit(world.session, id, (content) => ({ ...content, title }), by) })
      for (const known of picked) Object.assign(known, { revisionId: (await world.session.folder.records.read(known.id)).revision.id })
    }),
  }
}

/** To the trash; what was under way on them before may have written last, so that their titles are not known until then. */
const deleteMany: Operation['plan'] = (world) => {
  const picked = pickSeveral(world, ({ isCited }) => !isCited)
  const ids = picked.map(({ id }) => id)
  if (ids.length === 0) return undefined
  for (const id of ids) { world.held.add(id); world.known.delete(id) }
  return {
    effects: ids.map((id) => ({ key: `record:${id}`, value: '' })), whole: true,
    run: async () => held(world, ids, async () => {
      const operation = begin(world, 'delete')
      await run(world, { operation, ids, plan: async (id) => toTrash(world.session, id, operation) })
      const titles = await Promise.all(ids.map(async (id) => (await world.session.folder.trash.read(id)).record.content.title))
      world.deleted.push({ records: picked, titles, operationId: operation.id })
    }),
  }
}

/** One record stays with a new title, the other goes to the trash. */
const mergeTwo: Operation['plan'] = (world) => {
  const [into, from] = pickSeveral(world, ({ isCited }) => !isCited)
  if (!into || !from) return undefined
  const [ids, title] = [[into.id, from.id], world.token()]
  for (const id of ids) world.held.add(id)
  world.known.delete(from.id)
  return {
    effects: [{ key: `record:${into.id}`, value: title }, { key: `record:${from.id}`, value: '' }], whole: true,
    run: async () => held(world, ids, async () => {
      const { session } = world
      const baseOf = async (id: string): Promise<string> => (await session.folder.records.read(id)).revision.id
      const operation = begin(world, 'merge')
      const request = { into: into.id, intoBase: await baseOf(into.id), from: from.id, fromBase: await baseOf(from.id), content: { title } }
      await run(world, { operation, ids, needs: new Set(ids), plan: async (id) => toMerge(session, id, request, operation) })
      Object.assign(into, { revisionId: await baseOf(into.id) })
      world.deleted.push({ records: [from], titles: [(await session.folder.trash.read(from.id)).record.content.title], operationId: operation.id })
    }),
  }
}

/** From the trash, one by one or by undoing what deleted them: the very same revisions come back. */
const bringBack = (undo: boolean): Operation['plan'] => (world) => {
  const deleted = world.deleted.pop()
  if (!deleted) return undefined
  const ids = deleted.records.map(({ id }) => id)
  return {
    effects: ids.map((id, index) => ({ key: `record:${id}`, value: deleted.titles[index] ?? '' })), whole: true,
    run: async () => {
      const { session } = world
      const undone = await session.folder.operations.read(deleted.operationId)
      const operation = undo ? { ...begin(world, 'undo'), undoes: undone.id } : begin(world, 'restore')
      const entryOf = (id: string) => undone.records.find((record) => record.id === id)
      await run(world, {
        operation, ids, plan: async (id) => {
          const entry = entryOf(id)
          return undo && entry ? toUndo(session, entry, operation) : fromTrash(session, id)
        },
      })
      for (const known of deleted.records) world.known.set(known.id, { ...known, revisionId: (await session.folder.records.read(known.id)).revision.id })
      return {}
    },
  }
}

export const bulkOperations: readonly Operation[] = [
  { name: 'edit many', share: 3, plan: editMany },
  { name: 'delete many', share: 3, plan: deleteMany },
  { name: 'merge two', share: 2, plan: mergeTwo },
  { name: 'bring back from the trash', share: 2, plan: bringBack(false) },
  { name: 'undo a deletion', share: 2, plan: bringBack(true) },
]
