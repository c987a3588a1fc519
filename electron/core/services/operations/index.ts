/** Operations: deleting, bringing back and editing many records at once, what was done so far, and taking it back. */
import { AppError, toFailure } from '#shared/contract/errors'
import type { OperationOutcome, OperationSummary } from '#shared/contract/operations'
import type { BulkChange, RecordSelection } from '#shared/contract/records'
import { needsReason } from '#shared/model/life/moves'
import type { LibraryFile } from '#shared/model/library'
import { packageOperationFormat, type OperationFile, type OperationKind, type OperationRecord } from '#shared/model/operation'
import type { RecordContent } from '#shared/model/record'
import { takeBackTemplate } from '#shared/model/vocabularies/templateWords'
import { takeBack } from '#shared/model/vocabularies/wordChanges'
import type { Changes } from '../changes'
import { given } from '../given'
import type { JobService } from '../jobs'
import type { Select } from '../selection'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { keepingGiven } from '../records'
import { changeTogether, type Change, type Control } from './change'
import { expectValues, withValues } from './fieldValues'
import { copiesOfTool, movesBack } from './copyMoves'
import { newOperation, summaryOf } from './operation'
import { expectMerged, fromTrash, toCreate, toEdit, toMove, toTrash, toUndo } from './plans'
import { mergedIds, toMerge, type MergeRequest } from './merge'
import { backOf, withWordsChanged } from './takenWords'
import { changeWords, type WordEdit } from './words'

export { arrivalOf, newOperation } from './operation'
export { withWordsChanged, type TakenWords } from './takenWords'
export { writeWords } from './words'

export interface OperationService {
  /** The ids that a selection stands for. */
  select: (selection: RecordSelection) => Promise<string[]>
  remove: (selection: RecordSelection) => Promise<OperationOutcome>
  bulkEdit: (selection: RecordSelection, change: BulkChange) => Promise<OperationOutcome>
  /** Moves each on that can make the move and whose gate holds. Throws `invalid` where the move lacks its reason. */
  bulkMove: (selection: RecordSelection, move: string, reason: string) => Promise<OperationOutcome>
  restore: (ids: readonly string[]) => Promise<OperationOutcome>
  /** Makes one record of two. Throws `conflict` where one of them is not as it was looked at, what reading them throws, and `invalid`. */
  merge: (request: MergeRequest) => Promise<OperationOutcome>
  /** Makes records under new ids, as one operation that takes them away again. */
  createEach: (kind: OperationKind, contents: ReadonlyMap<string, RecordContent>) => Promise<OperationOutcome>
  /** Edits records, each in its own way, as one operation. What no edit changes stays as it is. */
  editEach: (kind: OperationKind, edits: ReadonlyMap<string, (content: RecordContent) => RecordContent>) => Promise<OperationOutcome>
  /** Changes words of the library and the records that use them, as one operation. */
  editWords: (kind: OperationKind, edit: WordEdit) => Promise<OperationOutcome>
  undo: (id: string) => Promise<OperationOutcome>
  list: (offset: number, limit: number) => Promise<{ total: number; operations: OperationSummary[] }>
  /** Enters what was done record by record, so that it can be undone as one. */
  enter: (session: Session, kind: OperationKind, added: OperationRecord[]) => Promise<void>
}

interface Parts {
  jobs: JobService; settings: SettingsService; sessions: SessionHolder; changes: Changes; select: Select; now: () => number
  /** Whoever keeps rows of the trash: they are out of date for these records. */
  trashRows: { forget: (session: Session, ids: readonly string[]) => void }
}

/** More than these show as a job. */
const withoutJob = 50

const nothing: OperationOutcome = { operationId: null, done: 0, kept: [], cancelled: false }

const editOf = ({ addTags = [], removeTags = [], values = {}, ...fields }: BulkChange, library: LibraryFile) => (content: RecordContent): RecordContent => {
  const kept = content.tags.filter((tag) => !removeTags.includes(tag))
  return { ...keepingGiven(content, withValues(content, values, library)), ...given(fields), tags: [...kept, ...new Set(addTags.filter((tag) => !kept.includes(tag)))] }
}

export const createOperationService = ({ jobs, settings, sessions, changes, select, now, trashRows }: Parts): OperationService => {
  const begin = (kind: OperationKind): OperationFile => newOperation(kind, settings.person(), new Date(now()).toISOString(), [])

  const run = async (session: Session, change: Change, control: Control): Promise<OperationOutcome> => {
    const { outcome, ids, tools } = await changeTogether(session, change, control)
    trashRows.forget(session, change.ids)
    if (ids.length > 0) changes.publish({ type: 'records', ids })
    for (const toolId of tools) changes.publish({ type: 'filled', toolId })
    changes.publish({ type: 'trash' })
    return outcome
  }

  /** Few records are changed at once; many as a job, whose answer is that of the call. */
  const runAsJob = async (session: Session, kind: 'bulk' | 'undo', change: Change): Promise<OperationOutcome> => {
    if (change.ids.length === 0 && !change.operation.vocabulary && !change.operation.taken && (change.copies ?? []).length === 0) return nothing
    if (change.ids.length + (change.copies ?? []).length <= withoutJob) return run(session, change, { signal: new AbortController().signal, progress: () => undefined })
    return new Promise((resolve, reject) => {
      jobs.start(kind, async (control) => {
        try {
          resolve(await run(session, change, control))
        } catch (error) {
          if (control.signal.aborted) resolve({ ...nothing, cancelled: true })
          else reject(error instanceof Error ? error : new Error(String(error)))
          throw error
        }
      })
    })
  }

  const readIfWhole = async ({ folder, noteDamage }: Session, id: string): Promise<OperationFile | undefined> => {
    try {
      return await folder.operations.read(id)
    } catch (error) {
      const failure = toFailure(error)
      if (!failure) throw error
      if (failure.code !== 'not_found') noteDamage({ path: folder.paths.operation(id), failure })
      return undefined
    }
  }

  return {
    select: async (selection) => select(sessions.required(), selection),
    remove: async (selection) => {
      const session = sessions.writable()
      const operation = begin('delete')
      return runAsJob(session, 'bulk', { operation, ids: await select(session, selection), plan: async (id) => toTrash(session, id, operation) })
    },
    bulkEdit: async (selection, change) => {
      const session = sessions.writable()
      const operation = begin('bulkEdit')
      const library = session.folder.library.current()
      expectValues(change.values ?? {}, library)
      const edit = editOf(change, library)
      return runAsJob(session, 'bulk', { operation, ids: await select(session, selection), plan: async (id) => toEdit(session, id, edit, operation.by) })
    },
    bulkMove: async (selection, move, reason) => {
      const session = sessions.writable()
      if (reason === '' && needsReason(move)) throw new AppError('invalid', { issues: [{ path: 'reason', message: 'empty' }] })
      const operation = begin('move')
      const step = { by: operation.by, at: operation.at, ...reason !== '' && { reason } }
      return runAsJob(session, 'bulk', { operation, ids: await select(session, selection), plan: async (id) => toMove(session, id, move, step) })
    },
    merge: async (request) => {
      const session = sessions.writable()
      if (request.into === request.from) throw new AppError('invalid', { issues: [{ path: 'from', message: 'not another record' }] })
      const operation = begin('merge')
      return runAsJob(session, 'bulk', {
        operation, ids: mergedIds(session, request), needs: new Set([request.into, request.from]), plan: async (id) => toMerge(session, id, request, operation),
        copies: session.catalog.get(request.into)?.type === 'tool' ? await copiesOfTool(session, request.from, request.into) : [],
      })
    },
    createEach: async (kind, contents) => {
      const session = sessions.writable()
      const operation = begin(kind)
      return runAsJob(session, 'bulk', { operation, ids: [...contents.keys()], plan: async (id) => toCreate(session, id, contents.get(id), operation.by) })
    },
    editEach: async (kind, edits) => {
      const session = sessions.writable()
      const operation = begin(kind)
      return runAsJob(session, 'bulk', {
        operation, ids: [...edits.keys()], plan: async (id) => toEdit(session, id, (content) => keepingGiven(content, edits.get(id)?.(content) ?? content), operation.by),
      })
    },
    editWords: async (kind, edit) => {
      const session = sessions.writable()
      const operation = begin(kind)
      return changeWords(session, changes, edit, async (vocabulary) => runAsJob(session, 'bulk', {
        operation: { ...operation, vocabulary }, ids: edit.ids, plan: async (id) => toEdit(session, id, edit.edit, operation.by),
      }))
    },
    restore: async (ids) => {
      const session = sessions.writable()
      return runAsJob(session, 'bulk', { operation: begin('restore'), ids: [...new Set(ids)], plan: async (id) => fromTrash(session, id) })
    },
    undo: async (id) => {
      const session = sessions.writable()
      const undone = await session.folder.operations.read(id)
      if (undone.undoneBy !== null) throw new AppError('already_undone', { id })
      await expectMerged(session, undone)
      const byId = new Map(undone.records.map((record) => [record.id, record]))
      const undoRecords = async (operation: OperationFile): Promise<OperationOutcome> => runAsJob(session, 'undo', {
        operation, ids: [...byId.keys()], known: byId, copies: movesBack(undone.copies ?? []),
        plan: async (recordId) => {
          const record = byId.get(recordId)
          return record ? toUndo(session, record, operation) : { writes: [], removes: [] }
        },
      })
      const operation = { ...begin('undo'), undoes: id }
      const { vocabulary, taken } = undone
      if (taken) {
        return withWordsChanged(session, changes, taken.map?.libraryId ?? session.folder.library.current().id, backOf(taken), async (words) => {
          const outcome = await undoRecords({ ...operation, format: packageOperationFormat, taken: { exchangeId: taken.exchangeId, ...words } })
          changes.publish({ type: 'exchanges' })
          return outcome
        }, ({ operationId }) => operationId === null)
      }
      if (!vocabulary) return undoRecords(operation)
      const { kind, words: [first = ''], into } = vocabulary
      const back = { kind, words: into === null ? [] : [into], into: first, change: (library: LibraryFile) => takeBack(library, vocabulary), template: takeBackTemplate(vocabulary.templates ?? []) }
      return changeWords(session, changes, back, async (vocabulary) => undoRecords({ ...operation, vocabulary }))
    },
    list: async (offset, limit) => {
      const session = sessions.required()
      const ids = await session.folder.operations.ids()
      const operations: OperationSummary[] = []
      for (const id of ids.slice(offset, offset + limit)) {
        const operation = await readIfWhole(session, id)
        const undoes = operation && operation.undoes !== null ? await readIfWhole(session, operation.undoes) : undefined
        if (operation) operations.push(summaryOf(operation, undoes))
      }
      return { total: ids.length, operations }
    },
    enter: async (session, kind, added) => {
      if (added.length === 0) return
      await session.write(async () => session.folder.operations.add({ ...begin(kind), records: added }))
      changes.publish({ type: 'trash' })
    },
  }
}
