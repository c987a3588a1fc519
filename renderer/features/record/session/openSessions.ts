/** The sessions that are open or still have something to save, one a record, and the warning before the window closes on them. */
import { core } from '#renderer/client/client'
import type { RecordFile } from '#shared/model/record'
import { createDraftStore } from '../autosave/drafts'
import { createRecord } from './createRecord'
import { createRecordSession, type RecordSession } from './recordSession'

const sessions = new Map<string, { session: RecordSession; users: number }>()

export const sessionOf = (record: RecordFile): RecordSession => {
  const open = sessions.get(record.id)
  if (open) return open.session
  const session = createRecordSession(record, { get: core.records.get, save: core.records.save, create: createRecord }, createDraftStore(window.localStorage))
  sessions.set(record.id, { session, users: 0 })
  return session
}

const forgetIfDone = (id: string): void => {
  const open = sessions.get(id)
  if (open?.users === 0 && open.session.view().isClean) sessions.delete(id)
}

/** Marks a record as shown; the returned function saves what is left and lets go of the session once nothing is unsaved. */
export const holdSession = (id: string): (() => void) => {
  const open = sessions.get(id)
  if (!open) return () => undefined
  open.users += 1
  return () => {
    open.users -= 1
    void open.session.flush().then(() => forgetIfDone(id))
  }
}

window.addEventListener('beforeunload', (event) => {
  const unsaved = [...sessions.values()].filter(({ session }) => !session.view().isClean)
  if (unsaved.length === 0) return
  for (const { session } of unsaved) void session.flush()
  event.preventDefault()
})

const flushAll = (): void => { for (const { session } of sessions.values()) void session.flush() }

window.addEventListener('blur', flushAll)
window.addEventListener('pagehide', flushAll)
