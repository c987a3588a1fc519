/** Answers a search over parts of an index: reads the query, finds, narrows and counts, puts in order, and shows where. */
import { fold } from '#shared/text/fold'
import { parseSearchQuery, type ParsedQuery, type QueryProblem } from '#shared/text/searchQuery'
import { foldedText, type HeldPart } from '../index/heldPart'
import { Evaluation } from '../query/evaluate'
import { placesOfForm } from '../query/forms'
import { beginSearch } from '../query/hitsRoom'
import { runsOf } from '../query/conditions'
import type { Range } from '#shared/text/excerpt'
import { soundMarks } from '../sound/soundNames'
import type { FoundDocument, FoundExcerpt, SearchInput, SearchResult } from '../results'
import { createNarrowing } from './facets'
import type { Helpers } from './helpers'
import { takeApart } from './clauses'
import { bestPiece, excerptOf, markDocument, shownPieces, textOf, type Marking } from './marking'
import { matchQuery, type Matched } from './match'
import type { Ranked } from './best'
import { rank } from './rank'
import { tooMany, type Word } from './words'

export interface Searchable { parts: readonly HeldPart[]; count: number; helpers: Helpers }

const excerptWidth = 90
const placeWidth = 160

const phrasesOf = (all: ParsedQuery['all']): string[] => all.flat()
  .flatMap(({ part, isExcluded }) => (isExcluded || part.kind === 'field' ? [] : [fold(part.text).trim()])).filter((text) => runsOf(text).length > 0)

/** What is marked: free words by their forms, phrases and alternatives as they stand. */
const markingOf = (text: string, words: readonly Word[]): Marking => {
  const { all } = parseSearchQuery(text)
  const asked = takeApart(all)
  return { typed: fold(asked.words.join(' ')), words, phrases: phrasesOf(asked.clauses.map((items) => [...items])) }
}

/** A title that was found by its initials says nothing that was typed. */
const soundMarksOf = (title: string, { words }: Marking): Range[] =>
  words.flatMap(({ typed }) => (/^[a-z ]{2,}$/.test(typed) ? soundMarks(title, typed.replaceAll(' ', '')) : []))

const found = ({ part, document }: Ranked, marking: Marking): FoundDocument => {
  const { units, pieces } = markDocument(part, document, marking)
  const title = pieces.find(({ piece: { field } }) => field === 'title')
  const best = bestPiece(pieces)
  const titleText = title ? textOf(units, title.piece) : ''
  return {
    id: part.table.ids[document] ?? '', title: titleText, titleMarks: title && title.marks.length > 0 ? title.marks : soundMarksOf(titleText, marking),
    excerpt: best ? excerptOf(units, best, excerptWidth) : { text: '', marks: [] },
  }
}

/** What the best hit has in the place of words that stand nowhere as they were typed. */
const correctionOf = ({ way, words }: Matched, best: Ranked | undefined): SearchResult['correction'] => {
  if (!best || (way !== 'sound' && way !== 'spelling')) return null
  const folded = foldedText(best.part, best.document)
  const meant = words.map(({ typed, forms }) => {
    const [place] = forms.flatMap((form) => placesOfForm(form, folded, 1))
    return place ? folded.slice(...place) : typed
  })
  const typed = words.map((word) => word.typed)
  return meant.join(' ') === typed.join(' ') ? null : { typed: typed.join(' '), meant: meant.join(' ') }
}

interface Asked { matched: Matched; problems: SearchResult['problems'] }

const lengthProblems = (text: string, { all }: ParsedQuery): QueryProblem[] =>
  (tooMany(takeApart(all).words.join(' ')) ? [{ kind: 'tooLong', start: 0, end: text.length }] : [])

const ask = ({ parts, count, helpers }: Searchable, { text, literally }: SearchInput): Asked => {
  beginSearch()
  const parsed = parseSearchQuery(text.replace(/\s/g, ' '))
  return { matched: matchQuery(parsed.all, new Evaluation(parts, count), parts, helpers, literally), problems: [...parsed.problems, ...lengthProblems(text, parsed)] }
}

const narrow = (parts: readonly HeldPart[], matched: Matched, filters: SearchInput['filters']): { narrowed: Matched; facets: SearchResult['facets'] } => {
  const narrowing = createNarrowing(filters)
  const hits = matched.hits.map((each, position) => {
    const table = parts[position]?.table
    return table ? narrowing.narrow(table, each) : each
  })
  return { narrowed: { ...matched, hits }, facets: narrowing.facets() }
}

const totalOf = ({ hits }: Matched): number => hits.reduce((sum, { documents }) => sum + documents.length, 0)

export const search = (searchable: Searchable, input: SearchInput, limit: number): SearchResult => {
  const { matched, problems } = ask(searchable, input)
  const { narrowed, facets } = narrow(searchable.parts, matched, input.filters)
  const ranked = rank(searchable.parts, narrowed, input.sort, limit)
  const marking = markingOf(input.text, narrowed.words)
  return {
    total: totalOf(narrowed), hits: ranked.map((each) => found(each, marking)), facets, problems, way: narrowed.way,
    correction: correctionOf(narrowed, ranked[0]),
  }
}

/** The ids of all that is found, in order. */
export const searchIds = (searchable: Searchable, input: SearchInput): string[] => {
  const { narrowed } = narrow(searchable.parts, ask(searchable, input).matched, input.filters)
  return rank(searchable.parts, narrowed, input.sort, totalOf(narrowed)).map(({ part, document }) => part.table.ids[document] ?? '')
}

/** Where one document matches, in reading order: what is marked there is what the whole search found it by. */
export const matchesIn = (
  searchable: Searchable, part: HeldPart, document: number, input: SearchInput, limit: number,
): { total: number; excerpts: FoundExcerpt[] } => {
  const { units, pieces } = markDocument(part, document, markingOf(input.text, ask(searchable, input).matched.words))
  const places = shownPieces(pieces)
  return { total: places.length, excerpts: places.slice(0, limit).map((piece) => excerptOf(units, piece, placeWidth)) }
}
