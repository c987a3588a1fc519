/** A library's folder: making one, opening it to write or to read, closing it. */
import { readdir, realpath } from 'node:fs/promises'
import { AppError, isAppError } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import { LibraryFile, libraryFormat } from '#shared/model/library'
import { createAttachmentStore, type AttachmentStore } from './attachmentStore'
import { createCommentStore, type CommentStore } from './commentStore'
import { createCopyStore, type CopyStore } from './copyStore'
import { errorCode, isThere, makeFolder, namesIn } from './durableFile'
import { libraryPaths, type LibraryPaths } from './folders'
import { createJsonFile, type StoredDocument } from './jsonFile'
import { findLibraryFile, keepCopyAtOpening, openLibraryDocument, raiseFormat, readOnlyDocument, type FoundLibrary } from './libraryCopy'
import { takeLock, type Lock } from './lock'
import { createEditionStore, type EditionStore } from './editionStore'
import { createExchangeStore, type ExchangeStore } from './exchangeStore'
import { createJournal, type Journal } from './journal'
import { createOperationStore, type OperationStore } from './operationStore'
import { createRecordStore, type RecordStore } from './recordStore'
import { createTemplateStore, type TemplateStore } from './templateStore'
import { createTrashStore, type TrashStore } from './trashStore'

export interface LibraryFolder {
  /** The real path: the same folder under another name is the same library. */
  root: string
  library: StoredDocument<LibraryFile>
  records: RecordStore
  attachments: AttachmentStore
  editions: EditionStore
  comments: CommentStore
  templates: TemplateStore
  copies: CopyStore
  exchanges: ExchangeStore
  trash: TrashStore
  operations: OperationStore
  journal: Journal
  paths: LibraryPaths
  /** Why nothing may be written now, or null. */
  readOnly: () => AppError | null
  /** Sees to it that `readOnly` is not out of date: a computer that slept does not know that it lost the lock. */
  makeSure: () => Promise<void>
  /** Keeps the library from being written for a reason of its own, until it is called with null. */
  hold: (why: AppError | null) => void
  /** What a crash left committed and could not be finished at opening: left as it is. */
  unfinished: readonly DamagedFile[]
  close: () => Promise<void>
}

export interface Opener {
  device: string
  now: () => number
  /** Whether it is opened to write, if it can be. */
  write: boolean
}

/** What lies in a folder that is as good as empty: hidden files, and what a try that broke off left. */
const isNothing = (name: string): boolean => name.startsWith('.') || name.endsWith('.tmp') || name === 'desktop.ini'

/** Makes a library in a folder that is empty or does not exist. Throws `library_exists`, `folder_not_empty`, `store_write_failed`. */
export const makeLibraryFolder = async (root: string, library: LibraryFile): Promise<void> => {
  const paths = libraryPaths(root)
  try {
    await makeFolder(root)
    const names = await readdir(root)
    if (names.includes('library.json')) throw new AppError('library_exists', { path: root })
    if (!names.every(isNothing)) throw new AppError('folder_not_empty', { path: root })
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('store_write_failed', { path: root, reason: errorCode(error) }, { cause: error })
  }
  await createJsonFile(paths.library, LibraryFile).write(library)
}

/** The lock, or why there is none. A library of a newer format, or one whose `library.json` is damaged, is not even locked: nothing is written to what we may not understand. */
const tryLock = async ({ root, lock: path }: LibraryPaths, { file: { format }, damage }: FoundLibrary, { device, now, write }: Opener): Promise<Lock | AppError> => {
  if (damage) return damage
  if (format > libraryFormat) return new AppError('library_newer_format', { path: root, found: format, supported: libraryFormat })
  if (!write) return new AppError('library_read_only', { path, reason: 'opened to read' })
  return takeLock(path, device, now).catch((error: unknown) => {
    if (isAppError(error)) return error
    throw error
  })
}

/** What was committed and is not in place yet is read all the same; of a newer format we may not understand it. What can't be reached is left out. */
const readAlong = async (journal: Journal, path: string, why: AppError, onDamage: (damaged: DamagedFile) => void): Promise<void> => {
  if (why.code === 'library_newer_format') return
  await journal.look((transaction, { code, data }) => { onDamage({ path: transaction, failure: { code, data } }) }).catch((error: unknown) => {
    if (!isAppError(error)) throw error
    onDamage({ path, failure: { code: error.code, data: error.data } })
  })
}

/** Finishes what a crash left committed. Where it can't be reached the lock is let go: what was written now would stand on less than was saved. */
const finish = async (journal: Journal, path: string, lock: Lock | AppError, onDamage: (damaged: DamagedFile) => void): Promise<Lock | AppError> => {
  if (!('release' in lock)) {
    await readAlong(journal, path, lock, onDamage)
    return lock
  }
  try {
    await journal.recover((path, { code, data }) => { onDamage({ path, failure: { code, data } }) })
    return lock
  } catch (error) {
    await lock.release()
    if (isAppError(error)) return error
    throw error
  }
}

/** Where templates came with a version that did not raise the format yet. What can't be written is reported, and keeps nobody from opening. */
const raiseForTemplates = async (paths: LibraryPaths, library: StoredDocument<LibraryFile>, onDamage: (damaged: DamagedFile) => void): Promise<void> => {
  try {
    if ((await namesIn(paths.templates)).length > 0) await raiseFormat(paths, library)
  } catch (error) {
    if (!isAppError(error)) throw error
    onDamage({ path: paths.library, failure: { code: error.code, data: error.data } })
  }
}

/**
 * Opens a library to write, or to read where it can't be written: another program has it open, the folder is read-only, its format is newer.
 * Where `library.json` can't be read its last good copy stands in for it, to read only. Throws `library_not_found`, `not_a_library`, and
 * `store_corrupt` or `file_unreadable` where there is no copy.
 */
export const openLibraryFolder = async (path: string, opener: Opener): Promise<LibraryFolder> => {
  if (!(await isThere(path))) throw new AppError('library_not_found', { path })
  const root = await realpath(path)
  const paths = libraryPaths(root)
  const found = await findLibraryFile(paths)
  const { file, damage } = found
  const library = damage ? readOnlyDocument(file, damage) : await openLibraryDocument(paths, file)
  const journal = createJournal(paths, opener.device, opener.now)
  const unfinished: DamagedFile[] = damage ? [{ path: paths.library, failure: { code: damage.code, data: damage.data } }] : []
  const lock = await finish(journal, paths.journal(opener.device), await tryLock(paths, found, opener), (found) => { unfinished.push(found) })
  if ('release' in lock) {
    await keepCopyAtOpening(paths, (found) => { unfinished.push(found) })
    await raiseForTemplates(paths, library, (found) => { unfinished.push(found) })
  }
  const records = createRecordStore(paths, journal, opener.device, opener.now)
  let held: AppError | null = null
  return {
    root,
    library,
    records,
    attachments: createAttachmentStore(paths, journal, opener.now),
    editions: createEditionStore(paths, journal),
    comments: createCommentStore(paths, journal),
    templates: createTemplateStore(paths, journal, opener.now, async () => raiseFormat(paths, library)),
    copies: createCopyStore(paths, journal),
    exchanges: createExchangeStore(paths, journal),
    trash: createTrashStore(paths, journal),
    operations: createOperationStore(paths, journal),
    journal,
    paths,
    readOnly: () => {
      if (!('release' in lock)) return lock
      return lock.isHeld() ? held : new AppError('library_locked', { path: root, host: '', pid: 0, since: '' })
    },
    makeSure: async () => { if ('release' in lock) await lock.makeSure() },
    hold: (why) => { held = why },
    unfinished,
    close: async () => { if ('release' in lock) await lock.release() },
  }
}
