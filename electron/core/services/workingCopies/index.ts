/**
 * Copies of attachments that are opened in programs of their own: made outside the library, looked at for changes, and taken back as a new
 * revision of their record. They outlast the app: what was changed while it was closed is seen when the record is opened next.
 */
import type { WorkingCopy } from '#shared/contract/attachments'
import { AppError } from '#shared/contract/errors'
import { isProgram } from '#shared/model/attachments'
import type { RecordContent, RecordFile } from '#shared/model/record'
import type { Log } from '../../ports'
import { hashFile } from '../../store/hashFile'
import type { AttachmentService } from '../attachments'
import type { Changes } from '../changes'
import { mediaTypeOf } from '../mediaTypes'
import type { Session, SessionHolder } from '../session'
import { createCopyFolder, type Copy, type CopyFolder } from './copyFolder'
import { createLooker, quietMs, type Look } from './look'
import { createCopyWatch } from './watchCopies'

export interface WorkingCopyService {
  /** Throws `not_found`, `file_not_opened` for what a system would run, `store_corrupt` for a damaged attachment, `store_write_failed`. */
  checkOut: (id: string, sha256: string) => Promise<{ path: string }>
  list: (id: string) => Promise<WorkingCopy[]>
  /** Throws `not_found`, `file_unreadable`, and what `AttachmentService.change` throws. */
  takeBack: (id: string, copyId: string, base: string) => Promise<RecordFile>
  /** Throws `store_write_failed`. One that is gone is no failure. */
  discard: (id: string, copyId: string) => Promise<null>
  /**
   * Removes the copies of a record that is gone for good. Answers the paths of those that stay: changed outside and not taken back, or held by
   * a program. `content` is what the record said last.
   */
  abandon: (session: Session, id: string, content: RecordContent) => Promise<string[]>
  close: () => void
}

interface Parts { folder: string; sessions: SessionHolder; attachments: AttachmentService; changes: Changes; now: () => number; log: Log }

const stateOf = (look: Look, { sha256 }: Copy): WorkingCopy['state'] => {
  if (look.kind !== 'read') return look.kind
  if (look.sha256 === sha256) return 'same'
  return look.isFresh ? 'writing' : 'changed'
}

/** Throws `file_unreadable` for what can't be taken back now. */
const expectWritten = (look: Look, { path }: Copy): Extract<Look, { kind: 'read' }> => {
  if (look.kind === 'gone') throw new AppError('file_unreadable', { path, reason: 'missing' })
  if (look.kind === 'unreadable') throw new AppError('file_unreadable', { path, reason: look.reason })
  if (look.isFresh) throw new AppError('file_unreadable', { path, reason: 'still being written' })
  return look
}

const attachmentOf = ({ attachments }: RecordContent, sha256: string) => attachments.find((file) => file.sha256 === sha256)

export const createWorkingCopyService = ({ folder: root, sessions, attachments, changes, now, log }: Parts): WorkingCopyService => {
  const look = createLooker(now)
  const watching = createCopyWatch((recordId) => { changes.publish({ type: 'copies', recordId }) })
  let turn: Promise<unknown> = Promise.resolve()
  let followed: Session | undefined

  /** Two that open the same file at once get one copy. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const open = (session: Session): CopyFolder => {
    if (session !== followed) watching.close()
    followed = session
    return createCopyFolder(root, session.folder.library.current().id, log)
  }

  /** What was taken back when the app ended, before that was noted: the record has these bytes, and no more those that the copy was made of. */
  const settled = async (folder: CopyFolder, id: string, content: RecordContent, copy: Copy, seen: Look): Promise<Copy> => {
    if (seen.kind !== 'read' || seen.sha256 === copy.sha256 || attachmentOf(content, copy.sha256) || !attachmentOf(content, seen.sha256)) return copy
    await folder.settle(id, copy, seen.sha256)
    return { ...copy, sha256: seen.sha256 }
  }

  const shown = async (folder: CopyFolder, id: string, content: RecordContent, found: Copy): Promise<WorkingCopy> => {
    watching.follow(found.folder, id)
    const seen = await look(found.path)
    const copy = await settled(folder, id, content, found, seen)
    const state = stateOf(seen, copy)
    if (state === 'writing') watching.later(id, quietMs)
    return {
      id: copy.id, sha256: copy.sha256, name: copy.name, path: copy.path, state,
      written: seen.kind === 'read' ? { at: seen.at, size: seen.size } : null, reason: seen.kind === 'unreadable' ? seen.reason : '',
    }
  }

  /** A copy with the bytes of an attachment, the one that is there with what was changed in it. */
  const readyCopy = async (folder: CopyFolder, id: string, source: string, of: { sha256: string; name: string }): Promise<Copy> => {
    const there = (await folder.list(id)).find((copy) => copy.sha256 === of.sha256)
    if (there && (await look(there.path)).kind !== 'gone') return there
    if ((await hashFile(source)).sha256 !== of.sha256) throw new AppError('store_corrupt', { path: source, reason: 'its bytes do not have the hash of its name' })
    if (!there) return folder.make(id, source, of)
    await folder.fill(there, source)
    return there
  }

  const find = async (folder: CopyFolder, id: string, copyId: string): Promise<Copy | undefined> => (await folder.list(id)).find((copy) => copy.id === copyId)

  return {
    checkOut: async (id, sha256) => inTurn(async () => {
      const session = sessions.required()
      const folder = open(session)
      const file = attachmentOf((await session.folder.records.read(id)).content, sha256)
      const source = file && await session.folder.attachments.find(sha256)
      if (!file || source === undefined) throw new AppError('not_found', { kind: 'attachment', id: sha256 })
      if (isProgram(file.name)) throw new AppError('file_not_opened', { path: file.name, reason: 'a program' })
      const copy = await readyCopy(folder, id, source, file)
      watching.follow(copy.folder, id)
      changes.publish({ type: 'copies', recordId: id })
      return { path: copy.path }
    }),
    list: async (id) => inTurn(async () => {
      const session = sessions.required()
      const folder = open(session)
      const copies = await folder.list(id)
      if (copies.length === 0) return []
      const { content } = await session.folder.records.read(id)
      return Promise.all(copies.map(async (copy) => shown(folder, id, content, copy)))
    }),
    takeBack: async (id, copyId, base) => inTurn(async () => {
      const session = sessions.writable()
      const folder = open(session)
      const copy = await find(folder, id, copyId)
      if (!copy) throw new AppError('not_found', { kind: 'file', id: copyId })
      const { sha256, size } = expectWritten(await look(copy.path), copy)
      const file = attachmentOf((await session.folder.records.read(id)).content, copy.sha256)
      await session.write(async () => session.folder.attachments.addFile(copy.path, { sha256, size }))
      const name = file?.name ?? copy.name
      const by = { sha256, size, name, mediaType: mediaTypeOf(name) }
      const record = await (file ? attachments.change(id, base, copy.sha256, { kind: 'replace', by }) : attachments.append(id, base, by))
      // Whoever goes on writing in the program changes what the record has now.
      await folder.settle(id, copy, sha256).catch((error: unknown) => { log.warn('a working copy was taken back, which was not noted', { copyId, error: String(error) }) })
      changes.publish({ type: 'copies', recordId: id })
      return record
    }),
    discard: async (id, copyId) => inTurn(async () => {
      const folder = open(sessions.required())
      const copy = await find(folder, id, copyId)
      if (copy) await folder.remove(id, copy)
      changes.publish({ type: 'copies', recordId: id })
      return null
    }),
    abandon: async (session, id, content) => inTurn(async () => {
      const folder = createCopyFolder(root, session.folder.library.current().id, log)
      const stay: string[] = []
      const copies = await folder.list(id).catch((error: unknown) => {
        log.warn('the working copies of a removed record were not looked at', { id, error: String(error) })
        return []
      })
      for (const copy of copies) {
        const seen = await look(copy.path)
        const isSafe = seen.kind === 'gone' || (seen.kind === 'read' && (seen.sha256 === copy.sha256 || attachmentOf(content, seen.sha256) !== undefined))
        const isGone = isSafe && await folder.remove(id, copy).then(() => true, (error: unknown) => {
          log.warn('a working copy was not removed', { copyId: copy.id, error: String(error) })
          return false
        })
        if (!isGone) stay.push(copy.path)
      }
      if (stay.length === 0) await folder.clear(id)
      changes.publish({ type: 'copies', recordId: id })
      return stay
    }),
    close: () => { watching.close() },
  }
}
