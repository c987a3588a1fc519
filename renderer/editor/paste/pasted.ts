/** What was read from a clipboard, and what of it a body has no place for. */
import type { Block } from '#shared/model/body/blocks'

/**
 * What was there and was not taken, counted: pictures whose bytes the clipboard does not hold, hidden rows and passages, players and
 * embedded pages, links that open no page, comments, formulas of which only the text is left, tables too deep in one another.
 */
export interface LeftOut { pictures: number, hidden: number, embedded: number, links: number, comments: number, formulas: number, nested: number }

export const nothingLeftOut = (): LeftOut => ({ pictures: 0, hidden: 0, embedded: 0, links: 0, comments: 0, formulas: 0, nested: 0 })

export interface Pasted { blocks: Block[], leftOut: LeftOut }

/** More than this is not put into a text that is being edited: the window would stand still for seconds. */
export const limits = {
  /** Of the clipboard's HTML without its pictures, in characters. */
  html: 24_000_000,
  /** Of its style sheets together, in characters. */
  styles: 4_000_000,
  /** Of the text, in characters. */
  text: 400_000,
  /** Of blocks, cells and pieces of text together. */
  parts: 30_000,
  /** How deep quotes and tables stand in one another. */
  depth: 3,
}

export class PasteTooLarge extends Error {
  override name = 'PasteTooLarge'
}
