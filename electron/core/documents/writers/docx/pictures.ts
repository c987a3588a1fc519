/**
 * The pictures of a document: what each is, and the size at which it is shown. Their bytes are not held: in the file that the library builds
 * stands the hash of each, which `storePictures` changes for its bytes, once for each picture.
 */
import { readFile } from 'node:fs/promises'
import { ImageRun } from 'docx'
import type { Block } from '#shared/model/body/blocks'
import { bodyAttachments } from '#shared/model/body/walk'
import type { DocumentPart, DocumentPlan } from '../../plan/plan'
import { pictureFacts, type PictureFacts } from './pictureSize'
import { legalLine } from './runs'
import type { Warnings } from './warnings'

export type LoadedPicture = { state: 'ready'; sha256: string; path: string; facts: PictureFacts } | { state: 'missing' | 'unsupported' }
export type LoadedPictures = ReadonlyMap<string, LoadedPicture>

const load = async (sha256: string, path: string | undefined): Promise<LoadedPicture> => {
  if (path === undefined) return { state: 'missing' }
  let bytes: Uint8Array
  try { bytes = await readFile(path) } catch { return { state: 'missing' } }
  const facts = pictureFacts(bytes)
  return facts ? { state: 'ready', sha256, path, facts } : { state: 'unsupported' }
}

const blocksOf = (part: DocumentPart): Block[] => {
  switch (part.kind) {
    case 'section': return part.blocks
    case 'blank': return [part.table]
    case 'head': return part.form ? [part.form] : []
    default: return []
  }
}

/** The pictures that a plan shows, each once. A file that can't be read is as good as missing. */
export const loadPictures = async ({ parts, pictures: paths }: Pick<DocumentPlan, 'parts' | 'pictures'>): Promise<LoadedPictures> => {
  const pictures = new Map<string, LoadedPicture>()
  for (const part of parts) {
    for (const sha256 of bodyAttachments({ version: 1, preamble: blocksOf(part), sections: [] })) if (!pictures.has(sha256)) pictures.set(sha256, await load(sha256, paths.get(sha256)))
  }
  return pictures
}

interface Size { width: number; height: number }

/** CSS pixels: as said, else the picture's own size, and never larger than there is room. */
export const shownSize = (said: { width?: number | undefined; height?: number | undefined }, own: Size, room: Size): Size => {
  const width = said.width ?? (said.height === undefined ? own.width : said.height * own.width / own.height)
  const height = said.height ?? width * own.height / own.width
  const scale = Math.min(1, room.width / width, room.height / height)
  return { width: Math.max(width * scale, 1), height: Math.max(height * scale, 1) }
}

/** Pixels of a side from which on a reader would miss what the page can not show. */
const hugeSide = 5000

/** `name` is what Word lists the picture under. */
export const pictureRun = ({ sha256, facts }: LoadedPicture & { state: 'ready' }, size: Size, name: string, alt: string, warnings: Warnings): ImageRun => {
  const description = legalLine(alt)
  if (Math.max(facts.width, facts.height) >= hugeSide && size.width < facts.width) warnings.add('picture_reduced', description === '' ? `${facts.width} × ${facts.height}` : description)
  return new ImageRun({ type: facts.type, data: Buffer.from(sha256, 'latin1'), transformation: size, altText: { name, title: '', description } })
}
