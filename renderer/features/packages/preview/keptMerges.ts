/**
 * Merges that are under way, kept in the browser's storage against a closed window: by the library and the package, so that what was
 * decided and written is there again when the same file is opened.
 */
import { z } from 'zod'
import { MergeDecision, WordsToAdd } from '#shared/contract/packageMerge'
import { Body } from '#shared/model/body/body'
import { Sha256 } from '#shared/model/ids'
import { WordMap } from '#shared/model/wordMaps'

const Head = Sha256.nullable()

const KeptMerge = z.object({
  decisions: z.record(z.string(), MergeDecision), seen: z.record(z.string(), Head), setAside: z.record(z.string(), z.object({ decision: MergeDecision, head: Head })),
  words: WordMap.optional(), addWords: WordsToAdd,
  /** Bodies that are being written, by the id of the record. */
  writing: z.record(z.string(), z.object({ head: Head, body: Body })),
  /** The job that takes the package in. */
  taking: z.string().optional(),
})
export type KeptMerge = z.infer<typeof KeptMerge>

const prefix = 'liangfang.merge.'

/** Where the merge of a package with a library is kept. */
export const mergePlace = (libraryId: string, sha256: string): string => `${prefix}${libraryId}.${sha256}`

const read = (text: string | null): KeptMerge | undefined => {
  if (text === null) return undefined
  try {
    return KeptMerge.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const isNothing = ({ decisions, setAside, words, writing }: KeptMerge): boolean =>
  words === undefined && [decisions, setAside, writing].every((each) => Object.keys(each).length === 0)

export interface MergeStore {
  /** False where the storage is full or refused: what was decided is then only on the screen. */
  keep: (place: string, merge: KeptMerge) => boolean
  find: (place: string) => KeptMerge | undefined
  forget: (place: string) => void
  /** Where that is kept which a job takes in. */
  takenBy: (taking: string) => string[]
}

export const createMergeStore = (storage: Storage): MergeStore => {
  const find = (place: string): KeptMerge | undefined => read(storage.getItem(place))
  return {
    find,
    keep: (place, merge) => {
      try {
        if (isNothing(merge)) storage.removeItem(place)
        else storage.setItem(place, JSON.stringify(merge))
        return true
      } catch {
        return false
      }
    },
    forget: (place) => { storage.removeItem(place) },
    takenBy: (taking) => Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) => key.startsWith(prefix) && find(key)?.taking === taking),
  }
}
