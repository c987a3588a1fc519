import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitsOf, titled } from '../../../../tests/support/search'
import { holdPart, type HeldPart } from '../index/heldPart'
import { makePart } from '../part/part'
import { bestOf } from './best'

interface Scored { score: number; updatedAt: number }

const partOf = (part: number, all: readonly Scored[]): HeldPart =>
  holdPart(makePart(all.map(({ updatedAt }, at) => titled(`${part}${at}`, '', '', { updatedAt }))))
const hits = (all: readonly Scored[]) => hitsOf(new Map(all.map(({ score }, at) => [at, score])))

describe('the best of hits', () => {
  it('are the first of all, by score, then by the last change, then by id', () => {
    const scored = fc.record({ score: fc.nat(5), updatedAt: fc.nat(3) })
    fc.assert(fc.property(fc.array(fc.array(scored, { maxLength: 8 }), { maxLength: 3 }), fc.nat(12), (all, count) => {
      const parts = all.map((each, at) => partOf(at, each))
      const best = bestOf(parts, all.map(hits), count, (_, __, score) => score)
      const ordered = all.flatMap((each, part) => each.map((own, at) => ({ ...own, id: `${part}${at}` })))
        .sort((a, b) => b.score - a.score || b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1))
      expect(best.map(({ part, document }) => part.table.ids[document])).toEqual(ordered.slice(0, count).map(({ id }) => id))
      expect(best.map(({ score }) => score)).toEqual(ordered.slice(0, count).map(({ score }) => score))
    }), { numRuns: 60 })
  })

  it('may be told by something else than their scores', () => {
    const part = partOf(0, [{ score: 1, updatedAt: 5 }, { score: 9, updatedAt: 2 }])
    const best = bestOf([part], [hits([{ score: 1, updatedAt: 5 }, { score: 9, updatedAt: 2 }])], 1, ({ table }, document) => table.updatedAt[document] ?? 0)
    expect(best).toMatchObject([{ document: 0, score: 5 }])
  })
})
