/** What a library remembers of masking: words of its own, and what was decided of texts that were found. */
import { z } from 'zod'
import type { LibraryFile } from '../library'
import { isSameJson } from '../sameJson'
import { MaskDecision, type SensitiveKind } from './sensitive'

/** The latest are kept. */
const mostRemembered = 5000

/** A decision as it is written: it holds wherever the text stands. */
const Remembered = MaskDecision.omit({ recordId: true })

const listOf = (library: LibraryFile, key: 'words' | 'decisions'): readonly unknown[] => z.array(z.unknown()).safeParse(library.masking?.[key]).data ?? []

const decisionIn = (entry: unknown): MaskDecision | undefined => {
  const { data } = Remembered.safeParse(entry)
  return data && { ...data, recordId: null }
}

/** What of it this version understands. */
export const maskingMemory = (library: LibraryFile): { words: string[]; decisions: MaskDecision[] } => ({
  words: listOf(library, 'words').filter((word) => typeof word === 'string'),
  decisions: listOf(library, 'decisions').flatMap((entry) => decisionIn(entry) ?? []),
})

const withList = (library: LibraryFile, key: 'words' | 'decisions', list: readonly unknown[]): LibraryFile => {
  if (isSameJson(listOf(library, key), list)) return library
  const { masking, ...rest } = library
  const { [key]: _before, ...others } = masking ?? {}
  const next = { ...others, ...list.length > 0 && { [key]: list } }
  return Object.keys(next).length > 0 ? { ...rest, masking: next } : rest
}

/** Replaces the library's own words; what is none is carried. */
export const withMaskWords = (library: LibraryFile, words: readonly string[]): LibraryFile =>
  withList(library, 'words', [...listOf(library, 'words').filter((word) => typeof word !== 'string'), ...new Set(words)])

const isOf = (entry: unknown, { kind, text }: { kind: SensitiveKind; text: string }): boolean => {
  const decision = decisionIn(entry)
  return decision?.kind === kind && decision.text === text
}

/** Remembers those that hold wherever the text stands, in place of earlier ones of the same text; those of one record are not remembered. */
export const withMaskDecisions = (library: LibraryFile, decisions: readonly MaskDecision[]): LibraryFile => {
  const latest = new Map(decisions.filter(({ recordId }) => recordId === null).map((each) => [`${each.kind} ${each.text}`, each]))
  const kept = listOf(library, 'decisions').filter((entry) => {
    const decision = decisionIn(entry)
    return !decision || !latest.has(`${decision.kind} ${decision.text}`)
  })
  const added = [...latest.values()].map(({ recordId: _everywhere, ...decision }) => decision)
  return withList(library, 'decisions', [...kept, ...added].slice(-mostRemembered))
}

/** Forgets what is remembered of a text. */
export const withoutMaskDecision = (library: LibraryFile, kind: SensitiveKind, text: string): LibraryFile =>
  withList(library, 'decisions', listOf(library, 'decisions').filter((entry) => !isOf(entry, { kind, text })))
