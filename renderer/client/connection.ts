/** Whether the core can be reached, for the screen to say so, and the error of a call that lost its answer. */
import { useSyncExternalStore } from 'react'

export type Connection = 'connecting' | 'connected' | 'reconnecting'

/** The link broke before the answer came: what was asked may or may not have been done. Asking again waits for the new link. */
export class ConnectionLost extends Error {
  readonly code = 'connection_lost'

  constructor(options?: ErrorOptions) {
    super('the connection to the core was lost', options)
    this.name = 'ConnectionLost'
  }
}

let connection: Connection = 'connecting'
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const setConnection = (next: Connection): void => {
  connection = next
  for (const listener of listeners) listener()
}

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection)
