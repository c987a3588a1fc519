/**
 * Drafts: what is unsaved, kept in the browser's storage against a crash or a reload. Each editing of a record writes its own, so that
 * two windows on one record do not overwrite each other's. The sections of a body are entries of their own: of a long body only what changed
 * since the draft before is written.
 */
import { z } from 'zod'
import { Body, type Section } from '#shared/model/body/body'
import { Sha256, Timestamp } from '#shared/model/ids'
import { EditableContent } from '#shared/model/record'
import type { Unsaved } from './autosave'

/** `body`, where the body is unsaved, names the entries that hold its sections. */
const StoredDraft = z.object({
  base: Sha256, at: Timestamp, changes: EditableContent, body: z.looseObject({ sections: z.array(z.string()) }).optional(),
})

/** `editing` tells apart who left it. */
export interface Draft { base: string; at: string; changes: EditableContent; editing: string }

const prefixOf = (id: string): string => `liangfang.draft.${id}.`
const sectionPrefixOf = (id: string, editing: string): string => `liangfang.draftSection.${id}.${editing}.`

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
  /** Where each section of the latest draft stands, by record and editing. */
  const written = new Map<string, ReadonlyMap<Section, string>>()
  let names = 0

  const keysFrom = (prefix: string): string[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(prefix))

  const remove = (keys: Iterable<string>): void => { for (const key of keys) storage.removeItem(key) }

  /** An entry is named by the draft only once it is there, and goes only once no draft names it: a crash leaves the draft before or this one. */
  const write = (id: string, editing: string, { base, changes: { body, ...changes } }: Unsaved): void => {
    const key = prefixOf(id) + editing
    const before = written.get(key) ?? new Map<Section, string>()
    const sections = body?.sections ?? []
    const now = new Map<Section, string>()
    const added: string[] = []
    try {
      for (const section of sections) {
        const there = before.get(section)
        const name = there ?? String(names += 1)
        now.set(section, name)
        if (there !== undefined) continue
        added.push(sectionPrefixOf(id, editing) + name)
        storage.setItem(sectionPrefixOf(id, editing) + name, JSON.stringify(section))
      }
      const named = body && { body: { ...body, sections: sections.map((section) => now.get(section)) } }
      storage.setItem(key, JSON.stringify({ base, at: new Date().toISOString(), changes, ...named }))
    } catch (error) {
      remove(added)
      throw error
    }
    written.set(key, now)
    for (const [section, name] of before) if (!now.has(section)) storage.removeItem(sectionPrefixOf(id, editing) + name)
  }

  const forget = (id: string, editing: string): void => {
    storage.removeItem(prefixOf(id) + editing)
    remove(keysFrom(sectionPrefixOf(id, editing)))
    written.delete(prefixOf(id) + editing)
  }

  const read = (id: string, editing: string): Draft[] => {
    const stored = StoredDraft.safeParse(readJson(storage.getItem(prefixOf(id) + editing)))
    if (!stored.success) return []
    const { base, at, changes, body } = stored.data
    if (!body) return [{ base, at, changes, editing }]
    const whole = Body.safeParse({ ...body, sections: body.sections.map((name) => readJson(storage.getItem(sectionPrefixOf(id, editing) + name))) })
    return whole.success ? [{ base, at, changes: { ...changes, body: whole.data }, editing }] : []
  }

  return {
    keep: (id, editing, unsaved) => {
      try {
        if (unsaved) write(id, editing, unsaved)
        else forget(id, editing)
        return true
      } catch {
        return false
      }
    },
    find: (id) => keysFrom(prefixOf(id)).flatMap((key) => read(id, key.slice(prefixOf(id).length))),
  }
}
