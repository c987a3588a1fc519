/** The commands on a library and its records: each does one thing through the contract, and prints it. */
import { basename, resolve } from 'node:path'
import type { ImportEntry } from '#shared/contract/imports'
import { bodyPieces } from '#shared/model/body/walk'
import type { Language } from '#shared/model/language'
import type { LibraryType } from '#shared/model/recordTypes'
import { failureText, inOneLine, warningText } from '#shared/text/messages/failureText'
import { endOfJob, findRecord, openLibrary, type CommandContext } from './context'
import { exitCodes, printJson, printLine } from './output'
import { cliTexts, fill } from './texts.data'

export interface InitOptions { name?: string; unit?: string; unitCode?: string }

export const init = async ({ core, language, json }: CommandContext, folder: string, { name, unit, unitCode }: InitOptions): Promise<number> => {
  const path = resolve(folder)
  const made = await core.client.library.create({ path, name: name ?? basename(path), unit: unit ?? '', unitCode, language })
  if (json) printJson({ id: made.library.id, name: made.library.name, path: made.path })
  else printLine(fill(cliTexts[language].init.done, { name: made.library.name, path: made.path }))
  return exitCodes.done
}

const printEntry = (entry: ImportEntry, language: Language): void => {
  const texts = cliTexts[language].import
  printLine(`${texts[entry.outcome]}　${entry.path}${entry.title === null ? '' : `　→ ${entry.title}`}`)
  if (entry.failure) {
    const { why, next } = failureText(entry.failure, language)
    printLine(`    ${inOneLine([why, next], language)}`)
  }
  entry.warnings.forEach((warning) => { printLine(`    ${warningText(warning, language)}`) })
}

export const importFiles = async (context: CommandContext, paths: readonly string[], type: LibraryType): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].import
  await openLibrary(context, true)
  const { jobId } = await client.imports.start({ paths: paths.map((path) => resolve(path)), type })
  const job = await endOfJob(context, jobId)
  const report = await wholeReport(context, jobId)
  if (json) printJson({ state: job.state, ...report })
  else {
    report.entries.forEach((entry) => { printEntry(entry, language) })
    if (job.state === 'cancelled') printLine(texts.cancelled)
    printLine(fill(texts.done, { imported: report.imported, skipped: report.skipped, failed: report.failed }))
  }
  return report.failed > 0 || job.state === 'cancelled' ? exitCodes.partly : exitCodes.done
}

const wholeReport = async ({ core: { client } }: CommandContext, jobId: string) => {
  const report = await client.imports.report({ jobId })
  while (report.entries.length < report.total) {
    report.entries.push(...(await client.imports.report({ jobId, offset: report.entries.length })).entries)
  }
  return report
}

export const show = async (context: CommandContext, named: string): Promise<number> => {
  await openLibrary(context, false)
  const record = await context.core.client.records.get({ id: await findRecord(context, named) })
  if (context.json) { printJson(record); return exitCodes.done }
  const { content } = record
  printLine(`${content.number}　${content.title}`)
  printLine([content.unit, content.team, content.authors.join('、'), content.date, content.tags.join('、')].filter((part) => part !== '').join('　'))
  for (const { text, blockId } of bodyPieces(content.body)) printLine(blockId === undefined ? `\n## ${text}` : text)
  return exitCodes.done
}
