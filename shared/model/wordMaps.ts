/** Into which words of a library those of another are led: chosen when a package is taken in, and remembered for its sender. */
import { z } from 'zod'
import { Uuid } from './ids'
import type { LibraryFile } from './library'
import { isSameJson } from './sameJson'
import { VocabularyKind } from './vocabularies/rows'

/** By kind and word; one that is not named stays as it is. */
export const WordMap = z.partialRecord(VocabularyKind, z.record(z.string(), z.string()))
export type WordMap = z.infer<typeof WordMap>

/** The words of one other library. */
const KeptWordMap = z.looseObject({ libraryId: Uuid, words: WordMap })

const wordsOf = (entry: unknown, libraryId: string): WordMap | undefined => {
  const parsed = KeptWordMap.safeParse(entry)
  return parsed.success && parsed.data.libraryId === libraryId ? parsed.data.words : undefined
}

/** What is remembered for a library, nothing where that is nothing. */
export const wordMapFor = ({ wordMaps = [] }: LibraryFile, libraryId: string): WordMap =>
  wordMaps.map((entry) => wordsOf(entry, libraryId)).find((words) => words !== undefined) ?? {}

const isEmpty = (words: WordMap): boolean => Object.values(words).every((map) => Object.keys(map).length === 0)

/** What is no entry as this version knows them is carried as it is. */
export const withWordMap = (library: LibraryFile, libraryId: string, words: WordMap): LibraryFile => {
  if (isSameJson(wordMapFor(library, libraryId), words)) return library
  const others = (library.wordMaps ?? []).filter((entry) => !wordsOf(entry, libraryId))
  const wordMaps = isEmpty(words) ? others : [...others, { libraryId, words }]
  const { wordMaps: _before, ...rest } = library
  return wordMaps.length > 0 ? { ...rest, wordMaps } : rest
}
