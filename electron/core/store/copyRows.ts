/**
 * What the list of a tool's filled copies shows, kept in memory: a copy is read once, and again when its file may have changed. What we write
 * is told by the store, what other programs write by the watch of the folder; a name that is new or gone is seen at each list.
 */
import { isAppError, type AppError } from '#shared/contract/errors'
import type { CopyRow } from '#shared/contract/filled'
import type { FilledCopy } from '#shared/model/forms/copy'
import { failsIn } from '#shared/model/forms/validity'
import { atATime } from './atATime'
import { idOfFile, type LibraryPaths } from './folders'
import { isSameStamp, stampOf, type HeadStamp } from './headCache'
import type { Journal } from './journal'
import { createTurns } from './turns'

export interface CopyRows {
  /** The latest begun first. What can't be read is handed to `onDamage` and left out. Throws `file_unreadable`. */
  list: (toolId: string, onDamage: (path: string, error: AppError) => void) => Promise<CopyRow[]>
  /** A copy that we wrote. */
  wrote: (toolId: string, id: string) => Promise<void>
  /** Files in a tool's folder that may have changed, `all` where it is not known which. Answers whether anybody else may have changed one. */
  noticed: (toolId: string, names: ReadonlySet<string> | 'all') => Promise<boolean>
}

interface Held { row: CopyRow; stamp: HeadStamp | undefined }

/** `unsure`: the copies that have to be looked at before the next list. */
interface Tool { rows: Map<string, Held>; unsure: Set<string> | 'all' }

const readsAtATime = 16

/** Tools whose rows are kept, and files that we wrote last. */
const kept = { tools: 20, written: 256 } as const

const rowOf = ({ id, title, state, by, startedAt, savedAt, doneAt, form, values, removed }: FilledCopy): CopyRow =>
  ({ id, title, state, by, startedAt, savedAt, ...doneAt !== undefined && { doneAt }, fails: failsIn(form, values), isRemoved: removed !== undefined })

/** As the last of a map, which the oldest of it leaves where there are too many. */
const putLast = <T>(map: Map<string, T>, key: string, value: T, most: number): void => {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= most) break
    map.delete(oldest)
  }
}

export const createCopyRows = (paths: LibraryPaths, journal: Journal, read: (toolId: string, id: string) => Promise<FilledCopy | undefined>): CopyRows => {
  const tools = new Map<string, Tool>()
  const written = new Map<string, HeadStamp>()
  const inTurn = createTurns()

  const look = async (toolId: string, id: string, { rows }: Tool, onDamage: (path: string, error: AppError) => void): Promise<void> => {
    const path = paths.copy(toolId, id)
    // Before it is read: what is written meanwhile looks different.
    const stamp = journal.isPending(path) ? undefined : await stampOf(path)
    if (isSameStamp(rows.get(id)?.stamp, stamp)) return
    rows.delete(id)
    try {
      const copy = await read(toolId, id)
      if (copy) rows.set(id, { row: rowOf(copy), stamp })
    } catch (error) {
      if (!isAppError(error)) throw error
      onDamage(path, error)
    }
  }

  const list: CopyRows['list'] = async (toolId, onDamage) => inTurn(toolId, async () => {
    const tool = tools.get(toolId) ?? { rows: new Map<string, Held>(), unsure: new Set<string>() }
    putLast(tools, toolId, tool, kept.tools)
    const ids = (await journal.names(paths.copiesOf(toolId))).flatMap(idOfFile).sort().reverse()
    const { rows, unsure } = tool
    tool.unsure = new Set()
    const there = new Set(ids)
    for (const id of rows.keys()) if (!there.has(id)) rows.delete(id)
    const isUnsure = (id: string): boolean => unsure === 'all' || unsure.has(id) || rows.get(id)?.stamp === undefined
    await atATime(readsAtATime, ids.filter(isUnsure), async (id) => look(toolId, id, tool, onDamage)).catch((error: unknown) => {
      tool.unsure = 'all'
      throw error
    })
    return ids.flatMap((id) => rows.get(id)?.row ?? [])
  })

  const doubt = (toolId: string, ids: readonly string[]): void => {
    const unsure = tools.get(toolId)?.unsure
    if (unsure !== undefined && unsure !== 'all') for (const id of ids) unsure.add(id)
  }

  return {
    list,
    wrote: async (toolId, id) => {
      doubt(toolId, [id])
      const path = paths.copy(toolId, id)
      const stamp = await stampOf(path)
      if (stamp) putLast(written, path, stamp, kept.written)
    },
    noticed: async (toolId, names) => {
      const tool = tools.get(toolId)
      if (names === 'all') {
        if (tool) tool.unsure = 'all'
        return true
      }
      const others: string[] = []
      for (const id of [...names].flatMap(idOfFile)) {
        const path = paths.copy(toolId, id)
        if (!isSameStamp(written.get(path), await stampOf(path))) others.push(id)
      }
      doubt(toolId, others)
      return others.length > 0
    },
  }
}
