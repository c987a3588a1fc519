/**
 * The heads that were read or written last, so that a save within a sitting need not read and hash again what it wrote itself. One is
 * used only while its file looks exactly as it did: the same file, size and time to the nanosecond.
 */
import { stat, type FileHandle } from 'node:fs/promises'
import type { RecordFile } from '#shared/model/record'

export interface HeadStamp { ino: bigint; size: bigint; mtimeNs: bigint }

export interface HeadCache {
  /** Undefined where it is not known, or its file was changed since. */
  find: (id: string, path: string) => Promise<RecordFile | undefined>
  put: (record: RecordFile, stamp: HeadStamp | undefined) => void
}

const keptHeads = 64

/** Undefined where there is no file, or it can't be looked at. */
export const stampOf = async (path: string): Promise<HeadStamp | undefined> => stat(path, { bigint: true }).catch(() => undefined)

export const stampOfHandle = async (handle: FileHandle): Promise<HeadStamp> => handle.stat({ bigint: true })

export const createHeadCache = (): HeadCache => {
  const heads = new Map<string, { record: RecordFile; stamp: HeadStamp }>()
  return {
    find: async (id, path) => {
      const known = heads.get(id)
      if (!known) return undefined
      const now = await stampOf(path)
      const { ino, size, mtimeNs } = known.stamp
      return now?.ino === ino && now.size === size && now.mtimeNs === mtimeNs ? known.record : undefined
    },
    put: (record, stamp) => {
      heads.delete(record.id)
      if (stamp) heads.set(record.id, { record, stamp })
      for (const oldest of heads.keys()) {
        if (heads.size <= keptHeads) break
        heads.delete(oldest)
      }
    },
  }
}
