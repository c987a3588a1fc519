/** What was found damaged so far, as problems with what can be done about them, without examining the whole library. */
import { basename, join, sep } from 'node:path'
import { errorData } from '#shared/contract/errors'
import type { DamagedFile, Problem } from '#shared/contract/library'
import { idOfFile } from '../../store/folders'
import type { Session } from '../session'
import { examineHead } from './examineRecords'
import { isThere } from '../../store/durableFile'
import { bothKeptProblem } from './branches'
import { namedRecord, problemOf } from './problems'

/** What is told of two versions that were both kept: a branch of a record, or one more template or filled copy. */
const branchOf = (session: Session, { path, failure }: DamagedFile): Problem[] => {
  const { data } = errorData.conflict.safeParse(failure.data)
  if (failure.code !== 'conflict' || !data) return []
  const { catalog, folder } = session
  if (path !== folder.paths.record(data.id)) return [bothKeptProblem(session, { path, ...data })]
  const row = catalog.get(data.id)
  return [problemOf('branch', path, failure, { records: row ? [namedRecord(row.id, row)] : [], revision: { id: data.current, at: data.at, by: data.by } })]
}

const problemsOf = async (session: Session, damaged: DamagedFile): Promise<Problem[]> => {
  const { path, failure } = damaged
  const { paths } = session.folder
  const branch = branchOf(session, damaged)
  if (branch.some(({ kind }) => kind === 'bothKept') && !(await isThere(path))) {
    session.settleDamage(path)
    return []
  }
  if (branch.length > 0) return branch
  const [id] = idOfFile(basename(path))
  if (id !== undefined && path === paths.record(id)) {
    const { problem } = await examineHead(session, id)
    if (!problem) session.settleDamage(path)
    return problem ? [problem] : []
  }
  if (path === paths.libraryCopy) return [problemOf('libraryCopy', path, failure)]
  if (path === paths.library) return [problemOf('library', path, failure)]
  if (path.startsWith(join(paths.root, 'journal') + sep)) return [problemOf('journal', path, failure, { isWhole: true })]
  return [problemOf('folder', path, failure)]
}

export const damageSoFar = async (session: Session): Promise<Problem[]> =>
  (await Promise.all([...session.damaged()].map(async (damaged) => problemsOf(session, damaged)))).flat()
