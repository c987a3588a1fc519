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
import { hitKey } from './decisions'
import type { Finder } from './lookThrough'
import { isDrawing, isPlainFile, readingsOf } from './plainFiles'

/** `cleaned` are the bytes of a picture without what was noted in it. */
export interface FileLook { why: MaskFile['why'] | null; hits: { hit: Hit; text: string }[]; cleaned?: Uint8Array }

/** A picture that is larger is not read into memory: nothing noted in it is taken out. */
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

/** Pictures of these kinds are not taken apart here. A bitmap (BMP) has no place for notes. */
const otherPicture = /\.(?:heic|heif|avif|tiff?|dng|jp2|jxl)$/i

const isPicture = (start: string): boolean => /^(?:\xff\xd8\xff|\x89PNG\r\n|GIF8|RIFF.{4}WEBP)/s.test(start)

const lookIntoPicture = async (path: string, size: number): Promise<FileLook> => {
  if (size > mostPictureBytes) return { why: 'uncleaned', hits: [] }
  const bytes = await readFile(path).catch((error: unknown) => { throw unreadable(path, error) })
  const cleaned = cleanPicture(bytes)
  if (!cleaned) return { why: 'uncleaned', hits: [] }
  return { why: 'picture', hits: [], ...cleaned.removed.length > 0 && { cleaned: cleaned.bytes } }
}

/** What the readings of a text show that was not found before. */
const hitsIn = (readings: readonly string[], find: Finder, before: FileLook['hits'] = []): FileLook['hits'] => {
  const known = new Set(before.map(({ hit: { kind, text } }) => hitKey(kind, text)))
  return readings.flatMap((text) => {
    const hits = find(text).filter(({ kind, text: own }) => !known.has(hitKey(kind, own)))
    for (const hit of hits) known.add(hitKey(hit.kind, hit.text))
    return hits.map((hit) => ({ hit, text }))
  })
}

const lookIntoDocument = async (session: Session, { sha256, name }: PackagedAttachment, path: string, find: Finder): Promise<FileLook> => {
  const read = await session.indexing.textOf(sha256, path, name)
  if (read.outcome === 'failed') return { why: 'unreadable', hits: [] }
  const { pieces, isCut, aside } = read.text
  const inText = pieces.flatMap(({ text }) => find(text).map((hit) => ({ hit, text })))
  const hits = [...inText, ...hitsIn(aside ?? [], find, inText)]
  if (hits.length > 0) return { why: 'found', hits }
  return { why: isCut || aside === null ? 'unreadable' : pieces.length === 0 ? 'scan' : null, hits }
}

/** A text in an encoding that is not known, or too long to be read to its end, is as good as none. */
const lookIntoPlain = async (session: Session, { sha256, name }: PackagedAttachment, path: string, find: Finder): Promise<FileLook> => {
  const read = await session.indexing.textOf(sha256, path, `${sha256}.txt`)
  if (read.outcome === 'failed') return { why: 'notText', hits: [] }
  const hits = read.text.pieces.flatMap(({ text }) => hitsIn(readingsOf(name, text), find))
  if (hits.length > 0) return { why: 'found', hits }
  return { why: read.text.isCut ? 'notText' : isDrawing(name) ? 'picture' : null, hits }
}

/** Throws `not_found` for a file that is no longer here, `file_unreadable`, and where the app ends. */
export const lookIntoFile = async (session: Session, attachment: PackagedAttachment, find: Finder): Promise<FileLook> => {
  const { sha256, name, size, mediaType } = attachment
  const path = await session.folder.attachments.find(sha256)
  if (path === undefined) throw new AppError('not_found', { kind: 'attachment', id: sha256 })
  const kind = textKindOf(name)
  if (kind === 'plain' || isPlainFile(name)) return lookIntoPlain(session, attachment, path, find)
  if (kind !== undefined) return lookIntoDocument(session, attachment, path, find)
  const start = await startOf(path)
  if (isPicture(start)) return lookIntoPicture(path, size)
  if (mediaType === 'image/bmp' && start.startsWith('BM')) return { why: 'picture', hits: [] }
  return { why: mediaType.startsWith('image/') || otherPicture.test(name) ? 'uncleaned' : 'notText', hits: [] }
}
