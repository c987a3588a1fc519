/** What a chapter says, each piece on slides of its own: text that is fitted, tables that go on, pictures and charts. */
import type { DeckLine, DeckPicture, DeckTable, Slide } from '#shared/model/slides/deck'
import { fitLines } from '#shared/model/slides/fitLines'
import { fitTable } from '#shared/model/slides/fitTable'
import { aboveCaption, chartBoxes, frame } from '#shared/model/slides/frame'
import { besideSizes } from './joining'
import type { Piece, PieceContext } from './pieces'
import { lineText } from './spans'

/** A slide that was given no place yet. */
type WithoutPlace<T> = T extends unknown ? Omit<T, 'id' | 'part' | 'parts' | 'itemId'> & { part?: number; parts?: number } : never
export type SlideDraft = WithoutPlace<Slide>

/** The sizes that are tried, in points. */
const tableSizes = [20, 18] as const
export const textSizes = ({ isTight }: Pick<PieceContext, 'isTight'>): readonly number[] => (isTight ? [28, 24, 22, 20, 18] : [28, 24, 22, 20])
/** What stands on a slide below its title, and what its notes say of that. */
export type Body = SlideDraft extends infer T ? T extends SlideDraft ? Omit<T, 'kicker' | 'title' | 'source' | 'notes'> & { said: string[] } : never : never

export const linesSaid = (lines: readonly DeckLine[], asides: readonly string[] = []): string[] => [...lines.map(lineText), ...asides]

/** More could not be read side by side. */
const mostColumns = 12

/** A table of more columns in several, each with the first column; one whose cells are merged stays as it is. */
export const narrowed = (piece: Extract<Piece, { kind: 'cells' }>): Extract<Piece, { kind: 'cells' }>[] => {
  const columns = Math.max(...piece.rows.map((row) => row.length))
  if (columns <= mostColumns || piece.rows.some((row) => row.some(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1))) return [piece]
  const { shares: _shares, ...rest } = piece
  return Array.from({ length: Math.ceil((columns - 1) / (mostColumns - 1)) }, (_, index) => {
    const from = 1 + index * (mostColumns - 1)
    return { ...rest, rows: piece.rows.map((row) => [...row.slice(0, 1), ...row.slice(from, from + mostColumns - 1)]) }
  })
}

export const rowsTold = (rows: DeckTable['rows']): string[] => rows.map((row) => row.map(({ text }) => text.replace(/\n/g, ' ')).filter((text) => text !== '').join('　'))

const tableBodiesOf = (piece: Extract<Piece, { kind: 'cells' }>, title: string, { warnings, labels }: PieceContext): Body[] => {
  const { rows, headRows, shares, caption } = piece
  const fitted = fitTable(rows, headRows, shares, aboveCaption(frame.body, caption), tableSizes)
  if (fitted.pages.length > 1) warnings.add('table_continued', caption || title)
  return fitted.pages.map(({ rows: shown, shortened }): Body => {
    for (const at of shortened) warnings.add('row_shortened', rows[at]?.[0]?.text.split('\n')[0] ?? '')
    const rowsSaid = shortened.length > 0 ? shortened.map((at) => `${labels.whole}${labels.colon}${rows[at]?.map(({ text }) => text).join('　') ?? ''}`) : []
    const told = rowsTold(shown.slice(fitted.headRows))
    return { layout: 'table', table: { widths: fitted.widths, headRows: fitted.headRows, rows: shown, size: fitted.size, caption }, said: [...(caption === '' ? [] : [caption]), ...(shortened.length > 0 ? rowsSaid : told)] }
  })
}

const tableBodies = (whole: Extract<Piece, { kind: 'cells' }>, title: string, context: PieceContext): Body[] => narrowed(whole).flatMap((piece) => tableBodiesOf(piece, title, context))

export const pictureSaid = ({ caption, alt }: DeckPicture): string => caption || alt

const pictureBody = ({ picture }: Extract<Piece, { kind: 'picture' }>): Body => ({ layout: 'picture', picture, said: [pictureSaid(picture)] })

export const chartBodies = ({ chart, lines, asides }: Extract<Piece, { kind: 'chart' }>): Body[] => {
  const { size, pages: [shown = []] } = fitLines(lines, chartBoxes(chart.categories.length, true).text, besideSizes)
  return [{ layout: 'chart', chart, lines: shown, size, said: linesSaid(lines, asides) }]
}

const textBodies = ({ lines, asides }: Extract<Piece, { kind: 'lines' }>, title: string, context: PieceContext): Body[] => {
  const { size, pages } = fitLines(lines, frame.body, textSizes(context))
  if (pages.length > 1) context.warnings.add('text_continued', title)
  return pages.map((shown, index): Body => ({ layout: 'text', lines: shown, size, said: linesSaid(shown, index === pages.length - 1 ? asides : []) }))
}

/** A piece on as many slides as it needs. */
export const bodiesOfPiece = (piece: Piece, title: string, context: PieceContext): Body[] => {
  switch (piece.kind) {
    case 'lines': return textBodies(piece, title, context)
    case 'cells': return tableBodies(piece, title, context)
    case 'picture': return [pictureBody(piece)]
    case 'chart': return chartBodies(piece)
    case 'heading': return []
  }
}
