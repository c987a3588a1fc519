/** Filled copies of tools: one filling-in each, kept with the form as it was then. */
import { AppError } from '#shared/contract/errors'
import type { CopyRow, OpenCopy } from '#shared/contract/filled'
import type { CopyForm, FilledCopy, FilledValues } from '#shared/model/forms/copy'
import type { RecordFile } from '#shared/model/record'
import type { StoredCopy } from '../../store/copyStore'
import type { Changes } from '../changes'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import type { UsageService } from '../usage'
import { begunCopy, finishedCopy, removedCopy, reopenedCopy, writtenCopy } from './changes'
import type { ExportCopies } from './exportCopies'

export { createExportCopies } from './exportCopies'

interface Written { title?: string | undefined; values?: FilledValues | undefined }

export interface FilledService {
  list: (toolId: string) => Promise<{ copies: CopyRow[]; unread: number }>
  get: (toolId: string, id: string) => Promise<OpenCopy>
  start: (toolId: string, id: string, title: string, values: FilledValues) => Promise<OpenCopy>
  save: (toolId: string, id: string, base: string, written: Written) => Promise<{ base: string; savedAt: string }>
  finish: (toolId: string, id: string, base: string) => Promise<OpenCopy>
  reopen: (toolId: string, id: string, base: string) => Promise<OpenCopy>
  remove: (toolId: string, ids: readonly string[], isRemoved: boolean) => Promise<null>
  purge: (toolId: string, ids: readonly string[]) => Promise<null>
  export: (toolId: string, ids: readonly string[], form: CopyForm, to: string | null, allowRestricted: boolean) => ReturnType<ExportCopies>
}

interface Parts { settings: SettingsService; sessions: SessionHolder; changes: Changes; usage: UsageService; exportCopies: ExportCopies; now: () => number }

const toOpen = ({ copy, hash }: StoredCopy): OpenCopy => ({ copy, base: hash })

export const createFilledService = ({ settings, sessions, changes, usage, exportCopies, now }: Parts): FilledService => {
  const at = (): string => new Date(now()).toISOString()

  /** Throws `not_found` for what is no tool. */
  const readTool = async (session: Session, id: string): Promise<RecordFile> => {
    const record = await session.folder.records.read(id)
    if (record.content.type !== 'tool') throw new AppError('not_found', { kind: 'record', id })
    return record
  }

  const write = async (session: Session, toolId: string, id: string, change: (stored: StoredCopy | undefined) => FilledCopy): Promise<StoredCopy> => {
    const stored = await session.write(async () => session.folder.copies.change(toolId, id, change))
    changes.publish({ type: 'filled', toolId })
    return stored
  }

  /** Throws `not_found`. */
  const change = async (toolId: string, id: string, edit: (stored: StoredCopy) => FilledCopy): Promise<StoredCopy> => write(sessions.writable(), toolId, id, (stored) => {
    if (!stored) throw new AppError('not_found', { kind: 'copy', id })
    return edit(stored)
  })

  /** Throws `conflict` where the file in place is not the one that the change was made on, unless a try before this one did it. */
  const changeOn = async (toolId: string, id: string, base: string, edit: (copy: FilledCopy) => FilledCopy, isDone: (copy: FilledCopy) => boolean = () => false): Promise<StoredCopy> => change(toolId, id, ({ copy, hash }) => {
    if (hash !== base && !isDone(copy)) throw new AppError('conflict', { id, current: hash, at: copy.savedAt, by: copy.by })
    return edit(copy)
  })

  return {
    list: async (toolId) => {
      let unread = 0
      const copies = await sessions.required().folder.copies.list(toolId, () => { unread += 1 })
      return { copies, unread }
    },
    get: async (toolId, id) => toOpen(await sessions.required().folder.copies.read(toolId, id)),
    start: async (toolId, id, title, values) => {
      const session = sessions.writable()
      const tool = await readTool(session, toolId)
      const begun = begunCopy(tool, { id, title, values, by: settings.person(), at: at() })
      // The revision that was filled in stays as it is.
      await session.seal(toolId)
      return toOpen(await write(session, toolId, id, (stored) => stored?.copy ?? begun))
    },
    save: async (toolId, id, base, written) => {
      const { copy, hash } = await changeOn(toolId, id, base, (before) => writtenCopy(before, written, at()))
      return { base: hash, savedAt: copy.savedAt }
    },
    finish: async (toolId, id, base) => {
      const counted = { isOne: false }
      const stored = await changeOn(toolId, id, base, (copy) => {
        counted.isOne = copy.state === 'open'
        return finishedCopy(copy, at())
      }, ({ state }) => state === 'done')
      if (counted.isOne) await usage.note(toolId, 'filledIn')
      return toOpen(stored)
    },
    reopen: async (toolId, id, base) => toOpen(await changeOn(toolId, id, base, (copy) => reopenedCopy(copy, at()), ({ state }) => state === 'open')),
    remove: async (toolId, ids, isRemoved) => {
      for (const id of ids) await change(toolId, id, ({ copy }) => removedCopy(copy, isRemoved, settings.person(), at()))
      return null
    },
    purge: async (toolId, ids) => {
      const session = sessions.writable()
      for (const id of ids) {
        await session.write(async () => {
          if ((await session.folder.copies.read(toolId, id)).copy.removed === undefined) throw new AppError('invalid', { issues: [{ path: 'ids', message: 'not removed before' }] })
          await session.folder.copies.purge(toolId, id)
        })
      }
      changes.publish({ type: 'filled', toolId })
      return null
    },
    export: async (toolId, ids, form, to, allowRestricted) => {
      const session = sessions.required()
      const copies: FilledCopy[] = []
      for (const id of ids) copies.push((await session.folder.copies.read(toolId, id)).copy)
      return exportCopies(await readTool(session, toolId), copies, form, to, allowRestricted)
    },
  }
}
