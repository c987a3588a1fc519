/** What can be done about each kind of problem, and what is done unless the user says otherwise. */
import { z } from 'zod'
import type { Failure } from '#shared/contract/errors'
import type { GoodRevision, NamedRecord, Problem, ProblemKind, RepairAction } from '#shared/contract/library'
import type { RevisionFile } from '#shared/model/record'

type Known = Partial<Pick<Problem, 'records'>> & { revision?: z.infer<typeof GoodRevision> | undefined; isWhole?: boolean; hasBackup?: boolean }

const Reason = z.looseObject({ reason: z.string() })

/** Whether a failure says that the file itself is bad: one that is in use or out of reach for now is fine where it is. */
const isBad = ({ code, data }: Failure): boolean => {
  if (code === 'library_newer_format') return false
  if (code !== 'file_unreadable') return true
  const { data: given } = Reason.safeParse(data)
  return given !== undefined && ['EISDIR', 'ENOENT', 'ENOTDIR', 'not a file'].includes(given.reason)
}

/** The actions in the order in which they are offered, the recommended one first where there is one. */
const actionsFor = (kind: ProblemKind, { revision, isWhole, hasBackup }: Known): { actions: RepairAction[]; recommended: RepairAction } => {
  const restore: RepairAction[] = revision ? ['restoreRevision'] : []
  const backup: RepairAction[] = hasBackup ? ['fromBackup'] : []
  const offer = (actions: RepairAction[], recommended: RepairAction = actions[0] ?? 'nothing') => ({ actions, recommended })
  switch (kind) {
    case 'library': return offer(['restoreCopy'])
    case 'libraryConflict': return offer(['setAside'])
    case 'libraryCopy':
    case 'trash':
    case 'comments':
    case 'template':
    case 'copy':
    case 'exchange':
    case 'operation': return offer([...backup, 'setAside'])
    // Without a good revision the record is gone from sight once it is set aside: only on the user's word.
    case 'head': return offer([...restore, ...backup, 'setAside'], restore[0] ?? backup[0] ?? 'nothing')
    case 'headMissing': return offer([...restore, ...backup])
    case 'edited': return offer(['acceptEdit', ...restore], 'nothing')
    case 'revision':
    case 'edition':
    case 'attachment': return offer([...backup, 'setAside'])
    case 'revisionMissing':
    case 'editionMissing':
    case 'attachmentMissing': return offer(backup)
    case 'journal': return offer(['setAside'], isWhole ? 'nothing' : 'setAside')
    case 'conflictCopy': return isWhole ? offer(['absorb']) : offer(['setAside'], 'nothing')
    case 'stray': return isWhole ? offer(['absorb']) : offer(['setAside'], 'nothing')
    case 'leftover': return offer(['remove'])
    case 'reference':
    case 'foreignJournal':
    case 'branch':
    case 'bothKept':
    case 'folder': return offer([])
  }
}

/**
 * A problem with what can be done about it. `isWhole`: the file holds a whole record or revision, or a whole transaction, and only stands
 * in the wrong place or came at the wrong time.
 */
export const problemOf = (kind: ProblemKind, path: string, failure: Failure, known: Known = {}): Problem => {
  const { actions, recommended } = actionsFor(kind, known)
  const isTold = failure.code !== 'library_newer_format'
  return {
    kind, path, failure, records: known.records ?? [], revision: known.revision ?? null,
    actions: isTold ? actions : [], recommended: isTold && isBad(failure) ? recommended : 'nothing',
  }
}

export const corrupt = (path: string, reason: string): Failure => ({ code: 'store_corrupt', data: { path, reason } })

export const goodRevisionOf = ({ revision: { id, at, by } }: RevisionFile): z.infer<typeof GoodRevision> => ({ id, at, by })

export const namedRecord = (id: string, { type, number, title }: Pick<NamedRecord, 'type' | 'number' | 'title'>): NamedRecord => ({ id, type, number, title })
