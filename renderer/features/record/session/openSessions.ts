/** The sessions of this page: saved when the window is left, tried again when it is come back to, and the warning before it closes on them. */
import { asksBeforeLeaving, core } from '#renderer/client/client'
import { noteEditing } from '#renderer/client/editings'
import { api, queryClient } from '#renderer/client/queries'
import { createSessionRegistry } from '#renderer/client/sessionRegistry'
import type { RecordFile } from '#shared/model/record'
import { createDraftStore, type Draft } from '../autosave/drafts'
import type { RecordsApi } from '../autosave/saveToCore'
import { createRecord } from './createRecord'
import { createRecordSession, type RecordSession } from './recordSession'

/** What was saved here is read again once its record is left: whoever comes back begins with it. */
const readAgain = async (session: RecordSession): Promise<void> => {
  const { id, revision } = session.view().record
  const input = { id }
  const known = queryClient.getQueryData(api.records.get.queryKey({ input }))
  if (known && known.revision.id !== revision.id) await queryClient.refetchQueries({ queryKey: api.records.get.key({ input }), type: 'all' })
}

/** Nothing of it is unsaved, and no field holds what it can't have. */
const isSettled = (session: RecordSession): boolean => session.saving().isClean && session.saving().refused.length === 0

const sessions = createSessionRegistry<RecordSession>({ isClean: isSettled, readAgain })

const { get, revision, recoveriesOf, discardRecovery } = core.records
const savedHere: RecordsApi['save'] = async (input, ...rest) => {
  if (input.editing !== undefined) noteEditing(input.editing)
  return core.records.save(input, ...rest)
}
const records: RecordsApi = { get, save: savedHere, revision, recoveriesOf, discardRecovery, create: createRecord }

/** `kept`: edits of the record that could not be saved and that the core kept, for a session that begins here. */
export const sessionOf = (record: RecordFile, kept: readonly Draft[]): RecordSession =>
  sessions.of(record.id, () => createRecordSession(record, records, createDraftStore(window.localStorage), kept))

export const holdSession = sessions.hold

window.addEventListener('beforeunload', (event) => {
  const unsaved = sessions.all().filter((session) => !isSettled(session))
  for (const session of unsaved) void session.flush()
  // What the core keeps to the last word is offered again: nobody is held up for it.
  if (unsaved.some((session) => {
    const { isClean, isRecoverable, refused } = session.saving()
    return (!isClean && !isRecoverable) || (asksBeforeLeaving && refused.length > 0)
  })) event.preventDefault()
})

const flushAll = (): void => { for (const session of sessions.all()) void session.flush() }

window.addEventListener('blur', flushAll)
// Whoever comes back may have made room on the disk, or plugged the drive in.
window.addEventListener('focus', flushAll)
window.addEventListener('pagehide', flushAll)
