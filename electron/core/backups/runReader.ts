/** Some files of a run, read one by one: which parts are open is kept for as long as they are asked for. */
import { AppError } from '#shared/contract/errors'
import type { BackedUpFile } from '#shared/model/backup'
import { errorCode } from '../store/durableFile'
import { openPart, type PartReader } from './partReader'
import { writeChunks } from './restoreRun'
import { placeOfPart, type Run } from './runs'

export interface RunReader {
  /** Throws `backup_damaged`, `file_unreadable`. */
  bytes: (file: BackedUpFile) => Promise<Buffer>
  /** Writes a file anew and syncs it; its folder is not. Throws `store_write_failed` too. */
  extract: (file: BackedUpFile, to: string) => Promise<void>
  close: () => Promise<void>
}

const openAtOnce = 4

export const createRunReader = (run: Pick<Run, 'folder'>): RunReader => {
  const readers = new Map<string, PartReader>()

  const readerOf = async (part: string): Promise<PartReader> => {
    const known = readers.get(part)
    if (known) return known
    const [oldest] = readers
    if (oldest && readers.size >= openAtOnce) {
      readers.delete(oldest[0])
      await oldest[1].close()
    }
    const reader = await openPart(placeOfPart(run, part))
    readers.set(part, reader)
    return reader
  }

  return {
    bytes: async (file) => {
      const chunks: Buffer[] = []
      for await (const chunk of (await readerOf(file.part)).read(file)) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    extract: async (file, to) => {
      const reader = await readerOf(file.part)
      await writeChunks(to, reader.read(file), true).catch((error: unknown) => {
        if (error instanceof AppError) throw error
        throw new AppError('store_write_failed', { path: to, reason: errorCode(error) }, { cause: error })
      })
    },
    close: async () => {
      for (const reader of readers.values()) await reader.close()
      readers.clear()
    },
  }
}
