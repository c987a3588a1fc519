/** What is changed and not saved, of each style and of each library's theme: it stays as long as the window does, whatever page is open. */
import { create } from 'zustand'
import { asksBeforeLeaving } from '#renderer/client/client'
import type { DocumentPreset } from '#shared/model/document/preset'
import type { DeckTheme } from '#shared/model/slides/theme'

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const createDrafts = <Value>() => {
  const useDrafts = create<Readonly<Record<string, Value>>>(() => ({}))
  const drop = (id: string): void => { useDrafts.setState(({ [id]: _dropped, ...others }) => others, true) }
  addEventListener('beforeunload', (event) => {
    // Elsewhere nobody would be asked: the window would only stay a while and go then.
    if (asksBeforeLeaving && Object.keys(useDrafts.getState()).length > 0) event.preventDefault()
  })
  return {
    /** What is written of it, what is saved where that is the same, and how it is written. */
    useDraft: (id: string, saved: Value): [Value, (draft: Value) => void] => {
      const draft = useDrafts((drafts) => drafts[id])
      return [draft ?? saved, (next) => { if (isSame(next, saved)) drop(id); else useDrafts.setState({ [id]: next }) }]
    },
    useHasDraft: () => { const drafts = useDrafts(); return (id: string): boolean => id in drafts },
    drop,
    /** What was saved is no draft any more, unless it was changed meanwhile. */
    dropSaved: (id: string, saved: Value): void => { if (isSame(useDrafts.getState()[id], saved)) drop(id) },
  }
}

export const presetDrafts = createDrafts<DocumentPreset>()
/** By the ids of libraries. */
export const themeDrafts = createDrafts<DeckTheme>()
