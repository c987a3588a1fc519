/** Attachments: taking files in, what becomes of them in a record, what they say. Their bytes leave through the host, at `/attachments/<hash>`. */
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { mostTextShown, type AttachmentChange, type AttachmentText } from '#shared/contract/attachments'
import { AppError } from '#shared/contract/errors'
import { attachmentUses, changeAttachment, isPlainText } from '#shared/model/attachments'
import type { AttachmentRef, RecordContent, RecordFile } from '#shared/model/record'
import type { DocumentPool } from '../documents/documentPool'
import { ReadFailure } from '../documents/readers/readDocument'
import { textKindOf, type FileText } from '../documents/readers/text/fileText'
import type { Changes } from './changes'
import { mediaTypeOf } from './mediaTypes'
import type { SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface AttachmentService {
  add: (path: string, name: string | undefined) => Promise<AttachmentRef>
  find: (sha256: string) => Promise<string | undefined>
  /**
   * Changes one attachment of a record as a sealed revision of its own. Throws `not_found`, `conflict`, and `invalid` where what is no picture
   * would take the place of one that the text shows.
   */
  change: (id: string, base: string, sha256: string, change: AttachmentChange) => Promise<RecordFile>
  /** Adds one that is here to a record, in the same way. */
  append: (id: string, base: string, file: AttachmentRef) => Promise<RecordFile>
  /** Throws `not_found`. */
  text: (sha256: string, name: string) => Promise<AttachmentText>
}

interface Parts { sessions: SessionHolder; settings: SettingsService; changes: Changes; documents: Pick<DocumentPool, 'readText'> }

const notFound = (sha256: string): AppError => new AppError('not_found', { kind: 'attachment', id: sha256 })

/** The pieces up to the limit; of the last one its beginning. */
const shown = ({ pieces, isCut }: FileText): Extract<AttachmentText, { outcome: 'read' }> => {
  let room = mostTextShown
  const kept = []
  for (const { text, page = null, heading = null } of pieces) {
    if (room <= 0) return { outcome: 'read', pieces: kept, isCut: true }
    kept.push({ text: text.slice(0, room).toWellFormed(), page, heading })
    room -= text.length
  }
  return { outcome: 'read', pieces: kept, isCut: isCut || room < 0 }
}

export const createAttachmentService = ({ sessions, settings, changes, documents }: Parts): AttachmentService => {
  const find: AttachmentService['find'] = async (sha256) => sessions.current()?.folder.attachments.find(sha256)

  /** One that is named in a record has to be here, whole as far as its size says. */
  const expectHere = async ({ sha256, size }: AttachmentRef): Promise<void> => {
    if (await sessions.required().folder.attachments.sizeOf(sha256) !== size) throw notFound(sha256)
  }

  const revise = async (id: string, base: string, edit: (content: RecordContent) => RecordContent): Promise<RecordFile> => {
    const session = sessions.writable()
    const head = await session.folder.records.read(id)
    // A revision that says the same would be none.
    if (head.revision.id === base && isDeepStrictEqual(edit(head.content), head.content)) return head
    const record = await session.take(async () => session.folder.records.release(id, base, edit, settings.person(), () => []))
    changes.publish({ type: 'records', ids: [id] })
    return record
  }

  return {
    find,
    add: async (path, name = basename(path)) => {
      const session = sessions.writable()
      const { sha256, size } = await session.write(async () => session.folder.attachments.addFile(path))
      return { sha256, size, name, mediaType: mediaTypeOf(name) }
    },
    change: async (id, base, sha256, change) => {
      const { content } = await sessions.writable().folder.records.read(id)
      if (!content.attachments.some((file) => file.sha256 === sha256)) throw notFound(sha256)
      if (change.kind === 'replace') {
        await expectHere(change.by)
        if (!change.by.mediaType.startsWith('image/') && attachmentUses(content, sha256).pictures > 0) {
          throw new AppError('invalid', { issues: [{ path: change.by.name, message: 'not a picture' }] })
        }
      }
      return revise(id, base, (current) => changeAttachment(current, sha256, change))
    },
    append: async (id, base, file) => {
      await expectHere(file)
      return revise(id, base, (content) => (content.attachments.some(({ sha256 }) => sha256 === file.sha256) ? content : { ...content, attachments: [...content.attachments, file] }))
    },
    text: async (sha256, name) => {
      const path = await sessions.required().folder.attachments.find(sha256)
      if (path === undefined) throw notFound(sha256)
      const readAs = isPlainText(name) ? 'plain.txt' : name
      if (textKindOf(readAs) === undefined) return { outcome: 'noReader' }
      try {
        return shown(await documents.readText(path, readAs))
      } catch (error) {
        if (error instanceof ReadFailure) return { outcome: 'failed', failure: error.failure }
        throw error
      }
    },
  }
}
