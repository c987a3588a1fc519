/** What the outline says about a body: how long it is to read, and what it shows. */
import { isKnownBlock } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { blockInlines, bodyPieces, placedBlocks } from '#shared/model/body/walk'
import { countWords } from '#shared/text/wordCount'
import { bySection } from './body/bySection'

/** Characters (Chinese) or words (Latin, numbers) that a practised reader takes in per minute. */
const perMinute = 450

export interface BodyFigures { words: number; minutes: number; pictures: number; tables: number }

const partFigures = bySection((part): Omit<BodyFigures, 'minutes'> => {
  const blocks = [...placedBlocks(part)].map(({ block }) => block)
  const inlinePictures = blocks.flatMap(blockInlines).filter((inline) => inline.type === 'image').length
  return {
    words: bodyPieces(part).reduce((sum, piece) => sum + countWords(piece.text), 0),
    pictures: blocks.filter((block) => isKnownBlock(block) && block.type === 'image').length + inlinePictures,
    tables: blocks.filter((block) => isKnownBlock(block) && block.type === 'table').length,
  }
})

export const bodyFigures = (body: Body): BodyFigures => {
  const parts = partFigures(body)
  const sum = (key: keyof (typeof parts)[number]): number => parts.reduce((so, part) => so + part[key], 0)
  const words = sum('words')
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(words / perMinute)), pictures: sum('pictures'), tables: sum('tables') }
}
