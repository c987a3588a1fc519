/** Doing something about a problem. Nothing is ever written over or removed that could not be read: it is set aside first. */
import { basename } from 'node:path'
import { AppError, toFailure } from '#shared/contract/errors'
import type { Problem, RepairAction, RepairEntry } from '#shared/contract/library'
import { absorbBesideCopy, bothKeptDamage } from '../../store/besideCopies'
import { absorbConflictCopy, branchDamage } from '../../store/conflictCopies'
import { isThere, removeDurably } from '../../store/durableFile'
import { idOfFile } from '../../store/folders'
import { keepLibraryCopy, restoreLibraryFile } from '../../store/libraryCopy'
import { withLock } from '../../store/lock'
import { stageWrites } from '../../store/fileWrite'
import { moveAside, stageMoveAside } from '../../store/setAside'
import type { Session } from '../session'
import type { FromBackup } from './examination'
import { misplacedRevision } from './examineRecords'
import { acceptEdit, restoreRecord } from './restoreRecord'

export interface Repairing {
  session: Session
  device: string
  now: () => number
  /** The folder in `set-aside` for what this repair sets aside. */
  run: string
  fromBackup: FromBackup
}

/** Whether anything was done. */
type Repair = (repairing: Repairing, problem: Problem) => Promise<boolean>

const recordIdOf = ({ path }: Pick<Problem, 'path'>): string => {
  const [id] = idOfFile(basename(path))
  if (id === undefined) throw new AppError('not_found', { kind: 'record', id: path })
  return id
}

/** Whether a problem is why an open library can't be written: `library.json`, or a transaction that can't be reached. */
export const keepsFromWriting = ({ folder }: Session, kind: Problem['kind']): boolean => {
  const why = folder.readOnly()?.code
  return why !== undefined && (kind === 'library' || (kind === 'journal' && why === 'file_unreadable'))
}

const setAside: Repair = async ({ session, device, now, run }, { kind, path }) => {
  const { paths, records } = session.folder
  const move = async (): Promise<boolean> => {
    if (!(await isThere(path))) return false
    await moveAside(paths, run, path)
    if (kind === 'libraryCopy') await keepLibraryCopy(paths)
    return true
  }
  // What keeps the library from being opened to write can only be moved while nobody else writes.
  if (keepsFromWriting(session, kind)) return withLock(paths.lock, device, now, move)
  if (kind !== 'head' && kind !== 'edited') return session.write(move)
  const id = recordIdOf({ path })
  let isMoved = false
  await session.drop([id], async () => { isMoved = await records.together([id], move) })
  return isMoved
}

const fromBackup: Repair = async (repairing, problem) => {
  const isAside = await isThere(problem.path) && await setAside(repairing, problem)
  const isBack = await repairing.session.write(async () => repairing.fromBackup(repairing.session, problem.path))
  if (!isBack) throw new AppError('not_found', { kind: 'file', id: problem.path })
  return isAside || isBack
}

const absorbRevision: Repair = async ({ session, run }, { path }) => session.write(async () => {
  const { paths, journal, records } = session.folder
  const found = await misplacedRevision(paths, path)
  if (!found) return false
  const { file, bytes, place } = found
  const isKept = await records.readRevision(file.id, file.revision.id).then(() => true, () => false)
  if (!isKept && await isThere(place)) await moveAside(paths, run, place)
  const write = await records.historyWrite(file)
  await journal.commit(async (stage, remove) => {
    if (!isKept) await stageWrites(stage, [write])
    await stageMoveAside(paths, { stage, remove }, run, path, bytes)
  })
  return true
})

const absorbCopy: Repair = async ({ session, now, run }, { path }) => {
  const beside = await session.write(async () => absorbBesideCopy(session.folder, path, run, now()))
  if (beside?.bothKept) session.noteDamage(bothKeptDamage(beside.bothKept))
  if (beside) return true
  let isAbsorbed = false
  await session.takeAll(async () => {
    const copy = await absorbConflictCopy(session.folder, path, run)
    if (!copy) return []
    isAbsorbed = true
    branchDamage(session.folder, copy).forEach(session.noteDamage)
    return copy.record ? [copy.record] : []
  })
  return isAbsorbed
}

const repairs: Readonly<Record<RepairAction, Repair>> = {
  restoreCopy: async ({ session, device, now, run }) => {
    const { paths, library, readOnly } = session.folder
    if (readOnly()) await withLock(paths.lock, device, now, async () => restoreLibraryFile(paths, run))
    else {
      await session.write(async () => restoreLibraryFile(paths, run))
      await library.refresh()
    }
    return true
  },
  restoreRevision: async ({ session, run }, problem) => {
    if (!problem.revision) throw new AppError('not_found', { kind: 'revision', id: problem.path })
    return (await restoreRecord(session, recordIdOf(problem), problem.revision.id, run)).length > 0
  },
  acceptEdit: async ({ session }, problem) => (await acceptEdit(session, recordIdOf(problem))).length > 0,
  absorb: async (repairing, problem) => (problem.kind === 'conflictCopy' ? absorbCopy : absorbRevision)(repairing, problem),
  setAside,
  fromBackup,
  remove: async ({ session }, { path }) => session.write(async () => {
    if (!(await isThere(path))) return false
    await removeDurably([path])
    return true
  }),
  nothing: async () => Promise.resolve(false),
}

/** Does what was chosen about one problem, of what can be done about it. A failure is its entry's, and the others go on. */
export const repairProblem = async (repairing: Repairing, problem: Problem, action: RepairAction): Promise<RepairEntry> => {
  const { path, kind, records } = problem
  const entry = { path, kind, action, records, failure: null }
  if (action !== 'nothing' && !problem.actions.includes(action)) return { ...entry, outcome: 'skipped' }
  try {
    const isDone = await repairs[action](repairing, problem)
    repairing.session.settleDamage(path)
    return { ...entry, outcome: isDone ? 'done' : 'skipped' }
  } catch (error) {
    const failure = toFailure(error)
    if (!failure) throw error
    return { ...entry, outcome: 'failed', failure }
  }
}
