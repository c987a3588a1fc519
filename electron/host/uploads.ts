/** Uploaded files on their way into the core: streamed to temporary files that this host owns and removes again. */
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/contract/errors'
import { uploadSegments } from './uploadName'

const largestUpload = 2 * 1024 ** 3
const dayMs = 24 * 60 * 60 * 1000

export interface Upload {
  /** May have folders before it, `folder/sub/name.docx`. */
  name: string
  /** Uploads of one batch lie below one folder, so that a dropped folder becomes one again. */
  batch?: string | undefined
  body: AsyncIterable<Uint8Array> | null
}

export interface Uploads {
  /**
   * Answers where the file is, and the first folder of its name (the file itself if that has none).
   * Rejects with an AppError: `file_unreadable` for a file that is too large or breaks off, `store_write_failed` if it can't be kept.
   */
  receive: (upload: Upload) => Promise<{ path: string, top: string }>
  close: () => Promise<void>
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

const isOld = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > dayMs
}

/** Two names may become one by cleaning, or are one to a file system without case: the second is numbered. */
const openNew = async (folder: string, name: string): Promise<{ file: FileHandle, path: string }> => {
  const { name: stem, ext } = parse(name)
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${ext}`)
    try {
      return { file: await open(path, 'wx', 0o600), path }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

async function* limited(body: AsyncIterable<Uint8Array>, name: string, largest: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength
      if (bytes > largest) break
      yield chunk
    }
  } catch (error) {
    throw new AppError('file_unreadable', { path: name, reason: codeOf(error) }, { cause: error })
  }
  if (bytes > largest) throw new AppError('file_unreadable', { path: name, reason: `larger than ${largest} bytes` })
}

/** Keeps uploads below `folder`, private to this user. What is older than a day there goes, also what a host that crashed left. */
export const createUploads = async (folder: string, largest = largestUpload): Promise<Uploads> => {
  const own = new Set<string>()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)

  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (await isOld(path)) await rm(path, { recursive: true, force: true })
  }

  const write = async (batchFolder: string, { name, body }: Upload): Promise<string> => {
    const segments = uploadSegments(name)
    const parent = join(batchFolder, ...segments.slice(0, -1))
    await mkdir(parent, { recursive: true, mode: 0o700 })
    const { file, path } = await openNew(parent, segments.at(-1) ?? '_')
    try {
      await pipeline(limited(body ?? Readable.from([]), name, largest), file.createWriteStream())
      return path
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }

  return {
    receive: async (upload) => {
      const batchFolder = join(folder, upload.batch ?? randomUUID())
      own.add(batchFolder)
      try {
        const path = await write(batchFolder, upload)
        const [first, ...below] = uploadSegments(upload.name)
        return { path, top: first !== undefined && below.length > 0 ? join(batchFolder, first) : path }
      } catch (error) {
        if (error instanceof AppError) throw error
        throw new AppError('store_write_failed', { path: upload.name, reason: codeOf(error) }, { cause: error })
      }
    },
    close: async () => {
      for (const path of own) await rm(path, { recursive: true, force: true })
    },
  }
}
