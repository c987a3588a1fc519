/** A package file that is open: reading its bytes by position, from one handle, so that what was verified is what is read. */
import { open, stat, type FileHandle } from 'node:fs/promises'
import { AppError } from '#shared/contract/errors'
import { damaged } from './format'

/** `path` is what errors call it, `size` in bytes, when it was opened. */
export interface PackageFile { path: string; handle: FileHandle; size: number }

/** Larger pieces are hardly faster, and what waits to be written is held in memory. */
const chunkSize = 256 * 1024

/** What the operating system calls a failure of its own, such as ENOENT; undefined for any other error. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Failures of the operating system in the words of the contract; any other error as it is. */
export const unreadable = (path: string, error: unknown): unknown => {
  const reason = systemCode(error)
  return reason === undefined ? error : new AppError('file_unreadable', { path, reason }, { cause: error })
}

export const openFile = async (path: string, said = path): Promise<PackageFile> => {
  try {
    // A pipe or a device may never end.
    if (!(await stat(path)).isFile()) throw new AppError('file_unreadable', { path: said, reason: 'not a file' })
    const handle = await open(path, 'r')
    return { path: said, handle, size: (await handle.stat()).size }
  } catch (error) {
    throw unreadable(said, error)
  }
}

async function* piecesOf({ path, handle }: PackageFile, start: number, end: number, pieceOf: (length: number) => Buffer): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const chunk = pieceOf(Math.min(chunkSize, end - at))
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at).catch((error: unknown) => { throw unreadable(path, error) })
    if (bytesRead === 0) throw damaged(path, 'truncated')
    yield chunk.subarray(0, bytesRead)
    at += bytesRead
  }
}

/** The bytes from `start` up to `end`, piece by piece. A file that has become shorter is `truncated`. */
export const bytesOf = (file: PackageFile, start: number, end: number): AsyncGenerator<Buffer> =>
  piecesOf(file, start, end, (length) => Buffer.allocUnsafe(length))

/** The same to look at only: the next piece lies where the one before did. */
export const passingBytesOf = (file: PackageFile, start: number, end: number): AsyncGenerator<Buffer> => {
  const memory = Buffer.allocUnsafe(Math.min(chunkSize, Math.max(0, end - start)))
  return piecesOf(file, start, end, (length) => memory.subarray(0, length))
}

/** Pieces as one piece of memory. */
export const collect = async (chunks: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

export const readBytes = async (file: PackageFile, start: number, length: number): Promise<Buffer> => collect(bytesOf(file, start, start + length))
