/** Lets mammoth read an annotated document and takes over its document tree, checked, before any HTML is made of it. */
import mammoth from 'mammoth'
import { z } from 'zod'
import { damaged } from '../wholeFile'

const Text = z.object({ type: z.literal('text'), value: z.string() })
const Tab = z.object({ type: z.literal('tab') })
const Checkbox = z.object({ type: z.literal('checkbox'), checked: z.boolean() })
const Break = z.object({ type: z.literal('break'), breakType: z.string() })
const Bookmark = z.object({ type: z.literal('bookmarkStart'), name: z.string() })
const NoteReference = z.object({ type: z.literal('noteReference'), noteType: z.string(), noteId: z.string() })
const Comment = z.object({ type: z.literal('commentReference') })

const Run = z.object({
  type: z.literal('run'), styleId: z.string().nullable(), fontSize: z.number().nullable(), verticalAlignment: z.string(), highlight: z.string().nullable(),
  isBold: z.boolean(), isItalic: z.boolean(), isUnderline: z.boolean(), isStrikethrough: z.boolean(),
  get children(): z.ZodArray<typeof Element> { return z.array(Element) },
})
const Hyperlink = z.object({
  type: z.literal('hyperlink'), href: z.string().optional(),
  get children(): z.ZodArray<typeof Element> { return z.array(Element) },
})
const Paragraph = z.object({
  type: z.literal('paragraph'),
  get children(): z.ZodArray<typeof Element> { return z.array(Element) },
})
const Cell = z.object({
  type: z.literal('tableCell'), colSpan: z.number(), rowSpan: z.number(),
  get children(): z.ZodArray<typeof Element> { return z.array(Element) },
})
const Row = z.object({
  type: z.literal('tableRow'), isHeader: z.boolean(),
  get children(): z.ZodArray<typeof Element> { return z.array(Element) },
})
const Table = z.object({
  type: z.literal('table'),
  get children(): z.ZodArray<typeof Element> { return z.array(Element) },
})

const Element = z.discriminatedUnion('type', [Text, Tab, Checkbox, Break, Bookmark, NoteReference, Comment, Run, Hyperlink, Paragraph, Cell, Row, Table])
export type Element = z.infer<typeof Element>
export type NoteReference = z.infer<typeof NoteReference>
export type Paragraph = z.infer<typeof Paragraph>
export type Run = z.infer<typeof Run>
export type Table = z.infer<typeof Table>

const Note = z.object({ body: z.array(Element) })

interface Notes { resolve(reference: NoteReference): unknown }
const isNotes = (value: unknown): value is Notes =>
  typeof value === 'object' && value !== null && 'resolve' in value && typeof value.resolve === 'function'

const Document = z.object({ children: z.array(Element), notes: z.custom<Notes>(isNotes) })

export interface Tree {
  children: Element[]
  /** What a note says; undefined where the file lacks it. */
  note(reference: NoteReference): Element[] | undefined
  /** Characters of symbol fonts that have no letter. */
  lostSymbols: number
}

/**
 * `parts` are the texts of the parts that mammoth may see, by name; it looks for word/document.xml where there are no package relationships.
 * It takes an opened zip file as `file`, an input that its types don't mention; `arrayBuffer` satisfies them and is not read in Node.
 */
export const readTree = async (parts: ReadonlyMap<string, string>): Promise<Tree> => {
  const input = {
    arrayBuffer: new ArrayBuffer(0),
    file: { exists: (name: string): boolean => parts.has(name), read: (name: string): Promise<string> => Promise.resolve(parts.get(name) ?? '') },
  }
  let captured: unknown
  const transformDocument = (document: unknown): unknown => {
    captured = document
    return { type: 'document', children: [], notes: undefined, comments: [] }
  }
  try {
    const { messages } = await mammoth.convertToHtml(input, { transformDocument, includeDefaultStyleMap: false, includeEmbeddedStyleMap: false })
    const document = Document.parse(captured)
    return {
      children: document.children,
      note: (reference) => Note.optional().parse(document.notes.resolve(reference) ?? undefined)?.body,
      lostSymbols: messages.filter(({ message }) => message.startsWith('A w:sym element with an unsupported character')).length,
    }
  } catch (error) {
    throw damaged(error)
  }
}
