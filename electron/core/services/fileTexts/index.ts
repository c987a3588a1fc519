/**
 * The texts of attached files, for search: each file is read once, in the background, one after another, and its text kept in the cache.
 * Files are told apart by their hash; what they belong to is nobody's business here.
 */
import type { ImportFailure } from '#shared/contract/imports'
import type { DocumentPool } from '../../documents/documentPool'
import { ReadFailure } from '../../documents/readers/readDocument'
import { textKindOf, type FileText } from '../../documents/readers/text/fileText'
import type { Log } from '../../ports'
import { createKeptTexts, type ReadOutcome } from './keptTexts'

export type { ReadOutcome }

export interface UnreadText { name: string; failure: ImportFailure }

export interface FileTexts {
  /** The text that is kept of a file; undefined where it was not read yet, or can't be. */
  find: (sha256: string) => Promise<FileText | undefined>
  /** Has the text of a file ready: `onText` says when. Nothing comes of a file that can't be read, or has no reader for its name. */
  want: (sha256: string, path: string, name: string) => void
  /** The text of a file now, kept or read, or why it has none. Rejects once closed. */
  read: (sha256: string, path: string, name: string) => Promise<ReadOutcome>
  /** How many files are still to be read. */
  waiting: () => number
  /** The files that were wanted and can't be read, by their hash: one of their names, and why. */
  unread: () => ReadonlyMap<string, UnreadText>
  /** Forgets all files but these. */
  prune: (used: ReadonlySet<string>) => Promise<void>
  /** Reads no more. What the pool is reading is left to it; nothing is written any more. */
  close: () => Promise<void>
}

export interface FileTextsParts {
  documents: Pick<DocumentPool, 'readText'>
  /** The library's own in the cache. */
  folder: string
  onText: (sha256: string) => void
  log: Log
}

/** Another program holds it, or a drive is away: that says nothing of the file. */
const isPassing = ({ code }: ImportFailure): boolean => code === 'locked' || code === 'unreadable'

export const createFileTexts = ({ documents, folder, onText, log }: FileTextsParts): FileTexts => {
  const kept = createKeptTexts(folder)
  const queue = new Map<string, { path: string; name: string }>()
  /** What needs no second try as long as the library is open. */
  const settled = new Set<string>()
  const unread = new Map<string, UnreadText>()
  let current: string | undefined
  /** Writing and pruning: neither takes away what the other is about to use. */
  let turn: Promise<unknown> = Promise.resolve()
  let isClosed = false

  /** Rejects where the pool was closed, or with a bug. */
  const readFile = async (path: string, name: string): Promise<ReadOutcome> => {
    try {
      return { outcome: 'read', text: await documents.readText(path, name) }
    } catch (error) {
      if (error instanceof ReadFailure) return { outcome: 'failed', failure: error.failure }
      throw error
    }
  }

  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const settle = async (sha256: string, path: string, name: string): Promise<void> => {
    const known = await kept.read(sha256)
    const outcome = known ?? await readFile(path, name)
    if (isClosed) return
    if (outcome.outcome === 'failed') unread.set(sha256, { name, failure: outcome.failure })
    else unread.delete(sha256)
    // What is out of reach now is tried again when it is wanted again.
    if (outcome.outcome === 'failed' && isPassing(outcome.failure)) return
    settled.add(sha256)
    if (!known) await inTurn(async () => kept.write(sha256, outcome))
    if (outcome.outcome === 'read') onText(sha256)
  }

  const readOn = async (): Promise<void> => {
    if (current !== undefined) return
    for (const [sha256, { path, name }] of queue) {
      queue.delete(sha256)
      current = sha256
      await settle(sha256, path, name).catch((error: unknown) => {
        if (isClosed) return
        settled.add(sha256)
        unread.set(sha256, { name, failure: { code: 'unreadable', detail: String(error) } })
        log.error('the text of a file was not read or kept', { sha256, name, error: String(error) })
      })
    }
    current = undefined
  }

  return {
    find: async (sha256) => {
      const known = await kept.read(sha256)
      return known?.outcome === 'read' ? known.text : undefined
    },
    want: (sha256, path, name) => {
      if (isClosed || sha256 === current || settled.has(sha256) || textKindOf(name) === undefined) return
      queue.set(sha256, { path, name })
      void readOn()
    },
    read: async (sha256, path, name) => {
      const known = await kept.read(sha256)
      const outcome = known ?? await readFile(path, name)
      if (!known && !isClosed && !(outcome.outcome === 'failed' && isPassing(outcome.failure))) await inTurn(async () => kept.write(sha256, outcome))
      return outcome
    },
    unread: () => unread,
    waiting: () => queue.size + (current === undefined ? 0 : 1),
    prune: async (used) => {
      for (const sha256 of queue.keys()) if (!used.has(sha256)) queue.delete(sha256)
      for (const sha256 of settled) if (!used.has(sha256)) settled.delete(sha256)
      for (const sha256 of unread.keys()) if (!used.has(sha256)) unread.delete(sha256)
      await inTurn(async () => kept.prune(used))
    },
    close: async () => {
      isClosed = true
      queue.clear()
      await turn
    },
  }
}
