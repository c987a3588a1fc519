/** What the index is given of a record or of anything else that is to be found: nothing of it is known to be a record here. */
import type { Field } from '../postings/fields'

/** Where a piece of text stands, for whoever opens it: the index keeps it and gives it back. */
export interface PiecePlace {
  blockId?: string | undefined
  sectionId?: string | undefined
  sectionTitle?: string | undefined
  /** Of a file with pages: which one, from 1. */
  page?: number | undefined
}

export interface SearchPiece extends PiecePlace { field: Field; text: string }

export interface SearchDocument {
  id: string
  pieces: readonly SearchPiece[]
  /** What it is counted and filtered by, each as `facet:value`. */
  labels: readonly string[]
  /** The day as yyyymmdd, 0 for none. */
  date: number
  /** Milliseconds since 1970: tells states of the same document apart. */
  updatedAt: number
  /** How often it was used. */
  uses: number
}
