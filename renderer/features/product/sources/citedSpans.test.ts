import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { citationsOfSection, citedSpans } from './citedSpans'

const recordId = '01a18078-447e-7eed-8d36-62602c10e05a'
const line = (id: string, text: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text }] })
const table = (id: string): Block => ({ type: 'table', id, rows: [{ cells: [{ blocks: [line(`${id}-cell`, '132')] }] }] })
const quote = (blockId: string, ...blocks: Block[]): Block =>
  ({ type: 'quote', id: `q-${blockId}`, blocks, citation: { recordId, revisionId: 'a'.repeat(64), blockId } })

const measures = newSection('measures', '主要做法', [line('a', '监护人持操作票，操作人报号。'), table('t'), line('b', '三者一致方可动手。')])
const source: Body = { version: 1, preamble: [line('p', '132 间隔')], sections: [measures] }
const product = (...blocks: Block[]): Body => ({ version: 1, preamble: [], sections: [newSection('aim', '目的', blocks)] })

describe('what a product cites of a source', () => {
  it('is a passage where a passage was taken, and a line or table where all of it was', () => {
    expect(citedSpans(source, product(quote('a', line('n1', '操作人报号'))), recordId)).toEqual(new Map([['a', [{ start: 8, end: 13 }]]]))
    expect(citedSpans(source, product(quote('a', line('n1', '监护人持操作票，操作人报号。'), table('n2'), line('n3', '三者一致方可动手。'))), recordId))
      .toEqual(new Map([['a', [{ start: 0, end: 14 }]], ['t', []], ['b', [{ start: 0, end: 9 }]]]))
  })

  it('leaves out what was rewritten, and quotes of other records', () => {
    expect(citedSpans(source, product(quote('a', line('n1', '全改了'))), recordId).size).toBe(0)
    expect(citedSpans(source, product(quote('a', line('n1', '操作人报号'))), '01a06600-ebb3-7520-b76d-90035313ab81').size).toBe(0)
  })

  it('is counted by section', () => {
    expect(citationsOfSection(measures, product(quote('a', line('n1', '报号')), quote('t-cell', line('n2', '132')), quote('p', line('n3', '132'))), recordId)).toBe(2)
  })
})
