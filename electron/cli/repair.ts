/** The command that repairs a library: verifies it, does what is recommended about each problem, and verifies it again. */
import type { Problem, RepairAction, RepairEntry, VerifyReport } from '#shared/contract/library'
import { findLibrary } from './cliCore'
import { endOfJob, resultOf, type CommandContext } from './context'
import { describe, exitCodes, printJson, printLine } from './output'
import { cliTexts, fill } from './texts.data'
import { printProblem } from './verify'

/** What to do with records that do not have their hash; without either they are left. */
export interface RepairOptions { acceptEdits?: boolean; restore?: boolean }

interface Verified { jobId: string; report: VerifyReport }

const verify = async (context: CommandContext): Promise<Verified | undefined> => {
  const { client } = context.core
  const { jobId } = await client.library.verify()
  const report = await resultOf(context, jobId, client.library.verified)
  return report && { jobId, report }
}

const chosenFor = ({ kind, actions, recommended }: Problem, { acceptEdits, restore }: RepairOptions): RepairAction => {
  const wanted: RepairAction = acceptEdits ? 'acceptEdit' : restore ? 'restoreRevision' : 'nothing'
  return kind === 'edited' && actions.includes(wanted) ? wanted : recommended
}

const printEntry = ({ path, action, outcome, failure, records }: RepairEntry, { language }: CommandContext): void => {
  const texts = cliTexts[language].repair
  printLine(`${path}\n    ${outcome === 'failed' ? texts.failed : texts.actions[outcome === 'done' ? action : 'nothing']}`)
  for (const { number, title } of records) printLine(`    ${[number, title].filter((part) => part !== '').join('　')}`)
  if (failure) printLine(describe(failure, language))
}

const cancelled = ({ language, json }: CommandContext, entries: readonly RepairEntry[]): number => {
  if (json) printJson({ state: 'cancelled', entries })
  else printLine(cliTexts[language].repair.cancelled)
  return exitCodes.failed
}

/** Repairs, again once what kept the library from being written is put right. Undefined where it was cancelled. */
const repairAll = async (context: CommandContext, path: string, options: RepairOptions, entries: RepairEntry[]): Promise<VerifyReport | undefined> => {
  const { client } = context.core
  const found = await verify(context)
  if (!found) return undefined
  const { jobId, report: { problems } } = found
  const job = await client.library.repair({ jobId, choices: problems.map((problem) => ({ path: problem.path, action: chosenFor(problem, options) })) })
  const { state } = await endOfJob(context, job.jobId)
  const report = await client.library.repaired(job)
  entries.push(...report.entries)
  if (state !== 'done') return undefined
  if (!report.reopen) return (await verify(context))?.report
  await client.library.open({ path, write: true })
  return repairAll(context, path, options, entries)
}

export const repairLibrary = async (context: CommandContext, options: RepairOptions): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].repair
  const path = await findLibrary(context.core, context.library)
  await client.library.open({ path, write: true })
  const entries: RepairEntry[] = []
  const after = await repairAll(context, path, options, entries)
  if (!after) return cancelled(context, entries)
  const { setAside } = await client.library.health()
  if (json) printJson({ entries, left: after.problems, setAside })
  else {
    entries.forEach((entry) => { printEntry(entry, context) })
    printLine(fill(texts.done, { count: entries.filter(({ outcome }) => outcome === 'done').length }))
    if (setAside.count > 0) printLine(fill(texts.aside, { path: setAside.path }))
    if (after.problems.length > 0) printLine(fill(texts.left, { count: after.problems.length }))
    after.problems.forEach((problem) => { printProblem(problem, language) })
  }
  return after.problems.length === 0 ? exitCodes.done : exitCodes.partly
}
