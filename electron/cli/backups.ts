/** The commands on backups: making one, verifying the latest, restoring one whole. */
import { basename, resolve } from 'node:path'
import type { BackupRun } from '#shared/contract/backups'
import { AppError } from '#shared/contract/errors'
import { openLibrary, resultOf, type CommandContext } from './context'
import { exitCodes, printJson, printLine, printWarning, sizeText } from './output'
import { cliTexts, fill } from './texts.data'

export interface BackupOptions { allowRestricted?: boolean; verify?: boolean }

const cancelled = ({ json, language }: CommandContext): number => {
  if (json) printJson({ state: 'cancelled' })
  else printLine(cliTexts[language].backup.cancelled)
  return exitCodes.failed
}

/** What another program has open is backed up too: reading is enough, but for what must be logged. Done in part where files could not be read. */
export const backup = async (context: CommandContext, folder: string | undefined, { allowRestricted = false }: BackupOptions): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].backup
  await openLibrary(context, true)
  const { jobId } = await client.backups.run({ folder: folder === undefined ? null : resolve(folder), allowRestricted })
  const run = await resultOf(context, jobId, client.backups.ran).catch((error: unknown) => {
    const isRestricted = error instanceof Error && 'code' in error && error.code === 'restricted_content'
    if (isRestricted) printWarning(texts.restricted)
    throw error
  })
  if (!run) return cancelled(context)
  if (json) printJson(run)
  else {
    for (const { path, reason } of run.leftOut) printWarning(fill(texts.leftOut, { path, reason }))
    printLine(fill(texts.done, { path: run.path, files: run.files, added: run.added.files, size: sizeText(run.added.bytes) }))
  }
  return run.leftOut.length > 0 ? exitCodes.partly : exitCodes.done
}

const latestIn = async ({ core: { client } }: CommandContext, folder: string | null, name?: string): Promise<BackupRun> => {
  const { runs, damaged } = await client.backups.list({ folder })
  const run = runs.find((each) => name === undefined || each.name === name)
  if (run) return run
  const [broken] = damaged.filter(({ path }) => name === undefined || basename(path) === name)
  if (broken) throw Object.assign(new Error(broken.failure.code), broken.failure)
  throw new AppError('not_a_backup', { path: [folder ?? '', name ?? ''].filter((part) => part !== '').join(' ') })
}

/** Every byte that the latest run needs. */
export const verifyBackup = async (context: CommandContext, folder: string | undefined): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].backup
  if (folder === undefined) await openLibrary(context, false)
  const run = await latestIn(context, folder === undefined ? null : resolve(folder))
  const { jobId } = await client.backups.verify({ run: run.path })
  const report = await resultOf(context, jobId, client.backups.verified)
  if (!report) return cancelled(context)
  if (json) printJson(report)
  else {
    for (const { path, part, reason } of report.problems) printLine(fill(texts.problem, { path, part, reason }))
    printLine(fill(report.problems.length === 0 ? texts.sound : texts.problems, { path: run.path, files: report.files, count: report.problems.length }))
  }
  return report.problems.length === 0 ? exitCodes.done : exitCodes.partly
}

export const restore = async (context: CommandContext, folder: string, target: string, name: string | undefined): Promise<number> => {
  const { core: { client }, language, json } = context
  const run = await latestIn(context, resolve(folder), name)
  const { jobId } = await client.backups.restoreAll({ run: run.path, to: resolve(target) })
  const restored = await resultOf(context, jobId, client.backups.restoredAll)
  if (!restored) return cancelled(context)
  if (json) printJson({ run, restored })
  else printLine(fill(cliTexts[language].restore.done, { name: run.library.name, run: run.name, path: restored.path, files: restored.files }))
  return exitCodes.done
}
