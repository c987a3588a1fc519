/** A library's folder: making one, opening it to write or to read, reading all its records, closing it. */
import { mkdir, readdir, stat } from 'node:fs/promises'
import { AppError, toFailure, type Failure } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import { LibraryFile, libraryFormat } from '#shared/model/library'
import type { RecordFile } from '#shared/model/record'
import { createAttachmentStore, type AttachmentStore } from './attachmentStore'
import { errorCode, makeFolder } from './durableFile'
import { libraryPaths, type LibraryPaths } from './folders'
import { createJsonFile, openDocument, type StoredDocument } from './jsonFile'
import { takeLock, type Lock } from './lock'
import { createRecordStore, type RecordStore } from './recordStore'

export interface LibraryFolder {
  root: string
  library: StoredDocument<LibraryFile>
  records: RecordStore
  attachments: AttachmentStore
  /** Why nothing may be written, or null. */
  readOnly: AppError | null
  /** Reads every record, some at a time, in no order. What can't be read is handed to `onDamage` and left as it is. */
  readAll: (onRecord: (record: RecordFile) => void, onDamage: (damaged: DamagedFile) => void, signal: AbortSignal) => Promise<void>
  close: () => Promise<void>
}

interface Device { device: string; now: () => number }

const readsAtATime = 16

const exists = async (path: string): Promise<boolean> => stat(path).then(() => true, () => false)

const failureOf = (error: unknown): Failure => {
  const failure = toFailure(error)
  if (!failure) throw error
  return failure
}

/** Makes a library in a folder that is empty or does not exist. Throws `library_exists`, `folder_not_empty`, `store_write_failed`. */
export const makeLibraryFolder = async (root: string, library: LibraryFile): Promise<void> => {
  const paths = libraryPaths(root)
  if (await exists(paths.library)) throw new AppError('library_exists', { path: root })
  try {
    await mkdir(root, { recursive: true })
    const names = await readdir(root)
    if (names.some((name) => !name.startsWith('.') && name !== 'desktop.ini')) throw new AppError('folder_not_empty', { path: root })
    await makeFolder(paths.records)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('store_write_failed', { path: root, reason: errorCode(error) }, { cause: error })
  }
  await createJsonFile(paths.library, LibraryFile).write(library)
}

const whyReadOnly = (library: LibraryFile, root: string, locked: AppError | null): AppError | null =>
  library.format > libraryFormat
    ? new AppError('library_newer_format', { path: root, found: library.format, supported: libraryFormat })
    : locked

/** The lock, or why there is none. */
const tryLock = async (path: string, { device, now }: Device): Promise<Lock | AppError> =>
  takeLock(path, device, now).catch((error: unknown) => {
    if (error instanceof AppError) return error
    throw error
  })

const readAllRecords = (paths: LibraryPaths, records: RecordStore): LibraryFolder['readAll'] => async (onRecord, onDamage, signal) => {
  const ids = (await records.ids()).values()
  const readNext = async (): Promise<void> => {
    for (const id of ids) {
      if (signal.aborted) return
      await records.read(id).then(onRecord, (error: unknown) => { onDamage({ path: paths.record(id), failure: failureOf(error) }) })
    }
  }
  await Promise.all(Array.from({ length: readsAtATime }, readNext))
}

/**
 * Opens a library to write, or to read where it can't be written: another program has it open, the folder is read-only, its format is newer.
 * Throws `library_not_found`, `not_a_library`, `store_corrupt`.
 */
export const openLibraryFolder = async (root: string, opener: Device): Promise<LibraryFolder> => {
  const paths = libraryPaths(root)
  if (!(await exists(root))) throw new AppError('library_not_found', { path: root })
  const found = await createJsonFile(paths.library, LibraryFile).read()
  if (found === null) throw new AppError('not_a_library', { path: root })
  const library = await openDocument(paths.library, LibraryFile, found)
  const lock = await tryLock(paths.lock, opener)
  const records = createRecordStore(paths, opener.device, opener.now)
  return {
    root,
    library,
    records,
    attachments: createAttachmentStore(paths),
    readOnly: whyReadOnly(found, root, 'release' in lock ? null : lock),
    readAll: readAllRecords(paths, records),
    close: async () => { if ('release' in lock) await lock.release() },
  }
}
