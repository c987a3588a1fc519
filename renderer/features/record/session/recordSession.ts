/**
 * One record while it is open: what the screen shows, what is unsaved, and what to do when the record changed elsewhere.
 * It outlives the page, so that leaving and coming back neither loses a word nor waits for a save.
 */
import { errorData, toFailure } from '#shared/contract/errors'
import type { Body } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import { EditableContent, type RecordContent, type RecordFile, type RevisionFile } from '#shared/model/record'
import { isSameJson } from '#shared/model/sameJson'
import { createAutosave, type SaveStatus } from '../autosave/autosave'
import type { Draft, DraftStore } from '../autosave/drafts'
import { createSender, holdsChanges, kindOfError, type RecordsApi } from '../autosave/saveToCore'
import { leftBehind, type KeptPlace, type LeftBehind } from './leftBehind'

/** The record as it is on the page. It stays the same object while only its saving goes on, which changes with every other key. */
export interface ShownRecord {
  record: RecordFile
  /** Grows when the body comes from elsewhere than the editor, which must then start from it. */
  bodyVersion: number
}

/** How far saving has come, and what needs the author for it. */
export interface SavingView {
  status: SaveStatus
  savedAt: string
  isClean: boolean
  /** Text that a crash, a reload or a failed save left behind, until the author takes or discards it; then the next, the latest first. */
  draft: Draft | undefined
  /** How many more there are after it. */
  draftsAfter: number
  /** False where the browser would not keep a draft, so that unsaved text is only on the screen. */
  draftKept: boolean
  /** All that is unsaved is in a recovery file: closing the window loses nothing. */
  isRecoverable: boolean
  /** Fields whose text is not one that they can have: it is on the screen and not saved. */
  refused: readonly RefusableField[]
}

/** A title that is missing or too long, the date, a date or number among the fields of a type or library by its key, or a cell of a table. */
export type RefusableField = 'title' | 'titleLong' | `date${string}` | `number ${string}` | `cell ${string}`

export interface RecordSession {
  view: () => ShownRecord
  saving: () => SavingView
  subscribe: (listener: () => void) => () => void
  change: (changes: EditableContent) => void
  changeBody: (read: () => Body) => void
  /** Says what stands in a field that can't have it and is kept from being saved; undefined once it can. */
  refuse: (field: RefusableField, typed: string | undefined) => void
  /** What stands in such a field, also after its page was left. */
  refusedText: (field: RefusableField) => string | undefined
  /** Saves now. Shows what was written in the editor, which may be gone right after. */
  flush: () => Promise<boolean>
  /** The record as the core has it now; taken over unless something is unsaved or it is our own earlier revision. */
  receive: (record: RecordFile) => void
  /** The record after something that the core did to it for us, a move or a change of its files: what was written meanwhile goes on top of it. */
  goOn: (record: RecordFile) => Promise<void>
  /**
   * Goes on from the text that was left behind. If the record was saved since, it is put on top of what is there now, unless both
   * changed the same field: then it is a conflict for the author to decide. What is unsaved here is saved first; where that fails and the
   * text takes its place, it is left behind in its turn.
   */
  takeDraft: () => Promise<void>
  /** Offered no more once neither browser nor core keeps it. */
  discardDraft: () => Promise<void>
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

const withChanges = (before: RecordContent, changes: EditableContent): RecordContent => {
  const content = { ...before }
  for (const [key, value] of Object.entries(changes)) if (value !== undefined) content[key] = value
  return content
}

/** Whether other changes would take the place of what is written there. */
const isReplaced = (written: EditableContent, changes: EditableContent): boolean => {
  const there = new Map(Object.entries(written))
  return Object.entries(changes).some(([key, value]) => there.has(key) && !isSameJson(there.get(key), value))
}

/** `recoveries`: edits of the record that could not be saved and that the core kept. */
export const createRecordSession = (opened: RecordFile, records: RecordsApi, drafts: DraftStore, recoveries: readonly Draft[]): RecordSession => {
  const { id } = opened
  const listeners = new Set<() => void>()
  const send = createSender(id, records)
  /** Bases of ours that are past: a slow answer that brings one back is old news, not a change. */
  const past = new Set<string>()
  let record = opened
  let bodyVersion = 0
  let draftKept = true
  const refused = new Map<RefusableField, string>()
  let view: ShownRecord = { record, bodyVersion }
  let saving: SavingView

  /** By which browser and core tell what they keep of ours from what others left. */
  let editing = newId()
  /** What the core keeps of ours. */
  let recoverable: EditableContent | undefined
  /** Where that is kept which we have taken up: it stays until ours is saved, or kept with the core. */
  let takenFrom: readonly KeptPlace[] = []
  /** The revision that the author chose to overwrite. */
  let overwritten: string | undefined
  /** The new record that was to keep ours, and could not be created. */
  let copyId: string | undefined

  const warn = (error: unknown): void => { console.warn(error) }

  const letGo = async ({ keeper, editing: kept }: KeptPlace): Promise<void> => {
    if (keeper === 'browser') drafts.keep(id, kept, undefined)
    else await records.discardRecovery({ id, editing: kept })
  }

  /** One that could not be removed is offered again, which loses nothing. */
  const discard = (places: readonly KeptPlace[]): void => { for (const place of places) void letGo(place).catch(warn) }

  const discardTaken = (): void => {
    discard(takenFrom)
    takenFrom = []
  }

  const found = leftBehind(drafts.find(id), recoveries)
  let left = found.filter(({ changes, places }) => {
    const isSaved = holdsChanges(opened.content, changes)
    if (isSaved) discard(places)
    return !isSaved
  })

  const changed = (): void => {
    if (view.record !== record || view.bodyVersion !== bodyVersion) view = { record, bodyVersion }
    saving = {
      status: autosave.status(), savedAt: autosave.savedAt(), isClean: autosave.isClean(), draftKept,
      draft: left[0], draftsAfter: Math.max(0, left.length - 1),
      refused: [...refused.keys()], isRecoverable: recoverable !== undefined && isSameJson(recoverable, autosave.unsaved()),
    }
    for (const listener of listeners) listener()
  }

  const setContent = (changes: EditableContent): void => { record = { ...record, content: withChanges(record.content, changes) } }

  const autosave = createAutosave({ revisionId: opened.revision.id, at: opened.revision.at }, {
    send: async (base, changes) => {
      if (changes.body) setContent({ body: changes.body })
      const sent = editing
      const saved = await send(base, changes, { editing: sent, overwrites: base === overwritten }).catch(async (error: unknown) => {
        if (kindOfError(error) !== 'conflict') {
          recoverable = await records.recoveriesOf({ id }).then((kept) => kept.find((edit) => edit.editing === sent)?.changes, () => undefined)
          if (recoverable && isSameJson(recoverable, changes)) discardTaken()
        }
        throw error
      })
      // The core has let go of what it kept of ours.
      recoverable = undefined
      discardTaken()
      past.add(base)
      record = { ...record, revision: { ...record.revision, id: saved.revisionId, at: saved.at } }
      return saved
    },
    kindOf: kindOfError,
    keepDraft: (unsaved) => { draftKept = drafts.keep(id, editing, unsaved) },
    changed,
  })

  const show = (next: RecordFile): void => {
    record = next
    bodyVersion += 1
  }

  /** What a draft was made on, undefined where that is not here. */
  const readBase = async ({ base }: Draft): Promise<RevisionFile | undefined> => records.revision({ id, revisionId: base }).catch((error: unknown) => {
    if (toFailure(error)) return undefined
    throw error
  })

  /** The revision that a draft can be saved on: the one that it was made on, or the one in place if that left its fields alone. */
  const baseFor = ({ base, changes }: Draft, made: RevisionFile | undefined): string =>
    (made && Object.keys(changes).every((key) => isSameJson(made.content[key], record.content[key])) ? record.revision.id : base)

  const receive = (next: RecordFile): void => {
    if (!autosave.isClean() || next.revision.id === autosave.base() || past.has(next.revision.id)) return
    past.add(autosave.base())
    // Editors need not begin anew for a file that was renamed, or came or went.
    if (isSameJson({ ...next.content, attachments: [] }, { ...record.content, attachments: [] })) record = next
    else show(next)
    autosave.reset({ revisionId: next.revision.id, at: next.revision.at })
  }

  const flush = (): Promise<boolean> => {
    const body = autosave.settleBody()
    if (body) {
      setContent({ body })
      // A save may be under way: what was just written is seen now, not when that has arrived.
      changed()
    }
    return autosave.flush()
  }

  /** What is unsaved becomes one more that was left behind; what is written from here on is another editing. */
  const leaveBehind = (): LeftBehind => {
    const mine = { editing, base: autosave.base(), at: new Date().toISOString(), changes: autosave.unsaved() }
    drafts.keep(id, editing, mine)
    const places: KeptPlace[] = [{ keeper: 'browser', editing }, ...(recoverable ? [{ keeper: 'core' as const, editing }] : []), ...takenFrom]
    editing = newId()
    recoverable = undefined
    takenFrom = []
    return { ...mine, places }
  }

  changed()

  return {
    view: () => view,
    saving: () => saving,
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
    refuse: (field, typed) => {
      const isNew = refused.has(field) !== (typed !== undefined)
      if (typed === undefined) refused.delete(field)
      else refused.set(field, typed)
      if (isNew) changed()
    },
    refusedText: (field) => refused.get(field),
    flush,
    receive,
    goOn: async (next) => {
      if (!next.revision.parents.includes(autosave.base())) { receive(next); return }
      const mine = autosave.unsaved()
      // The editor goes on with what it has, unless its text was changed too, as the places of a file that was replaced are.
      if (!mine.body && !isSameJson(next.content.body, record.content.body)) bodyVersion += 1
      record = { ...next, content: withChanges(next.content, mine) }
      past.add(autosave.base())
      if (autosave.isClean()) autosave.reset({ revisionId: next.revision.id, at: next.revision.at })
      else await autosave.rebase(next.revision.id)
      changed()
    },
    takeDraft: async () => {
      const draft = left[0]
      if (!draft) return
      const made = autosave.isClean() && draft.base === record.revision.id ? undefined : await readBase(draft)
      // From here to the end nothing is under way: a save that came home later would bring its own revision along.
      await flush()
      if (left[0] !== draft) return
      const base = baseFor(draft, made)
      const mine = autosave.unsaved()
      const rest = left.slice(1)
      left = isReplaced(mine, draft.changes) ? [leaveBehind(), ...rest] : rest
      takenFrom = [...takenFrom, ...draft.places]
      const changes = { ...mine, ...draft.changes }
      setContent(changes)
      show(record)
      autosave.reset({ revisionId: base, at: autosave.savedAt() })
      autosave.change(changes)
      drafts.keep(id, editing, { base, changes })
      changed()
    },
    discardDraft: async () => {
      const draft = left[0]
      if (!draft) return
      // Whoever leaves once the offer is gone is not offered it again.
      await Promise.all(draft.places.map(letGo))
      left = left.filter((each) => each !== draft)
      changed()
    },
    overwrite: async () => {
      const there = await records.get({ id })
      overwritten = there.revision.id
      const isSaved = await autosave.rebase(there.revision.id)
      if (isSaved && copyId !== undefined) {
        void records.discardRecovery({ id: copyId, editing: copyId }).catch(warn)
        copyId = undefined
      }
      return isSaved
    },
    takeTheirs: async (title) => {
      const mine = editable({ ...record.content, ...autosave.unsaved() })
      copyId ??= newId()
      const kept = await records.create({ id: copyId, type: record.content.type, content: { ...mine, title } })
      const there = await records.get({ id })
      copyId = undefined
      if (recoverable) discard([{ keeper: 'core', editing }])
      recoverable = undefined
      discardTaken()
      past.add(autosave.base())
      show(there)
      autosave.reset({ revisionId: there.revision.id, at: there.revision.at })
      return kept.id
    },
  }
}
