/** What is decided of opened packages, by the job that opened them, until they are taken in: also while one looks elsewhere, and when the window was closed meanwhile. */
import { create } from 'zustand'
import { asksBeforeLeaving } from '#renderer/client/client'
import type { ComparedRecord, WordsToAdd } from '#shared/contract/packageMerge'
import type { Body } from '#shared/model/body/body'
import type { WordMap } from '#shared/model/wordMaps'
import { createMergeStore, type KeptMerge } from './keptMerges'
import type { Choice, Decisions, Seen } from './takeChoice'
import { chooseWhole, startOver, type WholeChoices } from './wholeChoice'

/**
 * A body that is being written by hand. It is read when it is wanted; `note` says how it reads from now on, and nothing is drawn anew for that.
 * `head` is the revision here that it was begun on.
 */
export interface WrittenBody { head: string | null; read: () => Body; note: (read: () => Body) => void }

export const writtenBody = (jobId: string, body: Body, head: string | null): WrittenBody => {
  let latest = (): Body => body
  return { head, read: () => latest(), note: (read) => { latest = read; keepSoon(jobId) } }
}

/** Without `words` those count that were chosen when a package of the same library was last taken. */
export interface MergeDraft extends WholeChoices {
  words: WordMap | undefined
  addWords: WordsToAdd
  /** By the id of the record. */
  writing: Readonly<Record<string, WrittenBody>>
  /** The job that takes the package in. */
  taking: string | undefined
  /** Where it is kept; undefined until that was looked into. */
  place: string | undefined
}

const nothing: MergeDraft = { decisions: {}, seen: {}, setAside: {}, words: undefined, addWords: {}, writing: {}, taking: undefined, place: undefined }

const useDrafts = create<Readonly<Record<string, MergeDraft>>>(() => ({}))

const store = createMergeStore(window.localStorage)

/** So long after a change all of it is kept. */
const keepAfterMs = 1000

const toKeep = new Set<string>()
let waiting: ReturnType<typeof setTimeout> | undefined

const asKept = ({ decisions, seen, setAside, words, addWords, writing, taking }: MergeDraft): KeptMerge => ({
  decisions, seen, setAside, addWords, ...words && { words }, ...taking !== undefined && { taking },
  writing: Object.fromEntries(Object.entries(writing).map(([id, { head, read }]) => [id, { head, body: read() }])),
})

/** What could not be kept is tried again the next time. */
const keepNow = (): void => {
  clearTimeout(waiting)
  waiting = undefined
  for (const jobId of toKeep) {
    const draft = useDrafts.getState()[jobId]
    if (draft?.place === undefined || store.keep(draft.place, asKept(draft))) toKeep.delete(jobId)
  }
}

const keepSoon = (jobId: string): void => {
  toKeep.add(jobId)
  waiting ??= setTimeout(keepNow, keepAfterMs)
}

const change = (jobId: string, made: (draft: MergeDraft) => Partial<MergeDraft>): void => {
  useDrafts.setState((drafts) => {
    const draft = drafts[jobId] ?? nothing
    return { [jobId]: { ...draft, ...made(draft) } }
  })
  keepSoon(jobId)
}

export const useMergeDraft = (jobId: string): MergeDraft => useDrafts((drafts) => drafts[jobId] ?? nothing)

/** Brings back what was decided and written of the same package in the same library. */
export const resumeMerge = (jobId: string, place: string): void => {
  if (useDrafts.getState()[jobId]?.place === place) return
  keepNow()
  const { words, writing = {}, ...kept } = store.find(place) ?? {}
  const bodies = Object.entries(writing).map(([id, { head, body }]): [string, WrittenBody] => [id, writtenBody(jobId, body, head)])
  useDrafts.setState({ [jobId]: { ...nothing, ...kept, words, writing: Object.fromEntries(bodies), place } })
}

/** `seen`: the heads that were looked at. */
export const decide = (jobId: string, decisions: Decisions, seen: Seen): void => {
  change(jobId, (draft) => ({ decisions: { ...draft.decisions, ...decisions }, seen: { ...draft.seen, ...seen } }))
}

/** One choice for these records; what was merged of them part by part is set aside. */
export const choose = (jobId: string, records: readonly ComparedRecord[], choice: Choice): void => { change(jobId, (draft) => chooseWhole(draft, records, choice)) }

/** Gives up what was picked and written of a record. */
export const mergeByItself = (jobId: string, record: ComparedRecord): void => { change(jobId, (draft) => startOver(draft, record)) }

export const chooseWords = (jobId: string, words: WordMap, addWords: WordsToAdd): void => { change(jobId, () => ({ words, addWords })) }

/** What is written of a record's body by hand; undefined: no more. */
export const write = (jobId: string, id: string, written: WrittenBody | undefined): void => {
  change(jobId, ({ writing: { [id]: _before, ...others } }) => ({ writing: written ? { ...others, [id]: written } : others }))
}

export const beginTaking = (jobId: string, taking: string): void => {
  change(jobId, () => ({ taking }))
  keepNow()
}

/** The job that opened what another job takes in, if it was decided here. */
export const openedBy = (taking: string): string | undefined => Object.entries(useDrafts.getState()).find(([, draft]) => draft.taking === taking)?.[0]

/** The package was taken in by this job: nothing of what was decided is wanted any more. */
export const forgetTaken = (taking: string): void => {
  const own = Object.values(useDrafts.getState()).flatMap((draft) => (draft.taking === taking && draft.place !== undefined ? [draft.place] : []))
  const places = new Set([...own, ...store.takenBy(taking)])
  useDrafts.setState((drafts) => Object.fromEntries(Object.entries(drafts).filter(([, draft]) => draft.taking !== taking && !places.has(draft.place ?? ''))), true)
  for (const place of places) store.forget(place)
}

window.addEventListener('blur', keepNow)
window.addEventListener('pagehide', keepNow)
window.addEventListener('beforeunload', (event) => {
  keepNow()
  // Elsewhere nobody would be asked: the window would only stay a while and go then.
  if (asksBeforeLeaving && [...toKeep].some((jobId) => Object.keys(useDrafts.getState()[jobId]?.writing ?? {}).length > 0)) event.preventDefault()
})
