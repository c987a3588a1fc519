/** What the outline says about a body: how long it is to read, and what it shows. */
import { isKnownBlock } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { blockInlines, bodyPieces, placedBlocks } from '#shared/model/body/walk'
import { countWords } from '#shared/text/wordCount'

/** Characters (Chinese) or words (Latin, numbers) that a practised reader takes in per minute. */
const perMinute = 450

export interface BodyFigures { words: number; minutes: number; pictures: number; tables: number }

export const bodyFigures = (body: Body): BodyFigures => {
  const blocks = [...placedBlocks(body)].map(({ block }) => block)
  const words = bodyPieces(body).reduce((sum, piece) => sum + countWords(piece.text), 0)
  const inlinePictures = blocks.flatMap(blockInlines).filter((inline) => inline.type === 'image').length
  return {
    words,
    minutes: words === 0 ? 0 : Math.max(1, Math.round(words / perMinute)),
    pictures: blocks.filter((block) => isKnownBlock(block) && block.type === 'image').length + inlinePictures,
    tables: blocks.filter((block) => isKnownBlock(block) && block.type === 'table').length,
  }
}
