/** What a selection in a source is taken as: a passage of one block, or whole blocks. */

export interface Block { id: string; text: string }

/** One end of a selection: the block that stands in the section itself, and how far into its text. */
export interface Point { blockId: string; offset: number }

/** What `products.excerpt` is asked for. Without `text` the blocks are meant whole. */
export interface Choice { blockIds: string[]; text?: string }

export const wholeBlock = (id: string): Choice => ({ blockIds: [id] })

/** A passage of one line of text, the line itself where all of it is meant; undefined where nothing is. */
export const passageChoice = ({ id, text }: Block, from: number, to: number): Choice | undefined => {
  const passage = text.slice(from, to).trim()
  if (passage === '') return undefined
  return passage === text.trim() ? wholeBlock(id) : { blockIds: [id], text: passage }
}

/** The blocks between two ends, whole; one of which nothing is selected is left out. */
export const blocksChoice = (blocks: readonly Block[], from: Point, to: Point): Choice | undefined => {
  const first = blocks.findIndex(({ id }) => id === from.blockId)
  const last = blocks.findIndex(({ id }) => id === to.blockId)
  if (first === -1 || last === -1) return undefined
  const meant = blocks.slice(first, last + 1).filter(({ id, text }, index, { length }) => {
    if (text.trim() === '') return true
    if (index === 0 && length > 1 && id === from.blockId) return text.slice(from.offset).trim() !== ''
    return index === 0 || id !== to.blockId || text.slice(0, to.offset).trim() !== ''
  })
  return meant.length > 0 ? { blockIds: meant.map(({ id }) => id) } : undefined
}
