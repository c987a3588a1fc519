/**
 * Records of about 1,400 characters as the index is given them, recombined from sentences: a title, two to four of 200 tags, one of 30
 * units, a summary, nine sections. The same place gives the same record in every run.
 */
import type { SearchDocument, SearchPiece } from '#core/search/part/searchDocument'
import { sectionKeysOf, sectionTitle } from '#shared/model/recordTypes'
import { createRandom, type Random } from '../../../support/random'

/** A little less than what comes out, since sentences stay whole. */
const characters = 1_360
const unitCount = 30
const tagCount = 200
const fields = ['变电运维', '配电', '营销', '调度', '安全监察', '信息通信']
const stages = ['draft', 'reviewed', 'published']
const people = ['张工', '李工', '沈屹舟', '祝砚秋', '王师傅', '赵班长', '周宁', '吴越']
const seed = 7_919
/** So many sentences that follow one another are taken together at most. */
const longestRun = 3

export interface Library {
  tags: readonly string[]
  document: (place: number) => SearchDocument
  documents: (from: number, to: number) => Generator<SearchDocument>
}

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** The words of two to six Han characters in a text. */
export const hanWords = (text: string): string[] =>
  [...words.segment(text)].map(({ segment }) => segment).filter((segment) => /^\p{Script=Han}{2,6}$/u.test(segment))

const chooseWords = (sentences: readonly string[], random: Random, count: number): string[] => {
  const chosen = new Set<string>()
  while (chosen.size < count) for (const word of hanWords(random.of(sentences)).slice(0, 1)) chosen.add(word)
  return [...chosen]
}

const idOf = (place: number): string =>
  `${(Math.imul(place + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-0000-7000-8000-${place.toString(16).padStart(12, '0')}`

/** A clause that can stand as a title. */
const titleOf = (sentence: string): string => (sentence.split(/[，。；：]/).find(({ length }) => length >= 6) ?? sentence).slice(0, 24)

export const makeLibrary = (sentences: readonly string[]): Library => {
  const all = createRandom(seed)
  const units = chooseWords(sentences, all, unitCount).map((word) => `${word}供电所`)
  const tags = chooseWords(sentences, all, tagCount)
  const sections = sectionKeysOf('case').map((key) => sectionTitle(key, 'zh-CN'))

  /** Whole sentences, until there are so many characters. */
  const text = (random: Random, length: number): string => {
    let made = ''
    while (made.length < length) {
      const first = random.below(sentences.length)
      made += sentences.slice(first, first + 1 + random.below(longestRun)).join('')
    }
    return made
  }

  const document = (place: number): SearchDocument => {
    const random = createRandom(seed * (place + 2))
    const own = { unit: random.of(units), field: random.of(fields), stage: random.of(stages), tags: [...new Set(Array.from({ length: 2 + random.below(3) }, () => random.of(tags)))] }
    const date = (2016 + random.below(11)) * 10_000 + (1 + random.below(12)) * 100 + 1 + random.below(28)
    const head: SearchPiece[] = [
      { field: 'title', text: titleOf(random.of(sentences)) },
      { field: 'tags', text: own.tags.join('\n') },
      { field: 'tags', text: `YW1-CS-2026-${String(place + 1).padStart(6, '0')}` },
      { field: 'unit', text: [own.unit, own.field, random.of(people)].join('\n') },
      { field: 'summary', text: text(random, 50) },
    ]
    let length = head.reduce((sum, piece) => sum + piece.text.length, 0)
    const body = sections.map((sectionTitle, section): SearchPiece => {
      const sectionId = `s${section}`
      const made = text(random, characters * (section + 1) / sections.length - length)
      length += made.length
      return { field: 'body', sectionId, sectionTitle, blockId: `${sectionId}b`, text: made }
    })
    return {
      id: idOf(place),
      pieces: [...head, ...body],
      labels: [
        'type:case', `stage:${own.stage}`, `unit:${own.unit}`, `field:${own.field}`, `year:${Math.floor(date / 10_000)}`,
        `polarity:${random.below(5) === 0 ? 'negative' : 'positive'}`, ...own.tags.map((tag) => `tag:${tag}`),
      ],
      date, updatedAt: 1_700_000_000_000 + place, uses: random.below(5),
    }
  }
  return {
    tags, document,
    * documents(from, to) { for (let place = from; place < to; place += 1) yield document(place) },
  }
}
