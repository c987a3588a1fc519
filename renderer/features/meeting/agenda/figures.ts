/** What the slides of a meeting say of its items: how many each has, and how long what is spoken to them is. */
import type { Deck } from '#shared/model/slides/deck'
import type { ItemFigures } from './AgendaCard'

/** Spaces are not spoken. */
const lengthOf = (notes: string): number => [...notes.replaceAll(/\s+/g, '')].length

export const figuresOf = ({ slides }: Deck): Map<string, ItemFigures> => {
  const figures = new Map<string, ItemFigures>()
  for (const { itemId, notes, part } of slides) {
    if (itemId === null) continue
    const before = figures.get(itemId) ?? { slides: 0, words: 0 }
    // What goes over several slides is spoken once.
    figures.set(itemId, { slides: before.slides + 1, words: before.words + (part === 1 ? lengthOf(notes) : 0) })
  }
  return figures
}
