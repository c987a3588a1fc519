/**
 * Attachments that are large to whoever reads them and small on the disk: a hole of zeros, then a few bytes of their own, so that each has
 * a hash of its own. All of one size have their zeros in common, which are hashed once.
 */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { LibraryPaths } from '#core/store/folders'
import type { AttachmentRef } from '#shared/model/record'

export const mega = 1_000_000
const chunk = Buffer.alloc(1 << 20)

/** Hashes of that many zeros, to be gone on from: made in the order of their sizes, each from the one before. */
const hashesOfZeros = (sizes: readonly number[]): Map<number, Hash> => {
  const made = new Map<number, Hash>()
  const hash = createHash('sha256')
  let hashed = 0
  for (const size of sizes.toSorted((a, b) => a - b)) {
    for (; hashed < size; hashed += Math.min(chunk.length, size - hashed)) hash.update(chunk.subarray(0, Math.min(chunk.length, size - hashed)))
    made.set(size, hash.copy())
  }
  return made
}

export type MakeAttachment = (zeros: number, own: string, name: string) => AttachmentRef

/** `sizes` are the numbers of zeros that will be asked for. */
export const sparseAttachments = (paths: LibraryPaths, sizes: readonly number[]): MakeAttachment => {
  const zeros = hashesOfZeros(sizes)
  return (size, own, name) => {
    const bytes = Buffer.from(own)
    const hash = zeros.get(size)?.copy()
    if (!hash) throw new Error(`zeros of ${size} were not announced`)
    const sha256 = hash.update(bytes).digest('hex')
    const path = paths.attachment(sha256)
    mkdirSync(dirname(path), { recursive: true })
    const file = openSync(path, 'wx')
    ftruncateSync(file, size)
    writeSync(file, bytes, 0, bytes.length, size)
    closeSync(file)
    return { sha256, name, size: size + bytes.length, mediaType: 'application/octet-stream' }
  }
}
