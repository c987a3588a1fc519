/**
 * `library.json` and its last good copy. A library has one such file and everything needs it, so that the version in place is kept
 * durably before another one replaces it. Where it can't be read, the copy stands in for it, to read only, until it is put back.
 */
import type { Adapter } from 'lowdb'
import { AppError, isAppError } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import { LibraryFile, libraryFormat } from '#shared/model/library'
import { isThere, readIfThere, writeDurably } from './durableFile'
import type { LibraryPaths } from './folders'
import { createJsonFile, openAdapter, parseDocument, writtenFormat, type StoredDocument } from './jsonFile'
import { libraryMigrations } from './migrations'
import { moveAside } from './setAside'

type CopiedPaths = Pick<LibraryPaths, 'library' | 'libraryCopy'>

/** What a file says, or why it can't be told; a missing one is `not_found`. */
const readGood = async (path: string): Promise<{ file: LibraryFile; bytes: Buffer } | AppError> => {
  try {
    const bytes = await readIfThere(path)
    if (bytes === undefined) return new AppError('not_found', { kind: 'file', id: path })
    return { file: parseDocument(path, bytes, LibraryFile, libraryMigrations), bytes }
  } catch (error) {
    if (isAppError(error)) return error
    throw error
  }
}

const isGood = (read: Awaited<ReturnType<typeof readGood>>): read is { file: LibraryFile; bytes: Buffer } => 'bytes' in read

/**
 * Keeps the version in place, if it is good and the copy is another or none; else answers why it is not good. A copy that can't be read is
 * not written over. Throws `store_write_failed`.
 */
export const keepLibraryCopy = async ({ library, libraryCopy }: CopiedPaths): Promise<AppError | undefined> => {
  const inPlace = await readGood(library)
  if (!isGood(inPlace)) return inPlace
  const copy = await readGood(libraryCopy)
  const isMissing = !isGood(copy) && copy.code === 'not_found'
  if (isMissing || (isGood(copy) && !copy.bytes.equals(inPlace.bytes))) await writeDurably(libraryCopy, inPlace.bytes)
  return undefined
}

/** Why the copy is damaged; undefined where it is good or not there. */
export const libraryCopyDamage = async ({ libraryCopy }: CopiedPaths): Promise<AppError | undefined> => {
  const copy = await readGood(libraryCopy)
  return isGood(copy) || copy.code === 'not_found' ? undefined : copy
}

/** At opening to write: the copy is made where there is none or it differs. What keeps it from being made is reported, and keeps nobody from opening. */
export const keepCopyAtOpening = async (paths: CopiedPaths, onDamage: (damaged: DamagedFile) => void): Promise<void> => {
  const failed = await keepLibraryCopy(paths).then(async () => libraryCopyDamage(paths), (error: unknown) => {
    if (isAppError(error)) return error
    throw error
  })
  if (failed) onDamage({ path: paths.libraryCopy, failure: { code: failed.code, data: failed.data } })
}

/** `library.json` as a document that keeps what it replaces, and replaces nothing that can't be read. */
export const openLibraryDocument = async (paths: CopiedPaths, found: LibraryFile): Promise<StoredDocument<LibraryFile>> => {
  const file = createJsonFile(paths.library, LibraryFile, libraryMigrations)
  const keeping: Adapter<LibraryFile> = {
    read: async () => file.read(),
    write: async (data) => {
      const damage = await keepLibraryCopy(paths)
      if (damage && damage.code !== 'not_found') throw damage
      await file.write(data)
    },
  }
  return openAdapter(keeping, found)
}

/**
 * Writes `library.json` in the format of now, if it has an older one: before the first file that an app of that one must not leave out of
 * account. Throws what writing it throws.
 */
export const raiseFormat = async ({ library: path }: CopiedPaths, library: StoredDocument<LibraryFile>): Promise<void> => {
  const format = await writtenFormat(path)
  if (format !== undefined && format < libraryFormat) await library.update((file) => file)
}

/** The copy as a document that can't be written. */
export const readOnlyDocument = (file: LibraryFile, why: AppError): StoredDocument<LibraryFile> =>
  ({ current: () => file, update: async () => Promise.reject(why), refresh: async () => Promise.resolve(file) })

/** What the library says, and `damage` where that comes from the copy. */
export interface FoundLibrary { file: LibraryFile; damage?: AppError }

/** Reads `library.json`, or the copy where that can't be read and there are records. Throws `not_a_library`, `library_newer_format`, `store_corrupt`, `file_unreadable`. */
export const findLibraryFile = async (paths: LibraryPaths): Promise<FoundLibrary> => {
  const inPlace = await readGood(paths.library)
  if (isGood(inPlace)) return { file: inPlace.file }
  // What a newer version wrote is no damage.
  if (inPlace.code === 'library_newer_format') throw inPlace
  const isGone = inPlace.code === 'not_found'
  const copy = await isThere(paths.records) ? await readGood(paths.libraryCopy) : inPlace
  if (!isGood(copy)) throw isGone ? new AppError('not_a_library', { path: paths.root }) : inPlace
  const damage = isGone ? new AppError('file_unreadable', { path: paths.library, reason: 'ENOENT' }) : inPlace
  return { file: copy.file, damage }
}

/**
 * Puts the copy in the place of a `library.json` that can't be read, which is set aside. The caller holds the lock. Throws
 * `store_write_failed`, and `not_found` where the copy is not good.
 */
export const restoreLibraryFile = async (paths: LibraryPaths, run: string): Promise<void> => {
  const inPlace = await readGood(paths.library)
  if (isGood(inPlace)) return
  if (inPlace.code === 'library_newer_format') throw inPlace
  const copy = await readGood(paths.libraryCopy)
  if (!isGood(copy)) throw new AppError('not_found', { kind: 'file', id: paths.libraryCopy })
  if (await isThere(paths.library)) await moveAside(paths, run, paths.library)
  await writeDurably(paths.library, copy.bytes)
}
