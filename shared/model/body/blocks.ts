/** Blocks: what stands below one another in a section. Every block has an id that stays with it through edits. */
import { z } from 'zod'
import { BlockId, Sha256, Timestamp, Uuid } from '../ids'
import { RecordType } from '../recordTypes'
import { Inline } from './inlines'

export const Align = z.enum(['left', 'center', 'right', 'justify'])

const text = { id: BlockId, align: Align.optional(), indent: z.int().min(0).max(12).optional(), inlines: z.array(Inline) }

export const ParagraphBlock = z.looseObject({ type: z.literal('paragraph'), ...text })

/** A heading below the section's own: level 1 is the first level inside a section. */
export const HeadingBlock = z.looseObject({ type: z.literal('heading'), ...text, level: z.int().min(1).max(5) })

/**
 * One item of a list. Lists are flat, as in Word: neighbours of the same kind form one list, `level` nests.
 * A number runs on from the item before it at its level; `start` begins a new list at that number. `scheme` says how the number of
 * this item is written: `chinese` is 一、（一）1.（1）① by level (GB/T 9704-2012, 7.3.3), without one it is 1. a) i.
 */
export const ListItemBlock = z.looseObject({
  type: z.literal('listItem'), ...text,
  list: z.enum(['bullet', 'number', 'check']), level: z.int().min(0).max(8), start: z.int().min(0).optional(), checked: z.boolean().optional(),
  scheme: z.literal('chinese').optional(),
})

/** A picture of its own. Width and height in CSS pixels. */
export const ImageBlock = z.looseObject({
  type: z.literal('image'), id: BlockId, attachment: Sha256, alt: z.string(), caption: z.string().optional(),
  align: Align.optional(), width: z.number().positive().optional(), height: z.number().positive().optional(),
})

export const DividerBlock = z.looseObject({ type: z.literal('divider'), id: BlockId })

/**
 * Where a quote was taken from: a record at one revision, and the section and block there. What the record was called then is written
 * down too, so that it still reads where the record is missing; `at` is the revision's time.
 */
export const Citation = z.looseObject({
  recordId: Uuid, revisionId: Sha256, sectionId: z.string().optional(), blockId: z.string().optional(),
  type: RecordType.optional(), number: z.string().optional(), title: z.string().optional(), sectionTitle: z.string().optional(), at: Timestamp.optional(),
})
export type Citation = z.infer<typeof Citation>

export const QuoteBlock = z.looseObject({
  type: z.literal('quote'), id: BlockId, citation: Citation.optional(),
  get blocks(): z.ZodArray<typeof Block> { return z.array(Block) },
})

export const CalloutBlock = z.looseObject({
  type: z.literal('callout'), id: BlockId, tone: z.enum(['note', 'tip', 'warning', 'danger']),
  get blocks(): z.ZodArray<typeof Block> { return z.array(Block) },
})

/** A cell; one that a span of another covers is left out, as in HTML. `header` says whether it heads its column, its row or both. */
export const TableCell = z.looseObject({
  colSpan: z.int().min(2).optional(), rowSpan: z.int().min(2).optional(),
  header: z.enum(['column', 'row', 'both']).optional(),
  get blocks(): z.ZodArray<typeof Block> { return z.array(Block) },
})

export const TableRow = z.looseObject({ cells: z.array(TableCell) })

/** `columnWidths` in CSS pixels, one a column; absent where the table sizes itself. */
export const TableBlock = z.looseObject({
  type: z.literal('table'), id: BlockId, caption: z.string().optional(),
  columnWidths: z.array(z.number().positive()).optional(), rows: z.array(TableRow),
})

export const KnownBlock = z.discriminatedUnion('type', [
  ParagraphBlock, HeadingBlock, ListItemBlock, TableBlock, ImageBlock, QuoteBlock, CalloutBlock, DividerBlock,
])

const knownTypes: ReadonlySet<string> = new Set(Object.keys({
  paragraph: true, heading: true, listItem: true, table: true, image: true, quote: true, callout: true, divider: true,
} satisfies Record<z.infer<typeof KnownBlock>['type'], true>))

/** A block of a kind that this version does not know: carried as it came, shown as such. */
export const UnknownBlock = z.looseObject({
  id: BlockId, type: z.string().refine((type) => !knownTypes.has(type), 'a known block that does not fit its schema'),
})

export const Block = z.union([KnownBlock, UnknownBlock])

export type KnownBlock = z.infer<typeof KnownBlock>
export type UnknownBlock = z.infer<typeof UnknownBlock>
export type Block = z.infer<typeof Block>
export type QuoteBlock = z.infer<typeof QuoteBlock>
export type ListItemBlock = z.infer<typeof ListItemBlock>
export type TableBlock = z.infer<typeof TableBlock>
export type TableCell = z.infer<typeof TableCell>
export type Align = z.infer<typeof Align>

export const isKnownBlock = (block: Block): block is KnownBlock => knownTypes.has(block.type)
