/** The pictures that a Markdown file shows, in the place of their addresses in the body. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ImportWarning } from '#shared/contract/imports'
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { mapBlocks, mapInlines } from '#shared/model/body/mapBody'
import { isKnownInline } from '#shared/model/body/inlines'
import { bodyAttachments } from '#shared/model/body/walk'
import { newBlockId } from '#shared/model/ids'
import { pathOfAddress } from '../../writers/markdown/form'
import { pictureMediaType } from '../docx/pictures'
import type { ReadPicture } from '../readDocument'
import { readWhole } from '../wholeFile'

/** Finds the file of an address; undefined where there is none that may be read. */
export type FindFile = (path: string) => Promise<string | undefined>

export interface FoundPictures { body: Body; pictures: ReadPicture[]; warnings: ImportWarning[] }

/** A picture written into the text itself. */
const embedded = (address: string): Uint8Array | undefined => {
  const found = /^data:image\/[\w.+-]+;base64,([A-Za-z\d+/=\s]+)$/.exec(address)
  return found ? new Uint8Array(Buffer.from(found[1] ?? '', 'base64')) : undefined
}

/** All hashes of the body but those in `known`, which are addresses of ours, are addresses. */
export const withHashes = (body: Body, hashOf: (address: string) => string | undefined): Body => {
  const words = (address: string, alt: string): string => alt.trim() || basename(pathOfAddress(address.slice(0, 300)))
  const ofBlocks = mapBlocks(body, (block): Block => {
    if (!isKnownBlock(block) || block.type !== 'image') return block
    const attachment = hashOf(block.attachment)
    return attachment === undefined ? { type: 'paragraph', id: newBlockId(), inlines: [{ type: 'text', text: words(block.attachment, block.alt) }] } : { ...block, attachment }
  })
  return mapInlines(ofBlocks, (inline) => {
    if (!isKnownInline(inline) || inline.type !== 'image') return inline
    const attachment = hashOf(inline.attachment)
    return attachment === undefined ? { type: 'text', text: words(inline.attachment, inline.alt) } : { ...inline, attachment }
  })
}

export const findPictures = async (body: Body, find: FindFile): Promise<FoundPictures> => {
  const hashes = new Map<string, string>()
  const pictures = new Map<string, ReadPicture>()
  const count = { missing: 0, unsupported: 0 }
  for (const address of bodyAttachments(body)) {
    const file = address.startsWith('data:') ? undefined : await find(pathOfAddress(address))
    const bytes = file === undefined ? embedded(address) : await readWhole(file).catch(() => undefined)
    const mediaType = bytes && pictureMediaType(bytes)
    if (!bytes || bytes.length === 0) count.missing += 1
    else if (mediaType === undefined) count.unsupported += 1
    else {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      hashes.set(address, sha256)
      pictures.set(sha256, { sha256, bytes: new Uint8Array(bytes), mediaType, name: file === undefined ? 'picture' : basename(file) })
    }
  }
  return {
    body: withHashes(body, (address) => hashes.get(address)), pictures: [...pictures.values()],
    warnings: [
      ...count.missing > 0 ? [{ code: 'picture_missing' as const, count: count.missing, detail: '' }] : [],
      ...count.unsupported > 0 ? [{ code: 'picture_unsupported' as const, count: count.unsupported, detail: '' }] : [],
    ],
  }
}
