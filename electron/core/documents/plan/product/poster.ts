/** A product on one page for the wall: its name, what it is for, and its steps in type that is read from two metres, as large as fits. */
import type { TableBlock } from '#shared/model/body/blocks'
import { isFilled } from '#shared/model/gates'
import { inlineText, blockInlines } from '#shared/model/body/walk'
import { newBlockId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import { stepsOf, type Step } from '#shared/model/product/steps'
import type { RecordContent } from '#shared/model/record'
import { evenLines } from '#shared/model/slides/measure'
import { middleCell, textCell, wholeWidth } from '../cells'
import { emsOf, linesIn } from '../measure'
import { oneLine } from '../oneLine'
import type { DocumentPart } from '../plan'
import { wordsOf } from '../words.data'
import { editionText, type ProductFacts } from './facts'
import { hazardText } from './steps'

/** Millimetres, points: what the paper of a poster leaves for its text. */
export interface PosterRoom { width: number; height: number }
/** `isWhole`: all of it fits on the page. */
export interface Poster { parts: DocumentPart[]; tableSize: number; isWhole: boolean }

const pointsPerMillimetre = 72 / 25.4
const sizes = [24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7] as const
const line = 1.4
/** Points above and below a line of large type. */
const bannerGap = 12
/** Points above and below a cell's text, and beside it. */
const padding = { block: 5, inline: 9 } as const

/** Of a line's characters: no line begins with a full stop or a comma, so that the one before ends early. */
const unevenEnd = 0.6

/** Of the width: number, action, standard, hazard and control. */
const shares = [0.09, 0.2, 0.36, 0.35] as const

const purposeOf = ({ summary, body }: RecordContent): string => {
  const aim = body.sections.find((section) => section.key === 'aim' && isFilled(section))
  const first = aim?.blocks.map((block) => inlineText(blockInlines(block)).trim()).find((text) => text !== '') ?? summary.trim()
  return oneLine(first)
}

const textsOf = (step: Step, language: Language): string[] => [step.action.trim(), step.standard.trim(), hazardText(step, language)]

const sumOf = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0)

/** Points that the head and each row take at a size, all texts broken into lines. */
const heightsAt = (rows: readonly (readonly string[])[], size: number, width: number): number[] =>
  [size * line + padding.block, ...rows.map((texts) => padding.block + size * line * Math.max(...texts.map((text, index) => linesIn(text, (width * (shares[index + 1] ?? 0.3) - padding.inline) / size - unevenEnd))))]

/** Millimetres: a row of few is no higher than that. */
const highestRow = 45

/** Of the type where the steps take more than a page at any size: small, and still read. */
const overfullSize = 10

/** As high as each row may at least be for all of them to fill the room; both in points. */
const evenHeight = (heights: readonly number[], room: number): number => {
  let [rest, count] = [room, heights.length]
  for (const height of [...heights].sort((a, b) => b - a)) {
    if (height <= rest / count) return rest / count
    rest -= height
    count -= 1
  }
  return 0
}

/** Of the width: what another face may take more. */
const titleShare = 0.97
const smallestTitle = 20

/** As large as the paper holds in one or two lines that are broken by their meaning; as it comes where that would make it small. */
const fitTitle = (title: string, width: number): { text: string; size: number } => {
  const largest = Math.floor(Math.max(Math.min(44, width * 1.8 / Math.max(emsOf(title), 1), width / 9), smallestTitle))
  for (let size = largest; size >= Math.max(largest * 0.7, smallestTitle); size -= 1) {
    const lines = evenLines(title, width * titleShare, size, true)
    if (lines && lines.length <= 2) return { text: lines.join('\n'), size }
  }
  return { text: title, size: largest }
}

const stepRows = (steps: readonly Step[], language: Language): TableBlock => {
  const words = wordsOf(language)
  return {
    type: 'table', id: newBlockId(), columnWidths: wholeWidth(shares),
    rows: [
      { cells: [words.count, words.step, words.keyStandard, words.hazard].map((head) => textCell(head, { header: 'column' })) },
      ...steps.map((step, index) => ({ cells: [{ ...middleCell(String(index + 1)), header: 'row' as const }, ...textsOf(step, language).map((text) => textCell(text))] })),
    ],
  }
}

/** `room` is that of the text on the page. The steps are cut nowhere: few have high rows, many small type, and what is too much for a page goes on. */
export const posterParts = (facts: ProductFacts, language: Language, room: PosterRoom): Poster => {
  const { content } = facts
  const [width, height] = [room.width * pointsPerMillimetre, room.height * pointsPerMillimetre]
  const title = fitTitle(oneLine(content.title), width)
  const purpose = purposeOf(content)
  const steps = stepsOf(content.fields)
  const foot = [content.number, editionText(facts, language), oneLine(content.unit)].filter((each) => each !== '').join('　')
  const [middle, small] = [16, 11]
  const bannerHeight = (text: string, size: number): number => (text === '' ? 0 : size * 1.45 * linesIn(text, width / size) + bannerGap)
  const beside = bannerHeight(title.text, title.size) + bannerHeight(purpose, middle) + bannerHeight(foot, small) + bannerGap
  const rows = steps.map((step) => textsOf(step, language))
  const free = (height - beside) * 0.97
  const fitting = sizes.find((size) => sumOf(heightsAt(rows, size, width)) <= free)
  const tableSize = fitting ?? overfullSize
  const rowHeight = fitting === undefined ? 0 : Math.min(evenHeight(heightsAt(rows, tableSize, width), free) / pointsPerMillimetre, highestRow)
  return {
    tableSize, isWhole: fitting !== undefined,
    parts: [
      { kind: 'banner', ...title, tone: 'accent' },
      ...purpose === '' ? [] : [{ kind: 'banner' as const, text: purpose, size: middle, tone: 'text' as const }],
      ...steps.length === 0 ? [] : [{ kind: 'blank' as const, table: stepRows(steps, language), rowHeight }],
      { kind: 'banner', text: foot, size: small, tone: 'muted' },
    ],
  }
}
