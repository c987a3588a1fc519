/** What every part of the reading view needs from its surroundings. */
import { createContext, useContext } from 'react'

export interface BodyViewContext {
  attachmentUrl: (sha256: string) => string
  onOpenRecord: (recordId: string) => void
  /** Finds the words to mark; undefined when there are none. */
  highlight: RegExp | undefined
  /** The number of each footnote by its id. */
  footnotes: ReadonlyMap<string, number>
}

const ViewContext = createContext<BodyViewContext | undefined>(undefined)

export const ViewContextProvider = ViewContext.Provider

export const useBodyView = (): BodyViewContext => {
  const context = useContext(ViewContext)
  if (!context) throw new Error('useBodyView outside BodyView')
  return context
}
