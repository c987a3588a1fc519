/** How large the pictures of a document are: the pages are laid out before a browser has loaded any of them. */
import { open } from 'node:fs/promises'
import { bodyAttachments } from '#shared/model/body/walk'
import type { DocumentPlan } from '../../plan/plan'
import { pictureFacts } from '../docx/pictureSize'

/** `size` is undefined for what a browser may show and we can't measure. */
export interface ReadPicture { size: { width: number; height: number } | undefined }
export type ReadPictures = ReadonlyMap<string, ReadPicture>

/** A JPEG says its size behind what cameras write before it. */
const headBytes = 256 * 1024

const read = async (path: string): Promise<ReadPicture | undefined> => {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(headBytes), length: headBytes, position: 0 })
      const facts = pictureFacts(buffer.subarray(0, bytesRead))
      return { size: facts && { width: facts.width, height: facts.height } }
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}

/** Those that a plan shows; one that can't be read is as good as missing. */
export const readPictures = async ({ parts, pictures: paths }: Pick<DocumentPlan, 'parts' | 'pictures'>): Promise<ReadPictures> => {
  const pictures = new Map<string, ReadPicture>()
  for (const part of parts) {
    if (part.kind !== 'section') continue
    for (const sha256 of bodyAttachments({ version: 1, preamble: part.blocks, sections: [] })) {
      const path = pictures.has(sha256) ? undefined : paths.get(sha256)
      const picture = path === undefined ? undefined : await read(path)
      if (picture) pictures.set(sha256, picture)
    }
  }
  return pictures
}
