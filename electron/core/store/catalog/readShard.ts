/**
 * Reads what is new or changed in one shard of `records/`: synchronous, since it runs in a worker thread, where that takes a fraction of
 * the time that promises take.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, toFailure, type Failure } from '#shared/contract/errors'
import { errorCode, expectFile } from '../durableFile'
import { idOfFile, idShard } from '../folders'
import { expectSize } from '../recordDocument'
import { readEntry, type CatalogEntry, type FileStamp } from './entry'

export interface ShardRequest {
  /** The folder of the shard. */
  folder: string
  shard: string
  /** What the catalog knows of it: files that look as they did are not read. */
  known: ReadonlyMap<string, FileStamp>
}

export interface ShardAnswer {
  shard: string
  /** Records that were read. */
  entries: CatalogEntry[]
  /** Files that look as they did. */
  unchanged: number
  /** Known records whose file is gone. */
  gone: string[]
  damaged: { path: string; failure: Failure }[]
  /** Names of files that are not named as a record of this shard is. */
  strays: string[]
}

const unreadable = (path: string, error: unknown): AppError => new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })

const namesOf = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw unreadable(folder, error)
  }
}

/** A file of a record, undefined where it is gone or looks as it did. Stamped before it is read: what is written meanwhile is read again. */
const readFile = (path: string, known: FileStamp | undefined): { bytes: Uint8Array; stamp: FileStamp } | 'unchanged' | 'gone' => {
  try {
    const found = statSync(path)
    const { size, mtimeMs } = found
    if (known?.size === size && known.mtimeMs === mtimeMs) return 'unchanged'
    expectFile(path, found)
    expectSize(path, size)
    return { bytes: readFileSync(path), stamp: { size, mtimeMs } }
  } catch (error) {
    if (error instanceof AppError) throw error
    if (errorCode(error) === 'ENOENT') return 'gone'
    throw unreadable(path, error)
  }
}

const readInto = (answer: ShardAnswer, path: string, id: string, known: FileStamp | undefined): void => {
  const file = readFile(path, known)
  if (file === 'gone') return
  if (file === 'unchanged') answer.unchanged += 1
  else answer.entries.push(readEntry(path, id, file.bytes, file.stamp))
}

export const readShard = ({ folder, shard, known }: ShardRequest): ShardAnswer => {
  const answer: ShardAnswer = { shard, entries: [], unchanged: 0, gone: [], damaged: [], strays: [] }
  const attempt = (path: string, work: () => void): void => {
    try {
      work()
    } catch (error) {
      answer.damaged.push({ path, failure: toFailure(error) ?? { code: 'store_corrupt', data: { path, reason: String(error) } } })
    }
  }
  const seen = new Set<string>()
  attempt(folder, () => {
    for (const name of namesOf(folder)) {
      // Hidden files, and what is being written right now.
      if (name.startsWith('.') || name.endsWith('.tmp')) continue
      const [id] = idOfFile(name)
      if (id === undefined || idShard(id) !== shard) { answer.strays.push(name); continue }
      seen.add(id)
      attempt(join(folder, name), () => { readInto(answer, join(folder, name), id, known.get(id)) })
    }
    for (const id of known.keys()) if (!seen.has(id)) answer.gone.push(id)
  })
  return answer
}
