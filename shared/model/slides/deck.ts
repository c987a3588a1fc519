/**
 * Slides as they are made from records: what stands on each, already fitted, so that PowerPoint and the app's own presenting show the same.
 * Where each thing stands is in frame.ts; sizes are points on a slide of 13.333 × 7.5 inches.
 */
import { z } from 'zod'
import { BlockId, Sha256, Uuid } from '../ids'
import { Language } from '../language'
import { DeckTheme } from './theme'

export const DeckSpan = z.object({ text: z.string(), bold: z.boolean().optional(), accent: z.boolean().optional() })
/** One paragraph or list item; `mark` is the number or sign before it, empty for none. */
export const DeckLine = z.object({ level: z.int().min(0).max(3), mark: z.string(), spans: z.array(DeckSpan) })
export type DeckLine = z.infer<typeof DeckLine>

/** `width` and `height` in pixels of the picture itself. */
export const DeckPicture = z.object({ attachment: Sha256, alt: z.string(), caption: z.string(), width: z.number(), height: z.number() })
export type DeckPicture = z.infer<typeof DeckPicture>

/** A cell that a span of another covers is left out, as in HTML. */
export const DeckCell = z.object({ text: z.string(), header: z.boolean(), colSpan: z.int().min(1), rowSpan: z.int().min(1) })
/** `widths` are shares of one; the first `headRows` rows are repeated on each slide that goes on with it. */
export const DeckTable = z.object({ widths: z.array(z.number()), headRows: z.int(), rows: z.array(z.array(DeckCell)), size: z.number(), caption: z.string() })
export type DeckTable = z.infer<typeof DeckTable>

/** Bars before and after; one whose figures are no numbers is in no chart. */
export const DeckChart = z.object({ categories: z.array(z.string()), series: z.array(z.object({ name: z.string(), values: z.array(z.number()) })), unit: z.string() })
export type DeckChart = z.infer<typeof DeckChart>

/** Which record and section a slide comes of. */
export const DeckSource = z.object({ recordId: Uuid, number: z.string(), title: z.string(), section: z.string() })

const slide = {
  id: z.string(),
  /** Small, above the title: what this belongs to. */
  kicker: z.string(), title: z.string(),
  /** The full text behind what is shown. */
  notes: z.string(), source: DeckSource.nullable(),
  /** The agenda item that it belongs to, null outside a meeting. */
  itemId: BlockId.nullable(),
  /** Which of how many slides the same thing goes over. */
  part: z.int().min(1), parts: z.int().min(1),
}

export const Slide = z.discriminatedUnion('layout', [
  z.object({ layout: z.literal('cover'), ...slide, subtitle: z.string(), lines: z.array(z.string()) }),
  /** Begins an agenda item or a record. */
  z.object({ layout: z.literal('section'), ...slide, subtitle: z.string(), lines: z.array(z.string()) }),
  z.object({ layout: z.literal('text'), ...slide, lines: z.array(DeckLine), size: z.number() }),
  z.object({ layout: z.literal('textPicture'), ...slide, lines: z.array(DeckLine), size: z.number(), picture: DeckPicture }),
  /** The picture has more of the width than the text. */
  z.object({ layout: z.literal('textWidePicture'), ...slide, lines: z.array(DeckLine), size: z.number(), picture: DeckPicture }),
  z.object({ layout: z.literal('picture'), ...slide, picture: DeckPicture }),
  z.object({ layout: z.literal('table'), ...slide, table: DeckTable }),
  /** `lines` stand above the table, `below` below it; either may be empty. */
  z.object({ layout: z.literal('textTable'), ...slide, lines: z.array(DeckLine), size: z.number(), table: DeckTable, below: z.array(DeckLine) }),
  z.object({ layout: z.literal('chart'), ...slide, chart: DeckChart, lines: z.array(DeckLine), size: z.number() }),
  z.object({ layout: z.literal('closing'), ...slide, lines: z.array(z.string()) }),
])
export type Slide = z.infer<typeof Slide>
export type SlideLayout = Slide['layout']

/** `author` and `language` are those of the file's properties. */
export const Deck = z.object({ title: z.string(), author: z.string().optional(), language: Language.optional(), footer: z.string(), theme: DeckTheme, slides: z.array(Slide) })
export type Deck = z.infer<typeof Deck>
