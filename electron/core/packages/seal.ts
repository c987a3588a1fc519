/** The seal of a package: a SHA-256 over the whole file that stands in the last 64 bytes of it. */
import { createHash } from 'node:crypto'
import { AppError } from '#shared/contract/errors'
import { commentLength, damaged, digestLength, kindOfPart, sealMark } from './format'
import { passingBytesOf, readBytes, type PackageFile } from './packageFile'
import { endLength, endSignature } from './zipEnd'

/** What a package ends with while its digest is not known. */
export const unsealed = sealMark + '0'.repeat(digestLength)

const flushAt = 256 * 1024

/** Passes on the bytes of a package that ends in `unsealed`, with the digest in its place; then `note` is told hash and size in bytes of the whole. */
export async function* sealing(chunks: AsyncIterable<Uint8Array | string>, note: (whole: { sha256: string; size: number }) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let waiting: Uint8Array[] = []
  let waitingSize = 0
  let size = 0

  /** All but the last bytes, which may be those of the digest. */
  const flush = (): Buffer => {
    const all = Buffer.concat(waiting)
    const sure = all.subarray(0, -digestLength)
    hash.update(sure)
    waiting = [all.subarray(-digestLength)]
    waitingSize = digestLength
    return sure
  }

  for await (const given of chunks) {
    const chunk = typeof given === 'string' ? Buffer.from(given) : given
    waiting.push(chunk)
    waitingSize += chunk.length
    size += chunk.length
    if (waitingSize > flushAt) yield flush()
  }
  yield flush()
  const digest = hash.copy().digest('hex')
  yield Buffer.from(digest)
  note({ sha256: hash.update(digest).digest('hex'), size })
}

/** Whether the file begins with a part of a package. */
const beginsAsPackage = async (file: PackageFile): Promise<boolean> => {
  const header = await readBytes(file, 0, Math.min(file.size, 30 + 255))
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return false
  return kindOfPart(header.toString('latin1', 30, 30 + header.readUInt16LE(26))) !== undefined
}

/** Why there is no seal: the end of a package is gone, something was put after it or into it, or it never was a package. */
const withoutSeal = async (file: PackageFile): Promise<AppError> => {
  if (!(await beginsAsPackage(file))) return new AppError('not_a_package', { path: file.path })
  const length = Math.min(file.size, endLength + 0xffff)
  const tail = await readBytes(file, file.size - length, length)
  let isCutOff = true
  for (let at = tail.lastIndexOf(endSignature); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(endSignature, at - 1)) {
    const comment = at + endLength <= tail.length ? tail.readUInt16LE(at + 20) : commentLength
    const end = at + endLength + comment
    if (comment === commentLength && end <= tail.length) return damaged(file.path, 'changed')
    if (end === tail.length) isCutOff = false
  }
  return isCutOff ? damaged(file.path, 'truncated') : new AppError('not_a_package', { path: file.path })
}

/** Verifies the seal and answers the SHA-256 of the whole file. Throws `not_a_package`, or `package_damaged`: `truncated`, `changed`. */
export const verifySeal = async (file: PackageFile, onBytes: (count: number) => void): Promise<string> => {
  const isLongEnough = file.size >= endLength + commentLength
  const comment = isLongEnough ? (await readBytes(file, file.size - commentLength, commentLength)).toString('latin1') : ''
  if (!comment.startsWith(sealMark)) throw await withoutSeal(file)
  const hash = createHash('sha256')
  for await (const chunk of passingBytesOf(file, 0, file.size - digestLength)) {
    hash.update(chunk)
    onBytes(chunk.length)
  }
  const digest = hash.copy().digest('hex')
  if (comment.slice(sealMark.length) !== digest) throw damaged(file.path, 'changed')
  return hash.update(digest).digest('hex')
}
