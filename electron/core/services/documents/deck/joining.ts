/** What of a chapter has room on one slide: text beside a picture or a chart, a heading with what it heads, a sentence or two in a caption. */
import type { DeckLine, DeckPicture } from '#shared/model/slides/deck'
import { fitLines } from '#shared/model/slides/fitLines'
import { chartBoxes, frame, slideText, type Box } from '#shared/model/slides/frame'
import { textWidth } from '#shared/model/slides/measure'
import type { Piece } from './pieces'
import { lineText } from './spans'

type Lines = Extract<Piece, { kind: 'lines' }>
type Chart = Extract<Piece, { kind: 'chart' }>
type Captioned = Extract<Piece, { kind: 'cells' | 'picture' }>

/** Of text that stands beside something, in points. */
export const besideSizes = [26, 24, 22, 20, 18] as const

/** Beside a picture that is wider than `wide` there is less room for text; one wider than `widest` needs the whole slide. Width to height. */
const [wide, widest] = [1.75, 2.6]
/** One that is wider than this is too small beside much text. */
const widestBesideMuch = 2.3
const fewLines = 2

export const isWide = ({ width, height }: DeckPicture): boolean => width / height > wide

interface Beside { layout: 'textPicture' | 'textWidePicture'; size: number; lines: DeckLine[] }

/** Text as it stands beside a picture; undefined where there is no room for both. */
export const besidePicture = (lines: readonly DeckLine[], picture: DeckPicture, isTight: boolean): Beside | undefined => {
  const shape = picture.width / picture.height
  const fitted = (layout: Beside['layout'], box: Box, sizes: readonly number[]): Beside | undefined => {
    const { size, pages: [shown = [], more] } = fitLines(lines, box, sizes)
    return more ? undefined : { layout, size, lines: shown }
  }
  const narrow = isWide(picture) && shape <= widest ? fitted('textWidePicture', frame.bodyNarrow, isTight ? [24, 22, 20, 18] : [24, 22, 20]) : undefined
  return narrow ?? (shape <= widestBesideMuch ? fitted('textPicture', frame.bodyLeft, besideSizes) : undefined)
}

/** What is said of results stands beside a chart of them, above its figures or below. */
export const besideChart = (chart: Chart, before: Pick<Lines, 'lines' | 'asides'>, after: Pick<Lines, 'lines' | 'asides'>): Chart | undefined => {
  const lines = [...before.lines, ...chart.lines, ...after.lines]
  return fitLines(lines, chartBoxes(chart.chart.categories.length, true).text, besideSizes).pages.length <= 1 ? { ...chart, lines, asides: [...before.asides, ...chart.asides, ...after.asides] } : undefined
}
export const noLines: Pick<Lines, 'lines' | 'asides'> = { lines: [], asides: [] }

const captionOf = (piece: Captioned): string => (piece.kind === 'cells' ? piece.caption : piece.picture.caption)
const captioned = (piece: Captioned, caption: string): Captioned => (piece.kind === 'cells' ? { ...piece, caption } : { ...piece, picture: { ...piece.picture, caption } })

const isSentences = ({ lines, asides }: Lines): boolean => lines.length <= fewLines && asides.length === 0 && lines.every(({ mark, spans }) => mark === '' && !spans.every(({ accent }) => accent === true))

/** A table or picture with a sentence or two in its caption; undefined where they are more than a line. */
export const withSentences = (piece: Piece | undefined, said: Piece | undefined, side: 'before' | 'after', gap: string): Captioned | undefined => {
  if ((piece?.kind !== 'cells' && piece?.kind !== 'picture') || said?.kind !== 'lines' || !isSentences(said)) return undefined
  const [own, text] = [captionOf(piece), said.lines.map((line) => lineText(line).trim()).join('')]
  const caption = (side === 'before' ? [text, own] : [own, text]).filter((part) => part !== '').join(gap)
  return textWidth(caption, slideText.smallest) <= frame.body.width * 72 * 0.95 ? captioned(piece, caption) : undefined
}

/** A heading and what it heads, where nothing else stands with them. */
export const underHeading = (headings: readonly DeckLine[], piece: Captioned | Chart, gap: string): Piece =>
  (piece.kind === 'chart' ? { ...piece, lines: [...headings, ...piece.lines] } : captioned(piece, [...headings.map(lineText), captionOf(piece)].filter((part) => part !== '').join(gap)))
