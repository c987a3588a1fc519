/** Folders for the picker in the page: what is in one, and making a new one. */
import type { Dirent } from 'node:fs'
import { access, mkdir, readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, extname, isAbsolute, join, resolve } from 'node:path'
import { AppError } from '#shared/contract/errors'
import type { FolderEntry } from '#shared/contract/host'

export interface FolderListing {
  path: string
  parent: string | null
  entries: FolderEntry[]
}

const byName = new Intl.Collator('zh-CN', { numeric: true })

const order = (a: FolderEntry, b: FolderEntry): number =>
  a.kind === b.kind ? byName.compare(a.name, b.name) : a.kind === 'folder' ? -1 : 1

/** Dot files, Word's lock files, and what Windows hides without a dot. */
const isHidden = (name: string): boolean =>
  /^(\.|~\$|\$recycle\.bin$|system volume information$|desktop\.ini$|thumbs\.db$)/i.test(name)

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false)

const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

const drives = async (): Promise<FolderListing> => {
  const letters = Array.from({ length: 26 }, (_, index) => `${String.fromCharCode(65 + index)}:\\`)
  const there = await Promise.all(letters.map(exists))
  const entries = letters.filter((_, index) => there[index]).map((path): FolderEntry => ({ name: path, path, kind: 'folder', size: null, isLibrary: false }))
  return { path: '', parent: null, entries }
}

const parentOf = (path: string): string | null => {
  const parent = dirname(path)
  if (parent !== path) return parent
  return process.platform === 'win32' ? '' : null
}

/** Undefined for what is neither file nor folder, or a link to nowhere. */
const toEntry = async (folder: string, { name }: Dirent): Promise<FolderEntry | undefined> => {
  const path = join(folder, name)
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return { name, path, kind: 'folder', size: null, isLibrary: await exists(join(path, 'library.json')) }
  return found?.isFile() ? { name, path, kind: 'file', size: found.size, isLibrary: false } : undefined
}

const isWanted = ({ kind, name }: FolderEntry, extensions: string[] | undefined): boolean =>
  kind === 'folder' || extensions === undefined || extensions.includes(extname(name).slice(1).toLowerCase())

/** The home folder for null, the drives or `/` for an empty path. `extensions` without dot and in lower case; folders are always listed. */
export const listFolder = async (path: string | null, extensions: string[] | undefined): Promise<FolderListing> => {
  if (path === '' && process.platform === 'win32') return drives()
  const folder = resolve(path === '' ? '/' : path ?? homedir())
  if (path && !isAbsolute(path)) throw new AppError('invalid', { issues: [{ path: 'path', message: 'not an absolute path' }] })
  const found = await readdir(folder, { withFileTypes: true })
    .catch((error: unknown) => { throw new AppError('file_unreadable', { path: folder, reason: reasonOf(error) }, { cause: error }) })
  const visible = found.filter(({ name }) => !isHidden(name))
  const entries = (await Promise.all(visible.map((entry) => toEntry(folder, entry)))).filter((entry) => entry !== undefined)
  return { path: folder, parent: parentOf(folder), entries: entries.filter((entry) => isWanted(entry, extensions)).sort(order) }
}

/** Names that would leave the folder, or that Windows can't keep. */
const isBadName = (name: string): boolean => /[\p{Cc}<>:"/\\|?*]/u.test(name) || /[. ]$/.test(name) || name.startsWith('.')

export const createFolder = async (parent: string, name: string): Promise<{ path: string }> => {
  if (isBadName(name)) throw new AppError('invalid', { issues: [{ path: 'name', message: 'not a name for a folder' }] })
  if (!isAbsolute(parent)) throw new AppError('invalid', { issues: [{ path: 'parent', message: 'not an absolute path' }] })
  const path = join(parent, name)
  try {
    await mkdir(path)
    return { path }
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') throw new AppError('invalid', { issues: [{ path: 'name', message: 'there is one of this name' }] }, { cause: error })
    throw new AppError('store_write_failed', { path, reason: reasonOf(error) }, { cause: error })
  }
}
