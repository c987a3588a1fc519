/** What the writing of one document as pages draws on, and what it finds out on the way. */
import type { DocumentPreset } from '#shared/model/document/preset'
import type { Language } from '#shared/model/language'
import type { HeadingNumbers } from '../../plan/headingNumbers'
import type { Labels } from '../../plan/labels.data'
import type { DocumentPlan } from '../../plan/plan'
import type { Warnings } from '../docx/warnings'
import type { HtmlContext } from '../html/context'
import type { ReadPictures } from './pictures'

/** What the contents list: the id of a heading, its level, and its text with the number before it. */
export interface Listed { id: string; level: number; text: string }

export interface PageContext {
  html: HtmlContext
  labels: Labels
  language: Language
  preset: DocumentPreset
  titles: DocumentPlan['titles']
  pictures: ReadPictures
  numbers: HeadingNumbers
  /** In the order of the document. */
  headings: Listed[]
  warnings: Warnings
}

/** Where blocks stand. `box` is the class that a quote or a callout gives to what it holds; headings go on from `level`. `width` in CSS pixels. */
export interface PagePlace { isCell: boolean; box: string; level: number; isNumbered: boolean; width: number }
