/** Records that are lost: their file is gone, though nobody deleted them and what they said before is here. */
import { isAppError } from '#shared/contract/errors'
import type { LibraryFolder } from './libraryFolder'

type Folder = Pick<LibraryFolder, 'paths' | 'journal' | 'records' | 'editions' | 'operations'>

/** What can't be listed may hold something. */
const isAny = async (names: Promise<string[]>): Promise<boolean> => names.then((found) => found.length > 0, (error: unknown) => {
  if (isAppError(error)) return true
  throw error
})

/** Whether a record has no file, neither in place nor in the trash, and a history or an edition. */
export const isMissing = async ({ paths, journal, records, editions }: Omit<Folder, 'operations'>, id: string): Promise<boolean> => {
  // The trash first: what comes back from there is in its place before it leaves the trash.
  if (await journal.find(paths.trashed(id)) !== undefined || await journal.find(paths.record(id)) !== undefined) return false
  return await isAny(records.history(id)) || await isAny(editions.seals(id))
}

/** Whether the last operation on a record deleted it. One that can't be read says nothing. */
const wasDeleted = async ({ operations }: Folder, id: string): Promise<boolean> => {
  for (const operationId of await operations.ids()) {
    const operation = await operations.read(operationId).catch((error: unknown) => { if (!isAppError(error)) throw error })
    const entry = operation?.records.find((record) => record.id === id)
    if (entry) return entry.after === null
  }
  return false
}

/** Whether a record that was here just now is lost, and was not deleted and emptied from the trash meanwhile, where what others need of its history stays. */
export const isLost = async (folder: Folder, id: string): Promise<boolean> => await isMissing(folder, id) && !(await wasDeleted(folder, id))
