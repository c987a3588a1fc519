/** mammoth's tree as a row of pieces. A picture that is more than a sign in its line becomes a block of its own. */
import { newBlockId } from '#shared/model/ids'
import type { Align } from '#shared/model/body/blocks'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { piecesToBlocks } from '../structure/blocks'
import type { FinishedBlock, Line, Piece } from '../structure/piece'
import type { ParagraphFacts } from './annotate'
import { parseMark } from './bookmarks'
import { lineText, readInlines, trimLine, type ImageInline, type ParagraphInlines } from './inlines'
import type { Element, Paragraph } from './mammothTree'
import type { Source } from './source'
import type { StyleFacts } from './styles'
import { readTable } from './tables'

const noFacts: ParagraphFacts = { styleId: null, own: {}, boxed: false, contents: false, fonts: new Set() }

const paragraphFacts = (source: Source, children: readonly Element[]): ParagraphFacts => {
  // A paragraph whose end was deleted flows into the next one: the last mark is the one that still ends it.
  const mark = children.flatMap((child) => (child.type === 'bookmarkStart' ? parseMark(child.name) ?? [] : [])).findLast(({ kind }) => kind === 'paragraph')
  return (mark && source.paragraphs[mark.index]) ?? noFacts
}

/** Our own writer says in it that a section holds nothing. */
const emptySectionStyle = 'SectionNone'

const alignments: Readonly<Record<string, Align>> = { center: 'center', right: 'right', end: 'right' }

const isContentsStyle = /^(toc \d|TOC Heading|目录\s*\d)$/i

const headingFonts = /黑体|SimHei|小标宋|Heiti|STXiaoBiaoSong/i

const countNumber = (source: Source, facts: ParagraphFacts, style: StyleFacts): Line['number'] => {
  const numId = facts.own.numId ?? style.numId
  if (numId === undefined || numId === '0') return undefined
  const level = facts.own.numLevel ?? (facts.own.numId === undefined ? style.numLevel : undefined)
  const number = source.numberer.count(numId, level, facts.styleId)
  return number && { ...number, list: numId, byStyle: facts.own.numId === undefined }
}

const mainSize = (sizes: ReadonlyMap<number, number>): number | undefined => [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0]

/** CSS pixels: a picture no higher than this, with text beside it, is a sign in its line. */
const signHeight = 40

const isImage = (inline: Inline): inline is ImageInline => isKnownInline(inline) && inline.type === 'image'

const imageBlock = ({ attachment, alt, width, height }: ImageInline, align: Align | undefined): FinishedBlock => ({
  kind: 'block',
  block: {
    type: 'image', id: newBlockId(), attachment, alt, ...(align ? { align } : {}),
    ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }),
  },
})

/** Cuts a line at its pictures, floating ones last; answers at least one line. */
const cutAtPictures = ({ inlines, floating }: ParagraphInlines): (Inline[] | ImageInline)[] => {
  const hasText = lineText(inlines).trim() !== ''
  const parts: (Inline[] | ImageInline)[] = []
  const last: ImageInline[] = []
  let current: Inline[] = []
  for (const inline of inlines) {
    if (!isImage(inline) || (hasText && !floating.has(inline) && (inline.height ?? Infinity) <= signHeight)) current.push(inline)
    else if (floating.has(inline)) last.push(inline)
    else { parts.push(current, inline); current = [] }
  }
  return [...parts, current, ...last]
}

const paragraphPieces = (source: Source, paragraph: Paragraph): Piece[] => {
  const facts = paragraphFacts(source, paragraph.children)
  if (facts.styleId === emptySectionStyle) return []
  const style = source.styles.paragraph(facts.styleId)
  const read = readInlines(source, paragraph.children, style)
  const align = alignments[facts.own.align ?? style.align ?? '']
  const fonts = [...facts.fonts].map((font) => (font === '' ? style.font ?? '' : font))
  let number = countNumber(source, facts, style)
  const pieces: Piece[] = []
  for (const part of cutAtPictures(read)) {
    if (!Array.isArray(part)) { pieces.push(imageBlock(part, align)); continue }
    const inlines = trimLine(part)
    if (inlines.length === 0) continue
    pieces.push({
      kind: 'line', inlines, text: lineText(inlines).trim(), align, number, styleName: style.name ?? '', outline: facts.own.outline ?? style.outline,
      bold: read.characters > 0 && read.bold === read.characters, headingFace: fonts.length > 0 && fonts.every((font) => headingFonts.test(font)),
      size: mainSize(read.sizes) ?? source.styles.defaultSize, boxed: facts.boxed, section: facts.section, keepNext: facts.own.keepNext ?? style.keepNext ?? false, contents: facts.contents || (isContentsStyle.test(style.name ?? '') && !/[。；;]/.test(lineText(inlines))),
    })
    number = undefined
  }
  return pieces
}

/** The pieces of a document or a cell, in reading order. */
export const toPieces = (source: Source, children: readonly Element[]): Piece[] => children.flatMap((child): Piece[] => {
  if (child.type === 'paragraph') return paragraphPieces(source, child)
  if (child.type !== 'table') return []
  const block = readTable(child, {
    blocks: (elements) => piecesToBlocks(toPieces(source, elements)),
    facts: (elements) => elements.flatMap((element) => (element.type === 'paragraph' ? [paragraphFacts(source, element.children).cell] : [])).find((cell) => cell !== undefined),
  })
  return block ? [{ kind: 'block', block }] : []
})
