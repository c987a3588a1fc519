/** Marks and excerpts: where in a document's text what was asked for stands. */
import { unitsToText } from '#shared/text/fold'
import { cutExcerpt, type Range } from '#shared/text/excerpt'
import { foldedText, type HeldPart } from '../index/heldPart'
import { piecesOf, unitsOf, type PlacedPiece } from '../part/texts'
import { placesOfForm, type Form } from '../query/forms'
import { runsOf } from '../query/conditions'
import type { FoundExcerpt } from '../results'
import type { Word } from './words'

/** What is marked: the words where they stand as they were typed, else each by itself; and phrases. All folded. */
export interface Marking { typed: string; words: readonly Pick<Word, 'typed' | 'forms'>[]; phrases: readonly string[] }

const mostMarks = 500

const joinRanges = (ranges: Range[]): Range[] => {
  const joined: Range[] = []
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** Where a word does not stand in one piece, the pairs of its Han characters and its other runs do. */
const piecesIn = (typed: string, text: string): Range[] => runsOf(typed).filter(({ text: run }) => run !== typed || run.length > 1)
  .flatMap(({ text: run, isHan }) => (isHan ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : [run]))
  .flatMap((piece) => placesOfForm(piece, text, mostMarks))

const placesOfWord = ({ typed, forms }: Marking['words'][number], text: string): Range[] => {
  const places = forms.flatMap((form: Form) => placesOfForm(form, text, mostMarks))
  return places.length > 0 ? places : piecesIn(typed, text)
}

/** Start and end of each mark in a folded text, in order, none overlapping. */
export const marksIn = ({ typed, words, phrases }: Marking, text: string): Range[] => {
  const whole = words.length > 1 ? placesOfForm(typed, text, mostMarks) : []
  return joinRanges([...phrases.flatMap((phrase) => placesOfForm(phrase, text, mostMarks)), ...(whole.length > 0 ? whole : words.flatMap((word) => placesOfWord(word, text)))])
}

/** Marks are counted from where the piece starts. */
export interface MarkedPiece { piece: PlacedPiece; marks: Range[] }

export interface MarkedText { units: Uint16Array; pieces: MarkedPiece[] }

/** A document's code units, good until another text is read, and its pieces, each with the marks in it. */
export const markDocument = (part: HeldPart, document: number, marking: Marking): MarkedText => {
  const marks = marksIn(marking, foldedText(part, document))
  const bytes = part.texts.bytes(document)
  let at = 0
  const pieces = piecesOf(bytes).map((piece): MarkedPiece => {
    const own: Range[] = []
    for (let mark = marks[at]; mark && mark[0] < piece.end; at += 1, mark = marks[at]) if (mark[0] >= piece.start) own.push([mark[0] - piece.start, mark[1] - piece.start])
    return { piece, marks: own }
  })
  return { units: unitsOf(bytes), pieces }
}

export const textOf = (units: Uint16Array, { start, end }: PlacedPiece): string => unitsToText(units.subarray(start, end))

const shownFields = new Set(['summary', 'body', 'attachment'])

export const excerptOf = (units: Uint16Array, { piece, marks }: MarkedPiece, width: number): FoundExcerpt => {
  const { blockId, sectionId, sectionTitle, page } = piece
  return { ...cutExcerpt(textOf(units, piece), marks, width), blockId, sectionId, sectionTitle, page }
}

const covered = (marks: readonly Range[]): number => marks.reduce((sum, [from, to]) => sum + to - from, 0)

/** How well a piece shows what was found; of equals one that can be opened at is better. */
const worth = ({ marks, piece: { blockId, page } }: MarkedPiece): number => covered(marks) + (blockId === undefined && page === undefined ? 0 : 0.5)

/** The pieces that show something, in reading order. */
export const shownPieces = (pieces: readonly MarkedPiece[]): MarkedPiece[] => pieces.filter(({ piece, marks }) => marks.length > 0 && shownFields.has(piece.field))

/** The piece that shows most of what was found, else the beginning of the text. */
export const bestPiece = (pieces: readonly MarkedPiece[]): MarkedPiece | undefined => {
  const shown = shownPieces(pieces)
  return shown.length > 0
    ? shown.reduce((most, piece) => (worth(most) >= worth(piece) ? most : piece))
    : pieces.find(({ piece: { field, start, end } }) => shownFields.has(field) && end > start)
}
