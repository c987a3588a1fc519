/** Which list behind a number is open. */
import { createContext, useContext } from 'react'

/** The records that a number counts, under what it is called. */
export interface Behind { title: string; ids: readonly string[] }

export const BehindContext = createContext<((behind: Behind) => void) | undefined>(undefined)

/** Opens the list behind a number. */
export const useBehind = (): ((behind: Behind) => void) => {
  const show = useContext(BehindContext)
  if (!show) throw new Error('useBehind outside BehindProvider')
  return show
}
