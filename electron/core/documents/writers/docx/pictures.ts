/** The pictures of a body: their bytes, and the size at which each is shown. */
import { readFile } from 'node:fs/promises'
import { ImageRun } from 'docx'
import type { Body } from '#shared/model/body/body'
import { bodyAttachments } from '#shared/model/body/walk'
import { textBlock, twipsPerPixel } from './page'
import { pictureFacts, type PictureFacts } from './pictureSize'
import { legalLine } from './runs'

export type LoadedPicture = { state: 'ready'; bytes: Uint8Array; facts: PictureFacts } | { state: 'missing' | 'unsupported' }
export type LoadedPictures = ReadonlyMap<string, LoadedPicture>

const load = async (path: string | undefined): Promise<LoadedPicture> => {
  if (path === undefined) return { state: 'missing' }
  let bytes: Uint8Array
  try { bytes = await readFile(path) } catch { return { state: 'missing' } }
  const facts = pictureFacts(bytes)
  return facts ? { state: 'ready', bytes, facts } : { state: 'unsupported' }
}

/** `pictureAt` gives the path of an attachment's bytes. A file that can't be read is as good as missing. */
export const loadPictures = async (body: Body, pictureAt: (sha256: string) => Promise<string | undefined>): Promise<LoadedPictures> => {
  const pictures = new Map<string, LoadedPicture>()
  for (const sha256 of bodyAttachments(body)) pictures.set(sha256, await load(await pictureAt(sha256)))
  return pictures
}

interface Size { width: number; height: number }

/** Leaves a caption room on the same page. */
const maxHeight = textBlock.height / twipsPerPixel - 60

/** CSS pixels: as said, else the picture's own size, and never wider than `available` or higher than a page. */
export const shownSize = (said: { width?: number | undefined; height?: number | undefined }, own: Size, available: number): Size => {
  const width = said.width ?? (said.height === undefined ? own.width : said.height * own.width / own.height)
  const height = said.height ?? width * own.height / own.width
  const scale = Math.min(1, available / width, maxHeight / height)
  return { width: Math.max(width * scale, 1), height: Math.max(height * scale, 1) }
}

/** `name` is what Word lists the picture under. */
export const pictureRun = ({ bytes, facts }: LoadedPicture & { state: 'ready' }, size: Size, name: string, alt: string): ImageRun => new ImageRun({
  type: facts.type, data: bytes, transformation: size, altText: { name, title: '', description: legalLine(alt) },
})
