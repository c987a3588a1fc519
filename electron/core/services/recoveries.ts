/**
 * Edits that could not be saved, kept as files outside the library, which may be what failed: `recovery/<library>/<record>.json` beside
 * the settings. One stays until a save of its record brings home all that it holds, or its author discards it.
 */
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { isAppError } from '#shared/contract/errors'
import { Recovery, type RecoveryEntry } from '#shared/contract/records'
import type { EditableContent, Person } from '#shared/model/record'
import type { Log } from '../ports'
import { namesIn, removeDurably } from '../store/durableFile'
import { idOfFile } from '../store/folders'
import { createJsonFile } from '../store/jsonFile'
import type { Changes } from './changes'
import type { SessionHolder } from './session'

export interface RecoveryService {
  /** Throws `no_library_open`, `store_corrupt`, `file_unreadable`. */
  get: (recordId: string) => Promise<Recovery | null>
  list: () => Promise<RecoveryEntry[]>
  discard: (recordId: string) => Promise<null>
  /**
   * Runs a save of `changes` made on `base`. If it fails, the edit is kept, unless it is another's turn to decide (`conflict`) or the edit
   * can't be saved as it is (`invalid`); if it succeeds, a kept edit that it says goes.
   */
  guard: <T>(edit: { recordId: string; base: string; changes: EditableContent; by: Person }, save: () => Promise<T>) => Promise<T>
}

interface Parts { folder: string; sessions: SessionHolder; changes: Changes; now: () => number; log: Log }

const isAuthorsOwn = (error: unknown): boolean => isAppError(error) && (error.code === 'conflict' || error.code === 'invalid')

export const createRecoveryService = ({ folder, sessions, changes, now, log }: Parts): RecoveryService => {
  /** Records that have such a file, of the library that they were looked up for: a save looks for none where there is none. */
  let known: { libraryId: string; ids: Set<string> } | undefined

  const libraryId = (): string => sessions.required().folder.library.current().id
  const pathOf = (library: string, recordId: string): string => join(folder, library, `${recordId}.json`)
  const read = async (library: string, recordId: string): Promise<Recovery | null> => createJsonFile(pathOf(library, recordId), Recovery).read()

  const idsOf = async (library: string): Promise<Set<string>> => {
    if (known?.libraryId !== library) known = { libraryId: library, ids: new Set((await namesIn(join(folder, library))).flatMap(idOfFile)) }
    return known.ids
  }

  const keep = async (recovery: Recovery): Promise<void> => {
    const ids = await idsOf(recovery.libraryId)
    await createJsonFile(pathOf(recovery.libraryId, recovery.recordId), Recovery).write(recovery)
    ids.add(recovery.recordId)
    changes.publish({ type: 'recoveries' })
  }

  const remove = async (library: string, recordId: string): Promise<void> => {
    const ids = await idsOf(library)
    await removeDurably([pathOf(library, recordId)])
    ids.delete(recordId)
    changes.publish({ type: 'recoveries' })
  }

  /** Only a save that says the very same brought a kept edit home: whoever goes on writing elsewhere has not seen it. */
  const settle = async (library: string, recordId: string, saved: EditableContent): Promise<void> => {
    if (!(await idsOf(library)).has(recordId)) return
    const kept = await read(library, recordId)
    if (!kept || isDeepStrictEqual({ ...saved, ...kept.changes }, saved)) await remove(library, recordId)
  }

  /** What comes after a save never changes what the save answers. */
  const quietly = async (work: Promise<void>): Promise<void> => work.catch((error: unknown) => { log.warn('a recovery file was not kept in step', { error: String(error) }) })

  return {
    get: async (recordId) => read(libraryId(), recordId),
    list: async () => {
      const library = libraryId()
      // Another program of the same person may have put some there.
      known = undefined
      const entries = await Promise.all([...await idsOf(library)].map(async (recordId): Promise<RecoveryEntry | null> => {
        const kept = await read(library, recordId).catch((error: unknown) => { log.warn('a recovery file was not read', { recordId, error: String(error) }); return null })
        return kept && { recordId, at: kept.at, title: kept.changes.title ?? sessions.required().catalog.get(recordId)?.title ?? '' }
      }))
      return entries.flatMap((entry) => entry ?? []).sort((a, b) => (a.at < b.at ? 1 : -1))
    },
    discard: async (recordId) => {
      await remove(libraryId(), recordId)
      return null
    },
    guard: async ({ recordId, base, changes: edited, by }, save) => {
      const library = libraryId()
      try {
        const saved = await save()
        await quietly(settle(library, recordId, edited))
        return saved
      } catch (error) {
        if (!isAuthorsOwn(error)) await quietly(keep({ libraryId: library, recordId, base, at: new Date(now()).toISOString(), by, changes: edited }))
        throw error
      }
    },
  }
}
