/** Records as Markdown for those who want out, with their attachments: a file each, which comes back by importing it. */
import type { DocumentRequest, ExportWarning } from '#shared/contract/documents'
import { emptyBody } from '#shared/model/body/body'
import type { Language } from '#shared/model/language'
import type { RevisionFile } from '#shared/model/record'
import { RecordType } from '#shared/model/recordTypes'
import { indexFile } from '../../../documents/writers/markdown/form'
import { indexPage } from '../../../documents/writers/markdown/indexPage'
import { writeMarkdown } from '../../../documents/writers/markdown/writeMarkdown'
import { writeZip, type TreeFile } from '../../../documents/writers/markdown/zip'
import { toRevisionFile } from '../../../store/recordReader'
import type { WriteFolder, WriteTo } from '../../leaving'
import { restrictedIn } from '../../products'
import type { Select } from '../../selection'
import type { Session } from '../../session'
import type { Gathered, OnRead } from '../gathered'
import { createWarnings, readOr } from '../plans/gathering'
import { createLayout, type Layout } from './layout'
import { folderWords } from './words.data'
import { writeFolder } from './writeFolder'

/** `writeZip` writes the same as one file. */
export interface PlannedMarkdown extends Gathered { writeFolder: WriteFolder; writeZip: WriteTo }

type MarkdownRequest = Extract<DocumentRequest, { form: 'markdown' }>

/** What is not restricted leaves without being looked at again: its text need not be kept until then. */
const forLeaving = async (session: Session, record: RevisionFile): Promise<RevisionFile> =>
  ((await restrictedIn(session, record)).length > 0 ? record : { ...record, content: { ...record.content, body: emptyBody() } })

const indexOf = (name: string, { records }: Layout, language: Language): string => {
  const { folders, count, about } = folderWords[language]
  return indexPage({
    name, about: [count.replace('{count}', String(records.length)), ...about],
    groups: RecordType.options.flatMap((type) => {
      const files = records.filter((record) => record.type === type).map(({ path, number, title }) => ({ path, title: `${number} ${title}`.trim() }))
      return files.length === 0 ? [] : [{ title: folders[type], files }]
    }),
  })
}

const attachmentWarnings = (missing: ReadonlySet<string>): ExportWarning[] =>
  (missing.size > 0 ? [{ code: 'attachment_missing', count: missing.size, detail: [...missing].slice(0, 3).map((sha256) => sha256.slice(0, 12)).join(', ') }] : [])

/** Called by the first of them and how many there are, a single one by its number and title. */
const nameOf = ({ records }: Layout, library: string, language: Language): string => {
  const [first] = records
  return records.length === 1 && first ? `${first.number} ${first.title}` : folderWords[language].many.replace('{title}', first?.title ?? library).replace('{count}', String(records.length))
}

export const planMarkdown = async (session: Session, select: Select, { selection, title: asked = '' }: MarkdownRequest, onRead: OnRead): Promise<PlannedMarkdown> => {
  const { folder } = session
  const { language, name } = folder.library.current()
  const ids = await select(session, selection)
  const layout = createLayout(session, language)
  const records: RevisionFile[] = []
  const warnings = createWarnings()
  for (const [index, id] of ids.entries()) {
    const found = await readOr(session, id, warnings)
    if (!found) continue
    const record = toRevisionFile(found)
    onRead(index, ids.length, record.content.title)
    await layout.add(record)
    records.push(await forLeaving(session, record))
  }
  const title = asked.trim() || nameOf(layout, name, language)

  const files: TreeFile[] = [
    { path: indexFile, text: () => Promise.resolve(indexOf(name, layout, language)) },
    ...layout.records.map(({ id, revisionId, path }): TreeFile => ({ path, text: async () => writeMarkdown(await folder.records.readRevision(id, revisionId), layout.beside(path)) })),
    ...[...layout.attachments].map(([path, file]): TreeFile => ({ path, file })),
  ]
  /** The second half of the way: throws where it was cancelled. */
  const counting = (): ((path: string) => void) => {
    let done = 0
    return (path) => { onRead(ids.length + Math.floor(ids.length * (done += 1) / files.length), ids.length, path) }
  }
  return {
    title, suggestedName: title, records, warnings: [...attachmentWarnings(layout.missing), ...warnings.all()],
    writeFolder: async (to, beforePlacing) => writeFolder(to, files, counting(), beforePlacing),
    writeZip: async (to) => writeZip(to, files, counting()),
  }
}
