/** The whole screen for the slides, where the browser grants it. */
import { useSyncExternalStore } from 'react'

const subscribe = (onChange: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', onChange)
  return () => { document.removeEventListener('fullscreenchange', onChange) }
}

const isFullNow = (): boolean => document.fullscreenElement !== null

/** A browser may refuse: the slides fill the window then. */
const enter = (): void => { if (!isFullNow() && document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => undefined) }
const leave = (): void => { if (isFullNow()) document.exitFullscreen().catch(() => undefined) }

export interface FullScreen { isFull: boolean; enter: () => void; leave: () => void; toggle: () => void }

export const useFullScreen = (): FullScreen => {
  const isFull = useSyncExternalStore(subscribe, isFullNow)
  return { isFull, enter, leave, toggle: isFull ? leave : enter }
}
