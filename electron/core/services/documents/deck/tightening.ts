/** A record of more slides than are listened to: chapters that are short come together, the shortest first, until it is few enough or nothing more has room. */
import type { SlideDraft } from './bodies'
import { chapterSlides, joinedChapters, type Chapter, type ChapterPlace } from './chapterSlides'
import { silent, type PieceContext } from './pieces'
import { lineText } from './spans'

/** With cover and thanks they are twelve. */
export const mostSlides = 10

/** So much is said, in signs. */
const lengthOf = ({ pieces }: Chapter): number => pieces.reduce((sum, piece) => sum + (piece.kind === 'lines' ? piece.lines.map(lineText).join('').length : piece.kind === 'cells' ? piece.rows.flat().map(({ text }) => text).join('').length : 100), 0)

interface Join { chapters: Chapter[]; saved: number; length: number }

/** Two neighbours on one slide, or the first with what the second begins with. */
const joinsOf = (first: Chapter, second: Chapter, slidesOf: (chapter: Chapter) => number, context: PieceContext): Join[] => {
  if (first.isPair || second.isPair) return []
  const before = slidesOf(first) + slidesOf(second)
  const joined = (chapters: Chapter[]): Join[] => {
    const saved = before - chapters.reduce((sum, chapter) => sum + slidesOf(chapter), 0)
    return saved > 0 ? [{ chapters, saved, length: lengthOf(first) + lengthOf(second) }] : []
  }
  const whole = joinedChapters(first, second, context)
  if (whole) return joined([whole])
  const [begins, ...rest] = second.pieces
  const head = begins?.kind === 'lines' && rest.length > 0 ? joinedChapters(first, { ...second, pieces: [begins] }, context) : undefined
  return head ? joined([head, { ...second, pieces: rest }]) : []
}

export const tightened = (all: readonly Chapter[], place: ChapterPlace, context: PieceContext): SlideDraft[] => {
  const known = new Map<Chapter, number>()
  const slidesOf = (chapter: Chapter): number => {
    const there = known.get(chapter) ?? chapterSlides(chapter, place, { ...context, warnings: silent }).length
    known.set(chapter, there)
    return there
  }
  let chapters = [...all]
  while (chapters.reduce((sum, chapter) => sum + slidesOf(chapter), 0) > mostSlides) {
    const joins = chapters.slice(1).flatMap((second, index) => {
      const first = chapters[index]
      return first ? joinsOf(first, second, slidesOf, context).map((join) => ({ ...join, index })) : []
    })
    const [best] = joins.sort((a, b) => a.length - b.length)
    if (!best) break
    chapters = [...chapters.slice(0, best.index), ...best.chapters, ...chapters.slice(best.index + 2)]
  }
  return chapters.flatMap((chapter) => chapterSlides(chapter, place, context))
}
