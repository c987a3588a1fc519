/** The bytes of a part: unpacked piece by piece, never more than the manifest says, and known to be right only at their end. */
import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { AppError } from '#shared/contract/errors'
import { damaged } from './format'
import { bytesOf, passingBytesOf, type PackageFile } from './packageFile'
import type { PartEntry } from './zipDirectory'

async function* inflated(file: PackageFile, part: PartEntry, packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw()
  try {
    // Its callback has nothing to say: what fails reaches whoever reads the last stream.
    for await (const chunk of pipeline(Readable.from(packed), inflate, () => undefined)) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('zlib gives buffers')
      yield chunk
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(file.path, 'unreadable_part', part.path, { cause: error })
  } finally {
    inflate.destroy()
  }
  // What follows the end of the packed data is no part of it.
  if (inflate.bytesWritten !== part.packedSize) throw damaged(file.path, 'unreadable_part', part.path)
}

/** The bytes of a part, at most as many as the directory claims. */
export const unpacked = (file: PackageFile, part: PartEntry): AsyncGenerator<Buffer> => checked(file, part, bytesOf(file, part.dataStart, part.dataStart + part.packedSize))

async function* checked(file: PackageFile, part: PartEntry, packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  let checksum = 0
  for await (const chunk of part.isDeflated ? inflated(file, part, packed) : packed) {
    size += chunk.length
    if (size > part.size) break
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (size !== part.size) throw damaged(file.path, 'unreadable_part', part.path)
  // Other programs go by the checksum.
  if (checksum !== part.crc32) throw damaged(file.path, 'wrong_hash', part.path)
}

async function* hashed(file: PackageFile, part: PartEntry, sha256: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw damaged(file.path, 'wrong_hash', part.path)
}

/** Throws `package_damaged`: `wrong_hash`, `unreadable_part`; it may do so after all bytes were given. */
export const readVerified = (file: PackageFile, part: PartEntry, sha256: string): AsyncGenerator<Buffer> => hashed(file, part, sha256, unpacked(file, part))

/** The same of a part that nobody wants to have yet. `onPiece` is told after each piece of it. Throws what it throws, too. */
export const verifyPart = async (file: PackageFile, part: PartEntry, sha256: string, onPiece: () => void): Promise<void> => {
  // What is being inflated is still looked at while the next piece is read.
  const packed = (part.isDeflated ? bytesOf : passingBytesOf)(file, part.dataStart, part.dataStart + part.packedSize)
  for await (const _chunk of hashed(file, part, sha256, checked(file, part, packed))) onPiece()
}
