import { describe, expect, it } from 'vitest'
import type { Pin } from '#shared/contract/products'
import type { Block, QuoteBlock } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { stepsOf } from '#shared/model/product/steps'
import { recordContent } from '../../../../tests/support/records'
import { quotesOf, withRetaken } from './retaken'

const recordId = '01a18078-447e-7eed-8d36-62602c10e05a'
const other = '01a18078-447e-7eed-8d36-62602c10e05b'
const [old, now] = ['a'.repeat(64), 'b'.repeat(64)]
const pin: Pin = { recordId, revisionId: now, at: '2026-11-30T08:00:00.000Z', type: 'case', number: 'CS-1', title: '新标题' }
const line = (id: string, text: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text }] })
const quote = (id: string, source: string, text: string, revisionId = old): QuoteBlock => ({ type: 'quote', id, citation: { recordId: source, revisionId }, blocks: [line(`${id}-line`, text)] })

const content = recordContent({
  type: 'product', body: { version: 1, preamble: [quote('q1', recordId, '旧')], sections: [newSection('aim', '目的', [quote('q2', other, '别处'), quote('q3', recordId, '没了')])] },
  links: [{ to: recordId, relation: 'derivedFrom', revisionId: old }],
  fields: { steps: [{ id: 's1', tools: [{ recordId, revisionId: old }], sources: [{ recordId, revisionId: old, blockId: 'kept' }, { recordId, revisionId: old, blockId: 'lost' }, { recordId: other, revisionId: old }] }] },
})

const source: Body = { version: 1, preamble: [line('kept', '还在')], sections: [] }

describe('a product of which a source was taken again', () => {
  it('has its quotes of that source, in reading order', () => {
    expect(quotesOf(content, recordId).map(({ id }) => id)).toEqual(['q1', 'q3'])
  })

  const { content: after, cells } = withRetaken(content, pin, [{ outcome: 'changed', quote: quote('q1', recordId, '新', now) }, { outcome: 'gone', quote: quote('q3', recordId, '没了') }], source)

  it('means the new revision in its quotes and link, and leaves alone what is gone and what is of others', () => {
    expect(after.body.preamble).toEqual([quote('q1', recordId, '新', now)])
    expect(after.body.sections[0]?.blocks).toEqual(content.body.sections[0]?.blocks)
    expect(after.links).toEqual([{ to: recordId, relation: 'derivedFrom', revisionId: now }])
  })

  it('takes along the citations of its steps whose block is still there, counts those that are gone, and never a tool', () => {
    const [step] = stepsOf(after.fields)
    expect(step?.sources.map(({ revisionId }) => revisionId)).toEqual([now, old, old])
    expect(step?.tools.map(({ revisionId }) => revisionId)).toEqual([old])
    expect(cells).toEqual({ taken: 1, gone: 1 })
  })
})
