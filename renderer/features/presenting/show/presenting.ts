/** What a page of presenting is told by the app, and how its windows find one another. */
import type { DocumentSource } from '#shared/contract/documents'
import type { Role } from './showStore'

export interface PresentingProps {
  source: DocumentSource
  /** 0 before the start, then the number of the slide. */
  at: number
  onAt: (at: number) => void
  onLeave: () => void
  /** This window takes the part of the other. */
  onChangeRole: () => void
  /** Where a window with that part opens. */
  addressOf: (role: Role, at: number) => string
}

/** Windows of the same are one presentation. */
export const nameOf = (source: DocumentSource): string => `liangfang presenting ${JSON.stringify(source)}`

/** What a window with that part is called: one that is open already is used again. */
export const windowName = (role: Role): string => `liangfang-${role}`

/** A window of its own, which can be brought to another screen. */
export const openBeside = (address: string, role: Role): void => { window.open(address, windowName(role), 'popup,width=1280,height=800')?.focus() }
