/** What stands inside a line of text. Unknown kinds and keys are kept as they came. */
import { z } from 'zod'
import { BlockId, Sha256, Uuid } from '../ids'

/** Marks in the order in which they are written; a mark we do not know is kept after these. */
export const markOrder = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript', 'code', 'highlight'] as const

export const TextInline = z.looseObject({ type: z.literal('text'), text: z.string(), marks: z.array(z.string()).optional() })

export const BreakInline = z.looseObject({ type: z.literal('break') })

/** A link out of the library. Its content is text alone. */
export const LinkInline = z.looseObject({ type: z.literal('link'), href: z.string(), inlines: z.array(TextInline) })

/** A link to another record; `text` is what is shown, so that it still reads where the record is missing. */
export const RecordLinkInline = z.looseObject({ type: z.literal('recordLink'), recordId: Uuid, text: z.string() })

/** A picture inside a line (a symbol, a formula). Width and height in CSS pixels (96 a inch). */
export const ImageInline = z.looseObject({
  type: z.literal('image'), attachment: Sha256, alt: z.string(), width: z.number().positive().optional(), height: z.number().positive().optional(),
})

export const FootnoteInline = z.looseObject({ type: z.literal('footnote'), id: BlockId, inlines: z.array(z.union([TextInline, BreakInline, LinkInline])) })

export const KnownInline = z.discriminatedUnion('type', [TextInline, BreakInline, LinkInline, RecordLinkInline, ImageInline, FootnoteInline])
export type KnownInline = z.infer<typeof KnownInline>

const knownTypes: ReadonlySet<string> = new Set(Object.keys({
  text: true, break: true, link: true, recordLink: true, image: true, footnote: true,
} satisfies Record<KnownInline['type'], true>))

export const UnknownInline = z.looseObject({ type: z.string().refine((type) => !knownTypes.has(type), 'a known inline that does not fit its schema') })
export type UnknownInline = z.infer<typeof UnknownInline>

export const Inline = z.union([KnownInline, UnknownInline])
export type Inline = z.infer<typeof Inline>
export type TextInline = z.infer<typeof TextInline>

export const isKnownInline = (inline: Inline): inline is KnownInline => knownTypes.has(inline.type)
