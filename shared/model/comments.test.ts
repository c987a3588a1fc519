import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAnchor, mergeComments, type ReviewComment } from './comments'

describe('the words of a comment', () => {
  it('are found where they were moved to, the nearest place first', () => {
    expect(findAnchor('先验电，再挂地线。先验电！', { quote: '先验电', start: 8 })).toEqual({ start: 9, end: 12 })
    expect(findAnchor('先验电，再挂地线。', { quote: '先验电', start: 8 })).toEqual({ start: 0, end: 3 })
    expect(findAnchor('再挂地线。', { quote: '先验电', start: 0 })).toBeUndefined()
  })

  it('are found wherever text comes before or after them', () => {
    fc.assert(fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, quote, after) => {
      const found = findAnchor(before + quote + after, { quote, start: before.length })
      expect(found).toEqual({ start: before.length, end: before.length + quote.length })
    }))
  })
})

describe('comments of two devices', () => {
  const [by, start] = [{ name: '张工', unit: '' }, Date.parse('2026-11-29T08:00:00.000Z')]
  const at = (minute: number): string => new Date(start + minute * 60_000).toISOString()
  const ids = Array.from({ length: 6 }, (_, index) => `01997d90-0000-7000-8000-00000000000${index}`)
  const remark = fc.record({ text: fc.constantFrom('甲', '乙', '丙'), editedAt: fc.option(fc.nat(3).map((minute) => at(10 + minute)), { nil: undefined }) })
    .map(({ text, editedAt }) => ({ by, text, ...editedAt !== undefined && { editedAt } }))
  const remarks = fc.uniqueArray(fc.tuple(fc.nat(5), remark), { selector: ([index]) => index, maxLength: 4 })
    .map((all) => all.sort(([a], [b]) => a - b).map(([index, said]) => ({ ...said, id: ids[index] ?? '', at: at(index) })))
  const comments = fc.uniqueArray(fc.tuple(fc.nat(5), remark, remarks, fc.option(fc.nat(3), { nil: undefined })), { selector: ([index]) => index })
    .map((all) => all.sort(([a], [b]) => a - b).map(([index, said, replies, settled]): ReviewComment =>
      ({ ...said, id: ids[index] ?? '', at: at(index), replies, ...settled !== undefined && { resolved: { by, at: at(20 + settled) } } })))

  it('are the same whichever comes first, and lose nothing that either says', () => {
    fc.assert(fc.property(comments, comments, (one, other) => {
      const merged = mergeComments(one, other)
      expect(mergeComments(other, one)).toEqual(merged)
      expect(mergeComments(merged, other)).toEqual(merged)
      for (const { id, replies, resolved } of [...one, ...other]) {
        const found = merged.find((each) => each.id === id)
        expect(found?.replies.map((reply) => reply.id)).toEqual(expect.arrayContaining(replies.map((reply) => reply.id)))
        if (resolved) expect(found?.resolved).toBeDefined()
      }
    }))
  })
})
