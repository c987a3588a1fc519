/**
 * Changing many records in one transaction, with the operation that undoes it. A record that can't be read is left as it is and listed,
 * and the others are done: each change stands by itself, undo covers exactly what was done, and one damaged file among thousands must not
 * keep a curator from the rest.
 */
import { AppError } from '#shared/contract/errors'
import type { KeptRecord, OperationOutcome } from '#shared/contract/operations'
import type { OperationFile } from '#shared/model/operation'
import type { RecordFile } from '#shared/model/record'
import { atATime } from '../../store/atATime'
import type { Remove, Stage } from '../../store/journal'
import { stageWrites } from '../../store/fileWrite'
import { inTurnOfAll } from '../../store/turns'
import type { JobControl } from '../jobs'
import type { Session } from '../session'
import { moveCopies, type CopyMove, type MovedCopies } from './copyMoves'
import { isOfOneRecord, type Plan } from './plans'
import { moveEditions } from './takenEditions'

/** Records planned and staged at once: their syncs overlap. */
const atOnce = 8

export type Control = Pick<JobControl, 'signal' | 'progress'>

export interface Change {
  /** As it will be entered; its records are filled in. */
  operation: OperationFile
  ids: readonly string[]
  plan: (id: string) => Promise<Plan>
  /** Records without which nothing is done: what fails of one of them is thrown. */
  needs?: ReadonlySet<string>
  /** What is known of records that may no longer be here. */
  known?: ReadonlyMap<string, Pick<KeptRecord, 'number' | 'title'>>
  /** Filled copies that move too, as far as the tools that they move to are here. */
  copies?: readonly CopyMove[]
}

/** `tools`: those that got or lost filled copies. */
interface Changed { outcome: OperationOutcome; ids: string[]; tools: string[] }

/** What is gathered while the transaction fills: by the place in `ids`, so that the order does not depend on who was quicker. */
interface Gathered { plans: Map<string, Plan>; failures: Map<string, AppError> }

const keptOf = ({ catalog }: Session, { ids, known }: Change, { plans, failures }: Gathered): KeptRecord[] => ids.flatMap((id) => {
  const failure = failures.get(id)
  const why = failure ? 'failed' as const : plans.get(id)?.kept?.why
  if (why === undefined) return []
  const { number, title } = catalog.get(id) ?? known?.get(id) ?? { number: '', title: '' }
  return [{ id, number, title, why, failure: failure ? { code: failure.code, data: failure.data } : null }]
})

/** Writes, then takes what it answers into the catalog and the index, and takes out what it says is gone. */
const follow = async (session: Session, work: () => Promise<Gathered>): Promise<void> => {
  const gone: string[] = []
  await session.drop(gone, async () => {
    await session.takeAll(async () => {
      const plans = [...(await work()).plans]
      gone.push(...plans.flatMap(([id, plan]) => (plan.gone === undefined ? [] : [id])))
      return plans.flatMap(([, { shown }]): RecordFile[] => (shown ? [shown] : []))
    })
  })
}

const gather = async ({ ids, plan, needs }: Change, { signal, progress }: Control, stage: Stage, remove: Remove): Promise<Gathered> => {
  const gathered: Gathered = { plans: new Map(), failures: new Map() }
  let done = 0
  progress({ total: ids.length })
  await atATime(atOnce, ids, async (id) => {
    signal.throwIfAborted()
    const planned = await plan(id).catch((error: unknown) => {
      if (!isOfOneRecord(error) || needs?.has(id) === true) throw error
      gathered.failures.set(id, error)
      return undefined
    })
    if (planned) {
      await stageWrites(stage, planned.writes)
      for (const path of planned.removes) await remove(path)
      gathered.plans.set(id, { ...planned, writes: [] })
    }
    progress({ done: (done += 1), failedItems: gathered.failures.size, current: planTitle(gathered, id) })
  })
  return gathered
}

const planTitle = ({ plans }: Gathered, id: string): string => plans.get(id)?.entry?.title ?? id

/** Marks the operation that this one takes back. Throws `already_undone` where another one did. */
const markUndone = async ({ folder }: Session, { id, undoes }: OperationFile, stage: Stage): Promise<void> => {
  if (undoes === null) return
  const undone = await folder.operations.read(undoes)
  if (undone.undoneBy !== null) throw new AppError('already_undone', { id: undoes })
  await stageWrites(stage, [folder.operations.write({ ...undone, undoneBy: id })])
}

/** The ledger says when what a package brought was taken back. An entry that can't be read is left as it is. */
const markLedger = async ({ folder, noteDamage }: Session, { at, undoes, taken }: OperationFile, stage: Stage): Promise<void> => {
  if (undoes === null || !taken) return
  const entries = await folder.exchanges.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
  const entry = entries.find(({ id }) => id === taken.exchangeId)
  // Taking back what took it back brings it in force again.
  if (entry) await stageWrites(stage, [folder.exchanges.write({ ...entry, undoneAt: entry.undoneAt === null || entry.undoneAt === undefined ? at : null })])
}

/** The copies whose new tools are in place once the records are changed. */
const movable = async ({ folder: { journal, paths } }: Session, { copies = [] }: Change, { plans }: Gathered): Promise<CopyMove[]> => {
  const isHere = new Map<string, boolean>()
  for (const id of new Set(copies.map(({ to }) => to))) {
    const plan = plans.get(id)
    isHere.set(id, plan?.shown !== undefined || (plan?.gone === undefined && await journal.find(paths.record(id)) !== undefined))
  }
  return copies.filter(({ to }) => isHere.get(to) === true)
}

/** Whether there is something to undo although no record changed. */
const changesElse = ({ vocabulary, taken }: OperationFile): boolean => taken?.words !== undefined || taken?.map !== undefined || taken?.editions !== undefined || taken?.removed !== undefined ||
  vocabulary !== undefined && (vocabulary.changes.length > 0 || vocabulary.searches !== undefined || vocabulary.views !== undefined || vocabulary.templates !== undefined)

/** Throws the first failure where every record failed and nothing else was changed, what the journal throws, and what the signal throws when it was cancelled. */
export const changeTogether = async (session: Session, change: Change, control: Control): Promise<Changed> => {
  const { folder, numbering } = session
  const { ids, copies = [] } = change
  let { operation } = change
  let gathered: Gathered = { plans: new Map(), failures: new Map() }
  let records: OperationFile['records'] = []
  let moves: MovedCopies = { moved: [], kept: [] }
  const isEntered = (): boolean => records.length > 0 || moves.moved.length > 0 || changesElse(operation)
  // The queues of the records are held until they are shown: a later save must not be shown before this.
  await folder.records.together(ids, async () => inTurnOfAll(folder.copies.alone, copies.map(({ id }) => id), async () => follow(session, async () => {
    await folder.journal.commit(async (stage, remove) => {
      gathered = await gather(change, control, stage, remove)
      records = ids.flatMap((id) => gathered.plans.get(id)?.entry ?? [])
      const stays = new Set(ids.filter((id) => gathered.plans.get(id)?.entry === undefined))
      const taken = await moveEditions(session, operation, stays, stage, remove)
      operation = { ...operation, ...taken && { taken } }
      moves = await moveCopies(session, await movable(session, change, gathered), control.signal, stage, remove)
      if (isEntered()) {
        await markUndone(session, operation, stage)
        await markLedger(session, operation, stage)
        await stageWrites(stage, [folder.operations.write({ ...operation, records, ...moves.moved.length > 0 && { copies: moves.moved } })])
      }
      await numbering.keep([...gathered.plans.values()].flatMap(({ gone }) => gone ?? []))
      // Staging may have taken long: another program may have taken the library over.
      const why = folder.readOnly()
      if (why) throw why
    })
    return gathered
  })))
  const [first] = gathered.failures.values()
  if (first && gathered.failures.size === ids.length && !isEntered()) throw first
  return {
    ids: records.map(({ id }) => id),
    tools: [...new Set(moves.moved.flatMap(({ from, to }) => [from, to]))],
    outcome: { operationId: isEntered() ? operation.id : null, done: records.length, kept: [...keptOf(session, change, gathered), ...moves.kept], cancelled: false },
  }
}
