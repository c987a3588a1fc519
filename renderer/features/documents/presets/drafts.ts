/** What is changed and not saved, of each style and of each library's theme: it stays, whatever page is open, also when the window is closed. */
import type { z } from 'zod'
import { create } from 'zustand'
import { persist, type PersistStorage } from 'zustand/middleware'
import { asksBeforeLeaving } from '#renderer/client/client'
import { DocumentPreset } from '#shared/model/document/preset'
import { DeckTheme } from '#shared/model/slides/theme'

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const readJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** What is none as this version knows them is left out. */
const draftsIn = <Value>(kept: unknown, schema: z.ZodType<Value>): Readonly<Record<string, Value>> => Object.fromEntries(
  Object.entries(kept ?? {}).flatMap(([id, each]: [string, unknown]) => { const { data } = schema.safeParse(each); return data === undefined ? [] : [[id, data]] }),
)

const createDrafts = <Value>(name: string, schema: z.ZodType<Value>) => {
  // Where the storage is full or refused, they are only on the screen.
  let isKept = true
  const storage: PersistStorage<Readonly<Record<string, Value>>> = {
    getItem: () => ({ state: draftsIn(readJson(localStorage.getItem(name)), schema) }),
    setItem: (_name, { state }) => {
      try {
        localStorage.setItem(name, JSON.stringify(state))
        isKept = true
      } catch {
        isKept = false
      }
    },
    removeItem: () => { localStorage.removeItem(name) },
  }
  const useDrafts = create<Readonly<Record<string, Value>>>()(persist(() => ({}), { name, storage }))
  const drop = (id: string): void => { useDrafts.setState(({ [id]: _dropped, ...others }) => others, true) }
  addEventListener('beforeunload', (event) => {
    // Elsewhere nobody would be asked: the window would only stay a while and go then.
    if (asksBeforeLeaving && !isKept && Object.keys(useDrafts.getState()).length > 0) event.preventDefault()
  })
  return {
    /** What is written of it, what is saved where that is the same, and how it is written. */
    useDraft: (id: string, saved: Value): [Value, (draft: Value) => void] => {
      const draft = useDrafts((drafts) => drafts[id])
      return [draft ?? saved, (next) => { if (isSame(next, saved)) drop(id); else useDrafts.setState({ [id]: next }) }]
    },
    /** By their ids. */
    useAll: (): Readonly<Record<string, Value>> => useDrafts(),
    drop,
    /** What was saved is no draft any more, unless it was changed meanwhile. */
    dropSaved: (id: string, saved: Value): void => { if (isSame(useDrafts.getState()[id], saved)) drop(id) },
  }
}

/** The style in sight, whatever page is open meanwhile. Undefined until one was chosen. */
export const useChosenStyle = create<{ id: string | undefined }>(() => ({ id: undefined }))

export const presetDrafts = createDrafts('liangfang.styleDrafts', DocumentPreset)
/** By the ids of libraries. */
export const themeDrafts = createDrafts('liangfang.themeDrafts', DeckTheme)
