/** What is known and collected while a Markdown file is read. */
import type { Definition, FootnoteDefinition } from 'mdast'
import type { Inline } from '#shared/model/body/inlines'

export interface ReadContext {
  /** The app wrote it: what stands there is meant to the letter, and its marks are read. */
  isOwn: boolean
  definitions: ReadonlyMap<string, Definition>
  notes: ReadonlyMap<string, FootnoteDefinition>
  /** What a link to a file beside this one becomes, `inside` being its text. */
  fileLink: (address: string, inside: Inline[]) => Inline[]
}

/** Deeper than any person nests what he writes: what lies below is read as plain text. */
export const deepest = 40

/** Until its file is looked for, a picture is known by its address. */
export const addressedPicture = (address: string, alt: string, size: { width?: number; height?: number } = {}): Inline & { type: 'image'; attachment: string; alt: string } =>
  ({ type: 'image', attachment: address, alt, ...size })

/** A link to another file of the same folder, until it is known which record that becomes. */
export const besideScheme = 'liangfang-beside:'
