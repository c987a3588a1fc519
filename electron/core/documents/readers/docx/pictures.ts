/** The pictures of a document: which of them a browser shows, with their bytes, and what became of the rest. */
import { createHash } from 'node:crypto'
import type { ReadPicture } from '../readDocument'
import type { DrawnPicture } from './drawings'
import type { OfficePackage } from './officePackage'
import type { Relationships } from './relationships'

export type PlacedPicture = DrawnPicture & ({ state: 'shown'; sha256: string } | { state: 'missing' | 'unsupported' })

const startsWith = (bytes: Uint8Array, ...codes: number[]): boolean => codes.every((code, index) => bytes[index] === code)

/** By the bytes: names and declared types are often wrong. Undefined for what browsers don't show (EMF, WMF, TIFF). */
export const pictureMediaType = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(bytes, 0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  if (startsWith(bytes, 0x42, 0x4d)) return 'image/bmp'
  if (startsWith(bytes, 0x52, 0x49, 0x46, 0x46) && startsWith(bytes.subarray(8), 0x57, 0x45, 0x42, 0x50)) return 'image/webp'
  const head = new TextDecoder().decode(bytes.subarray(0, 1024))
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(head) ? 'image/svg+xml' : undefined
}

export interface Pictures {
  /** In the order of `drawn`. */
  placed: PlacedPicture[]
  bySha256: ReadonlyMap<string, ReadPicture>
}

const fileName = (part: string): string => part.slice(part.lastIndexOf('/') + 1)

export const readPictures = async (source: OfficePackage, relationships: Relationships, drawn: readonly DrawnPicture[]): Promise<Pictures> => {
  const bySha256 = new Map<string, ReadPicture>()
  const byPart = new Map<string, { state: 'shown'; sha256: string } | { state: 'missing' | 'unsupported' }>()

  const readPart = async (part: string): Promise<{ state: 'shown'; sha256: string } | { state: 'missing' | 'unsupported' }> => {
    const bytes = await source.bytes(part)
    if (!bytes || bytes.length === 0) return { state: 'missing' }
    const mediaType = pictureMediaType(bytes)
    if (mediaType === undefined) return { state: 'unsupported' }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (!bySha256.has(sha256)) bySha256.set(sha256, { sha256, bytes, mediaType, name: fileName(part) })
    return { state: 'shown', sha256 }
  }

  const placed: PlacedPicture[] = []
  for (const picture of drawn) {
    const relationship = relationships.get(picture.relationId)
    const part = relationship && !relationship.external ? relationship.target : undefined
    const known = part === undefined ? { state: 'missing' as const } : byPart.get(part) ?? await readPart(part)
    if (part !== undefined) byPart.set(part, known)
    placed.push({ ...picture, ...known })
  }
  return { placed, bySha256 }
}
