/** Where everything lies in a folder of Markdown: a file a record in the folder of its type, each attachment once beside them. */
import { open } from 'node:fs/promises'
import { posix } from 'node:path'
import type { Language } from '#shared/model/language'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import { contentAttachments } from '#shared/model/body/walk'
import { pictureMediaType } from '../../../documents/readers/docx/pictures'
import type { Beside } from '../../../documents/writers/markdown/context'
import { attachmentsFolder } from '../../../documents/writers/markdown/form'
import type { Session } from '../../session'
import { createPaths } from './fileNames'
import { folderWords } from './words.data'

export interface PlacedRecord { id: string; revisionId: string; type: RecordType; path: string; number: string; title: string }

export interface Layout {
  add: (record: RevisionFile) => Promise<void>
  records: PlacedRecord[]
  /** The files of attachments, by the paths at which they are to lie. */
  attachments: Map<string, string>
  /** Attachments that the library does not have. */
  missing: Set<string>
  /** What lies beside a record's file. */
  beside: (path: string) => Beside
}

const extensions: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/bmp': 'bmp', 'image/webp': 'webp', 'image/svg+xml': 'svg' }

/** What a picture of the text that is no attachment is called. */
const pictureName = async (sha256: string, file: string): Promise<string> => {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    return `${sha256.slice(0, 12)}.${extensions[pictureMediaType(buffer.subarray(0, bytesRead)) ?? ''] ?? 'bin'}`
  } finally {
    await handle.close()
  }
}

export const createLayout = ({ folder }: Session, language: Language): Layout => {
  const takePath = createPaths()
  const records: PlacedRecord[] = []
  const recordPaths = new Map<string, string>()
  const attachmentPaths = new Map<string, string>()
  const attachments = new Map<string, string>()
  const missing = new Set<string>()

  const addAttachment = async ({ attachments: own }: RecordContent, sha256: string): Promise<void> => {
    if (attachmentPaths.has(sha256) || missing.has(sha256)) return
    const file = await folder.attachments.find(sha256)
    if (file === undefined) { missing.add(sha256); return }
    const name = own.find((each) => each.sha256 === sha256)?.name ?? await pictureName(sha256, file)
    const path = takePath(attachmentsFolder, name, sha256.slice(0, 12))
    attachmentPaths.set(sha256, path)
    attachments.set(path, file)
  }

  return {
    records, attachments, missing,
    add: async ({ id, revision, content }) => {
      const { type, number, title } = content
      const path = takePath(folderWords[language].folders[type], `${number} ${title}.md`, number || id)
      records.push({ id, revisionId: revision.id, type, path, number, title })
      recordPaths.set(id, path)
      for (const sha256 of contentAttachments(content)) await addAttachment(content, sha256)
    },
    beside: (path) => {
      const from = (to: string | undefined): string | undefined => (to === undefined ? undefined : posix.relative(posix.dirname(path), to))
      return { attachment: (sha256) => from(attachmentPaths.get(sha256)), record: (id) => from(recordPaths.get(id)) }
    },
  }
}
