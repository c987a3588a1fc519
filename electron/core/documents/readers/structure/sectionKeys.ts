/** Which of a type's sections a heading stands for: by its whole title first, then by a word that it contains. */
import type { LibraryType } from '#shared/model/recordTypes'
import { withoutNumber } from './headingNumber'
import { sectionSynonyms } from './sectionSynonyms.data'

/** 【背景】 as 背景. */
export const withoutBrackets = (title: string): string =>
  title.trim().replace(/^(?:【([^【】]+)】|《([^《》]+)》|〔([^〔〕]+)〕|\[([^[\]]+)\])$/, '$1$2$3$4').trim()

/** Without number, spaces and punctuation; full-width and capital letters made plain. */
const plainTitle = (title: string): string => withoutNumber(withoutBrackets(title).trim()).normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')

type Words = readonly { word: string; key: string }[]

const wordsOf = (type: LibraryType): Words =>
  Object.entries(sectionSynonyms[type]).flatMap(([key, words]) => words.map((word) => ({ word, key })))

const words: Readonly<Record<LibraryType, Words>> = { case: wordsOf('case'), experience: wordsOf('experience'), tool: wordsOf('tool') }
const exact: Readonly<Record<LibraryType, ReadonlyMap<string, string>>> = {
  case: new Map(words.case.map(({ word, key }) => [word, key])),
  experience: new Map(words.experience.map(({ word, key }) => [word, key])),
  tool: new Map(words.tool.map(({ word, key }) => [word, key])),
}

/** No name of a section is longer, whatever number and spaces stand with it. */
const maxTitle = 50

/** The key whose title this is, word for word. */
export const exactSectionKey = (title: string, type: LibraryType): string | undefined =>
  (title.length > maxTitle ? undefined : exact[type].get(plainTitle(title)))

/** A title longer than this says more than a section's name, and a word in it proves nothing. */
const maxContaining = 20

const isHan = (word: string): boolean => /^\p{Script=Han}/u.test(word)

/** The longest synonym in a text, the earlier of two. Latin words count only as whole titles: "method" is in too much. */
const containedKey = (text: string, type: LibraryType): string | undefined => {
  let best: { word: string; key: string; at: number } | undefined
  for (const { word, key } of words[type]) {
    const at = isHan(word) ? text.indexOf(word) : -1
    if (at !== -1 && (!best || word.length > best.word.length || (word.length === best.word.length && at < best.at))) best = { word, key, at }
  }
  return best?.key
}

const likelyKey = (title: string, type: LibraryType): string | undefined => {
  const text = plainTitle(title)
  if (text.length > maxContaining) return undefined
  // In 成效不佳的原因 the word after the last 的 is what it is about.
  const head = text.slice(text.lastIndexOf('的') + 1)
  return exact[type].get(head) ?? containedKey(head, type) ?? containedKey(text, type)
}

/** A key for each title, each key once, null for the rest; `told` are those that the file names itself. A title that is a section's name has it before one that only contains it. */
export const sectionKeys = (titles: readonly string[], type: LibraryType, told: readonly (string | null | undefined)[] = []): (string | null)[] => {
  const keys: (string | null)[] = titles.map((_, index) => told[index] ?? null)
  for (const find of [exactSectionKey, likelyKey]) {
    titles.forEach((title, index) => {
      const key = keys[index] === null && told[index] === undefined ? find(title, type) : undefined
      if (key !== undefined && !keys.includes(key)) keys[index] = key
    })
  }
  return keys
}
