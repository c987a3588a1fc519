/**
 * Why two records are perhaps the same, written down twice: their titles, the files that they came from, what was measured, and the sentences
 * that they share. Compared as the search folds text, so that width, case and traditional characters make no difference.
 */
import { z } from 'zod'
import { fold } from '../text/fold'
import { bodyPieces } from './body/walk'
import { bigramsOf, likeness } from './difference/fingerprint'
import { Uuid } from './ids'
import type { AttachmentRef, RecordContent } from './record'
import { LibraryType } from './recordTypes'

/** Start and end in UTF-16 code units. */
const Mark = z.tuple([z.int(), z.int()])

/** A sentence of the one record; `marks` are the parts of it that the other has too. `sectionTitle` is empty outside sections. */
export const SharedSentence = z.object({ text: z.string(), marks: z.array(Mark), sectionTitle: z.string(), blockId: z.string().nullable() })
export type SharedSentence = z.infer<typeof SharedSentence>

/**
 * `title`: `same` is false where it is only nearly the same. `file`: both came from one file, or (`same` false) from files of one name.
 * `results`: what both measured, as written. `sentences`: how many of the one the other has too, and the longest of them in their order.
 */
export const DuplicateReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), same: z.boolean() }),
  z.object({ kind: z.literal('file'), name: z.string(), same: z.boolean() }),
  z.object({ kind: z.literal('results'), results: z.array(z.string()) }),
  z.object({ kind: z.literal('sentences'), count: z.int(), sentences: z.array(SharedSentence) }),
])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** Two records of which somebody said that they are not the same: kept in `library.json`, the one with the smaller id first. */
export const DistinctPair = z.looseObject({ records: z.tuple([Uuid, Uuid]) })
export type DistinctPair = z.infer<typeof DistinctPair>

export const distinctPair = (one: string, other: string): DistinctPair => ({ records: one < other ? [one, other] : [other, one] })

/** So many of them are kept, the latest. */
export const mostDistinct = 5000

/** What is written once for many to use comes in libraries; a product repeats its sources, a meeting its notices. */
export const mayBeDuplicate = ({ type }: Pick<RecordContent, 'type'>): boolean => LibraryType.safeParse(type).success

const isSign = /[^\p{L}\p{N}]/u

const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

/** From here on two titles are nearly the same; shorter ones must be the same. */
const nearTitle = 0.8
const leastNear = 4

/** 1 for the same title, whatever its signs and width; 0 where they have no two neighbouring characters in common. */
export const titleLikeness = (one: string, other: string): number => {
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return a === '' ? 0 : 1
  return Math.min(a.length, b.length) < leastNear ? 0 : Math.min(0.99, likeness(bigramsOf(a), bigramsOf(b)))
}

export const isNearTitle = (share: number): boolean => share >= nearTitle

/** As the search has it: what divides words is left out. */
const shingleLength = 5
/** A longer body is compared by its beginning. */
const mostText = 50_000

const shinglesOf = (text: string): ReadonlySet<string> => {
  const signs = plain(text)
  return new Set(Array.from({ length: Math.max(0, signs.length - shingleLength + 1) }, (_, at) => signs.slice(at, at + shingleLength)))
}

interface Sentence { text: string; sectionTitle: string; blockId: string | null }

/** The sentences of a record: what its summary and its text say, without titles. */
const sentencesOf = ({ summary, body }: Pick<RecordContent, 'summary' | 'body'>): Sentence[] => {
  const titles = new Map(body.sections.map(({ id, title }) => [id, title]))
  const pieces = [{ text: summary, blockId: undefined, sectionId: undefined }, ...bodyPieces(body).filter(({ blockId }) => blockId !== undefined)]
  let left = mostText
  return pieces.flatMap(({ text, blockId, sectionId }) => {
    const read = text.slice(0, Math.max(0, left))
    left -= text.length
    return (read.match(/[^。！？；!?;\n]+[。！？；!?;]*/g) ?? []).map((sentence) =>
      ({ text: sentence.trim(), blockId: blockId ?? null, sectionTitle: titles.get(sectionId ?? '') ?? '' }))
  })
}

/** Whether a record says anything that could be somewhere else too: a title alone does not. */
export const saysAnything = (content: Pick<RecordContent, 'summary' | 'body'>): boolean => sentencesOf(content).some(({ text }) => plain(text) !== '')

/** What of a sentence is compared: its letters and digits, folded, and where in the sentence they stand. */
interface Letters { signs: string; places: number[] }

const lettersOf = (text: string): Letters => {
  const folded = fold(text)
  const places = Array.from({ length: folded.length }, (_, at) => at).filter((at) => !isSign.test(folded[at] ?? ''))
  return { places, signs: places.map((at) => folded[at] ?? '').join('') }
}

/** The parts of a text that stand in the other: runs of at least five characters, signs within them. */
const marksIn = ({ signs, places }: Letters, shingles: ReadonlySet<string>): { marks: [number, number][]; share: number; length: number } => {
  const isShared = new Uint8Array(signs.length)
  for (let at = 0; at + shingleLength <= signs.length; at += 1) if (shingles.has(signs.slice(at, at + shingleLength))) isShared.fill(1, at, at + shingleLength)
  const marks: [number, number][] = []
  for (const [index, place] of places.entries()) {
    if (isShared[index] !== 1) continue
    const last = marks.at(-1)
    if (last && isShared[index - 1] === 1) last[1] = place + 1
    else marks.push([place, place + 1])
  }
  const shared = isShared.reduce((sum, each) => sum + each, 0)
  return { marks, share: signs.length === 0 ? 0 : shared / signs.length, length: shared }
}

/** What is shorter than this stands in many records. */
const leastShared = 8
/** So much of a sentence must be shared. */
const leastShare = 0.6
const shownSentences = 3

type OwnSentence = Sentence & { letters: Letters; place: number }

const sharedSentences = (own: readonly OwnSentence[], other: RecordContent): DuplicateReason[] => {
  const shingles = shinglesOf(sentencesOf(other).map(({ text }) => text).join('\n'))
  const found = own.map((sentence) => ({ ...sentence, ...marksIn(sentence.letters, shingles) }))
    .filter(({ length, share }) => length >= leastShared && share >= leastShare)
  if (found.length === 0) return []
  const shown = [...found].sort((a, b) => b.length - a.length).slice(0, shownSentences).sort((a, b) => a.place - b.place)
  return [{ kind: 'sentences', count: found.length, sentences: shown.map(({ text, marks, sectionTitle, blockId }) => ({ text, marks, sectionTitle, blockId })) }]
}

/** The file that a record was imported from. */
export const originalOf = ({ attachments }: Pick<RecordContent, 'attachments'>): AttachmentRef | undefined => attachments.find(({ role }) => role === 'original')

const sameFile = (own: RecordContent, other: RecordContent): DuplicateReason[] => {
  const [one, two] = [originalOf(own), originalOf(other)]
  if (!one || !two) return []
  if (one.sha256 === two.sha256) return [{ kind: 'file', name: one.name, same: true }]
  return fold(one.name) === fold(two.name) ? [{ kind: 'file', name: one.name, same: false }] : []
}

const resultText = ({ indicator, unit, before, after }: NonNullable<RecordContent['fields']['results']>[number]): string =>
  `${[indicator, unit].filter((part) => part !== '').join(' ')}　${before} → ${after}`

const sameResults = (own: RecordContent, other: RecordContent): DuplicateReason[] => {
  const measured = ({ fields: { results = [] } }: RecordContent): string[] => results.filter(({ indicator, before, after }) => indicator !== '' && (before !== '' || after !== '')).map(resultText)
  const theirs = new Set(measured(other).map(plain))
  const results = measured(own).filter((text) => theirs.has(plain(text)))
  return results.length > 0 ? [{ kind: 'results', results }] : []
}

/** Tells everything that speaks for another record being the same; the sentences are those of `own`, which is read once for all others. */
export const comparedWith = (own: RecordContent): ((other: RecordContent) => DuplicateReason[]) => {
  const sentences = sentencesOf(own).map((sentence, place): OwnSentence => ({ ...sentence, letters: lettersOf(sentence.text), place }))
  return (other) => {
    const share = titleLikeness(own.title, other.title)
    return [
      ...isNearTitle(share) ? [{ kind: 'title' as const, same: share === 1 }] : [],
      ...sameFile(own, other), ...sameResults(own, other), ...sharedSentences(sentences, other),
    ]
  }
}

/** Whether reasons are enough by themselves: the same title or file, where nobody compared how much of the texts is the same. */
export const areEnough = (reasons: readonly DuplicateReason[]): boolean => reasons.some((reason) => (reason.kind === 'title' || reason.kind === 'file') && reason.same)
