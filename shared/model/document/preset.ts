/**
 * How a document of the company looks: its page, faces, sizes, spacing and numbers. Three presets are built in (standardPresets.data.ts); a
 * library keeps its own in `library.json`. Word and the preview read the same one.
 */
import { z } from 'zod'

const colour = z.string().regex(/^[0-9A-F]{6}$/, 'six hexadecimal digits')
const face = z.string().trim().min(1).max(60)
/** Points. */
const size = z.number().min(5).max(120)
/** Millimetres. */
const margin = z.number().min(0).max(80)

export const DocumentPreset = z.looseObject({
  /** `official`, `workInstruction` or `plain`, or an id of the library's own. */
  id: z.string().min(1).max(60),
  /** What a library calls its own; empty for those that are built in, which the screen names. */
  name: z.string().max(100),
  page: z.looseObject({ paper: z.enum(['A4', 'A5']), top: margin, bottom: margin, left: margin, right: margin }),
  /** `latin` is the face of Latin letters and digits everywhere; those that a newer version adds are carried. */
  faces: z.object({ title: face, heading1: face, heading2: face, heading3: face, text: face, table: face, page: face, latin: face }).catchall(face),
  sizes: z.looseObject({ title: size, heading1: size, heading2: size, heading3: size, text: size, table: size, page: size }),
  /** Of a line: exactly so many points, or so many times the height of its letters. */
  line: z.discriminatedUnion('rule', [z.looseObject({ rule: z.literal('exact'), points: z.number().min(6).max(100) }), z.looseObject({ rule: z.literal('multiple'), times: z.number().min(1).max(3) })]),
  /** Characters by which the first line of a paragraph is indented. */
  firstLine: z.int().min(0).max(4),
  /** 一、（一）1.（1） as in GB/T 9704-2012, 1 1.1 1.1.1 as in GB/T 1.1-2020, or none. */
  numbers: z.enum(['chinese', 'decimal', 'none']),
  boldHeadings: z.boolean(),
  /** — 1 — at the outer edge (GB/T 9704-2012, 7.5), 1 in the middle, or 第 1 页 共 9 页 in the middle. */
  pageNumbers: z.enum(['outside', 'centre', 'ofTotal']),
  /** Of headings, rules and heads of tables; black is plain. */
  accent: colour,
  /** Whether a single record has a cover and a table of contents; a handbook, a work package and a compilation always do. */
  cover: z.boolean(),
  contents: z.boolean(),
})
export type DocumentPreset = z.infer<typeof DocumentPreset>

/** The built-in preset that a document of a kind has where none is chosen. */
export const standardPresetIds = ['official', 'workInstruction', 'plain'] as const
export type StandardPresetId = (typeof standardPresetIds)[number]

/** Width and height in millimetres. */
export const paperSizes = { A4: { width: 210, height: 297 }, A5: { width: 148, height: 210 } } as const

/** The presets that a `library.json` keeps; what is none as this version knows them is left out. */
export const ownPresetsOf = ({ documentPresets = [] }: { documentPresets?: readonly unknown[] | undefined }): DocumentPreset[] =>
  documentPresets.flatMap((each) => { const { data } = DocumentPreset.safeParse(each); return data ? [data] : [] })
