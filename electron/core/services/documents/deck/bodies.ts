/** What a chapter says as what stands on slides: text that is fitted, tables that go on, pictures and charts beside what is said of them. */
import type { DeckLine, Slide } from '#shared/model/slides/deck'
import { fitLines } from '#shared/model/slides/fitLines'
import { fitTable } from '#shared/model/slides/fitTable'
import { aboveCaption, frame } from '#shared/model/slides/frame'
import { besideChart, besideSizes, joinedPieces, noLines, standBeside, withSentences } from './joining'
import type { Piece, PieceContext } from './pieces'
import { lineText } from './spans'

/** A slide that was given no place yet. */
type WithoutPlace<T> = T extends unknown ? Omit<T, 'id' | 'part' | 'parts' | 'itemId'> & { part?: number; parts?: number } : never
export type SlideDraft = WithoutPlace<Slide>

/** The sizes that are tried, in points. */
export const sizes = { text: [28, 24, 22, 20], table: [20, 18] } as const
/** What stands on a slide below its title, and what its notes say of that. */
export type Body = SlideDraft extends infer T ? T extends SlideDraft ? Omit<T, 'kicker' | 'title' | 'source' | 'notes'> & { said: string[] } : never : never

const linesSaid = (lines: readonly DeckLine[], asides: readonly string[] = []): string[] => [...lines.map(lineText), ...asides]

/** More could not be read side by side. */
const mostColumns = 12

/** A table of more columns in several, each with the first column; one whose cells are merged stays as it is. */
const narrowed = (piece: Extract<Piece, { kind: 'cells' }>): Extract<Piece, { kind: 'cells' }>[] => {
  const columns = Math.max(...piece.rows.map((row) => row.length))
  if (columns <= mostColumns || piece.rows.some((row) => row.some(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1))) return [piece]
  const { shares: _shares, ...rest } = piece
  return Array.from({ length: Math.ceil((columns - 1) / (mostColumns - 1)) }, (_, index) => {
    const from = 1 + index * (mostColumns - 1)
    return { ...rest, rows: piece.rows.map((row) => [...row.slice(0, 1), ...row.slice(from, from + mostColumns - 1)]) }
  })
}

const tableBodiesOf = (piece: Extract<Piece, { kind: 'cells' }>, title: string, { warnings, labels }: PieceContext): Body[] => {
  const { rows, headRows, shares, caption } = piece
  const fitted = fitTable(rows, headRows, shares, aboveCaption(frame.body, caption), sizes.table)
  if (fitted.pages.length > 1) warnings.add('table_continued', caption || title)
  return fitted.pages.map(({ rows: shown, shortened }): Body => {
    for (const at of shortened) warnings.add('row_shortened', rows[at]?.[0]?.text.split('\n')[0] ?? '')
    const rowsSaid = shortened.length > 0 ? shortened.map((at) => `${labels.whole}${labels.colon}${rows[at]?.map(({ text }) => text).join('　') ?? ''}`) : []
    const told = shown.slice(fitted.headRows).map((row) => row.map(({ text }) => text.replace(/\n/g, ' ')).filter((text) => text !== '').join('　'))
    return { layout: 'table', table: { widths: fitted.widths, headRows: fitted.headRows, rows: shown, size: fitted.size, caption }, said: [...(caption === '' ? [] : [caption]), ...(shortened.length > 0 ? rowsSaid : told)] }
  })
}

const tableBodies = (whole: Extract<Piece, { kind: 'cells' }>, title: string, context: PieceContext): Body[] => narrowed(whole).flatMap((piece) => tableBodiesOf(piece, title, context))

const pictureBody = ({ picture }: Extract<Piece, { kind: 'picture' }>): Body => ({ layout: 'picture', picture, said: [picture.caption || picture.alt] })

const chartBodies = ({ chart, lines, asides }: Extract<Piece, { kind: 'chart' }>): Body[] => {
  const { size, pages: [shown = []] } = fitLines(lines, frame.bodyLeft, besideSizes)
  return [{ layout: 'chart', chart, lines: shown, size, said: linesSaid(lines, asides) }]
}

const besideBody = (piece: Extract<Piece, { kind: 'lines' }>, next: Piece | undefined): Body | undefined => {
  if (!standBeside(piece.lines, next)) return undefined
  const { size, pages: [lines = []] } = fitLines(piece.lines, frame.bodyLeft, besideSizes)
  return { layout: 'textPicture', lines, size, picture: next.picture, said: [...linesSaid(lines, piece.asides), next.picture.caption || next.picture.alt] }
}

/** The slides of a text and of what comes after it, where both belong together. */
const withNext = (piece: Extract<Piece, { kind: 'lines' }>, next: Piece | undefined, title: string, context: PieceContext): Body[] | undefined => {
  const beside = besideBody(piece, next)
  if (beside) return [beside]
  const headed = withSentences(next, piece, 'before', context.labels.gap)
  if (headed) return headed.kind === 'picture' ? [pictureBody(headed)] : tableBodies(headed, title, context)
  const chart = next?.kind === 'chart' ? besideChart(next, piece, noLines) : undefined
  return chart && chartBodies(chart)
}

const textBodies = ({ lines, asides }: Extract<Piece, { kind: 'lines' }>, title: string, { warnings }: PieceContext): Body[] => {
  const { size, pages } = fitLines(lines, frame.body, sizes.text)
  if (pages.length > 1) warnings.add('text_continued', title)
  return pages.map((shown, index): Body => ({ layout: 'text', lines: shown, size, said: linesSaid(shown, index === pages.length - 1 ? asides : []) }))
}

/** Each piece on slides of its own; a picture beside the short text before it. */
export const bodiesOf = (all: readonly Piece[], title: string, context: PieceContext): Body[] => {
  const pieces = joinedPieces(all, context.labels.gap)
  const bodies: Body[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]
    switch (piece?.kind) {
      case 'lines': {
        const together = withNext(piece, pieces[at + 1], title, context)
        bodies.push(...together ?? textBodies(piece, title, context))
        if (together) at += 1
        break
      }
      case 'cells': bodies.push(...tableBodies(piece, title, context)); break
      case 'picture': bodies.push(pictureBody(piece)); break
      case 'chart': bodies.push(...chartBodies(piece)); break
      case 'heading':
      case undefined: break
    }
  }
  return bodies
}
