/** What of a chapter belongs on one slide: a heading with what it heads, a sentence or two with the table, picture or chart that they are about. */
import type { DeckLine } from '#shared/model/slides/deck'
import { fitLines, isHeading } from '#shared/model/slides/fitLines'
import { frame, slideText } from '#shared/model/slides/frame'
import { textWidth } from '#shared/model/slides/measure'
import type { Piece } from './pieces'
import { lineText } from './spans'

type Lines = Extract<Piece, { kind: 'lines' }>
type Chart = Extract<Piece, { kind: 'chart' }>
type Captioned = Extract<Piece, { kind: 'cells' | 'picture' }>

/** Of text that stands beside something, in points. */
export const besideSizes = [26, 24, 22, 20, 18] as const

/** A panorama needs the whole width. */
const widest = 2.1
const fewLines = 2

const fitsBeside = (lines: readonly DeckLine[]): boolean => fitLines(lines, frame.bodyLeft, besideSizes).pages.length <= 1

export const standBeside = (lines: readonly DeckLine[], next: Piece | undefined): next is Extract<Piece, { kind: 'picture' }> =>
  next?.kind === 'picture' && next.picture.width / next.picture.height <= widest && fitsBeside(lines)

/** What is said of results stands beside a chart of them, above its figures or below. */
export const besideChart = (chart: Chart, before: Pick<Lines, 'lines' | 'asides'>, after: Pick<Lines, 'lines' | 'asides'>): Chart | undefined => {
  const lines = [...before.lines, ...chart.lines, ...after.lines]
  return fitsBeside(lines) ? { ...chart, lines, asides: [...before.asides, ...chart.asides, ...after.asides] } : undefined
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

const underHeading = (headings: readonly DeckLine[], piece: Captioned | Chart, gap: string): Piece =>
  (piece.kind === 'chart' ? { ...piece, lines: [...headings, ...piece.lines] } : captioned(piece, [...headings.map(lineText), captionOf(piece)].filter((part) => part !== '').join(gap)))

/** A heading that ends a text heads what comes next, and goes with it. */
const withHeadings = (pieces: readonly Piece[], gap: string): Piece[] => {
  const moved: Piece[] = []
  for (const piece of pieces) {
    const last = moved.at(-1)
    const end = last?.kind === 'lines' ? last.lines.findLastIndex((line) => !isHeading(line)) + 1 : 0
    if (last?.kind !== 'lines' || end === last.lines.length || piece.kind === 'lines' || piece.kind === 'heading') {
      moved.push(piece)
      continue
    }
    moved.pop()
    if (end > 0) moved.push({ ...last, lines: last.lines.slice(0, end) })
    moved.push(underHeading(last.lines.slice(end), piece, gap))
  }
  return moved
}

/** A sentence or two at the end stand with what comes before them. */
const withRest = (pieces: readonly Piece[], gap: string): readonly Piece[] => {
  const [before, shown, rest] = pieces.slice(-3).length === 3 ? pieces.slice(-3) : [undefined, ...pieces.slice(-2)]
  if (rest?.kind !== 'lines' || rest.lines.length > fewLines || !shown) return pieces
  if (shown.kind === 'chart') {
    const chart = besideChart(shown, noLines, rest)
    return chart ? [...pieces.slice(0, -2), chart] : pieces
  }
  if (before?.kind === 'lines') {
    const lines = [...before.lines, ...rest.lines]
    if (standBeside(lines, shown)) return [...pieces.slice(0, -3), { kind: 'lines', lines, asides: [...before.asides, ...rest.asides] }, shown]
  } else if (standBeside(rest.lines, shown)) return [...pieces.slice(0, -2), rest, shown]
  const said = withSentences(shown, rest, 'after', gap)
  return said ? [...pieces.slice(0, -2), said] : pieces
}

export const joinedPieces = (pieces: readonly Piece[], gap: string): readonly Piece[] => withRest(withHeadings(pieces, gap), gap)
