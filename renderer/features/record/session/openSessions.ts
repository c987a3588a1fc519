/** The sessions of this page: saved when the window is left, tried again when it is come back to, and the warning before it closes on them. */
import { core } from '#renderer/client/client'
import type { RecordFile } from '#shared/model/record'
import { createDraftStore, type Draft } from '../autosave/drafts'
import { createRecord } from './createRecord'
import { createRecordSession, type RecordSession } from './recordSession'
import { createSessionRegistry } from './sessionRegistry'

const sessions = createSessionRegistry()

const { get, save, revision, recoveriesOf, discardRecovery } = core.records
const records = { get, save, revision, recoveriesOf, discardRecovery, create: createRecord }

/** `kept`: edits of the record that could not be saved and that the core kept, for a session that begins here. */
export const sessionOf = (record: RecordFile, kept: readonly Draft[]): RecordSession =>
  sessions.of(record, () => createRecordSession(record, records, createDraftStore(window.localStorage), kept))

export const holdSession = sessions.hold

window.addEventListener('beforeunload', (event) => {
  const unsaved = sessions.all().filter((session) => !session.saving().isClean)
  for (const session of unsaved) void session.flush()
  // What the core keeps to the last word is offered again: nobody is held up for it.
  if (unsaved.some((session) => !session.saving().isRecoverable)) event.preventDefault()
})

const flushAll = (): void => { for (const session of sessions.all()) void session.flush() }

window.addEventListener('blur', flushAll)
// Whoever comes back may have made room on the disk, or plugged the drive in.
window.addEventListener('focus', flushAll)
window.addEventListener('pagehide', flushAll)
