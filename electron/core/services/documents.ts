/** Documents that leave the library: a record as a Word file, written in a worker. */
import { createHash } from 'node:crypto'
import type { ExportWarning } from '#shared/contract/documents'
import { AppError } from '#shared/contract/errors'
import type { MadeFile } from '#shared/contract/packages'
import { bodyAttachments } from '#shared/model/body/walk'
import { exchangeFormat } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { fileNameOf } from '#shared/text/fileName'
import type { DocumentPool } from '../documents/documentPool'
import { replaceFile, writeNew } from '../store/durableFile'
import { referencesOf } from '../store/references'
import type { Changes } from './changes'
import { checkPath, targetOf, type DownloadService } from './downloads'
import { restrictedIn } from './products'
import type { Session, SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface DocumentService {
  word: (id: string, to: string | null, allowRestricted: boolean) => Promise<{ file: MadeFile; warnings: ExportWarning[] }>
}

interface Parts { documents: DocumentPool; downloads: DownloadService; sessions: SessionHolder; settings: SettingsService; changes: Changes; now: () => number }

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

export const createDocumentService = ({ documents, downloads, sessions, settings, changes, now }: Parts): DocumentService => {
  const log = async (session: Session, { id, revision, content }: RecordFile, name: string, made: { sha256: string; size: number }): Promise<void> => {
    const { type, number, title } = content
    await session.write(async () => session.folder.exchanges.add({
      format: exchangeFormat, id: newId(), direction: 'sent', form: 'word', at: new Date(now()).toISOString(), by: settings.person(), name, title, ...made,
      packageId: null, library: null, records: [{ id, type, number, title, revisionId: revision.id, outcome: 'sent' }],
    }))
    changes.publish({ type: 'exchanges' })
  }

  return {
    word: async (id, to, allowRestricted) => {
      const reading = sessions.required()
      const record = await reading.folder.records.read(id)
      const { content } = record
      const restricted = await restrictedIn(reading, record)
      if (restricted.length > 0 && !allowRestricted) {
        throw new AppError('restricted_content', { records: restricted.map((each) => ({ id: each.id, number: each.content.number, title: each.content.title })) })
      }
      // What leaves restricted is logged, so it leaves only where the log can be written.
      const session = restricted.length > 0 ? sessions.writable() : reading
      await checkPath(to, session.folder.root)
      const { language, customFields = [] } = session.folder.library.current()
      const { bytes, warnings } = await documents.writeDocx({ record, language, pictures: await picturesOf(session, content), titles: titlesOf(session, content), customFields })
      const { path, name, download } = await targetOf(downloads, to, fileNameOf(`${content.number} ${content.title}`, 'record', 'docx'))
      const made = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength }
      await replaceFile(path, async (temporary) => {
        await writeNew(temporary, bytes)
        // Before it is in place: nothing restricted is there that is not logged.
        if (restricted.length > 0) await log(session, record, name, made)
      })
      return { file: { name, path: to, download, ...made }, warnings }
    },
  }
}
