/** The pieces of a chapter on as few slides as they need: what stands together is said together, and no slide is left half empty beside another. */
import type { DeckLine } from '#shared/model/slides/deck'
import { isHeading } from '#shared/model/slides/fitLines'
import { fitStacked } from '#shared/model/slides/stacked'
import { bodiesOfPiece, chartBodies, linesSaid, narrowed, pictureSaid, rowsTold, type Body } from './bodies'
import { besideChart, besidePicture, isWide, noLines, underHeading, withSentences } from './joining'
import { silent, type Piece, type PieceContext } from './pieces'

type Lines = Extract<Piece, { kind: 'lines' }>
type Cells = Extract<Piece, { kind: 'cells' }>
type Picture = Extract<Piece, { kind: 'picture' }>
type Shown = Exclude<Piece, { kind: 'lines' | 'heading' }>
/** `headings` are those that head what is shown; text has its own among its lines. */
type Placed = { lines: Lines } | { headings: DeckLine[]; shown: Shown }

/** A heading that ends a text heads what comes next, and goes with it. */
const placedPieces = (pieces: readonly Piece[]): Placed[] => {
  const placed: Placed[] = []
  for (const piece of pieces) {
    if (piece.kind === 'heading') continue
    if (piece.kind === 'lines') { placed.push({ lines: piece }); continue }
    const last = placed.at(-1)
    const before = last && 'lines' in last ? last.lines : noLines
    const end = before.lines.findLastIndex((line) => !isHeading(line)) + 1
    if (end < before.lines.length) {
      placed.pop()
      if (end > 0) placed.push({ lines: { kind: 'lines', asides: before.asides, lines: before.lines.slice(0, end) } })
    }
    placed.push({ headings: before.lines.slice(end), shown: piece })
  }
  return placed
}

type Said = Pick<Lines, 'lines' | 'asides'>

const stacked = (above: Said, piece: Cells, below: Said): Body | undefined => {
  const fitted = narrowed(piece).length === 1 ? fitStacked(above.lines, piece, below.lines) : undefined
  if (!fitted) return undefined
  const told = [...(piece.caption === '' ? [] : [piece.caption]), ...rowsTold(piece.rows.slice(piece.headRows))]
  return { layout: 'textTable', ...fitted, lines: above.lines, below: below.lines, said: [...linesSaid(above.lines, above.asides), ...told, ...linesSaid(below.lines, below.asides)] }
}

const onlySlide = (piece: Piece | undefined, context: PieceContext): Body | undefined => {
  const [body, more] = piece ? bodiesOfPiece(piece, '', { ...context, warnings: silent }) : []
  return more ? undefined : body
}

/** A table with what is said before and behind it: above it, below it, or in its caption. */
const withTable = (before: Lines | undefined, headings: DeckLine[], piece: Cells, after: Lines | undefined, context: PieceContext): Body | undefined => {
  const { gap } = context.labels
  const above = { lines: [...before?.lines ?? [], ...headings], asides: before?.asides ?? [] }
  const withAfter = after && withSentences(piece, after, 'after', gap)
  const body = stacked(above, piece, after ?? noLines) ?? (withAfter?.kind === 'cells' && above.lines.length > 0 ? stacked(above, withAfter, noLines) : undefined)
  if (body) return body
  const headed = headings.length > 0 ? underHeading(headings, piece, gap) : piece
  const introduced = before ? withSentences(headed, before, 'before', gap) : headed
  return onlySlide(after ? withSentences(introduced, after, 'after', gap) : introduced, context)
}

const withPicture = (before: Lines | undefined, headings: DeckLine[], piece: Picture, after: Lines | undefined, context: PieceContext): Body | undefined => {
  const { isTight, labels: { gap } } = context
  const lines = [...before?.lines ?? [], ...headings, ...after?.lines ?? []]
  const headed = headings.length > 0 ? underHeading(headings, piece, gap) : piece
  const introduced = before ? withSentences(headed, before, 'before', gap) : headed
  const captioned = onlySlide(after ? withSentences(introduced, after, 'after', gap) : introduced, context)
  // What is wide needs its width more than a sentence its own place.
  if (captioned && isWide(piece.picture)) return captioned
  const beside = lines.length > headings.length ? besidePicture(lines, piece.picture, isTight) : undefined
  if (beside) return { ...beside, picture: piece.picture, said: [...linesSaid(lines, [...before?.asides ?? [], ...after?.asides ?? []]), pictureSaid(piece.picture)] }
  return captioned
}

/** All on one slide; undefined where that has no room for them. */
const together = (before: Lines | undefined, { headings, shown }: Extract<Placed, { shown: Shown }>, after: Lines | undefined, context: PieceContext): Body | undefined => {
  switch (shown.kind) {
    case 'cells': return withTable(before, headings, shown, after, context)
    case 'picture': return withPicture(before, headings, shown, after, context)
    case 'chart': {
      const chart = besideChart(shown, { lines: [...before?.lines ?? [], ...headings], asides: before?.asides ?? [] }, after ?? noLines)
      return chart && chartBodies(chart)[0]
    }
  }
}

/** What has no more would leave half of a slide empty. */
const [fewLines, fewRows] = [3, 4]
const isSmall = (shown: Shown): boolean => (shown.kind === 'chart' ? shown.lines.length <= fewLines : shown.kind === 'cells' && shown.rows.length <= fewRows)

interface Step { slides: number; bodies: (context: PieceContext) => Body[] }

/** How many lines at the end of a text may go with what comes next. */
const mostMoved = 12

/** Places what begins at each piece in the way that takes the fewest slides; of equal ones that in which more stands together. */
const stepsOf = (placed: readonly Placed[], title: string, context: PieceContext): Step[] => {
  const quiet = { ...context, warnings: silent }
  const known = new Map<number, Step[]>()
  const alone = (piece: Piece): Step => ({ slides: bodiesOfPiece(piece, title, quiet).length, bodies: (told) => bodiesOfPiece(piece, title, told) })
  const one = (body: Body): Step => ({ slides: 1, bodies: () => [body] })
  const linesAt = (at: number): Lines | undefined => { const piece = placed[at]; return piece && 'lines' in piece ? piece.lines : undefined }
  const shownAt = (at: number): Extract<Placed, { shown: Shown }> | undefined => { const piece = placed[at]; return piece && 'shown' in piece ? piece : undefined }

  /** The end of a text with what comes next, the rest before it. */
  const moved = (text: Lines, next: Extract<Placed, { shown: Shown }>): Step[][] => {
    const ways: Step[][] = []
    for (let at = text.lines.length - 1; at > 0 && at >= text.lines.length - mostMoved; at -= 1) {
      const last = text.lines[at - 1]
      const body = together({ ...text, lines: text.lines.slice(at) }, next, undefined, quiet)
      if (!body) break
      if (last && !isHeading(last)) ways.push([alone({ kind: 'lines', lines: text.lines.slice(0, at), asides: [] }), one(body)])
    }
    return ways
  }

  const waysFrom = (at: number): Step[][] => {
    const [text, shown] = [linesAt(at), shownAt(at)]
    if (text) {
      const next = shownAt(at + 1)
      const after = linesAt(at + 2)
      // A table that goes on says on each of its slides what it is about.
      const headed = next?.headings.length === 0 ? withSentences(next.shown, text, 'before', context.labels.gap) : undefined
      const shared = next ? moved(text, next).map((steps) => [...steps, ...best(at + 2)]) : []
      const [all, both] = next ? [after && together(text, next, after, quiet), together(text, next, undefined, quiet)] : []
      return [
        ...(all ? [[one(all), ...best(at + 3)]] : []), ...(both ? [[one(both), ...best(at + 2)]] : []), ...(next && isSmall(next.shown) ? shared : []),
        ...(headed ? [[alone(headed), ...best(at + 2)]] : []), [alone(text), ...best(at + 1)], ...shared,
      ]
    }
    if (!shown) return [[]]
    const after = linesAt(at + 1)
    const both = after && together(undefined, shown, after, quiet)
    const own = shown.headings.length > 0 ? together(undefined, shown, undefined, quiet) : undefined
    return [
      ...(both ? [[one(both), ...best(at + 2)]] : []),
      [own ? one(own) : alone(shown.headings.length > 0 ? underHeading(shown.headings, shown.shown, context.labels.gap) : shown.shown), ...best(at + 1)],
    ]
  }

  const slidesOf = (steps: readonly Step[]): number => steps.reduce((sum, { slides }) => sum + slides, 0)
  const best = (at: number): Step[] => {
    const there = known.get(at)
    if (there) return there
    const steps = waysFrom(at).reduce((least, way) => (slidesOf(way) < slidesOf(least) ? way : least))
    known.set(at, steps)
    return steps
  }
  return best(0)
}

/** What of a chapter stands on each of its slides. */
export const bodiesOf = (pieces: readonly Piece[], title: string, context: PieceContext): Body[] =>
  stepsOf(placedPieces(pieces), title, context).flatMap(({ bodies }) => bodies(context))
