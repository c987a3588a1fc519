/** The presentation that this window takes part in, as the screen wants it. */
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import type { Deck } from '#shared/model/slides/deck'
import { newId } from '#shared/model/ids'
import { windowName } from './presenting'
import { Show, type Act } from './show'
import { createShowStore, type Role, type ShowView } from './showStore'

const parsed = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    // Not ours.
    return undefined
  }
}

interface ShowOptions {
  /** What is presented: windows of the same belong together. */
  name: string
  deck: Deck
  role: Role
  at: number
  /** The slide changed, by whichever window. */
  onAt: (at: number) => void
  /** This window is to take the other's part. */
  onChange: () => void
}

export interface Shown extends ShowView { act: (act: Act) => void; change: () => void }

export const useShow = ({ name, deck, role, at, onAt, onChange }: ShowOptions): Shown => {
  const changed = useEffectEvent(onChange)
  const told = useEffectEvent(onAt)
  const [store] = useState(() => createShowStore({
    items: deck.slides.map(({ itemId }) => itemId ?? ''), role, by: newId(),
    start: { at: Math.min(at, deck.slides.length + 1), kept: Show.safeParse(parsed(sessionStorage.getItem(name))).data },
    openChannel: () => new BroadcastChannel(name),
    keep: (show) => { sessionStorage.setItem(name, JSON.stringify(show)) },
  }))
  useEffect(() => {
    const leave = store.connect(() => { changed() })
    addEventListener('pagehide', leave)
    return () => { removeEventListener('pagehide', leave); leave() }
  }, [store])
  useEffect(() => {
    window.name = windowName(role)
    return () => { window.name = '' }
  }, [role])
  const view = useSyncExternalStore(store.subscribe, store.view)
  const current = view.show.at
  useEffect(() => { told(current) }, [current])
  return { ...view, act: store.act, change: store.change }
}
