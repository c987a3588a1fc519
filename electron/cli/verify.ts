/** The command that verifies: a package, or every file of a library. What it finds is its answer, not its failure. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { toFailure } from '#shared/contract/errors'
import type { Problem } from '#shared/contract/library'
import type { Language } from '#shared/model/language'
import { findLibrary } from './cliCore'
import { endOfJob, resultOf, type CommandContext } from './context'
import { describe, exitCodes, printJson, printLine, sizeText } from './output'
import { cliTexts, fill } from './texts.data'

const Reason = z.looseObject({ reason: z.string() })

const cancelled = ({ language, json }: CommandContext): number => {
  if (json) printJson({ state: 'cancelled' })
  else printLine(cliTexts[language].verify.cancelled)
  return exitCodes.failed
}

/** The file, what is wrong with it, and the record that it is about. */
export const printProblem = ({ path, kind, records, failure }: Problem, language: Language): void => {
  printLine(path)
  printLine(`    ${cliTexts[language].verify.kinds[kind]}`)
  for (const { number, title } of records) printLine(`    ${[number, title].filter((part) => part !== '').join('　')}`)
  const { reason } = Reason.safeParse(failure.data).data ?? {}
  if (reason !== undefined) printLine(`    (${reason})`)
}

export const verifyLibrary = async (context: CommandContext): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].verify
  await client.library.open({ path: await findLibrary(context.core, context.library), write: false })
  const { jobId } = await client.library.verify()
  const report = await resultOf(context, jobId, client.library.verified)
  if (!report) return cancelled(context)
  const { problems, records, revisions, editions, attachments, unused } = report
  if (json) printJson(report)
  else {
    problems.forEach((problem) => { printProblem(problem, language) })
    printLine(fill(texts.library, { records, revisions, editions, attachments }))
    printLine(problems.length === 0 ? texts.sound : fill(texts.problems, { count: problems.length }))
    if (problems.some(({ recommended }) => recommended !== 'nothing')) printLine(texts.next)
    if (unused.count > 0) printLine(fill(texts.unused, { count: unused.count, size: sizeText(unused.bytes) }))
  }
  return problems.length === 0 ? exitCodes.done : exitCodes.partly
}

/** No library is needed. A file that is no package, or that this version can't read, can't be verified. */
export const verifyPackage = async (context: CommandContext, file: string): Promise<number> => {
  const { core: { client }, language, json } = context
  const path = resolve(file)
  const { jobId } = await client.packages.open({ path })
  try {
    const job = await endOfJob(context, jobId)
    if (job.state === 'cancelled') return cancelled(context)
    if (json) printJson({ path, parts: job.done, problems: [] })
    else printLine(fill(cliTexts[language].verify.package, { parts: job.done, path }))
    return exitCodes.done
  } catch (error) {
    const failure = toFailure(error)
    if (failure?.code !== 'package_damaged') throw error
    if (json) printJson({ path, problems: [{ path, failure }] })
    else printLine(describe(failure, language))
    return exitCodes.partly
  }
}
