/**
 * One filled copy while it is open: what the screen shows, what is unsaved, and what became of saving it. It outlives the page, so that
 * leaving and coming back loses nothing; what is unsaved is kept in the browser too.
 */
import { z } from 'zod'
import { ConnectionLost } from '#renderer/client/connection'
import type { CoreClient } from '#shared/contract/contract'
import { toFailure } from '#shared/contract/errors'
import type { OpenCopy } from '#shared/contract/filled'
import type { FilledCopy, FilledValues } from '#shared/model/forms/copy'
import { Sha256 } from '#shared/model/ids'

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
  /** After a conflict: goes on from what stands there, or saves what stands here on top of it. */
  takeTheirs: () => Promise<void>
  overwrite: () => Promise<boolean>
}

type Api = Pick<CoreClient['filled'], 'get' | 'save'>

const Draft = z.object({ base: Sha256, title: z.string().optional(), values: z.record(z.string(), z.unknown()).optional() })

const passing: ReadonlySet<string> = new Set(['store_write_failed', 'file_unreadable', 'library_locked', 'library_read_only'])

const readDraft = (storage: Storage, key: string): z.infer<typeof Draft> | undefined => {
  try {
    return Draft.safeParse(JSON.parse(storage.getItem(key) ?? 'null')).data
  } catch {
    return undefined
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sorted = (values: FilledValues): unknown => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))

/** Whether a copy says all that was written. */
const holds = (copy: FilledCopy, { title, values }: Written): boolean =>
  (title === undefined || copy.title === title) && (values === undefined || isSame(sorted(copy.values), sorted(values)))

export const createCopySession = (opened: OpenCopy, api: Api, storage: Storage): CopySession => {
  const { id, toolId } = opened.copy
  const key = `liangfang.filled.${id}`
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
  let view: CopyView

  const isClean = (): boolean => Object.keys(unsaved).length === 0 && running === undefined

  const changed = (): void => {
    view = { copy, base, status, isClean: isClean(), version }
    for (const listener of listeners) listener()
  }

  const keepDraft = (): void => {
    try {
      if (Object.keys(unsaved).length > 0) storage.setItem(key, JSON.stringify({ base, ...unsaved }))
      else storage.removeItem(key)
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
  const draft = copy.state === 'open' ? readDraft(storage, key) : undefined
  if (draft) {
    const { base: made, ...written } = draft
    // On another base it is a conflict, for the author to decide.
    base = made
    if (holds(copy, written)) base = opened.base
    else write(written)
    keepDraft()
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    write,
    flush,
    receive: (open) => { if (isClean() && open.base !== base && !past.has(open.base)) show(open) },
    takeTheirs: async () => { show(await api.get({ toolId, id })) },
    overwrite: async () => {
      base = (await api.get({ toolId, id })).base
      status = { kind: 'waiting' }
      return flush()
    },
  }
}
