import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordContent } from '../../../tests/support/records'
import type { Block } from '../body/blocks'
import type { Body } from '../body/body'
import { normaliseBody } from '../body/normalise'
import { placedBlocks } from '../body/walk'
import { withUniqueIds } from '../body/uniqueIds'
import { newId } from '../ids'
import { RecordContent } from '../record'
import { threeWayContent, threeWayParts } from './contents'
import type { MergePick, ThreeWayPart } from './parts'

const wordArb = fc.constantFrom('', '核对', '地线', '双人', '110 kV', '复核编号')
const idArb = fc.integer({ min: 0, max: 9 }).map(String)
const lineArb = fc.record({ type: fc.constantFrom('paragraph' as const), id: idArb, inlines: wordArb.map((text) => (text === '' ? [] : [{ type: 'text' as const, text }])) })
const cellArb = fc.record({ blocks: fc.tuple(idArb, wordArb).map(([id, text]): Block[] => [{ type: 'paragraph', id: `c${id}`, inlines: [{ type: 'text', text }] }]) })
const blockArb: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: lineArb }, idArb.map((id): Block => ({ type: 'future', id, says: [1] })),
  fc.record({ type: fc.constant('quote' as const), id: idArb, blocks: fc.array(lineArb, { maxLength: 2 }) }),
  fc.record({ type: fc.constant('table' as const), id: idArb, rows: fc.array(fc.record({ cells: fc.array(cellArb, { minLength: 2, maxLength: 2 }) }), { minLength: 2, maxLength: 2 }) }),
)
const bodyArb: fc.Arbitrary<Body> = fc.record({
  version: fc.constant(1 as const), preamble: fc.array(blockArb, { maxLength: 3 }),
  sections: fc.array(fc.record({ id: idArb, key: fc.constantFrom(null, 'measures', 'results'), title: wordArb, blocks: fc.array(blockArb, { maxLength: 4 }) }), { maxLength: 3 }),
})
/** Ids that the next run gives again, so that a failure can be looked at. */
const uniquely = (body: Body): Body => withUniqueIds(normaliseBody(body), (id) => `${id}+`)

const origin = { libraryId: newId(), unit: '甲班' }
const ids = [newId(), newId()]
const hashes = ['a', 'b'].map((letter) => letter.repeat(64))
const words = fc.uniqueArray(wordArb, { maxLength: 3 })
const contentArb: fc.Arbitrary<RecordContent> = fc.record({
  title: fc.constantFrom('甲', '乙', '丙'), summary: wordArb, number: wordArb, confidentiality: fc.constantFrom('public' as const, 'internal' as const, 'restricted' as const),
  stage: fc.constantFrom('draft', 'review'), tags: words, authors: words, later: fc.option(wordArb, { nil: undefined }),
  links: fc.uniqueArray(fc.record({ to: fc.constantFrom(...ids), relation: fc.constantFrom('uses' as const), note: wordArb }), { selector: ({ to }) => to }),
  attachments: fc.uniqueArray(fc.record({ sha256: fc.constantFrom(...hashes), name: fc.constantFrom('一', '二'), size: fc.constant(1), mediaType: fc.constant('image/png') }), { selector: ({ sha256 }) => sha256 }),
  fields: fc.record({
    conclusion: wordArb, kinds: words,
    results: fc.uniqueArray(fc.record({ id: idArb, indicator: wordArb, unit: fc.constant(''), before: wordArb, after: wordArb, evidence: fc.constant<string[]>([]) }), { selector: ({ id }) => id, maxLength: 3 }),
  }, { requiredKeys: ['kinds'] }),
  custom: fc.dictionary(fc.constantFrom('owner', 'steps'), fc.oneof(wordArb, words)), body: bodyArb.map(uniquely),
}).map(({ later, ...content }) => recordContent({ ...content, ...(later === undefined ? {} : { later }), origin }))

/** One that goes on from another: some of its keys and some of its blocks are new. */
const laterArb = (base: RecordContent): fc.Arbitrary<RecordContent> => fc.tuple(contentArb, fc.subarray(Object.keys(base)), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }), fc.array(blockArb, { maxLength: 1 }))
  .map(([other, keys, dice, added]) => {
    let thrown = 0
    const next = (): number => dice[thrown++ % dice.length] ?? 9
    const changed = (block: Block): Block[] => {
      const die = next()
      if (die === 0) return []
      if (die === 1) return [{ type: 'paragraph', id: block.id, inlines: [{ type: 'text', text: `改${next()}` }] }]
      return die === 2 ? [block, ...added.map((each) => ({ ...each, id: `n${next()}${next()}` }))] : [block]
    }
    const body = uniquely({
      ...base.body, preamble: base.body.preamble.flatMap(changed),
      sections: base.body.sections.flatMap((section) => (next() === 0 ? [] : [{ ...section, blocks: section.blocks.flatMap(changed) }])),
    })
    const taken = Object.fromEntries(Object.entries(other).filter(([key]) => keys.includes(key) && key !== 'body'))
    return RecordContent.parse({ ...base, ...taken, body: next() === 9 ? { ...body, sections: [...body.sections].reverse() } : body })
  })

const threeArb = contentArb.chain((base) => fc.tuple(fc.constant(base), fc.oneof(laterArb(base), contentArb), fc.oneof(laterArb(base), contentArb)))
const merge = (base: RecordContent | null, mine: RecordContent, theirs: RecordContent, picks: ReadonlyMap<string, MergePick> = new Map()): RecordContent => threeWayContent(base, mine, theirs, picks)
const isConflict = ({ taken }: ThreeWayPart): boolean => taken === null
/** What only they made less confidential is a conflict, whatever else changed. */
const levels = ['public', 'internal', 'restricted'] as const
const isLowered = (from: RecordContent, to: RecordContent): boolean => levels.indexOf(to.confidentiality) < levels.indexOf(from.confidentiality)
const all = (parts: readonly ThreeWayPart[], pick: MergePick): Map<string, MergePick> => new Map(parts.map(({ key }) => [key, pick]))
const runs = { numRuns: 100 }

describe('three contents made one', () => {
  it('take what one side alone has changed', () => {
    fc.assert(fc.property(threeArb, ([base, mine]) => {
      expect(merge(base, mine, mine)).toEqual(mine)
      expect(threeWayParts(base, mine, mine)).toEqual([])
      const lowered = isLowered(base, mine)
      expect(merge(base, base, mine)).toEqual(lowered ? { ...mine, confidentiality: base.confidentiality } : mine)
      expect(merge(base, mine, base)).toEqual(mine)
      expect(threeWayParts(base, mine, base).filter(isConflict)).toEqual([])
      expect(threeWayParts(base, base, mine).filter(isConflict).map(({ key }) => key)).toEqual(lowered ? ['confidentiality'] : [])
    }), runs)
  })

  it('never become less confidential than they are here unless somebody chooses it', () => {
    fc.assert(fc.property(threeArb, fc.boolean(), ([base, mine, theirs], known) => {
      expect(isLowered(mine, merge(known ? base : null, mine, theirs))).toBe(false)
      const part = threeWayParts(base, mine, theirs).find(({ key }) => key === 'confidentiality')
      if (isLowered(base, theirs) && mine.confidentiality === base.confidentiality) expect(part).toMatchObject({ taken: null, choices: ['mine', 'theirs'] })
      if (part) expect(merge(base, mine, theirs, new Map([['confidentiality', 'theirs']])).confidentiality).toBe(theirs.confidentiality)
    }), runs)
  })

  it('are the same whichever side is mine, and stay so when merged once more, where nothing is in conflict', () => {
    fc.assert(fc.property(threeArb, ([base, mine, theirs]) => {
      fc.pre(![...threeWayParts(base, mine, theirs), ...threeWayParts(base, theirs, mine)].some(isConflict))
      const merged = merge(base, mine, theirs)
      expect(merge(base, theirs, mine)).toEqual(merged)
      expect(threeWayParts(base, merged, theirs).filter(isConflict)).toEqual([])
      expect(merge(base, merged, theirs)).toEqual(merged)
    }), runs)
  })

  it('are either side where all parts are chosen from it, with every id once', () => {
    fc.assert(fc.property(threeArb, fc.boolean(), ([base, mine, theirs], known) => {
      const parts = threeWayParts(known ? base : null, mine, theirs)
      expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
      if (!known) {
        expect(parts.filter((part) => !isConflict(part))).toEqual([])
        expect(merge(null, mine, theirs, all(parts, 'mine'))).toEqual(mine)
      }
      for (const pick of ['mine', 'theirs', 'both'] as const) {
        const merged = merge(known ? base : null, mine, theirs, all(parts, pick))
        expect(RecordContent.parse(merged)).toEqual(merged)
        const seen = [...[...placedBlocks(merged.body)].map(({ block }) => block.id), ...merged.body.sections.map(({ id }) => id)]
        expect(new Set(seen).size).toBe(seen.length)
      }
    }), runs)
  })

  it('give the same in any order of sides that changed different things', () => {
    fc.assert(fc.property(contentArb, contentArb, fc.shuffledSubarray(['title', 'summary', 'tags', 'number', 'later', 'links'], { minLength: 6 }), (base, other, keys) => {
      const sides = [0, 1, 2].map((side) => RecordContent.parse({ ...base, ...Object.fromEntries(Object.entries(other).filter(([key]) => keys.indexOf(key) % 3 === side)) }))
      const [one = base, two = base, three = base] = sides
      const merged = merge(base, merge(base, one, two), three)
      expect(merge(base, merge(base, three, two), one)).toEqual(merged)
      expect(merge(base, merge(base, one, three), two)).toEqual(merged)
    }), runs)
  })
})
