/**
 * One record while it is open: what the screen shows, what is unsaved, and what to do when the record changed elsewhere.
 * It outlives the page, so that leaving and coming back neither loses a word nor waits for a save.
 */
import { errorData, toFailure } from '#shared/contract/errors'
import type { Body } from '#shared/model/body/body'
import { EditableContent, type RecordFile } from '#shared/model/record'
import { createAutosave, type SaveStatus } from '../autosave/autosave'
import type { Draft, DraftStore } from '../autosave/drafts'
import { isSameJson } from '../autosave/sameJson'
import { createSender, holdsChanges, kindOfError, type RecordsApi } from '../autosave/saveToCore'

export interface SessionView {
  record: RecordFile
  /** Grows when the body comes from elsewhere than the editor, which must then start from it. */
  bodyVersion: number
  status: SaveStatus
  savedAt: string
  isClean: boolean
  /** Text that a crash, a reload or a failed save left behind, until the author takes or discards it. */
  draft: Draft | undefined
  /** False where the browser would not keep a draft, so that unsaved text is only on the screen. */
  draftKept: boolean
  /** All that is unsaved is in a recovery file: closing the window loses nothing. */
  isRecoverable: boolean
}

export interface RecordSession {
  view: () => SessionView
  subscribe: (listener: () => void) => () => void
  change: (changes: EditableContent) => void
  changeBody: (read: () => Body) => void
  /** Saves now. Shows what was written in the editor, which may be gone right after. */
  flush: () => Promise<boolean>
  /** The record as the core has it now; taken over unless something is unsaved or it is our own earlier revision. */
  receive: (record: RecordFile) => void
  /**
   * Goes on from the text that was left behind. If the record was saved since, it is put on top of what is there now, unless both
   * changed the same field: then it is a conflict for the author to decide.
   */
  takeDraft: () => Promise<void>
  discardDraft: () => void
  /** Saves mine on top of whatever stands now. */
  overwrite: () => Promise<boolean>
  /** Keeps mine as a new record under `title`, then shows theirs. Answers with the new record's id. */
  takeTheirs: (title: string) => Promise<string>
}

/** Who saved when, if the error says that someone did. */
export const conflictOf = (error: unknown): { at: string; by: string } | undefined => {
  const data = errorData.conflict.safeParse(toFailure(error)?.data)
  return data.success ? { at: data.data.at, by: data.data.by.name } : undefined
}

const editable = (content: Readonly<Record<string, unknown>>): EditableContent =>
  EditableContent.parse(Object.fromEntries(Object.keys(EditableContent.shape).map((key) => [key, content[key]])))

/** The newer of what the browser and the core kept. */
const newer = (draft: Draft | undefined, recovery: Draft | undefined): Draft | undefined =>
  (draft && recovery ? (draft.at > recovery.at ? draft : recovery) : draft ?? recovery)

/** `recovery`: an edit of the record that could not be saved and that the core kept. */
export const createRecordSession = (opened: RecordFile, records: RecordsApi, drafts: DraftStore, recovery?: Draft): RecordSession => {
  const { id } = opened
  const listeners = new Set<() => void>()
  const send = createSender(id, records)
  /** Bases of ours that are past: a slow answer that brings one back is old news, not a change. */
  const past = new Set<string>()
  let record = opened
  let bodyVersion = 0
  let draftKept = true
  let view: SessionView

  /** What the core keeps of this page's own, or of one before it. */
  let recoverable: EditableContent | undefined = recovery?.changes
  /** What is kept is of this page's own, or was taken over by it: what it saves next covers it. */
  let isOurs = false

  const discardRecovery = (): void => {
    if (!recoverable) return
    recoverable = undefined
    // One that could not be removed is offered again, which loses nothing.
    void records.discardRecovery({ id }).catch((error: unknown) => { console.warn(error) })
  }

  const discard = (): void => {
    drafts.discard(id)
    discardRecovery()
  }

  const found = newer(drafts.find(id), recovery)
  let draft = found && holdsChanges(opened.content, found.changes) ? undefined : found
  if (found && !draft) discard()

  const changed = (): void => {
    view = {
      record, bodyVersion, status: autosave.status(), savedAt: autosave.savedAt(), isClean: autosave.isClean(), draft, draftKept,
      isRecoverable: recoverable !== undefined && isSameJson(recoverable, autosave.unsaved()),
    }
    for (const listener of listeners) listener()
  }

  const setContent = (changes: EditableContent): void => {
    const content = { ...record.content }
    for (const [key, value] of Object.entries(changes)) if (value !== undefined) content[key] = value
    record = { ...record, content }
  }

  const autosave = createAutosave({ revisionId: opened.revision.id, at: opened.revision.at }, {
    send: async (base, changes) => {
      if (changes.body) setContent({ body: changes.body })
      const saved = await send(base, changes).catch(async (error: unknown) => {
        if (kindOfError(error) !== 'conflict') {
          recoverable = await records.recovery({ id }).then((kept) => kept?.changes, () => undefined)
          isOurs = true
        }
        throw error
      })
      if (isOurs) discardRecovery()
      past.add(base)
      record = { ...record, revision: { ...record.revision, id: saved.revisionId, at: saved.at } }
      return saved
    },
    kindOf: kindOfError,
    keepDraft: (unsaved) => { draftKept = drafts.keep(id, unsaved) },
    changed,
  })

  const show = (next: RecordFile): void => {
    record = next
    bodyVersion += 1
  }

  /** The revision that a draft can be saved on: the one that it was made on, or the one in place if that left its fields alone. */
  const baseFor = async ({ base, changes }: Draft): Promise<string> => {
    const made = await records.revision({ id, revisionId: base }).catch((error: unknown) => {
      if (toFailure(error)) return undefined
      throw error
    })
    const { content, revision } = record
    return made && Object.keys(changes).every((key) => isSameJson(made.content[key], content[key])) ? revision.id : base
  }

  changed()

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (changes) => {
      setContent(changes)
      autosave.change(changes)
      changed()
    },
    changeBody: autosave.changeBody,
    flush: () => {
      const body = autosave.settleBody()
      if (body) {
        setContent({ body })
        // A save may be under way: what was just written is seen now, not when that has arrived.
        changed()
      }
      return autosave.flush()
    },
    receive: (next) => {
      if (!autosave.isClean() || next.revision.id === autosave.base() || past.has(next.revision.id)) return
      past.add(autosave.base())
      show(next)
      autosave.reset({ revisionId: next.revision.id, at: next.revision.at })
    },
    takeDraft: async () => {
      if (!draft) return
      const { changes } = draft
      const base = draft.base === record.revision.id ? draft.base : await baseFor(draft)
      draft = undefined
      isOurs = true
      drafts.discard(id)
      // What a save of the draft covers goes with it; an older edit of other fields was not what the author chose.
      if (!Object.keys(recoverable ?? {}).every((key) => key in changes)) discardRecovery()
      setContent(changes)
      show(record)
      autosave.reset({ revisionId: base, at: autosave.savedAt() })
      autosave.change(changes)
      drafts.keep(id, { base, changes })
      changed()
    },
    discardDraft: () => {
      draft = undefined
      discard()
      if (!autosave.isClean()) drafts.keep(id, { base: autosave.base(), changes: autosave.unsaved() })
      changed()
    },
    overwrite: async () => {
      const there = await records.get({ id })
      return autosave.rebase(there.revision.id)
    },
    takeTheirs: async (title) => {
      const mine = editable({ ...record.content, ...autosave.unsaved() })
      const kept = await records.create({ type: record.content.type, content: { ...mine, title } })
      const there = await records.get({ id })
      discardRecovery()
      past.add(autosave.base())
      show(there)
      autosave.reset({ revisionId: there.revision.id, at: there.revision.at })
      return kept.id
    },
  }
}
