/** The pictures of records as slides need them: where they lie, and how many pixels they have. */
import { open } from 'node:fs/promises'
import { bodyAttachments } from '#shared/model/body/walk'
import type { RecordContent } from '#shared/model/record'
import { pictureFacts } from '../../../documents/writers/docx/pictureSize'
import type { Session } from '../../session'

interface Size { width: number; height: number }
/** `size` is undefined where the file does not say it in a way that is known here. */
export interface FoundPicture { path: string; size: Size | undefined }
export type FoundPictures = ReadonlyMap<string, FoundPicture>

/** RFC 9649, the first chunk: extended, lossless or lossy. */
const webpSize = (bytes: Buffer): Size | undefined => {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X': return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    case 'VP8L': return { width: (bytes.readUInt16LE(21) & 0x3fff) + 1, height: ((bytes.readUInt32LE(21) >> 14) & 0x3fff) + 1 }
    case 'VP8 ': return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    default: return undefined
  }
}

const sizeIn = (bytes: Buffer): Size | undefined => pictureFacts(bytes) ?? webpSize(bytes)

/** Beyond what cameras write before the size. */
const headLength = 256 * 1024

const find = async (path: string): Promise<FoundPicture | undefined> => {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
      return { path, size: sizeIn(buffer.subarray(0, bytesRead)) ?? (bytesRead < headLength ? undefined : sizeIn(await file.readFile())) }
    } finally {
      await file.close()
    }
  } catch { return undefined }
}

/** Those that are there, by hash: what bodies show, and what else is named. */
export const findPictures = async ({ folder }: Session, contents: readonly Pick<RecordContent, 'body'>[], others: readonly string[]): Promise<Map<string, FoundPicture>> => {
  const found = new Map<string, FoundPicture>()
  for (const sha256 of new Set([...contents.flatMap(({ body }) => bodyAttachments(body)), ...others])) {
    const path = await folder.attachments.find(sha256)
    const picture = path === undefined ? undefined : await find(path)
    if (picture) found.set(sha256, picture)
  }
  return found
}
