/**
 * Sends one save to the core. When the link breaks, nobody knows whether the last save arrived, and one that failed may have been
 * written all the same; sent again on the same base it would then be a conflict with oneself. So a conflict after such a save looks at
 * what is there before it bothers the author.
 */
import { ConnectionLost } from '#renderer/client/connection'
import type { CoreClient } from '#shared/contract/contract'
import { toFailure } from '#shared/contract/errors'
import { normaliseBody } from '#shared/model/body/normalise'
import type { EditableContent, RecordContent } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import { isSameJson } from '#shared/model/sameJson'
import type { Saved } from './autosave'

export interface RecordsApi extends Pick<CoreClient['records'], 'get' | 'save' | 'revision' | 'recoveriesOf' | 'discardRecovery'> {
  create: (record: { id: string; type: RecordType; content: EditableContent & { title: string } }) => Promise<{ id: string }>
}

const comparable = ({ body, ...rest }: EditableContent): unknown => (body ? { ...rest, body: normaliseBody(body) } : rest)

/** Whether a record's content already says all that the changes say. */
export const holdsChanges = (content: RecordContent, changes: EditableContent): boolean => {
  const there = Object.fromEntries(Object.keys(changes).map((key) => [key, key === 'body' ? normaliseBody(content.body) : content[key]]))
  return isSameJson(there, comparable(changes))
}

/** A disk that was full, a file that was held, a drive or a right that was gone: the same save may work later. */
const passing: ReadonlySet<string> = new Set(['store_write_failed', 'file_unreadable', 'library_locked', 'library_read_only'])

export const kindOfError = (error: unknown): 'conflict' | 'lost' | 'passing' | 'failed' => {
  if (error instanceof ConnectionLost) return 'lost'
  const code = toFailure(error)?.code ?? ''
  if (code === 'conflict') return 'conflict'
  return passing.has(code) ? 'passing' : 'failed'
}

/** Whose save it is; `overwrites` if its author had not seen the base and chose to save on top of it. */
interface Editing { editing: string; overwrites: boolean }

export const createSender = (id: string, records: Pick<RecordsApi, 'get' | 'save'>) => {
  let unsure: { base: string; changes: EditableContent[] } | undefined

  const attempt = async (base: string, changes: EditableContent, by: Editing, onto: string): Promise<Saved> => {
    try {
      const { revisionId, at } = await records.save({ id, base: onto, changes, ...by })
      unsure = undefined
      return { revisionId, at }
    } catch (error) {
      if (kindOfError(error) !== 'conflict') unsure = { base, changes: [...(unsure?.base === base ? unsure.changes : []), changes] }
      throw error
    }
  }

  return async (base: string, changes: EditableContent, by: Editing): Promise<Saved> => {
    try {
      return await attempt(base, changes, by, base)
    } catch (error) {
      const mine = unsure
      if (kindOfError(error) !== 'conflict' || mine?.base !== base) throw error
      const there = await records.get({ id })
      if (!mine.changes.some((sent) => holdsChanges(there.content, sent))) throw error
      return attempt(base, changes, by, there.revision.id)
    }
  }
}
