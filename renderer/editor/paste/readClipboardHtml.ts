/** A clipboard's HTML, however the program wrote it that it comes from, as blocks of a body. Pure: nothing is fetched, nothing is run. */
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import type { Inline } from '#shared/model/body/inlines'
import { findFootnotes } from './footnotes'
import { nothingLeftOut, type Pasted } from './pasted'
import { findPictures, type Companions, type FoundPicture } from './pictureSources'
import { readFlow } from './readNodes'
import { styleReader } from './styles'

export interface PictureWords {
  /** What stands in the text for a picture whose bytes are there. */
  taken: (picture: FoundPicture & { file: File }) => Inline
  /** What stands for one that is not there. */
  missing: (alt: string) => string
}

const highestLevel = 5

const headingLevels = (blocks: readonly Block[]): number[] => blocks.flatMap((block) => {
  if (!isKnownBlock(block)) return []
  if (block.type === 'heading') return [block.level]
  return block.type === 'quote' || block.type === 'callout' ? headingLevels(block.blocks) : []
})

/** The highest heading that was pasted becomes the highest inside a section; the others keep their distance from it. */
const withLevelsFrom = (blocks: readonly Block[], highest: number): Block[] => blocks.map((block): Block => {
  if (!isKnownBlock(block)) return block
  if (block.type === 'heading') return { ...block, level: Math.min(Math.max(block.level - highest, 0) + 1, highestLevel) }
  return block.type === 'quote' || block.type === 'callout' ? { ...block, blocks: withLevelsFrom(block.blocks, highest) } : block
})

/** One cell of a spreadsheet is its text, not a table of one cell. */
const withoutLoneCell = (blocks: Block[]): Block[] => {
  const [only, ...others] = blocks
  if (!only || others.length > 0 || !isKnownBlock(only) || only.type !== 'table') return blocks
  const [row, ...otherRows] = only.rows
  const [cell, ...otherCells] = row?.cells ?? []
  return cell && otherRows.length === 0 && otherCells.length === 0 ? cell.blocks : blocks
}

export const readClipboardHtml = (document: Document, companions: Companions, words: PictureWords): Pasted => {
  const styleOf = styleReader(document)
  const pictures = findPictures(document, styleOf, companions)
  const leftOut = nothingLeftOut()
  const pictureNameOf = (element: Element): Inline | undefined => {
    const picture = pictures.get(element)
    if (!picture) return undefined
    leftOut.pictures += 1
    return { type: 'text', text: words.missing(picture.alt) }
  }
  const blocks = readFlow(document.body.childNodes, {
    styleOf, leftOut, footnotes: findFootnotes(document, styleOf), extent: { text: 0, parts: 0 }, pictureNameOf,
    pictureOf: (element) => {
      const picture = pictures.get(element)
      return picture?.file ? words.taken({ ...picture, file: picture.file }) : pictureNameOf(element)
    },
  }, 0)
  return { blocks: withLevelsFrom(withoutLoneCell(blocks), Math.min(...headingLevels(blocks))), leftOut }
}
