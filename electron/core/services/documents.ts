/** Documents that leave the library: a record as a Word file, written in a worker. */
import type { ExportWarning } from '#shared/contract/documents'
import type { MadeFile } from '#shared/contract/packages'
import { bodyAttachments } from '#shared/model/body/walk'
import type { RecordContent } from '#shared/model/record'
import { fileNameOf } from '#shared/text/fileName'
import type { DocumentPool } from '../documents/documentPool'
import { referencesOf } from '../store/references'
import type { Leave } from './leaving'
import type { Session, SessionHolder } from './session'

export interface DocumentService {
  word: (id: string, to: string | null, allowRestricted: boolean) => Promise<{ file: MadeFile; warnings: ExportWarning[] }>
}

interface Parts { documents: DocumentPool; sessions: SessionHolder; leave: Leave }

/** The paths of the pictures that a body shows, by hash; those that are missing are left out. */
const picturesOf = async ({ folder }: Session, { body }: RecordContent): Promise<Map<string, string>> => {
  const pictures = new Map<string, string>()
  for (const sha256 of bodyAttachments(body)) {
    const path = await folder.attachments.find(sha256)
    if (path !== undefined) pictures.set(sha256, path)
  }
  return pictures
}

/** Number and title of the records that a content refers to, of those that are here. */
const titlesOf = ({ catalog }: Session, content: RecordContent): Map<string, { number: string; title: string }> =>
  new Map(referencesOf(content).flatMap(({ to }) => {
    const row = catalog.get(to)
    return row ? [[to, { number: row.number, title: row.title }]] : []
  }))

export const createDocumentService = ({ documents, sessions, leave }: Parts): DocumentService => ({
  word: async (id, to, allowRestricted) => {
    const record = await sessions.required().folder.records.read(id)
    const { content } = record
    let warnings: ExportWarning[] = []
    const file = await leave(record, { form: 'word', to, allowRestricted, suggestedName: fileNameOf(`${content.number} ${content.title}`, 'record', 'docx') }, async (session) => {
      const { language, customFields = [] } = session.folder.library.current()
      const written = await documents.writeDocx({ record, language, pictures: await picturesOf(session, content), titles: titlesOf(session, content), customFields })
      warnings = written.warnings
      return written.bytes
    })
    return { file, warnings }
  },
})
