/** A product on one page for the wall: its name, what it is for, and its steps in type that is read from two metres, as large as fits. */
import type { TableBlock } from '#shared/model/body/blocks'
import { isFilled } from '#shared/model/gates'
import { inlineText, blockInlines } from '#shared/model/body/walk'
import { newBlockId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import { stepsOf, type Step } from '#shared/model/product/steps'
import type { RecordContent } from '#shared/model/record'
import { middleCell, textCell, wholeWidth } from '../cells'
import { emsOf, linesIn } from '../measure'
import { oneLine } from '../oneLine'
import type { DocumentPart } from '../plan'
import { wordsOf } from '../words.data'
import { editionText, type ProductFacts } from './facts'
import { hazardText } from './steps'

/** Millimetres, points: what the paper of a poster leaves for its text. */
export interface PosterRoom { width: number; height: number }
export interface Poster { parts: DocumentPart[]; tableSize: number }

const pointsPerMillimetre = 72 / 25.4
const sizes = [24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7] as const
const line = 1.4
/** Points above and below a cell's text, and beside it. */
const padding = { block: 5, inline: 9 } as const

/** Of the width: number, action, standard, hazard and control. */
const shares = [0.07, 0.2, 0.37, 0.36] as const

const purposeOf = ({ summary, body }: RecordContent): string => {
  const aim = body.sections.find((section) => section.key === 'aim' && isFilled(section))
  const first = aim?.blocks.map((block) => inlineText(blockInlines(block)).trim()).find((text) => text !== '') ?? summary.trim()
  return oneLine(first)
}

const textsOf = (step: Step, language: Language): string[] => [step.action.trim(), step.standard.trim(), hazardText(step, language)]

/** Points that the rows take at a size, all texts broken into lines. */
const heightAt = (rows: readonly (readonly string[])[], size: number, width: number): number =>
  rows.reduce((sum, texts) => sum + padding.block + size * line * Math.max(...texts.map((text, index) => linesIn(text, (width * (shares[index + 1] ?? 0.3) - padding.inline) / size))), size * line + padding.block)

/** As large as a line of the paper holds, in one or two lines. */
const titleSize = (title: string, width: number): number => Math.max(Math.min(44, width * 1.8 / Math.max(emsOf(title), 1), width / 9), 20)

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

/** `room` is that of the text on the page. The steps are cut nowhere: at worst their type is small. */
export const posterParts = (facts: ProductFacts, language: Language, room: PosterRoom): Poster => {
  const { content } = facts
  const [width, height] = [room.width * pointsPerMillimetre, room.height * pointsPerMillimetre]
  const title = oneLine(content.title)
  const purpose = purposeOf(content)
  const steps = stepsOf(content.fields)
  const [big, middle, small] = [titleSize(title, width), 16, 11]
  const above = big * (1.25 * linesIn(title, width / big) + 0.3) + (purpose === '' ? 0 : middle * (1.25 * linesIn(purpose, width / middle) + 0.3)) + small * 3.5
  const rows = steps.map((step) => textsOf(step, language))
  const tableSize = sizes.find((size) => heightAt(rows, size, width) <= (height - above) * 0.94) ?? 7
  const foot = [content.number, editionText(facts, language), oneLine(content.unit)].filter((each) => each !== '').join('　')
  return {
    tableSize,
    parts: [
      { kind: 'banner', text: title, size: big, tone: 'accent' },
      ...purpose === '' ? [] : [{ kind: 'banner' as const, text: purpose, size: middle, tone: 'text' as const }],
      ...steps.length === 0 ? [] : [{ kind: 'blank' as const, table: stepRows(steps, language), rowHeight: 10 }],
      { kind: 'banner', text: foot, size: small, tone: 'muted' },
    ],
  }
}
