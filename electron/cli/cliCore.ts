/** The core as the command line uses it: called directly, on the library that the command names. */
import { createRouterClient } from '@orpc/server'
import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { createCore } from '#core/createCore'
import type { Log } from '#core/ports'
import type { CoreClient } from '#shared/contract/contract'
import { AppError } from '#shared/contract/errors'
import { createFileLog } from '../host/fileLog'
import { standardFolders } from '../host/standardFolders'

export interface CliCore {
  client: CoreClient
  close: () => Promise<void>
}

const openLog = (folder: string): Log => {
  try {
    return createFileLog(folder, 'cli')
  } catch (error) {
    throw new AppError('store_write_failed', { path: folder, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) }, { cause: error })
  }
}

export const openCliCore = async (version: string): Promise<CliCore> => {
  const folders = standardFolders()
  const core = await createCore({
    host: 'cli',
    version,
    paths: { ...folders, resources: join(import.meta.dirname, '../../resources'), offline: join(import.meta.dirname, '../offline') },
    now: Date.now,
    log: openLog(folders.config),
    workers: {
      documents: join(import.meta.dirname, 'documentsWorker.js'), catalog: join(import.meta.dirname, 'catalogWorker.js'),
      search: join(import.meta.dirname, 'searchWorker.js'), index: join(import.meta.dirname, 'indexWorker.js'),
    },
  })
  return { client: createRouterClient(core.router, { context: {} }), close: core.close }
}

/** The nearest folder at or above this one that is a library. */
const libraryAbove = async (folder: string): Promise<string | undefined> => {
  const found = await access(join(folder, 'library.json')).then(() => true, () => false)
  if (found) return folder
  return dirname(folder) === folder ? undefined : libraryAbove(dirname(folder))
}

/** The library that a command is about: the one named, else the one we stand in, else the one opened last. Throws `no_library_open`. */
export const findLibrary = async ({ client }: CliCore, named: string | undefined): Promise<string> => {
  if (named) return resolve(named)
  const path = await libraryAbove(process.cwd()) ?? (await client.app.settings()).recent[0]?.path
  if (!path) throw new AppError('no_library_open', {})
  return path
}
