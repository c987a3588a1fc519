/** What a section says, in the pieces that slides are made of: lines of text, tables, pictures, charts. */
import { isKnownBlock, type Block, type TableBlock } from '#shared/model/body/blocks'
import type { Inline } from '#shared/model/body/inlines'
import { isKnownInline } from '#shared/model/body/inlines'
import { blockInlines, inlineText } from '#shared/model/body/walk'
import type { DeckChart, DeckLine, DeckPicture, DeckTable } from '#shared/model/slides/deck'
import type { Warnings } from '../../../documents/writers/docx/warnings'
import type { SlideLabels } from './labels.data'
import { createMarks } from './marks'
import type { FoundPictures } from './pictures'
import { lineText, plainLine, sentenceLines, spanLines } from './spans'

/** `isTight` where a record would come to more slides than are listened to: text is smaller, and more of it stands together. */
export interface PieceContext { labels: SlideLabels; warnings: Warnings; pictures: FoundPictures; isTight: boolean }

/** For what is only tried. */
export const silent: Warnings = { add: () => undefined, all: () => [] }

/** `asides` go into the notes only: footnotes, what was left out. `shares` are widths that the author gave. */
export type Piece =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'lines'; lines: DeckLine[]; asides: string[] }
  | { kind: 'cells'; rows: DeckTable['rows']; headRows: number; shares?: number[]; caption: string }
  | { kind: 'picture'; picture: DeckPicture }
  | { kind: 'chart'; chart: DeckChart; lines: DeckLine[]; asides: string[] }

/** Smaller ones are symbols in a line. CSS pixels. */
const symbolWidth = 160
const usualSize = { width: 1200, height: 900 }

interface Shown { attachment: string; alt: string; caption?: string | undefined; width?: number | undefined; height?: number | undefined }

/** A picture, or a line in its place where it is missing. */
const picturePiece = ({ attachment, alt, caption = '', width, height }: Shown, { labels, warnings, pictures }: PieceContext): Piece => {
  const found = pictures.get(attachment)
  const name = caption.trim() || alt.trim() || labels.picture
  if (!found) {
    warnings.add('picture_missing', name)
    return { kind: 'lines', lines: [plainLine(`${labels.open}${labels.pictureMissing}${labels.colon}${name}${labels.close}`, { accent: true })], asides: [] }
  }
  const size = found.size ?? (width !== undefined && height !== undefined ? { width, height } : usualSize)
  return { kind: 'picture', picture: { attachment, alt: alt.trim() || name, caption: caption.trim(), ...size } }
}

const footnotes = (inlines: readonly Inline[], { labels }: PieceContext): string[] =>
  inlines.flatMap((inline) => (isKnownInline(inline) && inline.type === 'footnote' ? [`${labels.footnote}${labels.colon}${inlineText(inline.inlines)}`] : []))

const largePictures = (inlines: readonly Inline[], context: PieceContext): Piece[] =>
  inlines.flatMap((inline) => (isKnownInline(inline) && inline.type === 'image' && (inline.width ?? 0) >= symbolWidth ? [picturePiece(inline, context)] : []))

/** The lines of some blocks as plain text, a cell's or a quote's. */
const plainText = (blocks: readonly Block[], context: PieceContext): string =>
  piecesOf(blocks, context).flatMap((piece) => {
    switch (piece.kind) {
      case 'heading': return [piece.text]
      case 'lines': return piece.lines.map(lineText)
      case 'cells': return piece.rows.map((row) => row.map(({ text }) => text).join('　'))
      case 'picture': return [`${context.labels.open}${context.labels.picture}${context.labels.colon}${piece.picture.caption || piece.picture.alt}${context.labels.close}`]
      case 'chart': return []
    }
  }).join('\n')

/** In a cell a paragraph stays whole. */
const cellText = (blocks: readonly Block[], context: PieceContext): string => {
  const marks = createMarks()
  return blocks.map((block) => {
    if (!isKnownBlock(block)) return plainText([block], context)
    if (block.type === 'listItem') return `${marks.of(block)} ${inlineText(block.inlines)}`
    marks.end()
    return block.type === 'paragraph' || block.type === 'heading' ? inlineText(block.inlines) : plainText([block], context)
  }).join('\n').trim()
}

/** Rows at the head whose every cell heads its column. */
const headRowsOf = ({ rows }: TableBlock): number => {
  const first = rows.findIndex(({ cells }) => !cells.every(({ header }) => header === 'column' || header === 'both'))
  return first === -1 ? 0 : first
}

const tablePiece = (table: TableBlock, context: PieceContext): Piece => {
  const sum = table.columnWidths?.reduce((total, width) => total + width, 0) ?? 0
  return {
    kind: 'cells', headRows: headRowsOf(table), caption: table.caption?.trim() ?? '', ...(table.columnWidths && sum > 0 ? { shares: table.columnWidths.map((width) => width / sum) } : {}),
    rows: table.rows.map(({ cells }) => cells.map(({ blocks, header, colSpan = 1, rowSpan = 1 }) => ({ text: cellText(blocks, context), header: header !== undefined, colSpan, rowSpan }))),
  }
}

const blockPieces = (block: Block, context: PieceContext, marks: ReturnType<typeof createMarks>): Piece[] => {
  const { labels, warnings } = context
  if (!isKnownBlock(block)) {
    warnings.add('unknown_block', '')
    return [{ kind: 'lines', lines: [plainLine(labels.unknownBlock)], asides: [] }]
  }
  if (block.type !== 'listItem') marks.end()
  const inlines = blockInlines(block)
  const lines = spanLines(inlines, (alt) => (alt.trim() === '' ? '' : alt))
  const more = largePictures(inlines, context)
  const asides = footnotes(inlines, context)
  switch (block.type) {
    case 'paragraph': return [{ kind: 'lines', lines: lines.flatMap((line) => sentenceLines(line, 0)), asides }, ...more]
    case 'heading': return [{ kind: 'heading', level: block.level, text: inlineText(inlines).replace(/\s+/g, ' ').trim() }]
    case 'listItem': {
      const mark = marks.of(block)
      const level = Math.min(block.level, 3)
      return [{ kind: 'lines', lines: lines.map((spans, index) => ({ level, mark: index === 0 ? mark : '', spans })), asides }, ...more]
    }
    case 'image': return [picturePiece(block, context)]
    case 'table': return block.rows.length === 0 ? [] : [tablePiece(block, context)]
    case 'divider': return []
    case 'quote': {
      const { number = '', title = '' } = block.citation ?? {}
      const source = [number, title].filter((each) => each !== '').join(labels.gap)
      return [...piecesOf(block.blocks, context), ...(source === '' ? [] : [{ kind: 'lines' as const, lines: [plainLine(`${labels.dash}${source}`, { accent: true })], asides: [] }])]
    }
    case 'callout': return [{ kind: 'lines', lines: [plainLine(labels[block.tone], { bold: true, accent: true })], asides: [] }, ...piecesOf(block.blocks, context)]
  }
}

/** Neighbouring lines are one piece; what says nothing is none. */
export const piecesOf = (blocks: readonly Block[], context: PieceContext): Piece[] => {
  const marks = createMarks()
  const pieces: Piece[] = []
  for (const piece of blocks.flatMap((block) => blockPieces(block, context, marks))) {
    const last = pieces.at(-1)
    if (piece.kind === 'lines' && last?.kind === 'lines') pieces[pieces.length - 1] = { ...last, lines: [...last.lines, ...piece.lines], asides: [...last.asides, ...piece.asides] }
    else if (piece.kind === 'heading' ? piece.text !== '' : piece.kind !== 'lines' || piece.lines.length > 0) pieces.push(piece)
  }
  return pieces
}

export const textPieces = (text: string): Piece[] => {
  const lines = text.split(/\r\n|\r|\n/).flatMap((line) => (line.trim() === '' ? [] : sentenceLines([{ text: line.trim() }], 0)))
  return lines.length > 0 ? [{ kind: 'lines', lines, asides: [] }] : []
}
