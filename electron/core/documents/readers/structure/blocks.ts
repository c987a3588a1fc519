/** Pieces that are not headings as blocks: lists begin at their numbers, captions join their picture or table. */
import { newBlockId } from '#shared/model/ids'
import type { Block } from '#shared/model/body/blocks'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import type { FinishedBlock, Line, Piece } from './piece'

/** What a list item shows in front of it by itself: 1. a) (2) iv. ① */
const plainLabel = /^(?:[（(]?(?:\d+|[a-zA-Z]|[ivxlcIVXLC]+)[.．、)）]?|[①-⑳⑴-⒛])$/

const labelText = (label: string): string => (/[、）)．。：:]$/.test(label) ? label : `${label} `)

/** The line with its automatic number in front, as text. */
export const withLabel = (line: Line): Inline[] =>
  (line.number && line.number.label !== '' ? [{ type: 'text', text: labelText(line.number.label) }, ...line.inlines] : line.inlines)

const captionPatterns = {
  image: /^(?:图|圖|照片|Figure|Fig\.?)\s*[\d一二三四五六七八九十]+/i,
  table: /^(?:附?表格?|Table)\s*[\d一二三四五六七八九十]+/i,
}
const captionStyle = /^(caption|题注)$/i
/** A style leaves less doubt than a number. */
const maxCaption = { numbered: 60, styled: 300 }

/** The line as a caption; undefined where it is none, or holds more than text. */
const captionOf = (piece: Piece | undefined, of: 'image' | 'table'): string | undefined => {
  if (piece?.kind !== 'line') return undefined
  const inlines = withLabel(piece)
  const text = inlineText(inlines).trim()
  const other = of === 'image' ? 'table' : 'image'
  const styled = captionStyle.test(piece.styleName)
  const fits = captionPatterns[of].test(text) || (styled && !captionPatterns[other].test(text))
  return fits && text.length <= maxCaption[styled ? 'styled' : 'numbered'] && inlines.every((inline) => isKnownInline(inline) && (inline.type === 'text' || inline.type === 'break')) ? text : undefined
}

const isBlock = (piece: Piece | undefined, type: 'image' | 'table'): piece is FinishedBlock => piece?.kind === 'block' && piece.block.type === type

/** A line in the style of captions that is kept with a table below it says nothing of a picture above. */
const isOfNext = (piece: Piece | undefined, next: Piece | undefined): boolean =>
  piece?.kind === 'line' && piece.keepNext && captionStyle.test(piece.styleName) && !captionPatterns.image.test(piece.text) && isBlock(next, 'table')

const joinCaptions = (pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  pieces.forEach((piece, index) => {
    const last = out.at(-1)
    const imageCaption = isBlock(last, 'image') && !isOfNext(piece, pieces[index + 1]) ? captionOf(piece, 'image') : undefined
    if (isBlock(last, 'image') && imageCaption !== undefined && !('caption' in last.block)) {
      out[out.length - 1] = { kind: 'block', block: { ...last.block, caption: imageCaption } }
      return
    }
    const tableCaption = isBlock(piece, 'table') ? captionOf(last, 'table') : undefined
    if (isBlock(piece, 'table') && tableCaption !== undefined && index > 0) {
      out[out.length - 1] = { kind: 'block', block: { ...piece.block, caption: tableCaption } }
      return
    }
    out.push(piece)
  })
  return out
}

/** For each level the number that the list would show next; empty after anything that is no list item. */
type NextNumbers = Map<number, number>

const listItem = (line: Line, number: NonNullable<Line['number']>, next: NextNumbers): Block => {
  const { level, value, bullet, box, scheme } = number
  for (const deeper of [...next.keys()]) if (deeper > level) next.delete(deeper)
  const item = { type: 'listItem' as const, id: newBlockId(), inlines: line.inlines, level, ...(line.align ? { align: line.align } : {}) }
  if (bullet) {
    next.delete(level)
    return box ? { ...item, list: 'check', ...(box === 'ticked' ? { checked: true } : {}) } : { ...item, list: 'bullet' }
  }
  const start = (next.get(level) ?? 1) === value ? {} : { start: value }
  next.set(level, value + 1)
  return { ...item, list: 'number', ...start, ...(scheme ? { scheme } : {}) }
}

const lineBlock = (line: Line, next: NextNumbers): Block => {
  const { number } = line
  if (number && (number.bullet || number.scheme !== undefined || plainLabel.test(number.label))) return listItem(line, number, next)
  next.clear()
  return { type: 'paragraph', id: newBlockId(), inlines: withLabel(line), ...(line.align ? { align: line.align } : {}) }
}

export const piecesToBlocks = (pieces: readonly Piece[]): Block[] => {
  const next: NextNumbers = new Map()
  return joinCaptions(pieces).map((piece) => {
    if (piece.kind === 'line') return lineBlock(piece, next)
    next.clear()
    return piece.block
  })
}

/** A number that comes with the style and counts within what is above it is told by the heading's place; 2.1 names its section, unless the file is ours and counts itself. */
const isToldByPlace = ({ number }: Line, isOwn: boolean): boolean => number?.byStyle === true && (isOwn || !/\d[.．]\d/.test(number.label))

/** A heading inside a section; its weight is the heading's own and no mark. `isOwn`: the file names its sections itself. */
export const headingBlock = (line: Line, level: number, isOwn: boolean): Block => ({
  type: 'heading', id: newBlockId(), level: Math.min(Math.max(level, 1), 5), ...(line.align ? { align: line.align } : {}),
  inlines: (isToldByPlace(line, isOwn) ? line.inlines : withLabel(line)).map((inline) => (isKnownInline(inline) && inline.type === 'text'
    ? { ...inline, marks: inline.marks?.filter((mark) => mark !== 'bold') ?? [] } : inline)),
})
