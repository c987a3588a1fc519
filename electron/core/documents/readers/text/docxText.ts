/** The text of a Word file, a piece for each heading and what stands under it. Tables are lines with tabs between their cells. */
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import { bodyPieces } from '#shared/model/body/walk'
import { withDocx, type OpenedDocx } from '../docx/openDocx'
import { toPieces } from '../docx/pieces'
import { withLabel } from '../structure/blocks'
import { findHeadings, headingTitle, usualManner } from '../structure/headings'
import type { Piece } from '../structure/piece'
import { readAside } from './docxAside'
import { limitText, type FileText, type FileTextPiece } from './fileText'

const textsOf = (blocks: readonly Block[]): string[] => bodyPieces({ version: 1, preamble: [...blocks], sections: [] }).map(({ text }) => text)

const linesOf = (piece: Piece): string[] => {
  if (piece.kind === 'line') return textsOf([{ type: 'paragraph', id: '', inlines: withLabel(piece) }])
  const { block } = piece
  if (!isKnownBlock(block) || block.type !== 'table') return textsOf([block])
  return block.rows.map(({ cells }) => cells.map((cell) => textsOf(cell.blocks).join(' ')).join('\t'))
}

const gather = ({ tree, styles, numberer, main }: OpenedDocx): FileTextPiece[] => {
  const read = toPieces({ styles, numberer, paragraphs: main.paragraphs, pictures: [], note: (reference) => tree.note(reference) }, tree.children)
  // A table of contents repeats the headings.
  const pieces = read.filter((piece) => piece.kind === 'block' || !piece.contents)
  const headings = new Map(findHeadings(pieces, new Set(), usualManner(pieces), 'case').map((heading) => [heading.index, headingTitle(heading)]))
  const gathered: { lines: string[]; heading?: string }[] = [{ lines: [] }]
  pieces.forEach((piece, index) => {
    const heading = headings.get(index)
    if (heading !== undefined) gathered.push({ lines: [], heading })
    gathered.at(-1)?.lines.push(...linesOf(piece))
  })
  return gathered.map(({ lines, ...place }) => ({ ...place, text: lines.join('\n') }))
}

/** Rejects with ReadFailure. A file without text has no pieces. */
export const readDocxText = async (path: string): Promise<FileText> => withDocx(path, async (opened) => ({ ...limitText(gather(opened)), aside: await readAside(opened.source) }))
