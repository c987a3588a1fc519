/**
 * One filled copy while it is open: what the screen shows, what is unsaved, and what became of saving it. It outlives the page, so that
 * leaving and coming back loses nothing; what is unsaved is kept in the browser too, by each window in an entry of its own.
 */
import { z } from 'zod'
import { ConnectionLost } from '#renderer/client/connection'
import type { CoreClient } from '#shared/contract/contract'
import { toFailure } from '#shared/contract/errors'
import type { OpenCopy } from '#shared/contract/filled'
import type { FilledCopy, FilledValues } from '#shared/model/forms/copy'
import { newId, Sha256, Timestamp } from '#shared/model/ids'

/** A save waits for this pause in writing, and a failed one is tried again after this long, then longer and longer. Milliseconds. */
const pauseMs = 800
const firstRetryMs = 2000
const longestRetryMs = 30_000

export interface Written { title?: string | undefined; values?: FilledValues | undefined }

export type CopyStatus = { kind: 'saved' | 'waiting' | 'saving' } | { kind: 'failed'; error: unknown; again: boolean } | { kind: 'conflict' }

export interface CopyView { copy: FilledCopy; base: string; status: CopyStatus; isClean: boolean; /** Grows when the values come from elsewhere than this page. */ version: number }

export interface CopySession {
  view: () => CopyView
  subscribe: (listener: () => void) => () => void
  write: (written: Written) => void
  /** Saves now. False if something is still unsaved afterwards. */
  flush: () => Promise<boolean>
  /** The copy as the core has it now; taken over unless something is unsaved. */
  receive: (open: OpenCopy) => void
  /** What the core made of the copy when it was asked to: shown in any case. */
  show: (open: OpenCopy) => void
  /** After a conflict: goes on from what stands there, or saves what stands here on top of it. */
  takeTheirs: () => Promise<void>
  overwrite: () => Promise<boolean>
}

type Api = Pick<CoreClient['filled'], 'get' | 'save'>

const Draft = z.object({ base: Sha256, at: Timestamp, title: z.string().optional(), values: z.record(z.string(), z.unknown()).optional() })

const passing: ReadonlySet<string> = new Set(['store_write_failed', 'file_unreadable', 'library_locked', 'library_read_only'])

/** A draft with the entry that it stands in, as it stands there. */
interface FoundDraft { key: string; text: string; draft: z.infer<typeof Draft> }

const readDraft = (text: string): z.infer<typeof Draft> | undefined => {
  try {
    return Draft.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The drafts of a copy, the latest first. */
const findDrafts = (storage: Storage, prefix: string): FoundDraft[] => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  .filter((key) => key.startsWith(prefix))
  .flatMap((key) => {
    const text = storage.getItem(key) ?? ''
    const draft = readDraft(text)
    return draft ? [{ key, text, draft }] : []
  })
  .sort((a, b) => (a.draft.at < b.draft.at ? 1 : -1))

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sorted = (values: FilledValues): unknown => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))

/** Whether a copy says all that was written. */
const holds = (copy: FilledCopy, { title, values }: Written): boolean =>
  (title === undefined || copy.title === title) && (values === undefined || isSame(sorted(copy.values), sorted(values)))

export const createCopySession = (opened: OpenCopy, api: Api, storage: Storage): CopySession => {
  const { id, toolId } = opened.copy
  const prefix = `liangfang.filled.${id}.`
  const key = prefix + newId()
  const listeners = new Set<() => void>()
  /** Bases of ours that are past: an answer that brings one back is old news. */
  const past = new Set<string>()
  let { copy, base } = opened
  let status: CopyStatus = { kind: 'saved' }
  let unsaved: Written = {}
  let version = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  let retryMs = firstRetryMs
  /** What was sent on this base without an answer: it may have been written all the same. */
  let unsure: Written[] = []
  /** Drafts of earlier windows that this one goes on with, or has no need of: they stand until that is saved. */
  let taken: FoundDraft[] = []
  let view: CopyView

  const isClean = (): boolean => Object.keys(unsaved).length === 0 && running === undefined

  const changed = (): void => {
    view = { copy, base, status, isClean: isClean(), version }
    for (const listener of listeners) listener()
  }

  const keepDraft = (): void => {
    try {
      if (Object.keys(unsaved).length > 0) {
        storage.setItem(key, JSON.stringify({ base, at: new Date().toISOString(), ...unsaved }))
        return
      }
      storage.removeItem(key)
      // What its window has written since is that window's.
      for (const draft of taken) if (storage.getItem(draft.key) === draft.text) storage.removeItem(draft.key)
      taken = []
    } catch (error) {
      console.warn(error)
    }
  }

  const later = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  const saved = (next: string, at: string): void => {
    past.add(base)
    base = next
    unsure = []
    copy = { ...copy, savedAt: at }
    retryMs = firstRetryMs
  }

  /** Whether what stands there is ours, from a save that was not answered for: then the next is made on it. */
  const isOurs = async (): Promise<boolean> => {
    const there = await api.get({ toolId, id })
    if (!unsure.some((sent) => holds(there.copy, sent))) return false
    saved(there.base, there.copy.savedAt)
    return true
  }

  const failed = (error: unknown, sent: Written): void => {
    unsaved = { ...sent, ...unsaved }
    unsure = [...unsure, sent]
    const again = error instanceof ConnectionLost || passing.has(toFailure(error)?.code ?? '')
    status = { kind: 'failed', error, again }
    if (!again) return
    later(retryMs)
    retryMs = Math.min(retryMs * 2, longestRetryMs)
  }

  const saveOnce = async (): Promise<boolean> => {
    const sent = unsaved
    unsaved = {}
    if (status.kind !== 'failed') status = { kind: 'saving' }
    changed()
    try {
      const answer = await api.save({ toolId, id, base, ...sent })
      saved(answer.base, answer.savedAt)
      return true
    } catch (error) {
      if (toFailure(error)?.code !== 'conflict') { failed(error, sent); return false }
      unsaved = { ...sent, ...unsaved }
      // Sent again on top of it, so that it is surely on disk when it is answered for.
      if (await isOurs().catch(() => false)) return true
      status = { kind: 'conflict' }
      return false
    }
  }

  const saveAll = async (): Promise<boolean> => {
    let isSaved = true
    while (isSaved && Object.keys(unsaved).length > 0) isSaved = await saveOnce()
    running = undefined
    if (isSaved) status = { kind: 'saved' }
    keepDraft()
    changed()
    return isSaved
  }

  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    if (running) return running
    if (Object.keys(unsaved).length === 0) return Promise.resolve(true)
    if (status.kind === 'conflict') return Promise.resolve(false)
    running = saveAll()
    return running
  }

  const write = (written: Written): void => {
    copy = { ...copy, ...written.title !== undefined && { title: written.title }, ...written.values && { values: written.values } }
    unsaved = { ...unsaved, ...written }
    if (status.kind === 'saved') status = { kind: 'waiting' }
    keepDraft()
    if (status.kind !== 'conflict') later(pauseMs)
    changed()
  }

  const show = (open: OpenCopy): void => {
    past.add(base)
    copy = open.copy
    base = open.base
    unsure = []
    unsaved = {}
    status = { kind: 'saved' }
    version += 1
    keepDraft()
    changed()
  }

  changed()
  const drafts = copy.state === 'open' ? findDrafts(storage, prefix) : []
  const latest = drafts.find(({ draft }) => !holds(copy, draft))
  taken = drafts.filter((each) => each === latest || holds(copy, each.draft))
  if (latest) {
    // On another base it is a conflict, for the author to decide.
    base = latest.draft.base
    write({ ...latest.draft.title !== undefined && { title: latest.draft.title }, ...latest.draft.values && { values: latest.draft.values } })
  } else if (taken.length > 0) keepDraft()

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    write,
    flush,
    receive: (open) => { if (isClean() && open.base !== base && !past.has(open.base)) show(open) },
    show,
    takeTheirs: async () => { show(await api.get({ toolId, id })) },
    overwrite: async () => {
      base = (await api.get({ toolId, id })).base
      status = { kind: 'waiting' }
      return flush()
    },
  }
}
