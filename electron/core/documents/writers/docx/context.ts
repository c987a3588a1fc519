/** What the writing of one file draws on, and what it finds out on the way. */
import type { Language } from '#shared/model/language'
import type { CaptionNumbers } from './captions'
import type { Labels } from '../../plan/labels.data'
import type { Look } from './look'
import type { Lists } from './numbering'
import type { LoadedPictures } from './pictures'
import type { Warnings } from './warnings'

export interface Context {
  look: Look
  labels: Labels
  language: Language
  pictures: LoadedPictures
  /** Records that are cited or linked, where known. */
  titles: ReadonlyMap<string, { number: string; title: string }>
  lists: Lists
  captions: CaptionNumbers
  /** Half points: what tables are set in that are set smaller than others. */
  tableSizes: Set<number>
  warnings: Warnings
}

/** Where blocks stand: how they look and how wide they may be. */
export interface Place {
  surface: 'page' | 'cell'
  /** The paragraph style that a quote or a callout gives to what it holds. */
  style: string | undefined
  /** In the box of a callout. */
  boxed: boolean
  /** CSS pixels. A picture may be as high as that: it leaves its caption room on the same page. */
  width: number
  height: number
  /** Of the heading above: those among the blocks go on from it. */
  level: number
  /** Whether those headings are numbered, as the one above is. */
  isNumbered: boolean
  /** Heads its column or row. */
  heading: boolean
  /** Half points, in a table that is set smaller than others. */
  tableSize?: number
}
