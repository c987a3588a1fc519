/**
 * Drafts: what is unsaved, kept in the browser's storage against a crash or a reload. Each running page writes its own, so that
 * two windows on one record do not overwrite each other's.
 */
import { z } from 'zod'
import { newBlockId, Sha256, Timestamp } from '#shared/model/ids'
import { EditableContent } from '#shared/model/record'
import type { Unsaved } from './autosave'

const Draft = z.object({ base: Sha256, at: Timestamp, changes: EditableContent })
export type Draft = z.infer<typeof Draft>

const thisPage = newBlockId()
const prefixOf = (id: string): string => `liangfang.draft.${id}.`

const readJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

export interface DraftStore {
  /** False where the storage is full or refused: the text is then only on the screen. */
  keep: (id: string, unsaved: Unsaved | undefined) => boolean
  /** The latest draft of a record that an earlier page left behind. */
  find: (id: string) => Draft | undefined
  discard: (id: string) => void
}

export const createDraftStore = (storage: Storage): DraftStore => {
  const keysOf = (id: string): string[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(prefixOf(id)))

  return {
    keep: (id, unsaved) => {
      const key = prefixOf(id) + thisPage
      try {
        if (unsaved) storage.setItem(key, JSON.stringify({ ...unsaved, at: new Date().toISOString() }))
        else storage.removeItem(key)
        return true
      } catch {
        return false
      }
    },
    find: (id) => {
      const drafts = keysOf(id).flatMap((key) => {
        const parsed = Draft.safeParse(readJson(storage.getItem(key)))
        return parsed.success ? [parsed.data] : []
      })
      return drafts.sort((a, b) => (a.at < b.at ? 1 : -1))[0]
    },
    discard: (id) => { for (const key of keysOf(id)) storage.removeItem(key) },
  }
}
