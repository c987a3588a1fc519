/** The commands on packages: making one, looking into one, taking one in. */
import { resolve } from 'node:path'
import type { MergeDecision, RecordStanding } from '#shared/contract/packageMerge'
import { longestPackageTitle, type OpenedPackage, type PackagePlan } from '#shared/contract/packages'
import type { PackageSafety } from '#shared/contract/packageSafety'
import type { ExchangeOutcome } from '#shared/model/exchange'
import type { Language } from '#shared/model/language'
import { findRecord, newFile, openLibrary, resultOf, type CommandContext } from './context'
import { passphraseIn, trustedNamed } from './keys'
import { keysTexts } from './keysTexts.data'
import { exitCodes, printJson, printLine, sizeText } from './output'
import { cliTexts, fill } from './texts.data'

export interface OpenOptions { passphraseFile?: string; accept?: boolean }

/** What becomes of records that were changed on both sides, and of those that were changed here. */
export interface TakeOptions extends OpenOptions { theirs?: boolean; keep?: boolean }

/** `since` is the id of a package that was sent, `largest` in megabytes. */
export interface PackOptions {
  out: string; title?: string; recipient?: string; purpose?: string; licence?: string; since?: string; largest?: string
  acceptMissing?: boolean; force?: boolean; sign?: boolean; passphraseFile?: string; to?: string[]
}

const cancelled = ({ json }: CommandContext, text: string): number => {
  if (json) printJson({ state: 'cancelled' })
  else printLine(text)
  return exitCodes.failed
}

/** What will be in the package, and why. */
const printPlan = ({ records, editions, attachments, missing, restricted, unchanged }: PackagePlan, language: Language): void => {
  const texts = cliTexts[language].pack
  const titles = new Map(records.map(({ row }) => [row.id, row.title]))
  for (const { row, reason } of records) {
    const of = reason.of === null ? '' : (titles.get(reason.of) ?? reason.of)
    printLine(`${row.number}　${row.title}　${fill(texts.reasons[reason.why], { of })}`)
  }
  printLine(fill(texts.parts, { editions, attachments: attachments.count, size: sizeText(attachments.bytes) }))
  if (unchanged.records + unchanged.attachments > 0) printLine(fill(texts.unchanged, unchanged))
  missing.forEach(({ name }) => { printLine(fill(texts.missing, { name })) })
  restricted.forEach(({ title }) => { printLine(fill(texts.restricted, { title })) })
}

const safetyOf = async (context: CommandContext, { sign = false, passphraseFile, to }: PackOptions): Promise<PackageSafety> => {
  if (passphraseFile !== undefined) return { sign, encrypt: { passphrase: await passphraseIn(passphraseFile) } }
  return { sign, encrypt: to ? { to: (await trustedNamed(context, to)).map(({ id }) => id) } : null }
}

export const pack = async (context: CommandContext, named: readonly string[], options: PackOptions): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].pack
  await openLibrary(context, true)
  const ids: string[] = []
  for (const each of named) ids.push(await findRecord(context, each))
  const to = await newFile(options.out, options.force ?? false)
  const choice = { ids, since: options.since ?? null, largest: options.largest === undefined ? null : Math.round(Number(options.largest) * 1024 * 1024) }
  const plan = await client.packages.plan(choice)
  if (!json) printPlan(plan, language)
  const first = plan.records[0]?.row.title ?? ''
  const offered = ids.length === 1 ? first : fill(texts.severalTitle, { title: first, count: ids.length })
  const title = options.title ?? offered.slice(0, longestPackageTitle).toWellFormed()
  const { jobId } = await client.packages.make({
    ...choice, title, purpose: options.purpose ?? '', licence: options.licence ?? '', recipient: options.recipient === undefined ? null : { unit: options.recipient, libraryId: null },
    to, acceptMissing: options.acceptMissing ?? false, safety: await safetyOf(context, options),
  })
  const file = await resultOf(context, jobId, client.packages.made)
  if (!file) return cancelled(context, texts.cancelled)
  if (json) printJson({ plan, file })
  else printLine(fill(texts.done, { path: to, size: sizeText(file.size), sha256: file.sha256 }))
  return exitCodes.done
}

/** Who signed it, and what to mind about that. */
const printSafety = ({ signature: { standing, fingerprint, trusted, warning }, encrypted, clockAhead }: OpenedPackage, language: Language): void => {
  const texts = keysTexts[language]
  printLine([fill(texts.standings[standing], { fingerprint, unit: trusted?.unit ?? '' }), ...encrypted ? [texts.encrypted] : []].join('　'))
  if (warning) printLine(texts.warnings[warning])
  if (clockAhead) printLine(texts.clockAhead)
}

const printOpened = (opened: OpenedPackage, language: Language): void => {
  const { manifest, records, counts } = opened
  const texts = cliTexts[language].open
  const { title, library, by, madeAt } = manifest
  const at = new Date(madeAt).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
  printLine(fill(texts.by, { title, library: library.name, by: [by.unit, by.name].filter((part) => part !== '').join(' '), at }))
  printSafety(opened, language)
  for (const record of records) {
    printLine(`${texts.standings[record.standing]}　${record.number}　${record.title}`)
    if (record.numberTakenBy) printLine(fill(texts.numberTaken, { title: record.numberTakenBy.title }))
  }
  manifest.missing.forEach(({ name }) => { printLine(fill(texts.missing, { name })) })
  printLine(fill(texts.counts, counts))
}

interface Looked { jobId: string; opened: OpenedPackage }

/** Verifies the package and compares it with the library; undefined if that was cancelled. */
const lookInto = async (context: CommandContext, file: string, { passphraseFile }: OpenOptions): Promise<Looked | undefined> => {
  const { core: { client }, json, language } = context
  const { jobId } = await client.packages.open({ path: resolve(file), ...passphraseFile !== undefined && { passphrase: await passphraseIn(passphraseFile) } })
  const opened = await resultOf(context, jobId, client.packages.opened)
  if (!opened) return undefined
  if (!json) printOpened(opened, language)
  return { jobId, opened }
}

export const look = async (context: CommandContext, file: string, options: OpenOptions): Promise<number> => {
  const texts = cliTexts[context.language].open
  await openLibrary(context, false)
  const looked = await lookInto(context, file, options)
  if (!looked) return cancelled(context, texts.cancelled)
  if (context.json) printJson(looked.opened)
  else printLine(texts.next)
  return exitCodes.done
}

const decisionOf = (standing: RecordStanding, { theirs = false, keep = false }: TakeOptions): MergeDecision | undefined => {
  if (keep && (standing === 'mergeable' || standing === 'conflict')) return { choice: 'keep' }
  return theirs && standing === 'conflict' ? { choice: 'take' } : undefined
}

/** Done in part where records stay as they are here. */
export const take = async (context: CommandContext, file: string, options: TakeOptions): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].open
  await openLibrary(context, true)
  const looked = await lookInto(context, file, options)
  if (!looked) return cancelled(context, texts.cancelled)
  const { records } = looked.opened
  const decisions = Object.fromEntries(records.flatMap(({ id, standing }) => {
    const decision = decisionOf(standing, options)
    return decision ? [[id, decision] as const] : []
  }))
  const seen = Object.fromEntries(records.map(({ id, mine }) => [id, mine?.id ?? null]))
  const { jobId } = await client.packages.take({ jobId: looked.jobId, decisions, seen, accept: options.accept ?? false })
  const taken = await resultOf(context, jobId, client.packages.taken)
  if (!taken) return cancelled(context, texts.cancelled)
  const count = (...outcomes: ExchangeOutcome[]): number => taken.records.filter(({ outcome }) => outcomes.includes(outcome)).length
  if (json) printJson({ opened: looked.opened, taken })
  else printLine(fill(texts.taken, { added: count('added'), updated: count('updated'), merged: count('merged'), same: count('same', 'older'), kept: count('kept') }))
  return count('kept') > 0 ? exitCodes.partly : exitCodes.done
}
