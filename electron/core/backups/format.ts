/** The shape of a backup on disk: what its folders and files are called, how large its parts may be (docs/backup-format.md). */
import { open, rm, stat } from 'node:fs/promises'
import { AppError } from '#shared/contract/errors'
import { folderNameOf } from '#shared/text/fileName'
import { errorCode, isThere, moveDurably, syncEntries, writeNew } from '../store/durableFile'

export const manifestName = 'manifest.json'
export const listName = 'files.jsonl.gz'
export const damageName = 'damaged.json'

/**
 * A part ends before it is larger than `partBytes` (one file may still be larger, alone in its part), has more than `partEntries`, or
 * was given more than `heldBytes` of small files, which are held until it ends. `smallFile`, in bytes, is what is read whole.
 */
export const limits = { partBytes: 1_000_000_000, partEntries: 5_000, heldBytes: 128_000_000, smallFile: 2_000_000 } as const
export type Limits = { [K in keyof typeof limits]: number }

const runPattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

export const isRunName = (name: string): boolean => runPattern.test(name)

/** `20261125T061500Z`, from milliseconds since 1970. */
export const nameOfRun = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

/** Milliseconds since 1970 of a run's name. */
export const timeOfRun = (name: string): number => Date.parse(name.replace(runPattern, '$1-$2-$3T$4:$5:$6.000Z'))

export const partName = (number: number): string => `part-${String(number).padStart(4, '0')}.zip`

/** The first eight digits of a library's id end the name of its folder. */
export const shortId = (id: string): string => id.slice(0, 8)

export const libraryFolderName = (name: string, id: string): string => `${folderNameOf(name, 'library')}-${shortId(id)}`

/** What a library is made of, in the order in which it is copied: what refers to other files is copied before those are listed. */
export const changingFolders = ['records', 'comments', 'templates', 'filled', 'trash', 'operations', 'exchanges', 'set-aside'] as const
export const keptFolders = ['history', 'editions', 'attachments'] as const

const id = '[0-9a-f-]{36}'
const hash = '[0-9a-f]{64}'
const fixed = new RegExp(`^(?:history/[0-9a-f]{2}/${id}/${hash}\\.json\\.gz|editions/[0-9a-f]{2}/${id}/${hash}\\.json|attachments/[0-9a-f]{2}/${hash})$`)

/** Whether what lies at a path of the library never changes once it is there. */
export const isFixed = (path: string): boolean => fixed.test(path)

const belongs: ReadonlySet<string> = new Set([...changingFolders, ...keptFolders])

/** Whether a path may be one of a library's: relative, with `/`, in one of its folders, in no way out of it. */
export const isLibraryPath = (path: string): boolean => {
  const [top = '', ...below] = path.split('/')
  if (path === 'library.json') return true
  return belongs.has(top) && below.length > 0 && !/[\\\0]/.test(path) && below.every((name) => name !== '' && name !== '.' && name !== '..')
}

/** What the operating system calls a failure of its own, such as ENOENT; undefined for any other error. */
const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** A failure of the system while a backup is written, in the words of the contract; any other error as it is. */
export const targetFailure = (path: string, error: unknown): unknown => {
  const reason = systemCode(error)
  return reason === undefined ? error : new AppError('backup_failed', { path, reason }, { cause: error })
}

/** The same for one that is read: what is not there is damage, what can't be reached is not. */
export const sourceFailure = (path: string, error: unknown): unknown => {
  const reason = systemCode(error)
  if (reason === undefined) return error
  return reason === 'ENOENT'
    ? new AppError('backup_damaged', { path, detail: 'missing' }, { cause: error })
    : new AppError('file_unreadable', { path, reason }, { cause: error })
}

export const damaged = (path: string, detail: string, options?: ErrorOptions): AppError =>
  new AppError('backup_damaged', { path, detail: detail.slice(0, 300) }, options)

/** Drives that people back up to (FAT, network shares) can't all sync a folder; what was read back and compared stands all the same. */
const cannotSync: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EACCES', 'EISDIR'])

export const syncTargetFolder = async (folder: string): Promise<void> => syncEntries(folder).catch((error: unknown) => {
  if (!cannotSync.has(errorCode(error))) throw error
})

/** Puts a small file in place whole, as durably as the drive allows. */
export const putInPlace = async (path: string, data: string): Promise<void> => {
  const temporary = `${path}.tmp`
  await rm(temporary, { force: true })
  await writeNew(temporary, data)
  await moveDurably([{ from: temporary, to: path }]).catch(async (error: unknown) => {
    if (!cannotSync.has(errorCode(error)) || await isThere(temporary)) throw error
  })
}

/** Bytes of a file, undefined where there is none. */
export const sizeIfThere = async (path: string): Promise<number | undefined> => stat(path).then(({ size }) => size, () => undefined)

/** Opens a file of a backup to read. Throws `backup_damaged` where there is none, `file_unreadable`. */
export const openToRead = async (path: string) => open(path, 'r').catch((error: unknown) => { throw sourceFailure(path, error) })
