/** The runs of a backup: where they lie, what their manifests say, and one of them opened with its list. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { AppError, isAppError } from '#shared/contract/errors'
import { backupFormat, BackupManifest, type BackedUpFile } from '#shared/model/backup'
import { errorCode } from '../store/durableFile'
import { damaged, damageName, isRunName, libraryFolderName, listName, manifestName, putInPlace, shortId, sourceFailure } from './format'
import { readList } from './fileList'

/** `folder` is that of the run, `name` its last part. */
export interface Run { folder: string; name: string; manifest: BackupManifest }

const namesOf = async (folder: string): Promise<string[]> => readdir(folder).catch((error: unknown) => {
  if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') throw new AppError('not_a_backup', { path: folder }, { cause: error })
  throw sourceFailure(folder, error)
})

const Format = z.looseObject({ format: z.int() })

/** Throws `not_a_backup` where there is no manifest, `backup_newer_format`, `backup_damaged`, `file_unreadable`. */
export const readRun = async (folder: string): Promise<Run> => {
  const path = join(folder, manifestName)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') throw new AppError('not_a_backup', { path: folder }, { cause: error })
    throw sourceFailure(path, error)
  })
  let json: unknown
  try { json = JSON.parse(text) } catch (error) { throw damaged(path, String(error), { cause: error }) }
  const { data } = Format.safeParse(json)
  if (data && data.format > backupFormat) throw new AppError('backup_newer_format', { path: folder, found: data.format, supported: backupFormat })
  const manifest = BackupManifest.safeParse(json)
  if (!manifest.success) throw damaged(path, manifest.error.issues[0]?.message ?? '', { cause: manifest.error })
  return { folder, name: basename(folder), manifest: manifest.data }
}

/** The runs in the folder of a library, latest first. One without a manifest does not count; one that can't be read is handed to `onDamage`. */
export async function* eachRun(libraryFolder: string, onDamage: (folder: string, error: AppError) => void): AsyncGenerator<Run> {
  for (const name of (await namesOf(libraryFolder)).filter(isRunName).sort().reverse()) {
    const folder = join(libraryFolder, name)
    try {
      yield await readRun(folder)
    } catch (error) {
      if (!isAppError(error)) throw error
      if (error.code !== 'not_a_backup') onDamage(folder, error)
    }
  }
}

export const latestRun = async (libraryFolder: string): Promise<Run | undefined> => {
  for await (const run of eachRun(libraryFolder, () => undefined)) return run
  return undefined
}

/** Folders of libraries in a chosen folder, which may be one itself, or a run in one. Throws `not_a_backup` where there is none. */
export const libraryFoldersIn = async (chosen: string): Promise<string[]> => {
  if (isRunName(basename(chosen))) return [dirname(chosen)]
  const names = await namesOf(chosen)
  if (names.some(isRunName)) return [chosen]
  const found: string[] = []
  for (const name of names.filter((each) => /-[0-9a-f]{8}$/.test(each)).sort()) {
    const inside = await readdir(join(chosen, name)).catch(() => [])
    if (inside.some(isRunName)) found.push(join(chosen, name))
  }
  if (found.length === 0) throw new AppError('not_a_backup', { path: chosen })
  return found
}

/** Where the runs of a library lie in a target folder, or are to lie. It keeps its folder when it is renamed. */
export const folderOfLibrary = async (target: string, { id, name }: { id: string; name: string }): Promise<{ folder: string; isThere: boolean }> => {
  const names = await readdir(target).catch((error: unknown) => { throw sourceFailure(target, error) })
  for (const each of names.filter((known) => known.endsWith(`-${shortId(id)}`)).sort()) {
    const folder = join(target, each)
    const latest = await latestRun(folder).catch(() => undefined)
    if (latest?.manifest.library.id === id) return { folder, isThere: true }
  }
  const own = libraryFolderName(name, id)
  // Another library with the same beginning of its id keeps its folder to itself.
  const other = names.includes(own) ? await latestRun(join(target, own)).catch(() => undefined) : undefined
  return { folder: join(target, other ? `${own}-${id.slice(9)}` : own), isThere: false }
}

/** Every file of a run by its path. Throws `backup_damaged`, `file_unreadable`. */
export const readFiles = async ({ folder, manifest }: Run): Promise<Map<string, BackedUpFile>> => {
  const files = new Map<string, BackedUpFile>()
  for await (const file of readList(join(folder, listName), manifest.list)) files.set(file.path, file)
  if (files.size !== manifest.files) throw damaged(join(folder, listName), `${files.size} instead of ${manifest.files} files`)
  return files
}

/** Where a part lies. Throws `backup_damaged` for a name that no part has. */
export const placeOfPart = ({ folder }: Pick<Run, 'folder'>, part: string): string => {
  const [run = '', file = '', ...rest] = part.split('/')
  if (!isRunName(run) || !/^part-\d+\.zip$/.test(file) || rest.length > 0) throw damaged(folder, part)
  return join(dirname(folder), run, file)
}

const DamageFile = z.looseObject({ paths: z.array(z.string()) })

/** Files that a verification found damaged, so that the next run copies them again. */
export const readKnownDamage = async ({ folder }: Run): Promise<Set<string>> => {
  const text = await readFile(join(folder, damageName), 'utf8').catch(() => undefined)
  if (text === undefined) return new Set()
  try { return new Set(DamageFile.parse(JSON.parse(text)).paths) } catch { return new Set() }
}

export const noteDamage = async ({ folder }: Run, paths: readonly string[], at: string): Promise<void> =>
  putInPlace(join(folder, damageName), `${JSON.stringify({ format: 1, at, paths }, undefined, 2)}\n`)
