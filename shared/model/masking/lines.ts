/** Lines of text as one text, however their marks, links and mentions part them. */
import { BreakInline, FootnoteInline, ImageInline, isKnownInline, LinkInline, RecordLinkInline, TextInline, type Inline } from '../body/inlines'
import { replacedPieces, type Piece } from './replacements'
import { changedExtras, changedKeys, changedList, changedText, type ChangesIn } from './values'

type Link = Extract<Inline, { type: 'link' }>
type Footnote = Extract<Inline, { type: 'footnote' }>
type Labelled = Extract<Inline, { text: string }>

const isLink = (inline: Inline): inline is Inline & Link => isKnownInline(inline) && inline.type === 'link'
const isFootnote = (inline: Inline): inline is Inline & Footnote => isKnownInline(inline) && inline.type === 'footnote'
const isLabelled = (inline: Inline): inline is Inline & Labelled => isKnownInline(inline) && (inline.type === 'text' || inline.type === 'recordLink')

/** What stands in a line for something that is no text of it. */
const objectMark = '\ufffc'

/** A note hangs on the sentence without parting it. */
const piecesOf = (inlines: readonly Inline[]): Piece[] => inlines.flatMap((inline): Piece[] => {
  if (isLabelled(inline)) return [{ text: inline.text, fixed: false }]
  if (isLink(inline)) return piecesOf(inline.inlines)
  if (isFootnote(inline)) return []
  return [{ text: inline.type === 'break' ? '\n' : objectMark, fixed: true }]
})

/** The line with its pieces as they are now, in their order; one that has become empty goes, and with its label a link. */
const rebuilt = <T extends Inline>(inlines: readonly T[], next: () => string): T[] => inlines.flatMap((inline): T[] => {
  if (isLabelled(inline)) {
    const text = next()
    if (text === inline.text) return [inline]
    return text === '' ? [] : [{ ...inline, text }]
  }
  if (isLink(inline)) {
    const label = rebuilt(inline.inlines, next)
    return label.length === 0 && inline.inlines.length > 0 ? [] : [{ ...inline, inlines: label }]
  }
  if (isFootnote(inline)) return [inline]
  next()
  return [inline]
})

const shapes = {
  text: TextInline.shape, break: BreakInline.shape, link: LinkInline.shape, recordLink: RecordLinkInline.shape, image: ImageInline.shape, footnote: FootnoteInline.shape,
}

/** What an inline says beside its place in the line: an address, a picture's text, a note. */
const asideChanged = <T extends Inline>(inline: T, changesIn: ChangesIn): T => {
  if (!isKnownInline(inline)) return changedExtras(inline, {}, changesIn)
  const own = changedExtras(inline, shapes[inline.type], changesIn)
  return changedKeys(own, (value, key) => {
    if ((key === 'href' || key === 'alt') && typeof value === 'string') return changedText(value, changesIn)
    return key === 'inlines' && isFootnote(own) ? changedLine(own.inlines, changesIn) : value
  })
}

/** A line after its changes, the very same where there are none. */
export const changedLine = <T extends Inline>(inlines: T[], changesIn: ChangesIn): T[] => {
  const own = changedList(inlines, (inline) => asideChanged(inline, changesIn))
  const pieces = piecesOf(own)
  const text = pieces.map((piece) => piece.text).join('')
  const replacements = text === '' ? [] : changesIn(text)
  if (replacements.length === 0) return own
  const next = replacedPieces(pieces, replacements)
  let at = 0
  return rebuilt(own, () => next[at++] ?? '')
}
