/** What the writing of one file draws on, and what it finds out on the way. */
import type { CaptionNumbers } from './captions'
import type { Labels } from './labels.data'
import type { Lists } from './numbering'
import type { LoadedPictures } from './pictures'
import type { Warnings } from './warnings'

export interface Context {
  labels: Labels
  pictures: LoadedPictures
  /** Records that are cited or linked, where known. */
  titles: ReadonlyMap<string, { number: string; title: string }>
  lists: Lists
  captions: CaptionNumbers
  warnings: Warnings
}

/** Where blocks stand: how they look and how wide they may be. */
export interface Place {
  surface: 'page' | 'cell'
  /** The paragraph style that a quote or a callout gives to what it holds. */
  style: string | undefined
  /** In the box of a callout. */
  boxed: boolean
  /** CSS pixels. */
  width: number
  /** Heads its column or row. */
  heading: boolean
}
