/**
 * The queue between an author's typing and the store. It knows no framework: changes come in, whole fields go out one save
 * at a time, and whatever a save did not bring home goes back into the queue under anything newer. Nothing leaves it unsaved.
 */
import type { Body } from '#shared/model/body/body'
import type { EditableContent } from '#shared/model/record'

/** A save waits for this pause in typing, but never longer than the limit. In milliseconds, as all below. */
export const pauseMs = 1000
export const limitMs = 5000
/**
 * A draft is written in a short pause, when nobody waits for the next character: for a long body reading and storing it take longer than a
 * keystroke may. Who types without one has a draft after this long at the latest.
 */
export const draftPauseMs = 300
export const draftLimitMs = 2000
/** How soon after a lost connection the same changes are sent again; the link itself waits until the core is back. */
const resendMs = 500
/** After a failure that may pass by itself: this long at first, twice as long each time, never longer than the last. */
const firstRetryMs = 2000
const longestRetryMs = 30_000

export interface Saved { revisionId: string; at: string }

/** What is not saved yet, and the revision it was made on. */
export interface Unsaved { base: string; changes: EditableContent }

export type SaveStatus =
  | { kind: 'saved' }
  /** Changed, waiting for a pause in typing. */
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** `again`: it is tried again without being asked; `underWay`: right now. */
  | { kind: 'failed'; error: unknown; again: boolean; underWay: boolean }
  /** Someone else saved; nothing is sent until the author has chosen. */
  | { kind: 'conflict'; error: unknown }

export interface AutosavePorts {
  /** Saves whole fields made on a base. */
  send: (base: string, changes: EditableContent) => Promise<Saved>
  /** `lost` means that nobody knows whether the save arrived, `passing` that the same save may work later. */
  kindOf: (error: unknown) => 'conflict' | 'lost' | 'passing' | 'failed'
  /** Keeps what is unsaved where a crash does not reach it; undefined once all is saved. */
  keepDraft: (unsaved: Unsaved | undefined) => void
  changed: () => void
}

export interface Autosave {
  status: () => SaveStatus
  base: () => string
  savedAt: () => string
  isClean: () => boolean
  change: (changes: EditableContent) => void
  /** The body is read only when it is needed: reading it costs more than a keystroke may. */
  changeBody: (read: () => Body) => void
  /** Reads the body now, while its editor is still there; answers with it if it changed. */
  settleBody: () => Body | undefined
  /** Everything not saved yet, fields under way included. */
  unsaved: () => EditableContent
  /** Saves now, and again until nothing waits. False if something is still unsaved afterwards. */
  flush: () => Promise<boolean>
  /** Sends on top of another revision than the one the changes were made on: the author chose to overwrite it. */
  rebase: (base: string) => Promise<boolean>
  /** Lets go of what is unsaved and goes on from another revision. */
  reset: (saved: Saved) => void
}

type Timer = ReturnType<typeof setTimeout>

export const createAutosave = (start: Saved, ports: AutosavePorts): Autosave => {
  let { revisionId: base, at: savedAt } = start
  let status: SaveStatus = { kind: 'saved' }
  let fields: EditableContent = {}
  let readBody: (() => Body) | undefined
  let underWay: EditableContent | undefined
  let running: Promise<boolean> | undefined
  let drain = false
  let retryMs = firstRetryMs
  const timers: Record<'pause' | 'limit' | 'resend' | 'draft' | 'draftLimit', Timer | undefined> =
    { pause: undefined, limit: undefined, resend: undefined, draft: undefined, draftLimit: undefined }

  const become = (next: SaveStatus): void => { status = next; ports.changed() }
  const isWaiting = (): boolean => readBody !== undefined || Object.keys(fields).length > 0
  const waiting = (): EditableContent => (readBody ? { ...fields, body: readBody() } : { ...fields })
  const unsaved = (): EditableContent => ({ ...underWay, ...waiting() })

  const stop = (...names: (keyof typeof timers)[]): void => {
    for (const name of names) {
      clearTimeout(timers[name])
      timers[name] = undefined
    }
  }

  const keepDraft = (): void => {
    stop('draft', 'draftLimit')
    ports.keepDraft(isWaiting() || underWay ? { base, changes: unsaved() } : undefined)
  }

  const keepDraftSoon = (): void => {
    stop('draft')
    timers.draft = setTimeout(keepDraft, draftPauseMs)
    timers.draftLimit ??= setTimeout(keepDraft, draftLimitMs)
  }

  const schedule = (): void => {
    stop('pause')
    timers.pause = setTimeout(() => void run(), pauseMs)
    timers.limit ??= setTimeout(() => void run(), limitMs)
    keepDraftSoon()
  }

  const failed = (error: unknown): void => {
    const kind = ports.kindOf(error)
    if (kind === 'lost') timers.resend = setTimeout(() => void flush(), resendMs)
    if (kind === 'passing') {
      timers.resend = setTimeout(() => void flush(), retryMs)
      retryMs = Math.min(retryMs * 2, longestRetryMs)
    }
    become(kind === 'conflict' ? { kind, error } : { kind: 'failed', error, again: kind !== 'failed', underWay: false })
  }

  const saveOnce = async (): Promise<boolean> => {
    try {
      underWay = waiting()
      fields = {}
      readBody = undefined
      // What failed stays told until it is saved: nothing on the page moves while it is tried again.
      become(status.kind === 'failed' ? { ...status, underWay: true } : { kind: 'saving' })
      keepDraftSoon()
      const saved = await ports.send(base, underWay)
      underWay = undefined
      base = saved.revisionId
      savedAt = saved.at
      retryMs = firstRetryMs
      become(isWaiting() ? { kind: 'waiting' } : { kind: 'saved' })
      stop('draft', 'draftLimit')
      // A draft from before holds nothing that is not saved; what was typed meanwhile is written in its turn.
      if (isWaiting()) keepDraftSoon()
      else keepDraft()
      return true
    } catch (error) {
      fields = { ...underWay, ...fields }
      underWay = undefined
      failed(error)
      keepDraft()
      return false
    }
  }

  const saveAll = async (): Promise<boolean> => {
    let arrived = await saveOnce()
    while (arrived && drain && isWaiting()) arrived = await saveOnce()
    running = undefined
    drain = false
    if (arrived && isWaiting()) schedule()
    return arrived && !isWaiting()
  }

  const run = (): Promise<boolean> => {
    stop('pause', 'limit', 'resend')
    if (running) return running
    if (!isWaiting()) return Promise.resolve(true)
    if (status.kind === 'conflict') return Promise.resolve(false)
    running = saveAll()
    return running
  }

  const flush = (): Promise<boolean> => { drain = running !== undefined || isWaiting(); return run() }

  const noted = (): void => {
    if (status.kind === 'saved') become({ kind: 'waiting' })
    if (status.kind === 'conflict') keepDraftSoon()
    else schedule()
  }

  return {
    status: () => status,
    base: () => base,
    savedAt: () => savedAt,
    isClean: () => !isWaiting() && !underWay,
    unsaved,
    flush,
    change: (changes) => {
      fields = { ...fields, ...changes }
      noted()
    },
    changeBody: (read) => {
      readBody = read
      noted()
    },
    settleBody: () => {
      if (!readBody) return undefined
      fields = waiting()
      readBody = undefined
      return fields.body
    },
    rebase: (onto) => {
      base = onto
      if (status.kind === 'conflict') status = { kind: 'waiting' }
      return flush()
    },
    reset: (saved) => {
      stop('pause', 'limit', 'resend', 'draft', 'draftLimit')
      base = saved.revisionId
      savedAt = saved.at
      fields = {}
      readBody = undefined
      become({ kind: 'saved' })
      keepDraft()
    },
  }
}
