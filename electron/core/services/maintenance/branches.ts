/** Branches: revisions that conflict copies brought and that the record in place does not stand on. They lie in history, for the user to compare. And templates and filled copies of which two were kept. */
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isAppError } from '#shared/contract/errors'
import type { Problem } from '#shared/contract/library'
import type { RecordFile } from '#shared/model/record'
import { bothKeptBy, bothKeptDamage, type BothKept } from '../../store/besideCopies'
import { branchDamage, conflictCopyOf, isBranchOf } from '../../store/conflictCopies'
import { errorCode } from '../../store/durableFile'
import { pathBeforeAside } from '../../store/setAside'
import type { Session } from '../session'
import { namedRecord, problemOf } from './problems'

const headOf = async ({ folder }: Session, id: string): Promise<RecordFile | undefined> => folder.records.read(id).catch((error: unknown) => {
  if (isAppError(error)) return undefined
  throw error
})

export const branchProblem = (session: Session, { id, revision, content }: Pick<RecordFile, 'id' | 'revision' | 'content'>): Problem[] =>
  branchDamage(session.folder, { path: '', id, branch: revision }).map(({ path, failure }) => problemOf('branch', path, failure, {
    records: [namedRecord(id, session.catalog.get(id) ?? content)], revision: { id: revision.id, at: revision.at, by: revision.by },
  }))

export const bothKeptProblem = ({ catalog, folder }: Session, bothKept: BothKept): Problem => {
  const { path, failure } = bothKeptDamage(bothKept)
  const tool = catalog.get(basename(dirname(path)))
  return problemOf('bothKept', path, failure, {
    records: tool && path === folder.paths.copy(tool.id, bothKept.id) ? [namedRecord(tool.id, tool)] : [], revision: { id: bothKept.current, at: bothKept.at, by: bothKept.by },
  })
}

/** Every file that lies set aside, by its path. */
export const filesAside = async ({ folder: { paths } }: Session): Promise<string[]> => {
  const entries = await readdir(paths.setAside, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** What conflict copies brought and that differs, as long as the copies lie set aside: who removes those has seen to it. */
export const openBranches = async (session: Session, aside: readonly string[]): Promise<Problem[]> => {
  const { paths } = session.folder
  const found = new Map<string, Problem>()
  for (const path of aside) {
    const before = pathBeforeAside(paths, path)
    const bothKept = await bothKeptBy(session.folder, path, before)
    if (bothKept) found.set(bothKept.path, bothKeptProblem(session, bothKept))
    if (!before.startsWith('records/')) continue
    const copy = await conflictCopyOf(path)
    if (!copy?.isWhole || join(paths.root, before) === paths.record(copy.record.id)) continue
    const head = await headOf(session, copy.record.id)
    if (!head || !(await isBranchOf(session.folder, head, copy.record.revision))) continue
    for (const problem of branchProblem(session, copy.record)) found.set(copy.record.revision.id, problem)
  }
  return [...found.values()]
}
