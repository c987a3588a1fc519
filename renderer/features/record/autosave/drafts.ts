/**
 * Drafts: what is unsaved, kept in the browser's storage against a crash or a reload. Each editing of a record writes its own, so that
 * two windows on one record do not overwrite each other's.
 */
import { z } from 'zod'
import { Sha256, Timestamp } from '#shared/model/ids'
import { EditableContent } from '#shared/model/record'
import type { Unsaved } from './autosave'

const StoredDraft = z.object({ base: Sha256, at: Timestamp, changes: EditableContent })

/** `editing` tells apart who left it. */
export interface Draft extends z.infer<typeof StoredDraft> { editing: string }

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
  keep: (id: string, editing: string, unsaved: Unsaved | undefined) => boolean
  /** The drafts of a record. */
  find: (id: string) => Draft[]
}

export const createDraftStore = (storage: Storage): DraftStore => {
  const keysOf = (id: string): string[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(prefixOf(id)))

  return {
    keep: (id, editing, unsaved) => {
      const key = prefixOf(id) + editing
      try {
        if (unsaved) storage.setItem(key, JSON.stringify({ ...unsaved, at: new Date().toISOString() }))
        else storage.removeItem(key)
        return true
      } catch {
        return false
      }
    },
    find: (id) => keysOf(id).flatMap((key) => {
      const parsed = StoredDraft.safeParse(readJson(storage.getItem(key)))
      return parsed.success ? [{ ...parsed.data, editing: key.slice(prefixOf(id).length) }] : []
    }),
  }
}
