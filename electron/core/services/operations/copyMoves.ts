/** Filled copies that go to another tool with an operation, and back when that is undone. Each keeps the form that it carries. */
import { isAppError, type AppError } from '#shared/contract/errors'
import type { KeptRecord } from '#shared/contract/operations'
import type { MovedCopy } from '#shared/model/operation'
import { atATime } from '../../store/atATime'
import { formatJson, hashBytes } from '../../store/canonicalJson'
import { idOfFile } from '../../store/folders'
import { stageWrites } from '../../store/fileWrite'
import type { Remove, Stage } from '../../store/journal'
import type { Session } from '../session'

/** One that is to go from a tool to another; `hash` is what its file has to have, where it must not have changed since. */
export interface CopyMove { id: string; title: string; from: string; to: string; hash?: string }

export interface MovedCopies { moved: MovedCopy[]; kept: KeptRecord[] }

const atOnce = 8

/** All copies of a tool, those out of the list too. */
export const copiesOfTool = async ({ folder: { journal, paths } }: Session, from: string, to: string): Promise<CopyMove[]> =>
  (await journal.names(paths.copiesOf(from))).flatMap(idOfFile).map((id) => ({ id, title: '', from, to }))

/** The way back. */
export const movesBack = (moved: readonly MovedCopy[]): CopyMove[] => moved.map(({ id, title, from, to, hash }) => ({ id, title, from: to, to: from, hash }))

const keptOf = ({ id, title }: CopyMove, failure: AppError | null): KeptRecord =>
  ({ id, number: '', title, why: failure ? 'failed' : 'copyEdited', failure: failure && { code: failure.code, data: failure.data } })

const moveOne = async ({ folder: { copies, paths, journal } }: Session, move: CopyMove, stage: Stage, remove: Remove): Promise<Partial<MovedCopies>> => {
  const { id, from, to, hash } = move
  const place = paths.copy(to, id)
  try {
    const stored = await copies.read(from, id)
    if ((hash !== undefined && hash !== stored.hash) || await journal.find(place) !== undefined) return { kept: [keptOf({ ...move, title: stored.copy.title }, null)] }
    const data = formatJson({ ...stored.copy, toolId: to })
    await stageWrites(stage, [{ path: place, data }])
    await remove(paths.copy(from, id))
    return { moved: [{ id, title: stored.copy.title, from, to, hash: hashBytes(data) }] }
  } catch (error) {
    // What can't be read stays where it is.
    if (!isAppError(error) || error.code === 'store_write_failed') throw error
    return { kept: [keptOf(move, error)] }
  }
}

/** Moves them in a transaction. One that can't be read, or was changed since, stays where it is. */
export const moveCopies = async (session: Session, moves: readonly CopyMove[], signal: AbortSignal, stage: Stage, remove: Remove): Promise<MovedCopies> => {
  const done: MovedCopies = { moved: [], kept: [] }
  await atATime(atOnce, moves, async (move) => {
    signal.throwIfAborted()
    const { moved = [], kept = [] } = await moveOne(session, move, stage, remove)
    done.moved.push(...moved)
    done.kept.push(...kept)
  })
  return { ...done, moved: done.moved.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}
