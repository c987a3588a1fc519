/** A chapter, a section of a record or what stands beside it, on as many slides as it needs. */
import type { z } from 'zod'
import type { DeckSource, Slide } from '#shared/model/slides/deck'
import { fitLines } from '#shared/model/slides/fitLines'
import { fitTitle, frame, slideText } from '#shared/model/slides/frame'
import { fitText, type FittedText } from '#shared/model/slides/measure'
import { textSizes, type SlideDraft } from './bodies'
import { bodiesOf } from './packing'
import { silent, type Piece, type PieceContext } from './pieces'
import { plainLine } from './spans'

/** `isPair` where it is two that stand together. */
export interface Chapter { key: string | null; title: string; pieces: Piece[]; isPair?: true }

/** `kicker` are parts of which the last go where there is no room; `sourceLine` is what the notes of each slide end with. */
export interface ChapterPlace { kicker: readonly string[]; source: Omit<z.infer<typeof DeckSource>, 'section'> | null; sourceLine: (section: string) => string }

/** Of its parts as many as fit, and of the first what fits. */
export const kickerOf = (parts: readonly string[], gap: string): string => {
  const said = parts.filter((part) => part !== '')
  const fit = (text: string): FittedText => fitText(text, frame.kicker.width * 72, frame.kicker.height * 72, [slideText.kicker], slideText.line)
  for (let count = said.length; count > 1; count -= 1) {
    const fitted = fit(said.slice(0, count).join(gap))
    if (!fitted.isShortened) return fitted.text
  }
  return fit(said[0] ?? '').text
}

/** The title as it fits, and whole in the notes where it does not. */
export const titled = (layout: Slide['layout'], title: string, { warnings, labels }: PieceContext): { title: string; whole: string[] } => {
  const fitted = fitTitle(layout, title)
  if (!fitted.isShortened) return { title, whole: [] }
  warnings.add('title_shortened', fitTitle('text', title).text)
  return { title: fitted.text, whole: [`${labels.whole}${labels.colon}${title}`] }
}

interface Head { kicker: string; title: string; section: string }

/** Headings as lines of the text that they head. */
const withHeadingLines = (pieces: readonly Piece[]): Piece[] => {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const asLines: Piece = piece.kind === 'heading' ? { kind: 'lines', lines: [plainLine(piece.text, { bold: true, accent: true })], asides: [] } : piece
    const last = joined.at(-1)
    if (asLines.kind === 'lines' && last?.kind === 'lines') joined[joined.length - 1] = { ...last, lines: [...last.lines, ...asLines.lines], asides: [...last.asides, ...asLines.asides] }
    else joined.push(asLines)
  }
  return joined
}

const isText = (pieces: readonly Piece[]): boolean => pieces.every(({ kind }) => kind === 'lines' || kind === 'heading')

/** Text in one box, where it is not smaller than text by itself may be. */
const fitsOneSlide = (pieces: readonly Piece[], context: PieceContext): boolean => {
  const [only, more] = pieces
  return only?.kind === 'lines' && more === undefined && fitLines(only.lines, frame.body, textSizes(context)).pages.length === 1
}

interface Group { title: string | null; pieces: Piece[] }

/** The pieces under each heading of the highest level, what stands before the first under none. */
const underHeadings = (pieces: readonly Piece[]): Group[] => {
  const top = Math.min(...pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece.level] : [])))
  const groups: Group[] = [{ title: null, pieces: [] }]
  for (const piece of pieces) {
    if (piece.kind === 'heading' && piece.level === top) groups.push({ title: piece.text, pieces: [] })
    else groups.at(-1)?.pieces.push(piece)
  }
  return groups.filter(({ title, pieces: own }) => title !== null || own.length > 0)
}

const headed = ({ title, pieces }: Pick<Chapter, 'title' | 'pieces'>): Piece[] => [{ kind: 'heading', level: 0, text: title }, ...pieces]

/** Two chapters on one slide, under both their names: what is short is seen together. Undefined where they need more room. */
export const joinedChapters = (first: Chapter, second: Chapter, context: PieceContext): Chapter | undefined => {
  const pieces = [...headed(first), ...headed(second)]
  const title = `${first.title}${context.labels.comma}${second.title}`
  const slides = isText(pieces) ? fitsOneSlide(withHeadingLines(pieces), context) : bodiesOf(withHeadingLines(pieces), title, { ...context, warnings: silent }).length === 1
  return slides ? { key: first.key, title, pieces, isPair: true } : undefined
}

/** Whether neighbours under headings stand on one slide: text always, what is shown where there is little room. */
const mayPair = (first: Group, second: Group, { isTight }: PieceContext): boolean => isTight || (isText(first.pieces) && isText(second.pieces))

/** Neighbours that are short stand on one slide, two at most; what introduces them all stands with the first. */
const paired = (groups: readonly Group[], whole: string, context: PieceContext): Group[] => {
  const all: (Group & { isPair?: true })[] = []
  for (const group of groups) {
    const last = all.at(-1)
    if (last && last.isPair !== true && group.title !== null && mayPair(last, group, context)) {
      const second = { key: null, title: group.title, pieces: group.pieces }
      if (last.title === null) {
        const pieces: Piece[] = [...last.pieces, ...headed(second)]
        if (bodiesOf(withHeadingLines(pieces), whole, { ...context, warnings: silent }).length === 1) { all[all.length - 1] = { title: null, pieces, isPair: true }; continue }
      } else {
        const both = joinedChapters({ key: null, title: last.title, pieces: last.pieces }, second, context)
        if (both) { all[all.length - 1] = { title: both.title, pieces: both.pieces, isPair: true }; continue }
      }
    }
    all.push(group)
  }
  return all
}

/** All under one title; where that is more than a slide and it has headings, each of those under its own. */
const parted = ({ title, pieces }: Chapter, place: ChapterPlace, context: PieceContext): { head: Head; pieces: Piece[] }[] => {
  const { gap } = context.labels
  const [whole, kicker] = [withHeadingLines(pieces), kickerOf(place.kicker, gap)]
  if (!pieces.some(({ kind }) => kind === 'heading') || fitsOneSlide(whole, context) || (!isText(pieces) && bodiesOf(whole, title, { ...context, warnings: silent }).length === 1)) return [{ head: { kicker, title, section: title }, pieces: whole }]
  return paired(underHeadings(pieces), title, context).map((group) => ({
    head: group.title === null ? { kicker, title, section: title } : { kicker: kickerOf([title, ...place.kicker], gap), title: group.title, section: title },
    pieces: withHeadingLines(group.pieces),
  })).filter((each) => each.pieces.length > 0)
}

export const chapterSlides = (chapter: Chapter, place: ChapterPlace, context: PieceContext): SlideDraft[] =>
  parted(chapter, place, context).flatMap(({ head, pieces }) => {
    const bodies = bodiesOf(pieces, head.title, context)
    return bodies.map(({ said, ...body }, index): SlideDraft => {
      const { title, whole } = titled(body.layout, head.title, index === 0 ? context : { ...context, warnings: silent })
      const notes = [...whole, ...said, ...(place.source ? ['', place.sourceLine(head.section)] : [])].join('\n').trim()
      return { ...body, kicker: head.kicker, title, notes, source: place.source && { ...place.source, section: head.section }, part: index + 1, parts: bodies.length }
    })
  })
