/** The commands on packages: making one, looking into one, taking one in. */
import { resolve } from 'node:path'
import { longestPackageTitle, type OpenedPackage, type PackagePlan } from '#shared/contract/packages'
import type { Language } from '#shared/model/language'
import { findRecord, newFile, openLibrary, resultOf, type CommandContext } from './context'
import { exitCodes, printJson, printLine, sizeText } from './output'
import { cliTexts, fill } from './texts.data'

export interface PackOptions { out: string; title?: string; acceptMissing?: boolean; force?: boolean }

const cancelled = ({ json }: CommandContext, text: string): number => {
  if (json) printJson({ state: 'cancelled' })
  else printLine(text)
  return exitCodes.failed
}

/** What will be in the package, and why. */
const printPlan = ({ records, editions, attachments, missing, restricted }: PackagePlan, language: Language): void => {
  const texts = cliTexts[language].pack
  const titles = new Map(records.map(({ row }) => [row.id, row.title]))
  for (const { row, reason } of records) {
    const of = reason.of === null ? '' : (titles.get(reason.of) ?? reason.of)
    printLine(`${row.number}　${row.title}　${fill(texts.reasons[reason.why], { of })}`)
  }
  printLine(fill(texts.parts, { editions, attachments: attachments.count, size: sizeText(attachments.bytes) }))
  missing.forEach(({ name }) => { printLine(fill(texts.missing, { name })) })
  restricted.forEach(({ title }) => { printLine(fill(texts.restricted, { title })) })
}

export const pack = async (context: CommandContext, named: readonly string[], options: PackOptions): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].pack
  await openLibrary(context, true)
  const ids: string[] = []
  for (const each of named) ids.push(await findRecord(context, each))
  const to = await newFile(options.out, options.force ?? false)
  const plan = await client.packages.plan({ ids })
  if (!json) printPlan(plan, language)
  const first = plan.records[0]?.row.title ?? ''
  const offered = ids.length === 1 ? first : fill(texts.severalTitle, { title: first, count: ids.length })
  const title = options.title ?? offered.slice(0, longestPackageTitle).toWellFormed()
  const { jobId } = await client.packages.make({ ids, title, to, acceptMissing: options.acceptMissing ?? false })
  const file = await resultOf(context, jobId, client.packages.made)
  if (!file) return cancelled(context, texts.cancelled)
  if (json) printJson({ plan, file })
  else printLine(fill(texts.done, { path: to, size: sizeText(file.size), sha256: file.sha256 }))
  return exitCodes.done
}

const printOpened = ({ manifest, records, counts }: OpenedPackage, language: Language): void => {
  const texts = cliTexts[language].open
  const { title, library, by, madeAt } = manifest
  const at = new Date(madeAt).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
  printLine(fill(texts.by, { title, library: library.name, by: [by.unit, by.name].filter((part) => part !== '').join(' '), at }))
  for (const record of records) {
    printLine(`${texts.states[record.state]}　${record.number}　${record.title}`)
    if (record.numberTakenBy) printLine(fill(texts.numberTaken, { title: record.numberTakenBy.title }))
  }
  manifest.missing.forEach(({ name }) => { printLine(fill(texts.missing, { name })) })
  printLine(fill(texts.counts, counts))
}

interface Looked { jobId: string; opened: OpenedPackage }

/** Verifies the package and compares it with the library; undefined if that was cancelled. */
const lookInto = async (context: CommandContext, file: string): Promise<Looked | undefined> => {
  const { core: { client }, json, language } = context
  const { jobId } = await client.packages.open({ path: resolve(file) })
  const opened = await resultOf(context, jobId, client.packages.opened)
  if (!opened) return undefined
  if (!json) printOpened(opened, language)
  return { jobId, opened }
}

export const look = async (context: CommandContext, file: string): Promise<number> => {
  const texts = cliTexts[context.language].open
  await openLibrary(context, false)
  const looked = await lookInto(context, file)
  if (!looked) return cancelled(context, texts.cancelled)
  if (context.json) printJson(looked.opened)
  else printLine(texts.next)
  return exitCodes.done
}

/** Done in part where records differ: they are left as they are here. */
export const take = async (context: CommandContext, file: string): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].open
  await openLibrary(context, true)
  const looked = await lookInto(context, file)
  if (!looked) return cancelled(context, texts.cancelled)
  const { jobId } = await client.packages.take({ jobId: looked.jobId })
  const taken = await resultOf(context, jobId, client.packages.taken)
  if (!taken) return cancelled(context, texts.cancelled)
  const count = (outcome: string): number => taken.records.filter((record) => record.outcome === outcome).length
  if (json) printJson({ opened: looked.opened, taken })
  else printLine(fill(texts.taken, { added: count('added'), same: count('same'), kept: count('kept') }))
  return count('kept') > 0 ? exitCodes.partly : exitCodes.done
}
