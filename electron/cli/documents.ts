/** The command that writes records as documents: Word, slides, one web page, an Excel list, a folder of Markdown. */
import { resolve } from 'node:path'
import type { DocumentRequest, DocumentSource } from '#shared/contract/documents'
import type { RecordFile } from '#shared/model/record'
import { RecordType } from '#shared/model/recordTypes'
import { fileNameOf, folderNameOf } from '#shared/text/fileName'
import { exportWarningText } from '#shared/text/messages/failureText'
import { findRecord, newFile, openLibrary, resultOf, type CommandContext } from './context'
import { editionParts, extensions, isFile, meetingParts, outProblem, partProblem, sameTypeProblem, type Asked } from './exportChecks'
import { exitCodes, printJson, printLine, printWarning } from './output'
import { cliTexts, fill } from './texts.data'

export interface ExportOptions extends Asked { preset?: string; draft?: boolean; force?: boolean; allowRestricted?: boolean }

/** Columns that every list has; those that nothing fills stay empty. */
const columns = ['number', 'title', 'stage', 'unit', 'team', 'field', 'tags', 'date', 'authors', 'confidentiality', 'attachments', 'updatedAt']

/** The ids of all records of a library, by their types. */
const allIds = async ({ core: { client } }: CommandContext): Promise<string[]> => {
  const ids: string[] = []
  for (const type of RecordType.options) {
    const list = async (offset: number): Promise<void> => {
      const { total, rows } = await client.records.list({ filter: { type }, sort: { by: 'number', descending: false }, offset, limit: 500 })
      ids.push(...rows.map(({ id }) => id))
      if (rows.length > 0 && offset + rows.length < total) await list(offset + rows.length)
    }
    await list(0)
  }
  return ids
}

/** The edition in force; null where there is none, or what is written now is asked for. */
const sealOf = async ({ core: { client } }: CommandContext, id: string, { draft = false }: ExportOptions): Promise<string | null> =>
  (draft ? null : (await client.products.editions({ id })).find(({ status, intact }) => status === 'current' && intact)?.seal ?? null)

/** A part is one of an edition or of a meeting; slides and a page of a meeting are of all of it. */
const sourceOf = async (context: CommandContext, records: readonly RecordFile[], title: string, options: ExportOptions): Promise<DocumentSource> => {
  const { form, part } = options
  const [first] = records
  if (first && records.length === 1) {
    const { id, content: { type } } = first
    const [ofEdition, ofMeeting] = [editionParts.find((each) => each === part), meetingParts.find((each) => each === part)]
    if (ofEdition) return { kind: 'edition', id, seal: await sealOf(context, id, options), part: ofEdition }
    if (ofMeeting || (type === 'meeting' && form !== 'word')) return { kind: 'meeting', id, part: ofMeeting ?? 'handbook' }
    return { kind: 'record', id }
  }
  return { kind: 'records', selection: { ids: records.map(({ id }) => id) }, title }
}

const presetOf = async ({ core: { client } }: CommandContext, named: string | undefined): Promise<string | null> =>
  (named === undefined ? null : (await client.documents.presets()).find(({ id, name }) => id === named || name === named)?.id ?? named)

const requestOf = async (context: CommandContext, records: readonly RecordFile[], title: string, options: ExportOptions): Promise<DocumentRequest> => {
  const ids = records.map(({ id }) => id)
  switch (options.form) {
    case 'word': return { form: 'word', source: await sourceOf(context, records, title, options), look: { presetId: await presetOf(context, options.preset) } }
    case 'slides':
    case 'web': return { form: options.form, source: await sourceOf(context, records, title, options) }
    case 'excel': return { form: 'excel', type: records[0]?.content.type ?? 'case', selection: { ids }, columns, sort: { by: 'number', descending: false }, title: '' }
    case 'markdown': return { form: 'markdown', selection: { ids: ids.length > 0 ? ids : await allIds(context) } }
  }
}

const targetOf = async (name: string, fallback: string, { form, out, force = false }: ExportOptions): Promise<string> =>
  (form === 'markdown' ? resolve(out ?? folderNameOf(name, fallback)) : newFile(out ?? fileNameOf(name, fallback, extensions[form]), force))

const refused = (why: string): number => {
  printWarning(why)
  return exitCodes.failed
}

/**
 * Without `out`, it is called by the record's number and title, in the current folder. Markdown without records is the whole library. A last name that is a
 * file's, behind the records, is `out`.
 */
export const exportRecords = async (context: CommandContext, words: readonly string[], given: ExportOptions): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language]
  const last = words.at(-1)
  const hasFile = given.out === undefined && words.length > 1 && last !== undefined && isFile(last)
  const options = hasFile ? { ...given, out: last } : given
  const named = hasFile ? words.slice(0, -1) : words
  const { form, allowRestricted = false } = options
  const problem = named.length === 0 && form !== 'markdown' ? texts.export.noRecords : outProblem(options, language)
  if (problem !== undefined) return refused(problem)
  // That a restricted record left is written into the library.
  await openLibrary(context, allowRestricted)
  const records: RecordFile[] = []
  for (const each of named) records.push(await client.records.get({ id: await findRecord(context, each) }))
  const misfit = partProblem(options, records, language) ?? sameTypeProblem(options, records, language)
  if (misfit !== undefined) return refused(misfit)
  const [first] = records
  const content = first?.content ?? { number: 'Markdown', title: (await client.library.current())?.library.name ?? '' }
  const title = records.length > 1 ? fill(texts.pack.severalTitle, { title: content.title, count: records.length }) : content.title
  const request = await requestOf(context, records, title, options)
  const to = await targetOf(records.length > 1 ? title : `${content.number} ${content.title}`, content.number, options)
  const { jobId } = await client.documents.make({ request, to, allowRestricted })
  const made = await resultOf(context, jobId, client.documents.made)
  if (!made) return exitCodes.failed
  if (json) printJson(made)
  else {
    made.warnings.forEach((warning) => { printWarning(exportWarningText(warning, language)) })
    printLine(fill(texts.export.done, { path: to }))
  }
  return exitCodes.done
}
