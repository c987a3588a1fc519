/** All that the mapping of a document to our body draws on, and what it finds out on the way. */
import type { ParagraphFacts } from './annotate'
import type { Element, NoteReference } from './mammothTree'
import type { Numberer } from './numbering'
import type { PlacedPicture } from './pictures'
import type { Styles } from './styles'

export interface Source {
  styles: Styles
  numberer: Numberer
  paragraphs: readonly ParagraphFacts[]
  pictures: readonly PlacedPicture[]
  note: (reference: NoteReference) => Element[] | undefined
}
