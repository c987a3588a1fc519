/** Whether the window is narrow, such as one of 1280: what is met folds, side columns shrink. */
import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 1320px)')

const subscribe = (onChange: () => void): (() => void) => {
  narrow.addEventListener('change', onChange)
  return () => narrow.removeEventListener('change', onChange)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches)
