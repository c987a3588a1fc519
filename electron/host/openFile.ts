/** Opens copies of attachments with the programs of this machine: what lies where the core puts those, and nothing that a system would run. */
import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { checkedOutFolder } from '#core/ports'
import { AppError } from '#shared/contract/errors'
import { isProgram } from '#shared/model/attachments'

/** Hands a file to the system; rejects where no program takes it. */
export type SystemOpener = (path: string) => Promise<void>

export type OpenFile = (path: string) => Promise<null>

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

const isBelow = (folder: string, path: string): boolean => {
  const below = relative(folder, path)
  return below !== '' && !below.startsWith('..') && !isAbsolute(below)
}

/** `config` is the folder of the settings. Throws `file_not_opened`. */
export const createOpenFile = (config: string, open: SystemOpener): OpenFile => async (path) => {
  const refused = (reason: string, cause?: unknown): AppError => new AppError('file_not_opened', { path, reason }, { cause })
  const real = async (each: string): Promise<string> => realpath(each).catch((error: unknown) => { throw refused(codeOf(error), error) })
  const file = await real(path)
  if (!isBelow(await real(join(config, checkedOutFolder)), file)) throw refused('not a copy of an attachment')
  if (isProgram(file)) throw refused('a program')
  await open(file).catch((error: unknown) => { throw refused('no program for it', error) })
  return null
}
