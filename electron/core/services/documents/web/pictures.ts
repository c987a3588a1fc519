/** The pictures of a page as text: what kind each is told by its bytes, and their bytes in base 64, a piece at a time. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'

/** What a browser shows in an `img`, by how a file of it begins. */
const kinds: readonly (readonly [type: string, isIt: (head: Buffer) => boolean])[] = [
  ['image/png', (head) => head.readUInt32BE(0) === 0x89504e47], ['image/jpeg', (head) => head.readUInt16BE(0) === 0xffd8],
  ['image/gif', (head) => head.toString('latin1', 0, 4) === 'GIF8'], ['image/bmp', (head) => head.toString('latin1', 0, 2) === 'BM'],
  ['image/webp', (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'],
]

const headLength = 16

/** `size` in bytes of the file. */
export interface WebPicture { sha256: string; path: string; type: string; size: number }

/** Undefined for what is no picture that a browser shows, or can't be read. */
export const webPicture = async (sha256: string, path: string): Promise<WebPicture | undefined> => {
  try {
    const file = await open(path)
    try {
      const head = Buffer.alloc(headLength)
      const { bytesRead } = await file.read(head, 0, headLength, 0)
      const kind = bytesRead === headLength ? kinds.find(([, isIt]) => isIt(head)) : undefined
      return kind && { sha256, path, type: kind[0], size: (await stat(path)).size }
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}

/** Three bytes are four letters: a piece ends where it needs no filling up. */
export async function* base64Of(path: string): AsyncGenerator<string> {
  let left: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 192 * 1024 })) {
    if (!(chunk instanceof Uint8Array)) continue
    const whole = Buffer.concat([left, chunk])
    const end = whole.length - whole.length % 3
    yield whole.toString('base64', 0, end)
    left = whole.subarray(end)
  }
  if (left.length > 0) yield left.toString('base64')
}
