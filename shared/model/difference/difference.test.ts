import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, recordContent } from '../../../tests/support/records'
import type { Block } from '../body/blocks'
import type { Body } from '../body/body'
import type { Inline } from '../body/inlines'
import { normaliseBlock, normaliseBody, normaliseInlines } from '../body/normalise'
import { childBlocks } from '../body/walk'
import { withUniqueIds } from '../body/uniqueIds'
import { blockDifference, type TableRowDifference } from './blocks'
import { bodyRows, sideOf, wholeText, type BodyItem } from './bodies'
import { contentDifference } from './contents'
import { commonPairs, longestIncreasing } from './sequences'
import { inlineParts, type InlinePart } from './texts'

const text = (value: string, ...marks: string[]): Inline => ({ type: 'text', text: value, ...(marks.length > 0 ? { marks } : {}) })

const lettersArb = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
const wordsArb = fc.array(fc.constantFrom('地线', '编号', '错位', '110', 'kV', ' ', '，', '双人', '复核', '😀'), { maxLength: 12 }).map((words) => words.join(''))
const inlineArb: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(wordsArb, fc.subarray(['bold', 'italic'])).map(([value, marks]) => text(value, ...marks)) },
  fc.constant<Inline>({ type: 'break' }),
  wordsArb.map((value): Inline => ({ type: 'link', href: 'https://example.org', inlines: [{ type: 'text', text: value }] })),
)
const lineArb = fc.array(inlineArb, { maxLength: 5 }).map(normaliseInlines)
const idArb = fc.integer({ min: 0, max: 11 }).map(String)
const paragraphArb: fc.Arbitrary<Block> = fc.record({ type: fc.constant('paragraph' as const), id: idArb, inlines: lineArb })
const tableArb: fc.Arbitrary<Block> = fc.record({
  type: fc.constant('table' as const), id: idArb,
  rows: fc.array(fc.record({ cells: fc.array(fc.record({ blocks: fc.array(paragraphArb, { maxLength: 2 }) }), { maxLength: 3 }) }), { maxLength: 4 }),
})
const blockArb: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraphArb }, tableArb,
  fc.record({ type: fc.constant('quote' as const), id: idArb, blocks: fc.array(paragraphArb, { maxLength: 3 }) }),
  idArb.map((id): Block => ({ type: 'divider', id })), idArb.map((id): Block => ({ type: 'future', id, says: [1] })),
)
const bodyArb: fc.Arbitrary<Body> = fc.record({
  version: fc.constant(1 as const), preamble: fc.array(blockArb, { maxLength: 4 }),
  sections: fc.array(fc.record({ id: idArb, key: fc.constantFrom(null, 'measures'), title: wordsArb, blocks: fc.array(blockArb, { maxLength: 5 }) }), { maxLength: 3 }),
}).map((body) => withUniqueIds(normaliseBody(body)))

const itemsOf = ({ preamble, sections }: Body): BodyItem[] =>
  [...preamble.map((block) => ({ block })), ...sections.flatMap(({ blocks, ...section }) => [{ section }, ...blocks.map((block) => ({ block }))])]

const readLine = (parts: readonly InlinePart[], without: 'removed' | 'added'): Inline[] =>
  normaliseInlines(parts.filter(({ kind }) => kind !== without).flatMap(({ inlines }) => inlines))

const readTable = (rows: readonly TableRowDifference[], side: 'before' | 'after') => rows
  .filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed')).map(({ cells }) => cells.flatMap((cell) => cell[side] ?? []))

const body = (...blocks: Block[]): Body => ({ version: 1, preamble: blocks, sections: [] })
const kinds = (before: Body, after: Body): string[] => bodyRows(before, after).map(({ kind }) => kind)
/** Without the empty lines, which are nobody's change. */
const saysMore = (block: Block): boolean => block.type !== 'paragraph' || wholeText(block).trim() !== ''
const said = (items: readonly BodyItem[]): BodyItem[] => items.filter((item) => 'section' in item || saysMore(item.block))

const named = (id: string, value: string): Block => ({ type: 'paragraph', id, inlines: [text(value)] })

describe('what two sequences have in common', () => {
  it('is a longest common subsequence, in order', () => {
    const longest = (a: readonly string[], b: readonly string[]): number => {
      const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
      const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0
      for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) {
        const row = lengths[i + 1]
        if (row) row[j + 1] = x === y ? at(i, j) + 1 : Math.max(at(i, j + 1), at(i + 1, j))
      }
      return at(a.length, b.length)
    }
    fc.assert(fc.property(lettersArb, lettersArb, (a, b) => {
      const pairs = commonPairs(a, b)
      for (const [index, [x, y]] of pairs.entries()) {
        expect(a[x]).toBe(b[y])
        const [lastX, lastY] = pairs[index - 1] ?? [-1, -1]
        expect(x > lastX && y > lastY).toBe(true)
      }
      expect(pairs.length).toBe(longest(a, b))
    }), { numRuns: 200 })
  })

  it('is found in bounded time where the two have next to nothing in common', () => {
    const before = Array.from({ length: 100_000 }, (_, index) => `a${index}`)
    const after = before.map((key, index) => (index % 100 === 0 ? key : `b${index}`))
    expect(commonPairs(before, after)).toHaveLength(1000)
    expect(commonPairs(before, before.map((key) => `${key}!`))).toEqual([])
  })

  it('of places is a longest increasing subsequence', () => {
    expect(longestIncreasing([3, 1, 2, 5, 4]).length).toBe(3)
  })
})

describe('the difference of two lines', () => {
  it('gives either side back exactly', () => {
    fc.assert(fc.property(lineArb, lineArb, (before, after) => {
      const parts = inlineParts(before, after)
      expect(readLine(parts, 'added')).toEqual(before)
      expect(readLine(parts, 'removed')).toEqual(after)
    }), { numRuns: 200 })
  })

  it('takes Chinese by characters and other words and numbers whole', () => {
    const parts = inlineParts([text('母线电压 110.5 kV 正常')], [text('母线电压 112 kV 异常')])
    expect(parts.map(({ kind, inlines }) => `${kind}:${inlines.map((inline) => ('text' in inline ? String(inline.text) : '')).join('')}`)).toEqual([
      'same:母线电压 ', 'removed:110.5', 'added:112', 'same: kV ', 'removed:正', 'added:异', 'same:常',
    ])
  })

  it('does not leave single characters standing in what was rewritten', () => {
    expect(inlineParts([text('工作负责人的核对')], [text('监护人员的确认签字')]).filter(({ kind }) => kind === 'same')).toEqual([])
  })

  it('sees a change of marks alone', () => {
    expect(inlineParts([text('双人复核')], [text('双人'), text('复核', 'bold')]).map(({ kind }) => kind)).toEqual(['same', 'removed', 'added'])
  })
})

describe('the difference of two bodies', () => {
  it('gives either side back exactly', () => {
    fc.assert(fc.property(bodyArb, bodyArb, (before, after) => {
      const rows = bodyRows(before, after)
      expect(said(sideOf(rows, 'before'))).toEqual(said(itemsOf(before)))
      expect(said(sideOf(rows, 'after'))).toEqual(said(itemsOf(after)))
    }), { numRuns: 200 })
  })

  it('of a body and itself is nothing', () => {
    fc.assert(fc.property(bodyArb, (same) => { expect(new Set(kinds(same, same)).size <= 1 && !kinds(same, same).includes('changed')).toBe(true) }))
  })

  it('knows a block by its id, whatever became of its text', () => {
    expect(kinds(body(named('a', '甲'), named('b', '原来的说法')), body(named('a', '甲'), named('b', '完全另一句')))).toEqual(['same', 'changed'])
  })

  it('knows a paragraph by its words where a picture before it took its id away, and leaves empty lines out', () => {
    const picture: Block = { type: 'image', id: 'p', attachment: 'a'.repeat(64), alt: '' }
    const empty = (id: string): Block => ({ type: 'paragraph', id, inlines: [] })
    const words = '操作人逐根报号，监护人核对。'
    expect(kinds(body(named('a', words)), body(empty('a'), picture, named('n', words), empty('m')))).toEqual(['added', 'same'])
    expect(kinds(body(named('a', words), empty('m')), body(picture, named('a', words)))).toEqual(['added', 'same'])
    expect(kinds(body(named('a', words), named('b', '后接地。')), body(named('a', '后接地。'), named('b', words)))).toEqual(['movedAway', 'same', 'movedHere'])
  })

  it('says what moved, once where it was and once where it is', () => {
    const [a, b, c] = [named('a', '先验电'), named('b', '后接地'), named('c', '挂标示牌')]
    expect(kinds(body(a, b, c), body(b, c, a))).toEqual(['movedAway', 'same', 'same', 'movedHere'])
  })

  it('finds a block that was pasted elsewhere under a new id', () => {
    const moved = '逐根核对编号，签字后归柜。'
    expect(kinds(body(named('a', moved), named('b', '乙')), body(named('b', '乙'), named('x', moved)))).toEqual(['movedAway', 'same', 'movedHere'])
  })

  it('takes a block under a new id for the one that it resembles', () => {
    expect(kinds(body(paragraph('工作结束后逐根核对编号')), body(paragraph('工作结束后，由两人逐根核对编号')))).toEqual(['changed'])
    expect(kinds(body(paragraph('先验电')), body(paragraph('材料清单')))).toEqual(['removed', 'added'])
  })

  it('does not hang on a body of twenty thousand blocks, alike or not', () => {
    const long = (salt: string): Body => body(...Array.from({ length: 20_000 }, (_, index) => paragraph(`${salt}第 ${index} 段：核对编号 ${index * 7 % 1000}`)))
    const before = long('甲')
    const start = performance.now()
    expect(sideOf(bodyRows(before, long('甲')), 'after')).toHaveLength(20_000)
    expect(sideOf(bodyRows(before, long('乙')), 'before')).toHaveLength(20_000)
    expect(sideOf(bodyRows(before, body(...[...before.preamble].reverse())), 'after')).toHaveLength(20_000)
    expect(performance.now() - start).toBeLessThan(60_000)
  })
})

describe('the difference inside a block', () => {
  it('gives either side back exactly', () => {
    fc.assert(fc.property(blockArb.map(normaliseBlock), blockArb.map(normaliseBlock), (before, after) => {
      const difference = blockDifference(before, after)
      switch (difference.kind) {
        case 'line':
          expect({ ...before, inlines: readLine(difference.parts, 'added') }).toEqual(before)
          expect({ ...after, inlines: readLine(difference.parts, 'removed') }).toEqual(after)
          break
        case 'blocks':
          for (const [side, block] of [['before', before], ['after', after]] as const) {
            expect(said(sideOf(difference.rows, side))).toEqual(childBlocks(block).filter(saysMore).map((each) => ({ block: each })))
          }
          break
        case 'table':
          expect({ ...before, rows: readTable(difference.rows, 'before').map((cells) => ({ cells })) }).toEqual(before)
          expect({ ...after, rows: readTable(difference.rows, 'after').map((cells) => ({ cells })) }).toEqual(after)
          break
        case 'whole':
      }
    }), { numRuns: 200 })
  })

  const table = (...rows: string[][]): Block => ({ type: 'table', id: 't', rows: rows.map((cells) => ({ cells: cells.map((value) => ({ blocks: [paragraph(value)] })) })) })
  const states = (before: Block, after: Block): unknown => {
    const difference = blockDifference(before, after)
    return difference.kind === 'table' ? difference.rows.map(({ kind, cells }) => [kind, ...cells.map((cell) => cell.kind)]) : difference.kind
  }

  it('of a table is told cell by cell, a new row apart', () => {
    const before = table(['步骤', '标准'], ['验电', '逐相'], ['接地', '先接地端'])
    const after = table(['步骤', '标准'], ['核对编号', '两人'], ['验电', '逐相'], ['接地', '先接接地端'])
    expect(states(before, after)).toEqual([['same', 'same', 'same'], ['added', 'added', 'added'], ['same', 'same', 'same'], ['changed', 'same', 'changed']])
  })

  it('tells a change of looks from one of content', () => {
    const before: Block = { type: 'paragraph', id: 'a', inlines: [text('甲')] }
    expect(blockDifference(before, { ...before, type: 'heading', level: 1 })).toMatchObject({ kind: 'line', looks: true, parts: [{ kind: 'same' }] })
  })
})

describe('the difference of two contents', () => {
  const file = { sha256: 'a'.repeat(64), name: '照片.jpg', size: 3, mediaType: 'image/jpeg' }

  it('names the fields that differ, own and custom ones too', () => {
    const before = recordContent({ title: '甲', tags: ['安全'], fields: { conclusion: '先核对' }, custom: { owner: '王' } })
    const after = { ...before, title: '乙', fields: { conclusion: '先核对', polarity: 'positive' as const }, custom: { owner: '李' } }
    expect(contentDifference(before, after).fields).toEqual([
      { key: 'title', before: '甲', after: '乙' }, { key: 'fields.polarity', before: undefined, after: 'positive' }, { key: 'custom.owner', before: '王', after: '李' },
    ])
  })

  it('compares lists by their entries, not by their order', () => {
    const other = { ...file, name: '记录.xlsx' }
    const before = recordContent({ attachments: [file, other] })
    expect(contentDifference(before, { ...before, attachments: [other, file] }).attachments).toEqual([])
    expect(contentDifference(before, { ...before, attachments: [{ ...file, role: 'evidence' }] }).attachments).toEqual([
      { before: file, after: { ...file, role: 'evidence' } }, { before: other, after: undefined },
    ])
  })

  it('takes an empty field for none', () => {
    const before = recordContent()
    expect(contentDifference(before, { ...before, fields: { conclusion: '' } }).fields).toEqual([])
  })
})
