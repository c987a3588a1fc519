/** Which adoption counts, whatever the order in which they came. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import type { AdoptionFacts } from './facts'
import { countedBy } from './standings'

const ids = Array.from({ length: 12 }, newId)
const products = [newId(), newId()]

const factsOf = (id: string, stage: string, updatedAt: string, edition: number, pilot: boolean, productId: string | null): AdoptionFacts => ({
  row: { id, type: 'adoption', number: '', title: '', stage, unit: '', team: '', field: '', tags: [], date: '', polarity: null, attachments: 0, updatedAt, edition },
  revisionId: '', productId, adopted: null, edition, seal: null, pilot, verdict: null, plannedDate: '', actualDate: '', rating: null, benefits: [], differences: 0, barrier: '', feedback: '', received: null,
})

const placed = fc.record({
  stage: fc.constantFrom('planned', 'underWay', 'done', 'notApplicable', '新版才有的'), at: fc.integer({ min: 0, max: 2 }), edition: fc.integer({ min: 1, max: 2 }), pilot: fc.boolean(),
  productId: fc.constantFrom(...products, null), adopter: fc.constantFrom('甲单位', '乙单位'),
})
const several = fc.array(placed, { maxLength: ids.length }).map((all) => all.map(({ stage, at, edition, pilot, productId, adopter }, index) =>
  ({ adopter, edition: undefined, facts: factsOf(ids[index] ?? '', stage, `2026-11-0${at + 1}T00:00:00.000Z`, edition, pilot, productId) })))
const shuffled = several.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))

const keyOf = ({ facts: { productId, edition, pilot, row }, adopter }: { facts: AdoptionFacts; adopter: string }): string =>
  (productId === null ? row.id : JSON.stringify([productId, edition, pilot, adopter]))

describe('of several adoptions of one unit and edition', () => {
  it('exactly one counts, the same one in whatever order they came', () => {
    fc.assert(fc.property(shuffled, ([all, other]) => {
      const counted = countedBy(all)
      expect([...countedBy(other)].sort()).toEqual([...counted].sort())
      const counting = all.filter(({ facts }) => !counted.has(facts.row.id))
      expect(counting.map(keyOf).sort()).toEqual([...new Set(all.map(keyOf))].sort())
      for (const each of all) {
        const by = all.find(({ facts }) => facts.row.id === counted.get(each.facts.row.id))
        if (by) expect(keyOf(by)).toBe(keyOf(each))
      }
    }))
  })

  it('a decision counts before what is under way, that before a plan; then what was changed last, then the lesser id', () => {
    const of = (index: number, stage: string, at = '2026-11-01T00:00:00.000Z') => ({ adopter: '甲单位', edition: undefined, facts: factsOf(ids[index] ?? '', stage, at, 1, false, products[0] ?? '') })
    const countsOf = (...all: ReturnType<typeof of>[]) => all.filter(({ facts }) => !countedBy(all).has(facts.row.id)).map(({ facts }) => ids.indexOf(facts.row.id))
    expect(countsOf(of(0, 'planned'), of(1, 'underWay'), of(2, 'notApplicable'), of(3, 'done'))).toEqual([3])
    expect(countsOf(of(0, 'planned'), of(1, 'underWay'), of(2, 'notApplicable'))).toEqual([2])
    expect(countsOf(of(0, 'planned'), of(1, 'underWay'))).toEqual([1])
    expect(countsOf(of(0, 'done'), of(1, 'done', '2026-11-02T00:00:00.000Z'))).toEqual([1])
    expect(countsOf(of(1, 'done'), of(0, 'done'))).toEqual([0])
    expect(countsOf(of(1, 'done'), of(0, 'constructor'))).toEqual([1])
  })
})
