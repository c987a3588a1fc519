/** WebP (RFC 9649): the chunks of its container. */
import { ascii, cut, isSameBytes, nothingKept, startsWith, viewOf, type Kept, type Noted } from './kept'
import { orientationAlone, withoutPrefix } from './orientation'

const needed: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const noted: Readonly<Record<string, Noted>> = { 'EXIF': 'exif', 'XMP ': 'xmp' }

const [hasExif, hasXmp] = [0x08, 0x04]

interface Chunk { name: string; data: Uint8Array }

/** Throws RangeError where one breaks off. Each is filled up to an even length. */
const chunksIn = (bytes: Uint8Array): Chunk[] => {
  const chunks: Chunk[] = []
  for (let at = 0; at < bytes.length;) {
    const head = cut(bytes, at, at + 8)
    const end = at + 8 + viewOf(head).getUint32(4, true)
    chunks.push({ name: ascii(head.subarray(0, 4)), data: cut(bytes, at + 8, end) })
    at = end + end % 2
  }
  return chunks
}

const written = ({ name, data }: Chunk): Uint8Array => {
  const size = new Uint8Array(4)
  viewOf(size).setUint32(0, data.length, true)
  return Buffer.concat([Buffer.from(name, 'latin1'), size, data, new Uint8Array(data.length % 2)])
}

/** The data of a frame begins with 16 bytes of its place and time; chunks follow. */
const frameHead = 16

const keptChunk = (chunk: Chunk, removed: Kept['removed']): Chunk[] => {
  const { name, data } = chunk
  if (name === 'ANMF') {
    const inside = chunksIn(cut(data, frameHead, data.length)).flatMap((each) => keptChunk(each, removed))
    return [{ name, data: Buffer.concat([cut(data, 0, frameHead), ...inside.map(written)]) }]
  }
  if (needed.has(name)) return [chunk]
  const tiff = name === 'EXIF' ? orientationAlone(withoutPrefix(data)) : undefined
  if (!tiff || !isSameBytes(tiff, data)) removed.add(noted[name] ?? 'other')
  return tiff ? [{ name, data: tiff }] : []
}

/** The head of the extended format says what there is. */
const truthful = (chunks: readonly Chunk[]): Chunk[] => chunks.map((chunk) => {
  if (chunk.name !== 'VP8X') return chunk
  const data = Uint8Array.from(chunk.data)
  data[0] = ((data[0] ?? 0) & ~(hasExif | hasXmp)) | (chunks.some(({ name }) => name === 'EXIF') ? hasExif : 0)
  return { ...chunk, data }
})

/** Undefined for what is no WebP. Throws RangeError where it breaks off. */
export const cleanedWebp = (bytes: Uint8Array): Kept | undefined => {
  if (!startsWith(bytes, 'RIFF') || ascii(bytes.subarray(8, 12)) !== 'WEBP') return undefined
  const end = 8 + viewOf(bytes).getUint32(4, true)
  const kept = nothingKept()
  const chunks = truthful(chunksIn(cut(bytes, 12, end)).flatMap((chunk) => keptChunk(chunk, kept.removed))).map(written)
  const size = new Uint8Array(4)
  viewOf(size).setUint32(0, chunks.reduce((sum, { length }) => sum + length, 4), true)
  if (end < bytes.length) kept.removed.add('trailer')
  kept.pieces.push(cut(bytes, 0, 4), size, cut(bytes, 8, 12), ...chunks)
  return kept
}
