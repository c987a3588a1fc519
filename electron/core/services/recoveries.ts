/**
 * What could not be written, kept as files outside the library, which may be what failed: `recovery/<library>/` beside the settings. An
 * edit stays until a save of its record brings home all that it holds, a new record until it is created, or until its author discards it.
 */
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { AppError, isAppError } from '#shared/contract/errors'
import { KeptCreation, Recovery, type NewRecord, type RecoveryEntry } from '#shared/contract/records'
import { newId, Uuid } from '#shared/model/ids'
import type { EditableContent, Person } from '#shared/model/record'
import type { Log } from '../ports'
import { errorCode, namesIn, removeDurably } from '../store/durableFile'
import { createJsonFile } from '../store/jsonFile'
import type { Changes } from './changes'
import type { SessionHolder } from './session'

/** `editing` is given by whoever may send the same edit again. */
export interface GuardedEdit { recordId: string; editing: string | undefined; base: string; changes: EditableContent; by: Person }

export interface RecoveryService {
  /** Throws `no_library_open`, `file_unreadable`. */
  of: (recordId: string) => Promise<Recovery[]>
  list: () => Promise<RecoveryEntry[]>
  /** The record that could not be created under an id, or null. */
  creation: (recordId: string) => Promise<NewRecord | null>
  /** Throws `no_library_open`, and `store_write_failed` where the file can't be removed: it is offered again then. */
  discard: (recordId: string, editing: string) => Promise<null>
  /**
   * Runs a save of `changes` made on `base`. If it fails, the edit is kept, unless it is another's turn to decide (`conflict`) or the edit
   * can't be saved as it is (`invalid`); if it succeeds, a kept edit that it says goes.
   */
  guard: <T>(edit: GuardedEdit, save: () => Promise<T>) => Promise<T>
  /** The same for what is to be created under an id that was never used for anything else. */
  guardCreation: <T>(recordId: string, creation: NewRecord, by: Person, create: () => Promise<T>) => Promise<T>
}

interface Parts { folder: string; sessions: SessionHolder; changes: Changes; now: () => number; log: Log }

/** Edits were kept one a record at first, and did not say whose they were. */
const KeptEdit = Recovery.extend({ editing: Uuid.optional() })
const KeptFile = z.union([KeptEdit, KeptCreation])

const isAuthorsOwn = (error: unknown): boolean => isAppError(error) && (error.code === 'conflict' || error.code === 'invalid')

/** What tells kept files apart. A new record is its own editing, as is an edit that does not say whose it is. */
interface Place { recordId: string; editing: string }

const nameOf = ({ recordId, editing }: Place): string => (editing === recordId ? `${recordId}.json` : `${recordId}.${editing}.json`)

/** The place that a file is named by; none of what is no file of ours. */
const placeOf = (name: string): Place[] => {
  const [recordId = '', editing = recordId] = name.slice(0, -'.json'.length).split('.')
  return Uuid.safeParse(recordId).success && Uuid.safeParse(editing).success && name === nameOf({ recordId, editing }) ? [{ recordId, editing }] : []
}

const latestFirst = (a: { at: string }, b: { at: string }): number => (a.at < b.at ? 1 : -1)

/** Whether an edit says all that another says. */
const holds = (edit: EditableContent, other: EditableContent): boolean => isDeepStrictEqual({ ...edit, ...other }, edit)

/** Whether an edit writes all the fields of another anew. */
const covers = (edit: EditableContent, other: EditableContent): boolean => Object.keys(other).every((key) => key in edit)

export const createRecoveryService = ({ folder, sessions, changes, now, log }: Parts): RecoveryService => {
  /** The files of the library that they were looked up for, by name: a save looks for none where there is none. */
  let known: { libraryId: string; places: Map<string, Place> } | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const libraryId = (): string => sessions.required().folder.library.current().id
  const pathOf = (library: string, place: Place): string => join(folder, library, nameOf(place))

  /** What looks at the files and what writes them: two that keep at once would each take the other's for what stays. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const lookUp = async (library: string): Promise<Map<string, Place>> => {
    const places = new Map((await namesIn(join(folder, library))).flatMap(placeOf).map((place) => [nameOf(place), place]))
    known = { libraryId: library, places }
    return places
  }
  const placesOf = async (library: string): Promise<Map<string, Place>> => (known?.libraryId === library ? known.places : lookUp(library))
  const hasNone = (library: string, recordId: string): boolean =>
    known?.libraryId === library && [...known.places.values()].every((place) => place.recordId !== recordId)

  /** Null where there is nothing, or nothing that can be read: the others are still offered. */
  const read = async (library: string, place: Place): Promise<Recovery | KeptCreation | null> => {
    const kept = await createJsonFile(pathOf(library, place), KeptFile).read()
      .catch((error: unknown) => { log.warn('a recovery file was not read', { ...place, error: String(error) }); return null })
    return kept && 'changes' in kept ? { ...kept, editing: place.editing } : kept
  }

  const editsOf = async (library: string, recordId: string, places: Map<string, Place>): Promise<Recovery[]> => {
    const ofRecord = [...places.values()].filter((place) => place.recordId === recordId)
    const files = await Promise.all(ofRecord.map(async (place) => read(library, place)))
    return files.flatMap((kept) => (kept && 'changes' in kept ? kept : [])).sort(latestFirst)
  }

  const remove = async (library: string, removed: readonly Place[]): Promise<void> => {
    if (removed.length === 0) return
    const places = await placesOf(library)
    await removeDurably(removed.map((place) => pathOf(library, place)))
    for (const place of removed) places.delete(nameOf(place))
    changes.publish({ type: 'recoveries' })
  }

  const write = async (library: string, place: Place, kept: Recovery | KeptCreation): Promise<void> => {
    const places = await placesOf(library)
    await createJsonFile(pathOf(library, place), KeptFile).write(kept)
    places.set(nameOf(place), place)
    changes.publish({ type: 'recoveries' })
  }

  /** What the same editing kept is replaced, what others kept stays beside it, unless it says nothing more. */
  const keep = async (edit: Recovery): Promise<void> => {
    await write(edit.libraryId, edit, edit)
    const others = (await editsOf(edit.libraryId, edit.recordId, await placesOf(edit.libraryId))).filter(({ editing }) => editing !== edit.editing)
    await remove(edit.libraryId, others.filter((other) => holds(edit.changes, other.changes)))
  }

  /** A save brings home what the same editing kept, and an edit that says the very same: whoever goes on writing elsewhere has not seen others. */
  const settle = async (library: string, { recordId, editing, changes: saved }: GuardedEdit): Promise<void> => {
    const edits = await editsOf(library, recordId, await placesOf(library))
    await remove(library, edits.filter((kept) => holds(saved, kept.changes) || (kept.editing === editing && covers(saved, kept.changes))))
  }

  /** What comes after a save never changes what the save answers. */
  const quietly = async (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => { log.warn('a recovery file was not kept in step', { error: String(error) }) })

  const guarded = async <T>(writing: () => Promise<T>, onDone: () => Promise<void>, onFailed: () => Promise<void>): Promise<T> => {
    try {
      const done = await writing()
      await quietly(onDone())
      return done
    } catch (error) {
      if (!isAuthorsOwn(error)) await quietly(inTurn(onFailed))
      throw error
    }
  }

  const moment = (): string => new Date(now()).toISOString()

  const entryOf = ({ recordId, editing }: Place, kept: Recovery | KeptCreation): RecoveryEntry => ({
    recordId, editing, at: kept.at,
    ...('changes' in kept
      ? { title: kept.changes.title ?? sessions.required().catalog.get(recordId)?.title ?? '', creates: null }
      : { title: kept.creation.content.title, creates: kept.creation.type }),
  })

  return {
    // Another program of the same person may have put some there.
    of: async (recordId) => {
      const library = libraryId()
      return inTurn(async () => editsOf(library, recordId, await lookUp(library)))
    },
    list: async () => {
      const library = libraryId()
      return inTurn(async () => {
        const entries = await Promise.all([...(await lookUp(library)).values()].map(async (place) => {
          const kept = await read(library, place)
          return kept ? [entryOf(place, kept)] : []
        }))
        return entries.flat().sort(latestFirst)
      })
    },
    creation: async (recordId) => {
      const kept = await read(libraryId(), { recordId, editing: recordId })
      return kept && 'creation' in kept ? kept.creation : null
    },
    discard: async (recordId, editing) => {
      const library = libraryId()
      const place = { recordId, editing }
      await inTurn(async () => remove(library, [place])).catch((error: unknown) => {
        throw new AppError('store_write_failed', { path: pathOf(library, place), reason: errorCode(error) }, { cause: error })
      })
      return null
    },
    guard: async (edit, save) => {
      const library = libraryId()
      const { recordId, editing = newId(), base, by, changes: edited } = edit
      return guarded(
        save,
        async () => (hasNone(library, recordId) ? undefined : inTurn(async () => settle(library, edit))),
        async () => keep({ libraryId: library, recordId, editing, base, at: moment(), by, changes: edited }),
      )
    },
    guardCreation: async (recordId, creation, by, create) => {
      const library = libraryId()
      const place = { recordId, editing: recordId }
      return guarded(
        create,
        async () => (hasNone(library, recordId) ? undefined : inTurn(async () => remove(library, [place]))),
        async () => write(library, place, { libraryId: library, recordId, at: moment(), by, creation }),
      )
    },
  }
}
