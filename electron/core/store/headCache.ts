/**
 * The heads that were read or written last, so that a save within a sitting need not read and hash again what it wrote itself. One is
 * used only while its file looks exactly as it did: the same file, size and time to the nanosecond.
 */
import { stat, type FileHandle } from 'node:fs/promises'
import type { RecordFile } from '#shared/model/record'

export interface HeadStamp { ino: bigint; size: bigint; mtimeNs: bigint }

/** A head as it was read. `isOutsideEdit`: its file names another revision. `stamp` is undefined where it lies in a transaction. */
export interface SeenHead { record: RecordFile; isOutsideEdit: boolean; stamp: HeadStamp | undefined }

export interface HeadCache {
  /** Undefined where it is not known, or its file was changed since. */
  find: (id: string, path: string) => Promise<SeenHead | undefined>
  put: (seen: SeenHead) => void
  /** What the file of a head looked like when it was read or written; undefined where that is not known of this very one. */
  stampOf: (record: RecordFile) => HeadStamp | undefined
}

/** More than are edited at once; what many are read for, such as a package, is soon forgotten again. */
const keptHeads = 8

/** Undefined where there is no file, or it can't be looked at. */
export const stampOf = async (path: string): Promise<HeadStamp | undefined> => stat(path, { bigint: true }).catch(() => undefined)

export const stampOfHandle = async (handle: FileHandle): Promise<HeadStamp> => handle.stat({ bigint: true })

export const isSameStamp = (one: HeadStamp | undefined, other: HeadStamp | undefined): boolean =>
  one !== undefined && one.ino === other?.ino && one.size === other.size && one.mtimeNs === other.mtimeNs

/**
 * A short list, the one used last behind: of a map that much is put into and taken out of, each table that is outgrown leads to the next,
 * and what lies in them is kept as long as the first, which is among what is collected rarely.
 */
export const createHeadCache = (): HeadCache => {
  const heads: SeenHead[] = []
  const placeOf = (id: string): number => heads.findIndex(({ record }) => record.id === id)
  return {
    find: async (id, path) => {
      const known = heads[placeOf(id)]
      return known && isSameStamp(known.stamp, await stampOf(path)) ? known : undefined
    },
    stampOf: (record) => {
      const known = heads[placeOf(record.id)]
      return known?.record === record ? known.stamp : undefined
    },
    put: (seen) => {
      const place = placeOf(seen.record.id)
      if (place >= 0) heads.splice(place, 1)
      if (seen.stamp) heads.push(seen)
      if (heads.length > keptHeads) heads.shift()
    },
  }
}
