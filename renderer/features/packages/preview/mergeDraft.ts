/** What is decided of opened packages, kept while one looks elsewhere: by the job that opened them, until they are taken in. */
import { create } from 'zustand'
import type { WordsToAdd } from '#shared/contract/packageMerge'
import type { Body } from '#shared/model/body/body'
import type { WordMap } from '#shared/model/wordMaps'
import type { Decisions, Seen } from './takeChoice'

/**
 * A body that is being written by hand. It is read when it is wanted; `note` says how it reads from now on, and nothing is drawn anew for that.
 * `head` is the revision here that it was begun on.
 */
export interface WrittenBody { head: string | null; read: () => Body; note: (read: () => Body) => void }

export const writtenBody = (body: Body, head: string | null): WrittenBody => {
  let latest = (): Body => body
  return { head, read: () => latest(), note: (read) => { latest = read } }
}

/** Without `words` those count that were chosen when a package of the same library was last taken. */
export interface MergeDraft {
  decisions: Decisions
  seen: Seen
  words: WordMap | undefined
  addWords: WordsToAdd
  /** By the id of the record. */
  writing: Readonly<Record<string, WrittenBody>>
  /** The job that takes the package in. */
  taking: string | undefined
}

const nothing: MergeDraft = { decisions: {}, seen: {}, words: undefined, addWords: {}, writing: {}, taking: undefined }

const useDrafts = create<Readonly<Record<string, MergeDraft>>>(() => ({}))

const change = (jobId: string, made: (draft: MergeDraft) => Partial<MergeDraft>): void => {
  useDrafts.setState((drafts) => {
    const draft = drafts[jobId] ?? nothing
    return { [jobId]: { ...draft, ...made(draft) } }
  })
}

export const useMergeDraft = (jobId: string): MergeDraft => useDrafts((drafts) => drafts[jobId] ?? nothing)

/** `seen`: the heads that were looked at. */
export const decide = (jobId: string, decisions: Decisions, seen: Seen): void => {
  change(jobId, (draft) => ({ decisions: { ...draft.decisions, ...decisions }, seen: { ...draft.seen, ...seen } }))
}

export const chooseWords = (jobId: string, words: WordMap, addWords: WordsToAdd): void => { change(jobId, () => ({ words, addWords })) }

/** What is written of a record's body by hand; undefined: no more. */
export const write = (jobId: string, id: string, written: WrittenBody | undefined): void => {
  change(jobId, ({ writing: { [id]: _before, ...others } }) => ({ writing: written ? { ...others, [id]: written } : others }))
}

export const beginTaking = (jobId: string, taking: string): void => { change(jobId, () => ({ taking })) }

/** The job that opened what another job takes in, if it was decided here. */
export const openedBy = (taking: string): string | undefined => Object.entries(useDrafts.getState()).find(([, draft]) => draft.taking === taking)?.[0]

/** The package was taken in by this job: nothing of what was decided is wanted any more. */
export const forgetTaken = (taking: string): void => {
  useDrafts.setState((drafts) => Object.fromEntries(Object.entries(drafts).filter(([, draft]) => draft.taking !== taking)), true)
}

window.addEventListener('beforeunload', (event) => {
  if (Object.values(useDrafts.getState()).some(({ writing }) => Object.keys(writing).length > 0)) event.preventDefault()
})
