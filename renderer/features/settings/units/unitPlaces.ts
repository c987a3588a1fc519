/** The units of a library as a tree, and where one comes when it is moved by keys or dropped. */
import type { Word } from '#shared/contract/vocabularies'

export interface UnitItem { key: string; word: Word; children: UnitItem[] }

/** `before` is the name of the sibling that it comes before, null for the last place; `parent` null is the top. */
export interface UnitPlace { parent: string | null; before: string | null }

export type Direction = 'up' | 'down' | 'in' | 'out'

export const unitTree = (words: readonly Word[]): UnitItem[] => {
  const items = new Map(words.map((word): [string, UnitItem] => [word.key, { key: word.key, word, children: [] }]))
  const top: UnitItem[] = []
  for (const item of items.values()) {
    const above = item.word.parent === null ? undefined : items.get(item.word.parent)
    if (above) above.children.push(item)
    else top.push(item)
  }
  return top
}

const beside = (words: readonly Word[], { parent }: Word): Word[] => words.filter((word) => word.parent === parent)

const nameOf = (words: readonly Word[], key: string | null): string | null => words.find((word) => word.key === key)?.name ?? null

const nextOf = (words: readonly Word[], word: Word): string | null => {
  const siblings = beside(words, word)
  return siblings[siblings.indexOf(word) + 1]?.name ?? null
}

/** Undefined where it can't go there. */
export const placeTowards = (words: readonly Word[], word: Word, direction: Direction): UnitPlace | undefined => {
  const siblings = beside(words, word)
  const at = siblings.indexOf(word)
  const [previous, next] = [siblings[at - 1], siblings[at + 1]]
  const above = words.find(({ key }) => key === word.parent)
  switch (direction) {
    case 'up': return previous && { parent: nameOf(words, word.parent), before: previous.name }
    case 'down': return next && { parent: nameOf(words, word.parent), before: siblings[at + 2]?.name ?? null }
    case 'in': return previous && { parent: previous.name, before: null }
    case 'out': return above && { parent: nameOf(words, above.parent), before: nextOf(words, above) }
  }
}

/** `gap`: above the target (-1), below it (1), or on it (0). */
export const placeDropped = (words: readonly Word[], target: Word, gap: number): UnitPlace => {
  if (gap === 0) return { parent: target.name, before: null }
  return { parent: nameOf(words, target.parent), before: gap < 0 ? target.name : nextOf(words, target) }
}

/** From the top down to the unit itself. */
export const pathOf = (words: readonly Word[], word: Word): string[] => {
  const above = words.find(({ key }) => key === word.parent)
  return [...above ? pathOf(words, above) : [], word.name]
}
