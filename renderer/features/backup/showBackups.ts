/** The wish to see how backups stand, from elsewhere on the screen: the settings show their place once they are there. */
import { useEffect, useRef, type RefObject } from 'react'
import { create } from 'zustand'

const useAsked = create<{ isAsked: boolean }>(() => ({ isAsked: false }))

/** Call it before going to the settings. */
export const askForBackups = (): void => { useAsked.setState({ isAsked: true }) }

/** For what is to be brought into sight when it was asked for. */
export const useShownWhenAsked = (): RefObject<HTMLDivElement | null> => {
  const place = useRef<HTMLDivElement>(null)
  const isAsked = useAsked((state) => state.isAsked)
  useEffect(() => {
    if (!isAsked || !place.current) return
    place.current.scrollIntoView({ block: 'center' })
    useAsked.setState({ isAsked: false })
  }, [isAsked])
  return place
}
