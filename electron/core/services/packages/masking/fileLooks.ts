/** Looks into one file that would leave: what is found in its text, what is noted in a picture, and what nobody can look into here. */
import { open, readFile } from 'node:fs/promises'
import type { MaskFile } from '#shared/contract/masking'
import { AppError } from '#shared/contract/errors'
import type { Hit } from '#shared/model/masking/sensitive'
import type { PackagedAttachment } from '#shared/model/package'
import { cleanPicture } from '../../../documents/pictures/clean'
import { textKindOf } from '../../../documents/readers/text/fileText'
import { unreadable } from '../../../packages/packageFile'
import type { Session } from '../../session'
import type { Finder } from './lookThrough'

/** `cleaned` are the bytes of a picture without what was noted in it. */
export interface FileLook { why: MaskFile['why'] | null; hits: { hit: Hit; text: string }[]; cleaned?: Uint8Array }

/** A picture that is larger is not read into memory: it leaves as it is, and is told as one that was not looked into. */
const mostPictureBytes = 128 * 1024 * 1024

const startOf = async (path: string): Promise<string> => {
  try {
    const handle = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

const isPicture = (start: string): boolean => /^(?:\xff\xd8\xff|\x89PNG\r\n|GIF8|RIFF.{4}WEBP)/s.test(start)

const lookIntoPicture = async (path: string, size: number): Promise<FileLook> => {
  if (size > mostPictureBytes) return { why: 'picture', hits: [] }
  const bytes = await readFile(path).catch((error: unknown) => { throw unreadable(path, error) })
  const cleaned = cleanPicture(bytes)
  return { why: 'picture', hits: [], ...cleaned && cleaned.removed.length > 0 && { cleaned: cleaned.bytes } }
}

const lookIntoText = async (session: Session, { sha256, name }: PackagedAttachment, path: string, find: Finder): Promise<FileLook> => {
  const read = await session.indexing.textOf(sha256, path, name)
  if (read.outcome === 'failed') return { why: 'unreadable', hits: [] }
  const { pieces, isCut } = read.text
  const hits = pieces.flatMap(({ text }) => find(text).map((hit) => ({ hit, text })))
  if (hits.length > 0) return { why: 'found', hits }
  if (isCut) return { why: 'unreadable', hits }
  return { why: pieces.length === 0 && textKindOf(name) !== 'plain' ? 'scan' : null, hits }
}

/** Throws `not_found` for a file that is no longer here, `file_unreadable`, and where the app ends. */
export const lookIntoFile = async (session: Session, attachment: PackagedAttachment, find: Finder): Promise<FileLook> => {
  const { sha256, name, size, mediaType } = attachment
  const path = await session.folder.attachments.find(sha256)
  if (path === undefined) throw new AppError('not_found', { kind: 'attachment', id: sha256 })
  if (textKindOf(name) !== undefined) return lookIntoText(session, attachment, path, find)
  if (isPicture(await startOf(path))) return lookIntoPicture(path, size)
  return { why: mediaType.startsWith('image/') ? 'picture' : 'notText', hits: [] }
}
